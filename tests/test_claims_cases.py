"""The sentences of tests/claims, with the claims that must be found in them; how they are written: claims_cases.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.claims.claim import KINDS
from checker.units import UNITS
from tests.claims_cases import WHOLE, Case, CaseError, check, own, read_cases

FOLDER = Path(__file__).parent / "claims"
FEWEST = 400
FILES = {path.stem: path for path in sorted(FOLDER.glob("*.md"))}
ALL = [(name, case) for name, path in FILES.items() for case in read_cases(path)]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{name}: {case.title}",
            marks=[pytest.mark.xfail(strict=True, reason=case.settings["known"], raises=AssertionError)]
            if "known" in case.settings
            else [],
        )
        for name, case in ALL
    ],
)
def test_claims(case: Case) -> None:
    found = check(case)

    assert not found, "\n" + case.draft + "\n".join(found)


def test_every_kind_has_its_file_and_there_are_cases_enough() -> None:
    assert FILES.keys() == set(KINDS) | WHOLE
    assert len(ALL) >= FEWEST


@pytest.mark.parametrize("name", sorted(FILES.keys() - WHOLE))
def test_a_file_has_sentences_with_its_kind_and_without(name: str) -> None:
    with_it = [own(case.expected, name) for case in read_cases(FILES[name])]

    assert any(with_it)
    assert not all(with_it)


def test_no_draft_occurs_twice() -> None:
    drafts = [(case.draft, case.settings.get("published")) for _, case in ALL]
    titles = [(name, case.title) for name, case in ALL]

    assert [title for title, draft in zip(titles, drafts, strict=True) if drafts.count(draft) > 1] == []
    assert [title for title in titles if titles.count(title) > 1] == []


def _one(tmp_path: Path, draft: str, claims: str, name: str = "range") -> Case:
    path = tmp_path / f"{name}.md"
    path.write_text(f"# Kind\n\n## Case\n\n```draft\n{draft}\n```\n\n```claims\n{claims}\n```\n", encoding="utf-8")
    return read_cases(path)[0]


FLEW = "The missile flew about 1,000 km (621 miles) and fell into the sea, the Japanese Defense Ministry said."


@pytest.mark.parametrize(
    ("claims", "wrong"),
    [
        ("range | about 1,000 km | 1000 | km | about | 621 mile | Japan MOD | asserted", 0),
        ("range | 1,000 km | 900", 1),
        ("range | 1,000 km | 1000 | mile", 1),
        ("range | 1,000 km | 1000 | km | exact", 1),
        ("range | 1,000 km | 1000 | km | about | -", 1),
        ("range | 1,000 km | 1000 | km | about | 600 mile", 1),
        ("range | 1,000 km | 1000 | km | about | 621 mile | -", 1),
        ("range | 1,000 km | 1000 | km | about | 621 mile | Japan MOD | planned", 1),
        ("range | The missile", 2),
        ("none", 1),
        ("range | 1,000 km | 1000\nno impact_area", 1),
        ("range | 1,000 km | 1000\naltitude | 621 miles", 1),
        ("range | 1,000 km | 1000\n? altitude | 621 miles", 0),
        ("range | 1,000 km | event=a\nimpact_area | sea | event=b", 1),
        ("range | 1,000 km | event=a\nimpact_area | sea | event=a", 0),
    ],
)
def test_what_is_not_as_expected_is_a_problem(tmp_path: Path, claims: str, wrong: int) -> None:
    assert len(check(_one(tmp_path, FLEW, claims))) == wrong


@pytest.mark.parametrize(
    "claims",
    ["", "rang | 1,000 km", "range | 2,000 km", "range | 1,000 km | 1 | km | roughly", "altitude | sea", "no sea"],
)
def test_a_case_that_is_not_well_formed_is_refused(tmp_path: Path, claims: str) -> None:
    with pytest.raises(CaseError):
        _one(tmp_path, FLEW, claims)


def test_units_in_the_files_are_known() -> None:
    quantities = {
        "range",
        "altitude",
        "flight_time",
        "speed",
        "distance_from_place",
        "capability_range",
        "other_distance",
    }
    units = {e.fields.get("unit", "km") for _, case in ALL for e in case.expected if e.kind in quantities}

    assert units <= set(UNITS)
