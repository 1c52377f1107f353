"""Sentences with the claims that must be found in them, from the Markdown files in tests/claims.

A file is named after a kind of claim, or after something that claims of every kind have (attribution, modality,
launches). A case is a `## heading`, settings as `name: value` lines (published, timezone, media_type; `known`
gives the reason for which the case is still read wrongly), a `draft` block and a `claims` block with a claim a line:

    kind | words in it | value | unit | qualifier | conversions | speakers | modality

An empty field is not compared, `-` says that there is nothing, and fields may be left out from the end. Named
fields (`resolved=`, `entity=`, `event=`) may follow. `event=a` on two lines says that both are of one launch,
`event=a` and `event=b` that they are not. The words are a part of the draft that the claim must overlap (`#2`
behind them: where they stand for the second time). A `?` before the kind allows a claim and does not demand it.
`no KIND` forbids a kind, and no claim of the file's own kind may be found beyond those listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.api import check_text
from checker.claims.claim import KINDS, MODALITIES
from checker.figures.interval import QUALIFIERS
from checker.source import Span
from checker.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.claims.claim import Claim, Conversion

FOLDER = Path(__file__).parent / "claims"
WHOLE = frozenset({"attribution", "modality", "launches"})
SETTINGS = frozenset({"published", "timezone", "media_type", "known"})
NAMED = frozenset({"resolved", "entity", "event"})
FEWEST = 200
_BLOCK = re.compile(r"```(draft|claims)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SETTING = re.compile(r"([a-z_]+): +(\S.*)")


class CaseError(AssertionError):
    """A file of cases that is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of a `claims` block; `fields` holds what is compared, by name."""

    kind: str
    span: Span
    words: str
    fields: Mapping[str, str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A draft and its claims; `refused` are the kinds of which no other claim may be found."""

    title: str
    draft: str
    expected: tuple[Expected, ...]
    refused: frozenset[str]
    settings: Mapping[str, str] = field(default_factory=dict)


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read a file of cases."""
    _, *sections = re.split(r"^## +", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return tuple(_case(section, path.stem) for section in sections)


def _case(section: str, own: str) -> Case:
    title, _, body = section.partition("\n")
    where = f"{own}: {title.strip()}"
    blocks = dict(_BLOCK.findall(body))
    if len(blocks) != 2 or len(_BLOCK.findall(body)) != 2:
        message = f"{where}: a case has one draft block and one claims block"
        raise CaseError(message)
    settings = dict(_SETTING.findall(_BLOCK.sub("", body)))
    if settings.keys() - SETTINGS:
        message = f"{where}: no such setting: {settings.keys() - SETTINGS}"
        raise CaseError(message)
    lines = [line.strip() for line in blocks["claims"].splitlines() if line.strip()]
    forbidden = {line.removeprefix("no ") for line in lines if line.startswith("no ")}
    claims = [line for line in lines if line != "none" and not line.startswith("no ")]
    expected = tuple(_expected(line, blocks["draft"], where) for line in claims)
    if forbidden - set(KINDS) or not lines or ("none" in lines) != (own not in WHOLE and not _own(expected, own)):
        message = f"{where}: say `none` where there is no claim of the file's kind, and only there"
        raise CaseError(message)
    return Case(title.strip(), blocks["draft"], expected, frozenset(forbidden | ({own} - WHOLE)), settings)


def _own(expected: tuple[Expected, ...], own: str) -> bool:
    return any(each.kind == own for each in expected)


NAMES = ("value", "unit", "qualifier", "conversions", "speakers", "modality")


def _expected(line: str, draft: str, where: str) -> Expected:
    kind, words, *rest = (part.strip() for part in line.removeprefix("?").split("|"))
    named = dict(part.split("=", 1) for part in rest if part.partition("=")[0] in NAMED)
    plain = [part for part in rest if part.partition("=")[0] not in NAMED]
    if kind not in KINDS or len(plain) > len(NAMES):
        message = f"{where}: {line}"
        raise CaseError(message)
    fields = {name: value for name, value in zip(NAMES, plain, strict=False) if value} | named
    for name, known in (("qualifier", QUALIFIERS), ("modality", MODALITIES)):
        if fields.get(name, known[0]) not in known:
            message = f"{where}: no such {name}: {fields[name]}"
            raise CaseError(message)
    words, _, number = words.partition("#")
    found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), draft))
    if (len(found) != 1 and not number) or (number and len(found) < int(number)):
        message = f"{where}: {words!r} stands {len(found)} times in the draft"
        raise CaseError(message)
    return Expected(kind, Span(*found[int(number or 1) - 1].span()), words, fields, line.startswith("?"))


def _number(text: str) -> object:
    low, dots, high = text.partition("..")
    return (float(low), float(high)) if dots else float(text)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip().removeprefix("the ")


def _values(claim: Claim | Conversion, wanted: str) -> bool:
    """Whether a value is the one written; a name may be the text's or the one in the reference data."""
    value = claim.value
    if isinstance(value, bool):
        return wanted == str(value).lower()
    if isinstance(value, tuple):
        return ".." in wanted and value == pytest.approx(_number(wanted), rel=1e-6)
    if isinstance(value, str):
        return _folded(wanted) in {_folded(value), _folded(claim.text)}
    return ".." not in wanted and bool(re.match(r"[\d.]+$", wanted)) and value == pytest.approx(float(wanted))


