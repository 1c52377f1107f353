"""The table of a launch: what the draft and each speaker say of it, and whether they agree."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.reports.bars import interval_lines
from checker.reports.cells import Paint, pad, shown, width, wrap
from checker.reports.told import others
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
    from checker.report import Agreement, Document, Report, Row
    from checker.reports.told import Told

_NARROWEST = 11
_WIDEST_AGREEMENT = 34
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


def table(report: Report, told: Told, room: int, paint: Paint, *, draws: bool = True, name: str = "") -> Iterator[str]:
    """Return the lines of a launch's table; where it is too wide, one fact a line.

    `name` is the draft's, where there are several. `draws` says whether the signs of an interval line can be shown;
    else they are plain ASCII.
    """
    claims = {(one.path, claim.id): claim for one in report.documents for claim in one.claims}
    heads, lines = _grid(told, claims)
    head = f"{name}: {launch(told.event, told.claims)}" if name else launch(told.event, told.claims)
    yield from (paint(line, "bold") for line in wrap(shown(head), room, paths=True))
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
    yield from interval_lines(told.agreements, claims, room - _GAP, draws=draws)
    for path in dict.fromkeys(path for each in told.agreements for path in each.unclear):
        words = f"{path} tells of several launches, and it is not clear which is meant: they were taken together."
        yield from (f"  {line}" for line in wrap(shown(words), room - _GAP, paths=True))
    if told.event.record:
        yield from wrap(f"  In the record: {shown(told.event.record.replace(';', ', '))}", room)


def _grid(told: Told, claims: Mapping[tuple[str, str], Claim]) -> tuple[list[str], list[_Line]]:
    """Return the names of the columns and the facts, in the order of the register of kinds."""
    theirs = [(each.kind, row) for each in told.agreements for row in others(told.draft, each)]
    changed = _who_changed(theirs)
    columns = list(dict.fromkeys(_column(row, changed) for _, row in theirs))
    mine = [_DRAFT] if told.draft else []
    heads = [*mine, *map(_name, columns)]
    by_kind = {each.kind: each for each in told.agreements}
    own: dict[str, list[Claim]] = {}
    for claim in told.claims if told.draft else ():
        if claim.event == told.event.id and claim.modality == "asserted":
            own.setdefault(claim.kind, []).append(claim)
    lines = []
    for kind in FACTS:
        each, draft = by_kind.get(kind), own.get(kind, [])
        rows = each.rows if each else ()
        if not draft and not rows:
            continue
        if columns and each is None:
            continue  # what was not compared must not look as if the others had said nothing
        said = [_joined(value_of(claim) if columns else _with_pair(claim) for claim in draft)] if mine else []
        told_of = [*draft, *(claims[_key(row)] for row in rows if _key(row) in claims)]
        unit = told_of[0].unit if told_of else None
        for column in columns:
            here = [row for other, row in theirs if other == kind and _column(row, changed) == column]
            said.append(_joined(_cell(row, claims.get(_key(row)), unit) for row in here))
        entity = next((claim.entity for claim in told_of if claim.entity), None)
        speaking = [head for head, words in zip(heads, said, strict=True) if words != _SILENT]
        verdict, style = "", ""
        if len(speaking) == 1 and columns:
            verdict = f"only the {_DRAFT}" if speaking[0] == _DRAFT else f"only {speaking[0]}"
        elif each is not None:
            verdict, style = _verdict(each, told.draft, told_of)
        lines.append(_Line(shown(fact(kind, entity)), tuple(map(shown, said)), shown(verdict), style))
    return list(map(shown, heads)), lines


def _who_changed(rows: Sequence[tuple[str, Row]]) -> set[str]:
    """Return the speakers of whom two documents do not give the same figures: a statement, and what became of it."""
    said: dict[tuple[str, str], dict[str, set[object]]] = {}
    for kind, row in rows:
        if row.speaker and row.interval:
            said.setdefault((row.speaker, kind), {}).setdefault(row.path, set()).add(row.interval)
    return {speaker for (speaker, _), paths in said.items() if len({frozenset(each) for each in paths.values()}) > 1}


def _column(row: Row, changed: set[str]) -> tuple[str, str]:
    """Return whose column a row stands in: a speaker's, else a document's, or that of both."""
    return row.speaker or "", row.path if not row.speaker or row.speaker in changed else ""


def _key(row: Row) -> tuple[str, str]:
    return row.path, row.claim


def _name(column: tuple[str, str]) -> str:
    speaker, path = column
    file = path.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{speaker} ({file})" if speaker and file else speaker or file


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


def _verdict(each: Agreement, draft: Document | None, told_of: list[Claim]) -> tuple[str, str]:
    """Say in a few words how the columns agree, or which stands apart, and by how much."""
    apart_by = _apart(each, told_of) if each.kind == "time" else None
    if each.agree is False and apart_by is not None and apart_by <= _ONE_LAUNCH:
        return f"{apart_by} min apart", ""
    if each.agree is None:
        return ("worded differently" if each.kind in _WORDED else "not comparable"), ""
    if not each.agree:
        by = {one.who: f" by {amount(float(f'{one.by:.3g}'), one.unit)}" for one in each.apart}
        everyone = {_DRAFT if draft and row.path == draft.path else row.speaker or row.path for row in each.rows}
        names = {(_DRAFT if draft and who == draft.path else who): by.get(who, "") for who in each.outliers}
        if len(set(names.values())) > 1:
            return f"DIFFER: {', '.join(_name(('', who)) + gap for who, gap in names.items())}", "differ"
        told = "" if not names or set(names) == everyone else ": " + ", ".join(_name(("", who)) for who in names)
        return f"DIFFER{told}{next(iter(names.values()), '')}", "differ"
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
