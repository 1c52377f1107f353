"""From drafts and sources to a report: what is joined, what front matter asks for, what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import checker.claims.bounds
from checker import InputError, check_file, check_text
from checker.api import check_paths, understand_paths
from checker.drafts import Asked
from checker.reports.json import render as render_json
from checker.reports.text import render, render_claims
from checker.schemata import validator
from tests.counting import lines_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker import Report

WRONG = "The missile flew 1,000 km (900 miles)."
SEOUL = """\
source: South Korea JCS
published: 2024-03-18
launches:
  - {date: 2024-03-18, time: 07:44, country: PRK, range: {value: 300, unit: km, about: true}}
  - {date: 2024-03-18, time: 08:22, country: PRK, range: {value: 350, unit: km, about: true}}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return what writes a file into the working folder, which is empty."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str, **front: str) -> Path:
        path = tmp_path / name
        head = "".join(f"{key}: {value}\n" for key, value in front.items())
        path.write_text(f"---\n{head}---\n{text}\n" if front else text, encoding="utf-8")
        return path

    return write


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def agreed(report: Report, kind: str) -> bool | None:
    (row,) = [each for each in report.agreement if each.kind == kind]
    return row.agree


def valid(report: Report) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(render_json(report))
    assert [error.message for error in validator("report").iter_errors(value)] == []
    return value


# Sources that tell of something else.


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("The missile was launched on Friday, Nov. 18, and flew about 1,000 km.", "it tells of Nov. 18, 2022, the"),
        ("The weather was fair.", "no claim about a launch was found in it"),
    ],
)
def test_a_source_that_is_compared_with_nothing_is_named(desk: Callable[..., Path], source: str, reason: str) -> None:
    draft = desk(
        "draft.md", "North Korea fired a missile on Thursday, Nov. 17, that flew 240 km.", published="2022-11-18"
    )
    desk("seoul.md", source, published="2022-11-18", source="South Korea JCS")
    report = check_file(draft, sources=["seoul.md"])

    assert [(left.source, left.path) for left in report.unjoined] == [("seoul.md", str(draft))]
    assert report.unjoined[0].reason.startswith(reason)
    assert valid(report)["unjoined"][0]["reason"].startswith(reason)
    said = render(report)
    assert "nothing to flag" not in said
    assert said.startswith("seoul.md: ")


def test_a_source_of_the_same_day_is_not_named(desk: Callable[..., Path]) -> None:
    draft = desk(
        "draft.md", "North Korea fired a missile on Friday, Nov. 18, that flew 1,000 km.", published="2022-11-18"
    )
    desk("seoul.md", "The missile was launched on Friday, Nov. 18, and flew about 1,000 km.", published="2022-11-18")
    report = check_file(draft, sources=["seoul.md"])

    assert report.unjoined == ()
    assert "nothing to flag" in render(report)


# Several launches of one day.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("North Korea fired a missile at 8:22 a.m. on Monday that flew about 350 km.", []),
        ("North Korea fired a missile at 8:24 a.m. on Monday that flew about 350 km.", []),
        ("North Korea fired a missile at 8:22 a.m. on Monday that flew about 300 km.", ["FC401"]),
        ("North Korea fired a missile on Monday that flew about 350 km.", []),
        ("North Korea fired a missile on Monday that flew about 300 km.", []),
        ("North Korea fired a missile on Monday that flew about 400 km.", ["FC401"]),
        ("North Korea fired missiles at 7:44 a.m. on Monday that flew about 300 km and about 350 km.", []),
        ("North Korea fired two missiles at 7:44 a.m. on Monday that flew about 350 km.", []),
    ],
)
def test_a_launch_is_joined_by_its_clock_or_with_all_of_its_day(
    desk: Callable[..., Path], text: str, found: list[str]
) -> None:
    desk("seoul.yaml", SEOUL)
    assert codes(check_text(text, published="2024-03-18", sources=["seoul.yaml"])) == found


