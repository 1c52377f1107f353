"""Read a file of sentences with the claims that must be found in them, and compare.

A file in tests/claims is named after a kind of claim, or after something that claims of every kind have
(attribution, modality, launches). A case is a `## heading`, settings as `name: value` lines (published, timezone,
media_type; `known` gives the reason for which the case is still read wrongly), a `draft` block and a `claims` block
with a claim a line:

    kind | words in it | value | unit | qualifier | conversions | speakers | modality

An empty field is not compared, `-` says that there is nothing, and fields may be left out from the end; the
modality `unasserted` is planned or hypothetical. Named fields (`resolved=`, `entity=`, `event=`) may follow:
`event=a` on two lines says that both are of one launch, `event=a` and `event=b` that they are not. The words are
a part of the draft that the claim must overlap (`#2` behind them: where they stand for the second time). A `?`
before the kind allows a claim and does not demand it.
`no KIND` forbids a kind, and no claim of the file's own kind may be found beyond those listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from checker.api import check_text
from checker.claims.claim import KINDS, MODALITIES
from checker.figures.interval import QUALIFIERS
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.claims.claim import Claim, Conversion

WHOLE = frozenset({"attribution", "modality", "launches"})
SETTINGS = frozenset({"published", "timezone", "media_type", "known"})
NAMED = frozenset({"resolved", "entity", "event"})
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


def _case(section: str, name: str) -> Case:
    title, _, body = section.partition("\n")
    where = f"{name}: {title.strip()}"
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
    if forbidden - set(KINDS) or not lines or ("none" in lines) != (name not in WHOLE and not own(expected, name)):
        message = f"{where}: say `none` where there is no claim of the file's kind, and only there"
        raise CaseError(message)
    return Case(title.strip(), blocks["draft"], expected, frozenset(forbidden | ({name} - WHOLE)), settings)


def own(expected: tuple[Expected, ...], kind: str) -> bool:
    """Whether claims of a kind are among those expected."""
    return any(each.kind == kind for each in expected)


NAMES = ("value", "unit", "qualifier", "conversions", "speakers", "modality")


def _expected(line: str, draft: str, where: str) -> Expected:
    kind, words, *rest = (part.strip() for part in line.removeprefix("?").split("|"))
    named = dict(part.split("=", 1) for part in rest if part.partition("=")[0] in NAMED)
    plain = [part for part in rest if part.partition("=")[0] not in NAMED]
    if kind not in KINDS or len(plain) > len(NAMES):
        message = f"{where}: {line}"
        raise CaseError(message)
    fields = {name: value for name, value in zip(NAMES, plain, strict=False) if value} | named
    for name, known in (("qualifier", QUALIFIERS), ("modality", (*MODALITIES, "unasserted"))):
        if fields.get(name, known[0]) not in known:
            message = f"{where}: no such {name}: {fields[name]}"
            raise CaseError(message)
    words, _, number = words.partition("#")
    whole = r"(?<![\w,.])" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = list(re.finditer(whole, draft))
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
        elif wanted == "unasserted":
            right = claim.modality != "asserted"
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
    places = [(c.kind, c.span) for c in claims]
    found += [f"twice on the same words: {c.kind} {c.text!r}" for c in claims if places.count((c.kind, c.span)) > 1]
    return found + problems(case, claims)
