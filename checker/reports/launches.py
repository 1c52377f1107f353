"""The table of a launch: what the draft and each speaker say of it, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.reports.cells import Paint, pad, shown, width, wrap
from checker.reports.wording import (
    FACTS,
    MEANINGS,
    SIGNS,
    amount,
    fact,
    launch,
    minutes_apart,
    span_of,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.claims import Claim
    from checker.events import Event
    from checker.report import Agreement, Document, Report, Row

_NARROWEST = 11
_WIDEST_AGREEMENT = 30
_GAP = 2
# Detection and launch lie some minutes apart.
_ONE_LAUNCH = 10
_WORDED = frozenset({"site", "impact_area", "missile_class", "missile_name"})
_DRAFT = "draft"
_SILENT = "-"


@dataclass(frozen=True, slots=True)
class _Line:
    """One fact: its name, what each column says, and how they agree, with the style of that."""

    name: str
    cells: tuple[str, ...]
    agreement: str
    style: str


@dataclass(frozen=True, slots=True)
class _Launch:
    """One launch as a draft tells it, with what is compared."""

    event: Event
    agreements: tuple[Agreement, ...]
    flagged: bool


def launches(report: Report, draft: Document) -> list[_Launch]:
    """Return the launches of a draft that a source speaks of or that a finding touches."""
    event_of = {claim.id: claim.event for claim in draft.claims}
    flagged = {event_of.get(claim) for finding in draft.findings for claim in finding.claims}
    by_event: dict[str, list[Agreement]] = {}
    for agreement in report.agreement:
        mine = next((event_of.get(row.claim) for row in agreement.rows if row.path == draft.path), None)
        if mine is None and not _of_other_draft(report, draft, agreement):
            on = ((event.date, event.country, event.id) for event in draft.events)
            mine = next((id_ for *same, id_ in on if same == [agreement.date, agreement.country]), None)
        if mine is not None:
            by_event.setdefault(mine, []).append(agreement)
    found = (_Launch(event, tuple(by_event.get(event.id, ())), event.id in flagged) for event in draft.events)
    return [one for one in found if one.flagged or any(_others(draft, each) for each in one.agreements)]


def _of_other_draft(report: Report, draft: Document, agreement: Agreement) -> bool:
    drafts = {one.path for one in report.documents if one.role == "draft"} - {draft.path}
    return any(row.path in drafts for row in agreement.rows)


def _others(draft: Document, agreement: Agreement) -> list[Row]:
    return [row for row in agreement.rows if row.path != draft.path]


def table(report: Report, draft: Document, told: _Launch, room: int, paint: Paint) -> Iterator[str]:
    """Return the lines of a launch's table; where it is too wide, one fact a line."""
    claims = {(one.path, claim.id): claim for one in report.documents for claim in one.claims}
    heads, lines = _grid(draft, told, claims)
    title = shown(launch(told.event, draft.claims))
    yield from (paint(line, "bold") for line in wrap(title, room))
    grid = [[line.name, *line.cells, line.agreement] for line in lines]
    columns = ["", *heads, "agreement" if len(heads) > 1 else ""]
    sizes = _sizes(columns, grid, room - _GAP)
    if sizes is None:
        yield from _list(heads, lines, room, paint)
    else:
        yield from _lay_out(columns, sizes, paint) if len(heads) > 1 else ()
        for line, cells in zip(lines, grid, strict=True):
            yield from _lay_out(cells, sizes, paint, line.style)
    yield from _legend(lines, room, paint, silence=sizes is not None)


def _grid(draft: Document, told: _Launch, claims: Mapping[tuple[str, str], Claim]) -> tuple[list[str], list[_Line]]:
    """Return the names of the columns and the facts, in the order of the register of kinds."""
    others = [(row.path, row.speaker) for each in told.agreements for row in _others(draft, each)]
    columns = list(dict.fromkeys(others))
    heads = [_DRAFT, *(_name(column, columns) for column in columns)]
    named = dict(zip(columns, heads[1:], strict=True))
    by_kind = {each.kind: each for each in told.agreements}
    own: dict[str, list[Claim]] = {}
    for claim in draft.claims:
        if claim.event == told.event.id and claim.modality == "asserted":
            own.setdefault(claim.kind, []).append(claim)
    lines = []
    for kind in FACTS:
        each, mine = by_kind.get(kind), own.get(kind, [])
        rows = each.rows if each else ()
        if not mine and not rows:
            continue
        if columns and each is None:
            continue  # what was not compared must not look as if the others had said nothing
        unit = mine[0].unit if mine else None
        said = [_joined(value_of(claim) if columns else _with_pair(claim) for claim in mine)]
        for column in columns:
            theirs = [row for row in rows if (row.path, row.speaker) == column]
            said.append(_joined(_cell(row, claims.get(_key(row)), unit) for row in theirs))
        told_of = [*mine, *(claims[_key(row)] for row in rows if _key(row) in claims)]
        entity = next((claim.entity for claim in told_of if claim.entity), None)
        speaking = [head for head, words in zip(heads, said, strict=True) if words != _SILENT]
        verdict, style = "", ""
        if len(speaking) == 1 and columns:
            verdict = f"only the {_DRAFT}" if speaking[0] == _DRAFT else f"only {speaking[0]}"
        elif each is not None:
            verdict, style = _verdict(each, named, told_of)
        lines.append(_Line(shown(fact(kind, entity)), tuple(map(shown, said)), shown(verdict), style))
    return list(map(shown, heads)), lines


def _key(row: Row) -> tuple[str, str]:
    return row.path, row.claim