def test_two_launches_in_one_account_are_not_far_apart(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    text = "North Korea fired missiles at 7:44 a.m. and 8:22 a.m. on Monday."
    report = check_text(text, published="2024-03-18", sources=["seoul.yaml"])
    assert agreed(report, "time") is True
    assert "apart" not in render(report)


def test_two_launches_that_a_draft_tells_apart_are_each_compared_with_their_own(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    text = "North Korea fired a missile at 7:44 a.m. on Monday and another one at 8:22 a.m. on Monday."
    report = check_text(text, published="2024-03-18", sources=["seoul.yaml"])
    assert [row.agree for row in report.agreement if row.kind == "time"] == [True, True]
    assert "apart" not in render(report)


# Where accounts agree, and where that cannot be said.


@pytest.mark.parametrize(
    ("said", "kind", "agree"),
    [
        ("missile_class: IRBM", "missile_class", True),
        ("missile_class: ICBM", "missile_class", False),
        ("missile_class: ballistic", "missile_class", None),
        ("missile_class: cruise", "missile_class", False),
        ("site: an inland area", "site", None),
        ("site: Sunan", "site", None),
        ("site: Sinpo", "site", False),
        ("missile_name: Hwasong-12", "missile_name", None),
        ("time: 14:55", "time", True),
        ("time: 09:55", "time", False),
        ("eez: {zone: JPN, entered: false}", "eez", True),
        ("eez: {zone: JPN, entered: true}", "eez", False),
        ("eez: {zone: KOR, entered: true}", "eez", None),
    ],
)
def test_whether_accounts_agree(desk: Callable[..., Path], said: str, kind: str, agree: object) -> None:
    statement = f"source: Japan MOD\npublished: 2024-01-14\nlaunches:\n  - {{date: 2024-01-14, country: PRK, {said}}}\n"
    desk("japan.yaml", statement)
    text = (
        "North Korea fired an intermediate-range ballistic missile from the Pyongyang area at 2:55 p.m. local time on "
        "Sunday. It fell outside Japan's exclusive economic zone."
    )
    report = check_text(text, published="2024-01-14", sources=["japan.yaml"])

    assert agreed(report, kind) is agree
    assert valid(report)["summary"]["unjudged"] == len(report.unjudged) == 0
    assert bool(codes(report)) == (agree is False)
    assert ("nothing to flag" in render(report)) == (agree is not False and report.documents[0].coverage.checked > 0)


def test_what_differs_without_a_finding_is_said(desk: Callable[..., Path]) -> None:
    desk("seoul.md", "North Korea fired a missile on Sunday that fell into the Yellow Sea.", published="2024-01-14")
    text = "North Korea fired a missile on Sunday that fell into the Pacific Ocean."
    report = check_text(text, published="2024-01-14", sources=["seoul.md"])

    assert (codes(report), agreed(report, "impact_area")) == ([], False)
    assert valid(report)["summary"]["unjudged"] == len(report.unjudged) == 1
    told = render(report)
    assert "1 fact in the table differs without a finding" in told
    assert "nothing to flag" not in told


def test_a_difference_with_a_finding_is_judged(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    text = "North Korea fired a missile at 8:22 a.m. on Monday that flew about 900 km."
    report = check_text(text, published="2024-03-18", sources=["seoul.yaml"])
    assert (agreed(report, "range"), report.unjudged) == (False, ())


# What front matter asks for under `factcheck`.


@pytest.mark.parametrize("rule", ["FC101", "pair-disagrees"])
def test_an_ignored_rule_is_set_aside_and_said(rule: str) -> None:
    report = check_text(f"---\nfactcheck:\n  ignore: [{rule}]\n---\n{WRONG}")

    assert codes(report) == []
    assert [(one.code, one.by) for one in report.suppressed] == [("FC101", "front matter")]
    assert "Set aside: <text>:5 FC101, by front matter" in render(report)
    assert "nothing to flag" not in render(report)
    assert valid(report)["suppressed"][0]["code"] == "FC101"


@pytest.mark.parametrize(("rule", "found"), [("FC101", ["FC101"]), ("weekday-disagrees", [])])
def test_only_selected_rules_run(rule: str, found: list[str]) -> None:
    report = check_text(f"---\nfactcheck: {{select: [{rule}]}}\n---\n{WRONG}")
    assert codes(report) == found
    assert report.documents[0].coverage.checked == len(found)


def test_the_zone_of_a_draft_is_its_own_before_the_command_s() -> None:
    text = "North Korea fired a missile at 2:55 p.m. local time on Sunday, Jan. 14, 2024."

    def resolved(text: str, timezone: str | None) -> list[str | None]:
        claims = check_text(text, published="2024-01-15", timezone=timezone).claims
        return [claim.resolved for claim in claims if claim.kind == "time"]

    asked = f"---\nfactcheck:\n  timezone: Asia/Vladivostok\n---\n{text}"
    assert resolved(text, "Asia/Yekaterinburg") == ["2024-01-14T09:55:00Z"]
    assert resolved(asked, "Asia/Yekaterinburg") == ["2024-01-14T04:55:00Z"]


def test_a_draft_says_what_it_fails_on() -> None:
    (document,) = check_text(f"---\nfactcheck:\n  fail_on: note\n---\n{WRONG}").documents
    assert document.fail_on == "note"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("  nonsense: 1", 'draft.md:4: the key "nonsense" is not known; '),
        ("  fail_on: note\n  ignores: [FC101]", 'draft.md:5: the key "ignores" is not known; did you mean ignore?'),
        ("  fail_on: fatal", 'draft.md:4: fail_on is "fatal"; write '),
        ("  ignore: FC101", 'draft.md:4: ignore is "FC101", not a list or keys and values; '),
        ("  ignore:\n    - FC101\n    - 7", "draft.md:6: "),
        ("  tolerance: {FC104: 0.1}", "draft.md:4: FC104 measures no difference; these do: "),
        ("  severity: {FC101: fatal}", 'draft.md:4: FC101 of severity is "fatal"; write '),
        ("  baseline: known.json", "draft.md:4: the key baseline does not belong under factcheck; "),
        ("  timezone: Asia/Soul", 'draft.md:4: timezone is "Asia/Soul", no time zone in the IANA list; '),
        ("  published: 2024-01-14", "draft.md:4: the key published does not belong under factcheck; "),
        ("  sources: [a.md]", "draft.md:4: the key sources does not belong under factcheck; "),
        ("  fail_on: note\n  fail_on: error", "draft.md:5: the key fail_on stands here twice; keep one of them"),
        ("  - FC101", "draft.md:3: `factcheck` is not a list of settings; "),
        ("  FC101", "draft.md:3: `factcheck` is not a list of settings; "),
    ],
)
def test_settings_that_cannot_be_applied_are_refused(desk: Callable[..., Path], settings: str, sentence: str) -> None:
    desk("draft.md", f"---\ntitle: A launch\nfactcheck:\n{settings}\n---\n{WRONG}")
    report, troubles = check_paths(["draft.md"])

    assert report.documents == ()
    assert [str(trouble)[: len(sentence)] for trouble in troubles] == [sentence]


@pytest.mark.parametrize(
    ("settings", "word", "near"),
    [
        ("  ignore:\n    - FC101\n    - FC999", "FC999", "FC"),
        ("  select: [pair-disagree]", "pair-disagree", "pair-disagrees"),
        ("  ignore: {sources-disagre: as agreed}", "sources-disagre", "sources-disagree"),
        ("  severity: {FC99: note}", "FC99", "FC9"),
    ],
)
def test_a_draft_that_names_a_rule_that_there_is_not_is_told_so(settings: str, word: str, near: str) -> None:
    text = f"---\ntitle: A launch\nfactcheck:\n{settings}\n---\nAn ordinary page.\n"
    (finding,) = check_text(text).findings

    assert (finding.code, finding.words) == ("FC902", word)
    assert finding.message.startswith(f"there is no rule {word}; did you mean {near}")


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match=r"draft.md:3: the key published stands here twice; keep one of them"):
        check_text("---\npublished: 2024-01-14\npublished: 2024-01-15\n---\nA missile.", name="draft.md")


