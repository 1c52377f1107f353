"""Arcs as an outline of characters, in proportion: a character is taken to be twice as high as it is wide."""

from __future__ import annotations

from math import ceil, cos, sin
from typing import TYPE_CHECKING

from checker.figures.writing import number
from checker.flight.arcs import RADIUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.flight.arcs import Arc
    from checker.flight.desk import Drawn

MARKS = "*.o"
_MOST_ROWS = 24
_LEAST_ROWS = 4
_STEPS = 400


def points(arc: Arc, steps: int = _STEPS) -> list[tuple[float, float]]:
    """Return points of an arc in km: across from its middle, and up from the ground under that."""
    half = arc.angle / 2
    made = []
    for step in range(steps + 1):
        angle = arc.angle * step / steps
        radius = RADIUS + max(0.0, arc.height(angle))
        made.append((radius * sin(angle - half), radius * cos(angle - half) - RADIUS))
    return made


def ground(angle: float, steps: int = _STEPS) -> list[tuple[float, float]]:
    """Return points of the ground under an arc of an angle in radians, as `points` are."""
    turns = [angle * (step / steps - 0.5) for step in range(steps + 1)]
    return [(RADIUS * sin(turn), RADIUS * (cos(turn) - 1)) for turn in turns]


def outline(drawn: Sequence[Drawn], width: int) -> list[str]:
    """Return the lines of a drawing of arcs over one distance, with what its marks mean."""
    every = [points(one.arc) for one in drawn]
    base = ground(max(one.arc.angle for one in drawn))
    flat = [point for line in (*every, base) for point in line]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, high = min(y for _, y in flat), max(y for _, y in flat)
    columns = max(20, min(width - 4, 76))
    scale = max((right - left) / columns, (high - low) / (2 * _MOST_ROWS), 1e-9)
    rows = max(_LEAST_ROWS, ceil((high - low) / scale / 2) + 1)
    across = ceil((right - left) / scale) + 1
    cells = [[" "] * across for _ in range(rows)]
    for mark, line in ((_GROUND, base), *zip(MARKS[: len(every)][::-1], every[::-1], strict=True)):
        for x, y in line:
            row = rows - 1 - round((y - low) / scale / 2)
            cells[max(0, row)][min(across - 1, round((x - left) / scale))] = mark
    lines = [f"  {''.join(row)}".rstrip() for row in cells]
    while not lines[0]:
        lines.pop(0)
    meant = [f"{mark} {one.name}" for mark, one in zip(MARKS, drawn, strict=False)]
    return [
        *lines,
        f"  {', '.join(meant)}, {_GROUND} the ground; in proportion, one row is {number(float(f'{scale * 2:.3g}'))} km",
    ]


_GROUND = "_"