def _conversions(claim: Claim, wanted: str) -> bool:
    parts = [] if wanted == "-" else [part.strip() for part in wanted.split(";")]
    return len(parts) == len(claim.conversions) and all(
        _values(conversion, part.rpartition(" ")[0]) and conversion.unit == part.rpartition(" ")[2]
        for conversion, part in zip(claim.conversions, parts, strict=True)
    )


def _wrong(claim: Claim, expected: Expected) -> Iterator[str]:
    """Yield what differs in a claim from what is expected."""
    for name, wanted in expected.fields.items():
        if name == "event":
            continue
        if name == "value":
            right = _values(claim, wanted)
        elif name == "conversions":
            right = _conversions(claim, wanted)
        elif name == "speakers":
            names = set() if wanted == "-" else {part.strip() for part in wanted.split(",")}
            right = set(claim.attributed_to) == names
        else:
            right = (getattr(claim, name) or "-") == wanted
        if not right:
            got = claim.attributed_to if name == "speakers" else getattr(claim, name)
            yield f"{expected.kind} {expected.words!r}: {name} is {got!r}, not {wanted}"


def problems(case: Case, claims: tuple[Claim, ...]) -> list[str]:
    """Return what is wrong with the claims found."""
    found: list[str] = []
    left = list(claims)
    events: dict[str, str | None] = {}
    for expected in sorted(case.expected, key=lambda each: each.optional):
        fitting = [c for c in left if c.kind == expected.kind and c.span.overlaps(expected.span)]
        fitting.sort(key=lambda c: len(list(_wrong(c, expected))))
        if not fitting:
            if not expected.optional:
                found.append(f"missed: {expected.kind} {expected.words!r} {dict(expected.fields)}")
            continue
        left.remove(fitting[0])
        found += _wrong(fitting[0], expected)
        label = expected.fields.get("event")
        if label and events.setdefault(label, fitting[0].event) != fitting[0].event:
            found.append(f"{expected.kind} {expected.words!r}: not of the same launch as the others of {label}")
    if len(set(events.values())) < len(events):
        found.append(f"launches taken for one: {events}")
    found += [f"no claim: {c.kind} {c.text!r} = {c.value} {c.unit}" for c in left if c.kind in case.refused]
    return found


def check(case: Case) -> list[str]:
    """Read the draft and return what is wrong with its claims."""
    report = check_text(
        case.draft,
        published=case.settings.get("published"),
        timezone=case.settings.get("timezone"),
        media_type=case.settings.get("media_type", "text/plain"),
    )
    claims = report.documents[0].claims
    found = [f"text of {c.kind}: {c.text!r}" for c in claims if c.text != case.draft[c.span.start : c.span.end]]
    return found + problems(case, claims)


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
    with_it = [_own(case.expected, name) for case in read_cases(FILES[name])]

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