# What a text says of itself goes before what a command says of all.


@pytest.mark.parametrize(
    "text",
    [
        "---\npublished: 2024-01-15\n---\nA missile was fired on Sunday.",
        "date 2024-01-15\nA missile was fired on Sunday.",
        "SEOUL, Jan. 15, 2024 (Yonhap) -- A missile was fired on Sunday.",
    ],
)
def test_the_day_of_publication_is_the_draft_s_own(text: str) -> None:
    report = check_text(text, published="2023-06-06")
    assert report.documents[0].published == "2024-01-15"


def test_the_day_of_publication_is_filled_in() -> None:
    assert check_text("A missile was fired on Sunday.", published="2023-06-06").documents[0].published == "2023-06-06"


def test_sources_have_the_zone_of_the_command(desk: Callable[..., Path]) -> None:
    desk("seoul.md", "A missile was fired at 2:55 p.m. local time on Sunday, Jan. 14, 2024.")
    report = check_text(
        "A missile was fired on Sunday.", published="2024-01-15", timezone="Asia/Tokyo", sources=["seoul.md"]
    )
    (clock,) = [claim for claim in report.documents[1].claims if claim.kind == "time"]
    assert clock.resolved == "2024-01-14T05:55:00Z"


# What is refused.


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "<text>: is NoneType, not text; "),
        (b"A missile.", "<text>: is bytes, not text; decode it first"),
        ("A missile\nflew \ud83d far.", r"<text>:2: holds half a character \(U\+D83D\); "),
        ("", "<text>: is empty; "),
    ],
)
def test_what_is_no_text_is_refused(text: Any, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        check_text(text)


@pytest.mark.parametrize("media_type", ["text/rtf", "", "application/pdf"])
def test_an_unknown_media_type_is_refused(media_type: str) -> None:
    with pytest.raises(InputError, match=f"the media type {media_type} is not known; give one of text/plain"):
        check_text("A missile.", media_type=media_type)


def test_a_statement_is_no_draft(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    with pytest.raises(InputError, match=r"seoul.yaml: is a statement, not a draft; give it as a source"):
        check_file("seoul.yaml")
    with pytest.raises(InputError, match="is a statement, not a draft"):
        check_text(SEOUL, media_type="application/yaml")


def test_the_claims_of_a_statement_can_be_shown(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    report, troubles = understand_paths(["seoul.yaml"])
    assert troubles == ()
    assert "about 350 km" in render_claims(report)


@pytest.mark.parametrize("source", ["draft.txt", "./draft.txt", "copy.txt"])
def test_a_draft_does_not_bear_itself_out(desk: Callable[..., Path], source: str) -> None:
    path = desk("draft.txt", WRONG)
    (path.parent / "copy.txt").symlink_to(path)
    report, (trouble,) = check_paths(["draft.txt"], Asked(sources=(source,)))

    assert str(trouble).startswith("draft.txt: is given as its own source, ")
    assert codes(report) == ["FC101"]
    assert report.agreement == ()


def test_a_draft_may_be_the_source_of_another(desk: Callable[..., Path]) -> None:
    desk("one.txt", "North Korea fired a missile on Sunday that flew 500 km.")
    desk("two.txt", "North Korea fired a missile on Sunday that flew 900 km.")
    report, (trouble,) = check_paths(["one.txt", "two.txt"], Asked("2024-01-14", sources=("two.txt",)))

    assert trouble.place == "two.txt"
    assert [(one.path, one.role) for one in report.documents] == [
        ("one.txt", "draft"),
        ("two.txt", "draft"),
        ("two.txt", "source"),
    ]
    assert codes(report) == ["FC401"]
    assert "DIFFER" in render(report)


def test_a_source_that_is_named_twice_is_read_once(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    draft = desk(
        "draft.md", "A missile was fired on Monday and flew 300 km.", published="2024-03-18", sources="[seoul.yaml]"
    )
    report, _ = check_paths([draft, draft], Asked(sources=("seoul.yaml",)))
    assert len(report.documents) == 2
    assert all(
        len({row.claim for row in each.rows}) == len(each.rows) for each in report.agreement if each.kind == "range"
    )


# The library.


def test_a_text_s_own_sources_are_read(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    text = (
        "---\npublished: 2024-03-18\nsources: seoul.yaml\n---\nNorth Korea fired a missile on Monday that flew 900 km."
    )
    assert codes(check_text(text)) == ["FC401"]
    with pytest.raises(InputError, match=r"tokyo.yaml: there is no such file"):
        check_text(text.replace("seoul", "tokyo"))


def test_the_claims_of_a_report_are_those_of_its_drafts(desk: Callable[..., Path]) -> None:
    desk("seoul.yaml", SEOUL)
    report = check_text("A missile flew 300 km on Monday.", published="2024-03-18", sources=["seoul.yaml"])
    assert report.claims == report.documents[0].claims
    assert valid(report)["summary"]["claims"] == len(report.claims) + len(report.documents[1].claims)


def test_a_claim_that_does_not_fit_its_schema_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    held = checker.claims.bounds.shape_errors
    monkeypatch.setattr(
        checker.claims.bounds,
        "shape_errors",
        lambda claim: ("$.unit: wrong",) if claim["kind"] == "altitude" else held(claim),
    )
    report = check_text("North Korea fired a missile that flew 500 km and\nreached an altitude of 50 km.")

    (document,) = report.documents
    assert [claim.kind for claim in document.claims] == ["range"]
    assert [one.kind for one in document.malformed] == ["altitude"]
    (malformed,) = valid(report)["documents"][0]["malformed"]
    assert (malformed["kind"], malformed["line"]) == ("altitude", 2)
    assert document.coverage.claims == 1
    assert '<text>:2: "50 km" (altitude) was read in a form' in " ".join(render(report).split())
    assert "This is a fault in factcheck; please report it ($.unit: wrong)." in render(report)
    assert "nothing to flag" not in render(report)


# Cost.


STAGES = ("engine.py", "source.py", "joining.py", "findings.py", "reports")


def lines_checked(text: str) -> int:
    """Count the lines of ours that a check runs, what is read left out."""
    reports: list[Report] = []

    def work() -> None:
        report = check_text(text, published="2024-01-14")
        render_json(report)
        render(report)
        reports.append(report)

    count = lines_run(work, lambda path: any(stage in path for stage in STAGES))
    assert [len(report.findings) for report in reports] == [text.count("km")]
    return count


@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["in one line", "in paragraphs"])
def test_twice_the_findings_cost_twice_the_work(between: str) -> None:
    def page(findings: int) -> str:
        return between.join(f"The missile flew {1000 + at} km ({900 + at} miles)." for at in range(findings))

    lines_checked(page(2))
    assert lines_checked(page(120)) < 2.3 * lines_checked(page(60))
