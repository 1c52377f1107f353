"""The text report: golden files, and what no golden file should have to show twice."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker import check_text
from checker.claims import Claim, Conversion
from checker.events import Event
from checker.figures import Interval
from checker.findings import Edit, Finding, Fix, Related
from checker.report import Agreement, Apart, Coverage, Document, Report, Row, Suppressed
from checker.reports.cells import width
from checker.reports.text import render, render_claims
from checker.reports.wording import amount, day, launch, minutes_apart, span_of
from checker.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.claims import Kind
    from checker.figures import Qualifier
    from checker.findings import Severity
    from checker.report import Role

GOLDEN = Path(__file__).parent / "golden"
ARTICLE = """\
Pyongyang tests a missile

North Korea fired an apparent intermediate-range missile on Sunday that flew approximately 1,000 km \
(600 miles) before it fell into the sea. It left the Pyongyang area around 2:55 p.m. local time, both said.
The missile climbed to at least 50 km (30 miles) and stayed outside Japan\u2019s exclusive economic zone, \
according to South Korea\u2019s military and Japan\u2019s defense ministry.
"""
SEOUL = "At about 14:55 our forces saw one missile of the intermediate class, which flew about 1,000 km.\n"
TOKYO = """\
North Korea launched a missile at about 14:53.

It reached a maximum altitude of about 50 km or more, flew at least about 500 km and fell outside our EEZ.
"""


def place(text: str, words: str) -> Span:
    """Return the span of words that occur in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