def _name(column: tuple[str, str | None], columns: Sequence[tuple[str, str | None]]) -> str:
    path, speaker = column
    file = path.replace("\\", "/").rsplit("/", 1)[-1]
    twins = sum(other == speaker for _, other in columns)
    return file if not speaker else speaker if twins == 1 else f"{speaker} ({file})"


def _joined(values: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(values)) or _SILENT


def _with_pair(claim: Claim) -> str:
    pairs = "".join(f" ({value_of(pair)})" for pair in claim.conversions)
    return value_of(claim) + pairs


def _cell(row: Row, claim: Claim | None, unit: str | None) -> str:
    """Return what a speaker says, in the draft's unit where the speaker gives one in it."""
    if claim is None:
        return row.value or (span_of(row.interval) if row.interval else _SILENT)
    said = value_of(claim)
    if claim.unit == unit or claim.interval is None or unit is None:
        return said
    same = next((pair for pair in claim.conversions if pair.unit == unit), None)
    if same is not None:
        return f"{value_of(same)} ({said})"
    try:
        from checker.units import convert

        ends = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        there = tuple(float(f"{convert(float(end), claim.unit or '', unit):.3g}") for end in ends)
    except (KeyError, ValueError):
        return said
    return f"{said} ({amount(there[0] if len(there) == 1 else (there[0], there[-1]), unit)})"


def _verdict(each: Agreement, named: Mapping[tuple[str, str | None], str], told_of: list[Claim]) -> tuple[str, str]:
    """Say in a few words how the columns agree, or which stands apart."""
    apart_by = _apart(each, told_of) if each.kind == "time" else None
    if each.agree is False and apart_by is not None and apart_by <= _ONE_LAUNCH:
        return f"{apart_by} min apart", ""
    if each.agree is None:
        return ("worded differently" if each.kind in _WORDED else "not comparable"), ""
    if not each.agree:
        apart = [row for row in each.rows if {row.path, row.speaker} & {*each.outliers}]
        names = dict.fromkeys(named.get((row.path, row.speaker), _DRAFT) for row in apart)
        return f"DIFFER: {', '.join(names)}" if names else "DIFFER", "differ"
    if each.consensus is not None:
        return f"meet at {span_of(each.consensus)}", "agree"
    return (f"agree, {apart_by} min apart" if apart_by else "agree"), "agree"


def _apart(each: Agreement, told_of: Sequence[Claim]) -> int | None:
    """Return the minutes between the clock times that belong together, at most; None where one is not resolved."""
    if not all(claim.resolved for claim in told_of):
        return None
    said: dict[str, list[str]] = {}
    for row in each.rows:
        said.setdefault(row.path, []).append(row.value or "")
    if all(len(times) == 1 for times in said.values()):
        return minutes_apart(claim.resolved or "" for claim in told_of)
    gaps = []
    for one, other in combinations(said.values(), 2):
        fewer, more = sorted((one, other), key=len)
        gaps += [min((minutes_apart((clock, there)) or 0 for there in more), default=0) for clock in fewer]
    return max(gaps, default=None)


def _sizes(heads: Sequence[str], grid: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return the width of each column, the widest narrowed to fit; None where no legible one does."""
    sizes = [max(map(width, column)) for column in zip(heads, *grid, strict=True)]
    sizes[-1] = min(sizes[-1], _WIDEST_AGREEMENT)
    while sum(sizes) + _GAP * (len(sizes) - 1) > room:
        widest = max(range(1, len(sizes)), key=lambda column: sizes[column])
        if sizes[widest] <= max(_NARROWEST, *map(width, heads[widest].split(" "))):
            return None
        sizes[widest] -= 1
    return sizes


def _lay_out(cells: Sequence[str], sizes: Sequence[int], paint: Paint, style: str = "") -> Iterator[str]:
    """Write one fact across the columns, over as many lines as its longest cell needs."""
    wrapped = [wrap(cell, max(1, size)) for cell, size in zip(cells, sizes, strict=True)]
    for index in range(max(map(len, wrapped))):
        row = [column[index] if index < len(column) else "" for column in wrapped]
        padded = [pad(cell, size) for cell, size in zip(row[:-1], sizes[:-1], strict=True)]
        left = " " * _GAP + (" " * _GAP).join(padded)
        right = paint(row[-1], style) if style else row[-1]
        yield (left + " " * _GAP + right if right else left).rstrip()


def _list(heads: Sequence[str], lines: Sequence[_Line], room: int, paint: Paint) -> Iterator[str]:
    """Write one fact a line, for a narrow terminal."""
    for line in lines:
        yield f"  {line.name}" + (f": {paint(line.agreement, line.style or 'dim')}" if line.agreement else "")
        for head, words in zip(heads, line.cells, strict=True):
            if words != _SILENT:
                text = f"{head}: {words}" if len(heads) > 1 else words
                first, *rest = wrap(text, max(_NARROWEST, room - 6))
                yield f"    {first}"
                yield from (f"      {more}" for more in rest)


def _legend(lines: Sequence[_Line], room: int, paint: Paint, *, silence: bool) -> Iterator[str]:
    """Explain the signs that the table uses."""
    words = " ".join(cell for line in lines for cell in line.cells)
    used = [sign.strip() for sign in SIGNS.values() if sign in words]
    if silence and any(cell == _SILENT for line in lines for cell in line.cells):
        used.append(_SILENT)
    if used:
        text = ", ".join(f"{sign} {MEANINGS[sign]}" for sign in used)
        yield from (paint(f"  {line}", "dim") for line in wrap(text, room - _GAP))
