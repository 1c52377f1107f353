"""A line for each speaker that shows what a figure's words allow, on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from checker.reports.cells import pad, shown, width
from checker.reports.wording import amount, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.claims import Claim
    from checker.figures.interval import Interval
    from checker.report import Agreement, Row

_MEASURED = ("range", "altitude", "flight_time", "speed")
_LONGEST = 48
_SHORTEST = 20
_DRAFT = "draft"
# The beginning, the run, the value, the end, and the ends that the words leave open.
_DRAWN = ("\u251c", "\u2500", "\u25cf", "\u2524", "\u25c0", "\u25b6")
_PLAIN = ("|", "-", "o", "|", "<", ">")
_Signs: TypeAlias = "tuple[str, str, str, str, str, str]"


def interval_lines(
    agreements: Sequence[Agreement], claims: Mapping[tuple[str, str], Claim], room: int, *, draws: bool
) -> Iterator[str]:
    """Return the lines of each kind of figure that the speakers give unlike; none where there is no room."""
    for each in agreements:
        rows = [row for row in each.rows if row.interval is not None] if each.kind in _MEASURED else []
        rows = list({(_name(row, each.draft), row.interval): row for row in rows}.values())
        if len({row.interval for row in rows}) > 1:
            yield from _lines(each, rows, claims, room, _DRAWN if draws else _PLAIN)


def _lines(
    each: Agreement, rows: Sequence[Row], claims: Mapping[tuple[str, str], Claim], room: int, signs: _Signs
) -> Iterator[str]:
    unit = next(row.interval.unit for row in rows if row.interval)
    spans = [row.interval.to(unit) for row in rows if row.interval]
    names = [shown(_name(row, each.draft)) for row in rows]
    ends = [end for span in spans for end in (span.low, span.high) if end is not None]
    low, high = min(ends), max(ends)
    left = max(map(width, [fact(each.kind, None), *(f"  {name}" for name in names)])) + 2
    cells = min(_LONGEST, room - left)
    if cells < _SHORTEST or low == high:
        return
    first, last = amount(float(f"{low:.4g}"), None), amount(float(f"{high:.4g}"), unit)
    yield f"  {pad(fact(each.kind, None), left)}{first}{' ' * max(1, cells - width(first) - width(last))}{last}"
    for row, name, span in zip(rows, names, spans, strict=True):
        claim = claims.get((row.path, row.claim))
        bar = _bar(span, _middle(claim, span), (low, high), cells, signs)
        yield f"  {pad(f'  {name}', left)}{bar}".rstrip()


def _name(row: Row, draft: str | None) -> str:
    if draft is not None and row.path == draft:
        return _DRAFT
    return row.speaker or row.path.replace("\\", "/").rsplit("/", 1)[-1]


def _middle(claim: Claim | None, span: Interval) -> float | None:
    """Return the figure itself, where it lies within what its words allow; a bound is its own end."""
    if claim is None or claim.interval is None or isinstance(claim.value, (str, bool, tuple)):
        return None
    if span.low is None or span.high is None or claim.interval.low is None or claim.interval.high is None:
        return None
    share = (claim.value - claim.interval.low) / (claim.interval.high - claim.interval.low or 1)
    return span.low + share * (span.high - span.low)


def _bar(span: Interval, middle: float | None, scale: tuple[float, float], cells: int, signs: _Signs) -> str:
    """Draw one interval: an arrow where an end is open, a dot at the figure itself."""
    begin, run, dot, end, to_left, to_right = signs

    def at(value: float) -> int:
        return round((value - scale[0]) / (scale[1] - scale[0]) * (cells - 1))

    start = 0 if span.low is None else at(span.low)
    stop = cells - 1 if span.high is None else at(span.high)
    if start == stop:
        return " " * start + dot
    drawn = [" "] * start + [run] * (stop - start + 1)
    drawn[start] = to_left if span.low is None else begin
    drawn[stop] = to_right if span.high is None else end
    if middle is not None and start < at(middle) < stop:
        drawn[at(middle)] = dot
    return "".join(drawn)