class Telling:
    """Collect the claims of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.claims: list[Claim] = []

    def add(
        self,
        kind: Kind,
        words: str,
        value: float | str | bool,  # noqa: FBT001
        unit: str | None = None,
        qualifier: Qualifier = "exact",
        *,
        interval: Interval | None = None,
        conversions: tuple[Conversion, ...] = (),
        resolved: str | None = None,
        entity: str | None = None,
        by: tuple[str, ...] = (),
    ) -> None:
        """Add a claim of the one launch."""
        self.claims.append(
            Claim(
                id=f"c{len(self.claims) + 1}",
                kind=kind,
                text=words,
                span=place(self.text, words),
                value=value,
                unit=unit,
                qualifier=qualifier,
                interval=interval,
                conversions=conversions,
                attributed_to=by,
                event="e1",
                entity=entity,
                resolved=resolved,
            )
        )

    def pair(self, words: str, value: float, unit: str, qualifier: Qualifier) -> Conversion:
        """Return a conversion that stands in the text."""
        return Conversion(words, place(self.text, words), value, unit, qualifier)

    def document(
        self,
        path: str,
        role: Role = "draft",
        findings: tuple[Finding, ...] = (),
        coverage: Coverage | None = None,
    ) -> Document:
        """Return the document of these claims."""
        event = Event("e1", "2024-01-14", "PRK", tuple(claim.id for claim in self.claims))
        count = len(self.claims)
        return Document(
            path=path,
            role=role,
            media_type="text/plain",
            language="en",
            published="2024-01-14",
            source=Source(path, self.text),
            coverage=coverage or Coverage(count, count, count),
            claims=tuple(self.claims),
            events=(event,) if self.claims else (),
            findings=findings,
        )


BOTH = ("South Korea military", "Japan MOD")
RANGE = Interval(950, 1050, "km")


def article() -> Telling:
    """Return a draft about one launch."""
    told = Telling(ARTICLE)
    told.add("missile_class", "apparent intermediate-range missile", "IRBM", qualifier="about")
    told.add("weekday", "Sunday", "Sunday", resolved="2024-01-14")
    told.add(
        "range",
        "approximately 1,000 km (600 miles)",
        1000,
        "km",
        "about",
        interval=RANGE,
        conversions=(told.pair("600 miles", 600, "mile", "about"),),
    )
    told.add("site", "Pyongyang area", "Pyongyang area", entity="pyongyang")
    told.add("time", "around 2:55 p.m. local time", "14:55", "local", "about", resolved="2024-01-14T05:55:00Z")
    told.add(
        "altitude",
        "at least 50 km (30 miles)",
        50,
        "km",
        "at_least",
        interval=Interval(50, None, "km"),
        conversions=(told.pair("30 miles", 30, "mile", "at_least"),),
        by=BOTH,
    )
    told.add("eez", "stayed outside Japan\u2019s exclusive economic zone", value=False, entity="JPN", by=BOTH)
    return told


def seoul() -> Telling:
    """Return the statement of the Joint Chiefs."""
    told = Telling(SEOUL)
    told.add("time", "about 14:55", "14:55", "KST", "about", resolved="2024-01-14T05:55:00Z")
    told.add("missile_class", "missile of the intermediate class", "IRBM")
    told.add("range", "about 1,000 km", 1000, "km", "about", interval=RANGE)
    return told


def tokyo() -> Telling:
    """Return the statement of the ministry."""
    told = Telling(TOKYO)
    told.add("time", "about 14:53", "14:53", "JST", "about", resolved="2024-01-14T05:53:00Z")
    told.add("altitude", "about 50 km or more", 50, "km", "at_least", interval=Interval(50, None, "km"))
    told.add("range", "at least about 500 km", 500, "km", "at_least", interval=Interval(500, None, "km"))
    told.add("eez", "outside our EEZ", value=False, entity="JPN")
    return told


def findings() -> tuple[Finding, ...]:
    """Return a note, a warning with places in two files, and nothing graver."""
    pair = place(ARTICLE, "1,000 km (600 miles)")
    miles = place(ARTICLE, "600 miles")
    return (
        Finding(
            code="FC102",
            rule="pair-coarse",
            severity="note",
            message="1,000 km is 621 miles; 600 miles is right only to one digit",
            span=pair,
            claims=("c3",),
            related=(Related(miles, "600 miles is 966 km"),),
            fixes=(Fix("Write 620 miles", (Edit(miles, "620 miles"),)),),
        ),
        Finding(
            code="FC405",
            rule="single-source-joint",
            severity="warning",
            message="Given to both, but only Japan MOD says it; South Korea JCS gives no altitude",
            span=place(ARTICLE, "at least 50 km (30 miles)"),
            claims=("c6",),
            related=(
                Related(
                    place(ARTICLE, "according to South Korea\u2019s military and Japan\u2019s defense ministry"),
                    "said of both",
                ),
                Related(
                    place(TOKYO, "a maximum altitude of about 50 km or more"),
                    "the only altitude",
                    "tokyo.txt",
                ),
            ),
            sources=("tokyo.txt", "seoul.txt"),
        ),
    )


def row(path: str, claim: str, speaker: str | None, interval: Interval | None = None, value: str | None = None) -> Row:
    """Return a row of an agreement."""
    return Row(path, claim, speaker, interval, value)


def met(*parts: Any, **more: Any) -> Agreement:
    """Return an agreement on the launch of the article."""
    return Agreement(*parts, **{"draft": "article.txt", "launch": "e1", **more})


def agreements() -> tuple[Agreement, ...]:
    """Return how the three accounts of the launch agree."""
    jcs, mod = "South Korea JCS", "Japan MOD"
    open_50 = Interval(50, None, "km")
    where = ("2024-01-14", "PRK")
    return (
        met(
            *where,
            "range",
            (
                row("article.txt", "c3", None, RANGE),
                row("seoul.txt", "c3", jcs, RANGE),
                row("tokyo.txt", "c3", mod, Interval(500, None, "km")),
            ),
            RANGE,
        ),
        met(
            *where,
            "altitude",
            (row("article.txt", "c6", None, open_50), row("tokyo.txt", "c2", mod, open_50)),
            open_50,
        ),
        met(
            *where,
            "time",
            (
                row("article.txt", "c5", None, value="14:55"),
                row("seoul.txt", "c1", jcs, value="14:55"),
                row("tokyo.txt", "c1", mod, value="14:53"),
            ),
            None,
        ),
        met(*where, "site", (row("article.txt", "c4", None, value="Pyongyang area"),), None),
        met(
            *where,
            "missile_class",
            (row("article.txt", "c1", None, value="IRBM"), row("seoul.txt", "c2", jcs, value="IRBM")),
            None,
        ),
        met(
            *where,
            "eez",
            (row("article.txt", "c7", None, value="outside"), row("tokyo.txt", "c4", mod, value="outside")),
            None,
        ),
    )


def full() -> Report:
    """Return the report on the draft and both statements."""
    return Report(
        documents=(
            article().document("article.txt", findings=findings(), coverage=Coverage(4, 7, 6)),
            seoul().document("seoul.txt", "source"),
            tokyo().document("tokyo.txt", "source"),
        ),
        agreement=agreements(),
        version="0.1.0",
    )


def clean(**changes: object) -> Document:
    """Return a draft without findings."""
    return replace(article().document("draft.txt", coverage=Coverage(4, 7, 7)), **changes)  # type: ignore[arg-type]


def one_finding(text: str, words: str, *, related: str = "", path: str = "draft.txt", message: str = "No") -> Report:
    """Return a report with one finding on words of a text."""
    others = (Related(place(text, related), "see here"),) if related else ()
    found = Finding("FC101", "pair-disagrees", "error", message, place(text, words), related=others)
    return Report((Telling(text).document(path, findings=(found,)),))


def lone() -> Report:
    """Return a report without sources: a word in many cells, a quotation, another line, two fixes."""
    text = "\u5e73\u58cc\ttests \U0001f680: it flew 1,000 km (900 miles)\rThe miles were \u201cexact\u201d."
    told = Telling(text)
    told.add(
        "range",
        "1,000 km (900 miles)",
        1000,
        "km",
        conversions=(told.pair("900 miles", 900, "mile", "exact"),),
    )
    finding = Finding(
        code="FC101",
        rule="pair-disagrees",
        severity="error",
        message="1,000 km is 621 miles; 900 miles is 1,448 km",
        span=place(text, "1,000 km (900 miles)"),
        claims=("c1",),
        related=(Related(place(text, "\u201cexact\u201d"), "said again here"),),
        fixes=(
            Fix("Write 621 miles", ()),
            Fix("Or write 1,448 km", (), "shown"),
        ),
        sources=("a table of the ministry",),
    )
    suppressed = Suppressed("d.txt", "FC102", place(text, "900 miles"), "checked by phone", "comment")
    return Report((told.document("d.txt", findings=(finding,)),), suppressed=(suppressed,))


GOLDENS = {
    "full-100": lambda: render(full(), width=100),
    "full-60": lambda: render(full(), width=60),
    "full-color": lambda: render(full(), width=100, color=True),
    "lone-80": lambda: render(lone(), width=80),
    "claims-100": lambda: render_claims(full(), width=100),
    "claims-40": lambda: render_claims(full(), width=40),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str) -> None:
    path = GOLDEN / f"text-{name}.txt"
    made = GOLDENS[name]()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(made, encoding="utf-8", newline="")
    assert path.read_bytes().decode("utf-8") == made


@pytest.mark.parametrize("columns", [20, 40, 57, 80, 100, 120])
@pytest.mark.parametrize("made", [full, lone])
def test_no_line_is_wider_than_the_terminal(made: Callable[[], Report], columns: int) -> None:
    for text in (render(made(), width=columns), render_claims(made(), width=columns)):
        assert max(map(width, text.split("\n"))) <= max(columns, 40)
        assert not [line for line in text.split("\n") if line != line.rstrip()]


def test_colour_adds_nothing_but_colour() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", render(full(), color=True)) == render(full())


def test_a_clean_draft_is_one_line() -> None:
    assert render(Report((clean(),))) == "draft.txt: nothing to flag; 7 claims from 4 figures, 7 checked.\n"


def test_silence_is_not_success() -> None:
    empty = clean(claims=(), events=(), coverage=Coverage(0, 0, 0))
    assert render(Report((empty,))) == "draft.txt: no claim about a launch found, so nothing was checked.\n"
    unread = clean(claims=(), events=(), coverage=Coverage(2, 0, 0))
    said = "no claim about a launch found; 2 figures checked only for conversions and dates"
    assert said in render(Report((unread,)))
    mute = Telling("Nothing happened.").document("mute.txt", "source")
    assert "mute.txt: no claim about a launch found" in render(Report((clean(), mute)))


def test_gravest_first_then_by_place() -> None:
    text = "one two three four"
    graded: tuple[tuple[str, Severity, str], ...] = (
        ("FC1", "note", "one"),
        ("FC2", "error", "two"),
        ("FC3", "warning", "three"),
        ("FC4", "error", "four"),
    )
    found = [Finding(code, "a-rule", severity, "So", place(text, words)) for code, severity, words in graded]
    made = render(Report((Telling(text).document("draft.txt", findings=tuple(found)),)))
    assert re.findall(r"^draft.txt:1:\d+ +\w+ +(\w+)", made, re.MULTILINE) == ["FC2", "FC4", "FC3", "FC1"]
    assert "2 errors, 1 warning, 1 note.\nMore: factcheck explain FC2" in made


def test_a_figure_apart_is_named() -> None:
    far = Interval(600, 640, "km")
    apart = met(
        "2024-01-14",
        "PRK",
        "range",
        (Row("article.txt", "c3", None, RANGE), Row("seoul.txt", "c3", "South Korea JCS", far)),
        None,
        outliers=("South Korea JCS",),
        agree=False,
        apart=(Apart("South Korea JCS", 310, "km"),),
    )
    assert "DIFFER: South Korea JCS by 310 km" in render(replace(full(), agreement=(apart,)), width=120)


def test_a_speaker_with_other_units_is_shown_in_the_drafts_too() -> None:
    told = Telling("It flew 500 miles.")
    told.add("range", "500 miles", 500, "mile", interval=Interval(475, 525, "mile"))
    rows = (Row("article.txt", "c3", None, RANGE), Row("wire.txt", "c1", None, told.claims[0].interval))
    both = met("2024-01-14", "PRK", "range", rows, None, agree=False)
    made = render(Report((article().document("article.txt"), told.document("wire.txt", "source")), (both,)))
    assert "wire.txt" in made
    assert "500 miles (805 km)" in made


def test_launches_of_other_drafts_stay_apart() -> None:
    documents = (clean(path="a.txt"), article().document("article.txt"), *full().documents[1:])
    made = render(Report(documents, agreements()))
    assert made.count("Launch of") == 1
    assert "2 drafts, no findings." in made


def test_of_several_drafts_each_table_says_whose_it_is() -> None:
    text = "North Korea fired a missile on Jan. 14, 2024. It flew 1,000 km (900 miles).\n"
    one, two = (check_text(text, name=name) for name in ("a.txt", "b.txt"))
    made = render(Report((*one.documents, *two.documents)))
    heads = [line for line in made.splitlines() if "Launch of" in line]
    assert heads == [f"{name}: Launch of Sunday, Jan. 14, 2024, by North Korea" for name in ("a.txt", "b.txt")]
    assert "\nLaunch of Sunday, Jan. 14, 2024, by North Korea\n" in render(one)


def test_carets_under_wide_characters() -> None:
    text = "\u5e73\u58cc\u304b\u3089\U0001f680e\u0301 1,000 km (900 miles)"
    line, signs = render(one_finding(text, "1,000 km (900 miles)")).split("\n")[1:3]
    assert width(line[: line.index("1,000")]) == signs.index("^") == 6 + 12
    assert signs.count("^") == len("1,000 km (900 miles)")


def test_carets_after_a_tab_and_a_carriage_return() -> None:
    made = render(one_finding("A line\rflew\t1,000 km (900 miles)\rAnother", "900 miles")).split("\n")
    assert made[0].startswith("draft.txt:2:16  ")
    assert made[1] == "  2 | flew    1,000 km (900 miles)"
    assert made[2] == "    |                   ^^^^^^^^^"


def test_a_hostile_draft_cannot_steer_the_terminal() -> None:
    text = "It \x1b[2J\u202eflew 1,000 km\u202c (900 miles)"
    report = one_finding(text, "1,000 km\u202c", path="a\x1b[31m.txt", message="\x1b[8mhidden\x9b")
    made = render(report) + render_claims(report)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", made)
    line, signs = made.split("\n")[1:3]
    assert line[signs.index("^") : signs.rindex("^") + 1] == "1,000 km\\u202c"


def test_related_words_on_the_line_are_underlined() -> None:
    made = render(one_finding("It flew 1,000 km, then 900 miles more.", "900 miles", related="1,000 km")).split("\n")
    assert made[2] == "    |         --------       ^^^^^^^^^"
    assert made[3] == "    |         see here"


def test_what_only_a_source_says_has_its_row() -> None:
    told = tokyo()
    told.claims.append(replace(told.claims[1], id="c9", kind="flight_time", value=6, unit="min", qualifier="about"))
    only = met("2024-01-14", "PRK", "flight_time", (row("tokyo.txt", "c9", "Japan MOD"),), None)
    documents = (*full().documents[:2], told.document("tokyo.txt", "source"))
    made = render(Report(documents, (*agreements(), only)))
    assert re.search(r"^  flight time +- +- +~6 min +only Japan MOD$", made, re.MULTILINE)


def test_what_was_not_compared_does_not_pass_for_silence() -> None:
    made = render(full())
    assert "only the draft" in made
    assert "weekday" not in made


def at(clock: str, resolved: str) -> str:
    """Return the report on two accounts that give different times."""
    told = Telling(f"It flew at {clock} by our clocks.")
    told.add("time", clock, clock, "KST", resolved=resolved)
    rows = (row("article.txt", "c5", None), row("wire.txt", "c1", "A desk"))
    apart = met("2024-01-14", "PRK", "time", rows, None, agree=False)
    return render(Report((article().document("article.txt"), told.document("wire.txt", "source")), (apart,)))


def test_detection_and_launch_are_some_minutes_apart() -> None:
    assert "  2 min apart\n" in at("14:53", "2024-01-14T05:53:00Z")
    assert "  DIFFER\n" in at("15:53", "2024-01-14T06:53:00Z")


@pytest.mark.parametrize(
    ("word", "verdict"), [("IRBM", "agree"), ("ballistic", "worded differently"), ("ICBM", "DIFFER")]
)
def test_a_wider_class_is_another_wording(word: str, verdict: str) -> None:
    told = Telling("A missile flew.")
    told.add("missile_class", "missile", word)
    rows = (row("article.txt", "c1", None), row("wire.txt", "c1", "A desk"))
    agree = {"agree": True, "DIFFER": False}.get(verdict)
    both = met("2024-01-14", "PRK", "missile_class", rows, None, agree=agree)
    made = render(Report((article().document("article.txt"), told.document("wire.txt", "source")), (both,)))
    assert re.search(rf"^  class  .*  {verdict}$", made, re.MULTILINE)


def test_two_statements_of_one_speaker_are_told_apart() -> None:
    told = {"a/flash.txt": RANGE, "a/later.txt": Interval(800, 820, "km")}
    rows = (row("article.txt", "c3", None), *(row(path, "c3", "JCS", interval) for path, interval in told.items()))
    documents = (
        article().document("article.txt"),
        seoul().document("a/flash.txt", "source"),
        seoul().document("a/later.txt", "source"),
    )
    made = render(Report(documents, (met("2024-01-14", "PRK", "range", rows, RANGE),)), width=120)
    assert "JCS (flash.txt)  JCS (later.txt)" in made


def test_a_place_outside_the_documents_is_named() -> None:
    report = one_finding("It flew on Monday.", "Monday")
    (draft,) = report.documents
    record = Related(Span(0, 4), "the record has Sunday", "launches.csv")
    found = replace(draft.findings[0], related=(record,))
    assert "  launches.csv: the record has Sunday\n" in render(Report((replace(draft, findings=(found,)),)))


def test_the_last_dot_of_a_clock_time_stays() -> None:
    report = one_finding("It flew at 3 p.m. on Monday.", "3 p.m.")
    (draft,) = report.documents
    fix = Fix("Or write 1:55 p.m.", (Edit(Span(11, 17), "1:55 p.m."),))
    safe = Fix("Write 1:55 p.m.", (Edit(Span(11, 17), "1:55 p.m."),), "safe")
    made = render(Report((replace(draft, findings=(replace(draft.findings[0], fixes=(fix, safe)),)),)))

    assert "  Or write 1:55 p.m.?\n" in made
    assert "  Write 1:55 p.m.\n" in made


def test_claims_say_how_firmly_and_where() -> None:
    told = Telling("He said it could reach 10,000 km.")
    told.add("capability_range", "10,000 km", 10000, "km", by=("KCNA",))
    told.claims[0] = replace(told.claims[0], modality="planned", basis="a normal trajectory", event=None)
    told.claims[0] = replace(told.claims[0], scope="headline")
    made = render_claims(Report((told.document("draft.txt"),)), width=120)
    assert "Of no launch in particular\n  1:24  capability range  " in made
    assert "10,000 km; said by KCNA; planned; basis: a normal trajectory; in a headline" in made


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "mile", "1 mile"),
        (620, "mile", "620 miles"),
        (1, "nmi", "1 nautical mile"),
        (200, "nmi", "200 nautical miles"),
        (17, "mach", "Mach 17"),
        ((300, 350), "km", "300 to 350 km"),
        (999.25, "km", "999.25 km"),
        (500_000, "km", "500,000 km"),
        (4, None, "4"),
    ],
)
def test_amounts(value: float | tuple[float, float], unit: str | None, words: str) -> None:
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (950, 1050, "950 to 1,050 km"),
        (50, None, "50 km or more"),
        (None, 50, "50 km or less"),
        (50, 50, "50 km"),
        (None, None, "any figure"),
    ],
)
def test_intervals(low: float | None, high: float | None, words: str) -> None:
    assert span_of(Interval(low, high, "km")) == words


def test_a_launch_without_a_day_is_named_so() -> None:
    assert launch(Event("e1", None, "PRK", ()), ()) == "Launch, day not given, by North Korea"


def test_days_and_minutes() -> None:
    assert day("2024-05-30") == "Thursday, May 30, 2024"
    assert day("May 2024") == "May 2024"
    assert minutes_apart(["2024-01-14T05:55:00Z", "2024-01-14T05:53:00Z"]) == 2
    assert minutes_apart(["2024-01-14T05:55:00Z", ""]) is None
