"""What does not depend on the order of the sources, and what one more source that agrees may not do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import Options, check, understand, well_formed
from checker.readers import read_text

if TYPE_CHECKING:
    from random import Random

    from checker.engine import Checked, Understood

Told: TypeAlias = "tuple[int, int, str, int, str, str]"
Stated: TypeAlias = "tuple[str, str, list[dict[str, object]]]"
SPEAKERS = ("South Korea JCS", "Japan MOD", "South Korea MND", "KCNA", "Yonhap")
SAID = ("", ", South Korea's Joint Chiefs of Staff said", ", Japan's defense ministry said")
CLASSES = {
    "short-range ballistic": "SRBM",
    "medium-range ballistic": "MRBM",
    "ballistic": "ballistic",
    "cruise": "cruise",
}
FIGURES = st.sampled_from([200, 250, 260, 300, 350, 600])
HEDGES = st.sampled_from(["exact", "about", "at_least", "more_than"])
CLOCKS = st.sampled_from(["07:44", "07:46", "09:50", "19:44"])

quantities = st.fixed_dictionaries({"value": FIGURES, "qualifier": HEDGES})
facts = st.fixed_dictionaries(
    {},
    optional={
        "range": quantities,
        "altitude": quantities,
        "missile_class": st.sampled_from(sorted(set(CLASSES.values()))),
        "count": st.integers(1, 4),
        "time": CLOCKS,
        "eez": st.booleans(),
    },
)
published = st.sampled_from(["2024-03-18", "2024-03-19"])
statements = st.tuples(st.sampled_from(SPEAKERS), published, st.lists(facts, min_size=1, max_size=2))
drafts = st.tuples(FIGURES, FIGURES, st.sampled_from(sorted(CLASSES)), st.integers(2, 4), CLOCKS, st.sampled_from(SAID))


def _fact(kind: str, value: object) -> str:
    if isinstance(value, dict):
        return f"{kind}: {{value: {value['value']}, unit: km, qualifier: {value['qualifier']}}}"
    if kind == "eez":
        return f"eez: {{zone: JPN, entered: {str(value).lower()}}}"
    return f'{kind}: "{value}"' if kind == "time" else f"{kind}: {value}"


def _statement(name: str, speaker: str, day: str, launches: list[dict[str, object]]) -> Understood:
    lines = [f"source: {speaker}", f"published: {day}", "launches:"]
    for launch in launches:
        told = ["date: 2024-03-18", "country: PRK", *(_fact(*fact) for fact in launch.items())]
        lines.append(f"  - {{{', '.join(told)}}}")
    return well_formed(understand(read_text("\n".join(lines), name, "application/yaml"), Options(), "source"))


def _draft(told: Told) -> Understood:
    distance, altitude, sort, count, clock, said = told
    words = ("two", "three", "four")[count - 2]
    text = (
        f"North Korea fired {words} {sort} missiles at {clock} local time on Monday, March 18. "
        f"The missiles flew about {distance} km to an altitude of {altitude} km{said}."
    )
    return well_formed(understand(read_text(text, "draft.txt"), Options("2024-03-19")))


def _sources(told: list[Stated]) -> list[Understood]:
    return [_statement(f"{number}.yaml", *one) for number, one in enumerate(told)]


def _places(checked: Checked) -> list[tuple[str, object]]:
    return [(finding.code, finding.span) for finding in checked.document.findings]


@settings(deadline=None, max_examples=40)
@given(drafts, st.lists(statements, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_matter(draft: Told, told: list[Stated], random: Random) -> None:
    mine, sources = _draft(draft), _sources(told)
    turned = sources[:]
    random.shuffle(turned)
    first, second = check(mine, sources), check(mine, turned)

    assert first.agreement == second.agreement
    assert first.document.findings == second.document.findings


@settings(deadline=None, max_examples=40)
@given(drafts, st.lists(statements, min_size=1, max_size=3), st.integers(0, 2))
def test_a_source_that_repeats_another_adds_no_finding(draft: Told, told: list[Stated], at: int) -> None:
    mine, sources = _draft(draft), _sources(told)
    _, day, launches = told[at % len(told)]
    more = check(mine, [*sources, _statement("agency.yaml", "Reuters", day, launches)])

    assert set(_places(more)) <= set(_places(check(mine, sources)))


@settings(deadline=None, max_examples=40)
@given(drafts, st.lists(statements, max_size=3))
def test_a_source_that_says_what_the_draft_says_adds_no_alarm(draft: Told, told: list[Stated]) -> None:
    """Add none; that it now stands against another one may be noted (FC407)."""
    mine, sources = _draft(draft), _sources(told)
    distance, altitude, sort, count, clock, _ = draft
    figures = {
        "range": {"value": distance, "qualifier": "about"},
        "altitude": {"value": altitude, "qualifier": "exact"},
    }
    same = {**figures, "missile_class": CLASSES[sort], "count": count, "time": clock}
    more = check(mine, [*sources, _statement("agency.yaml", "Reuters", "2024-03-19", [same])])

    def alarms(checked: Checked) -> set[tuple[str, object]]:
        return {(one.code, one.span) for one in checked.document.findings if one.severity != "note"}

    assert alarms(more) <= alarms(check(mine, sources))
