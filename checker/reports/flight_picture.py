"""Arcs as an SVG picture: in proportion, labelled, fit for print in black and white, and told to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zlib import crc32

from checker.flight.arcs import RADIUS
from checker.reports.flight import said
from checker.reports.outline import ground, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.flight.desk import Drawn

_WIDTH = 760
_MARGIN = 48
_TALLEST = 560
_SHORTEST = 70
_LINE = 22
_HEAD = 64
_APART = 18
# Colours that differ in grey as well, each with a pattern of its own.
_STYLES = (("#9b1c1c", "", 3.0), ("#1f4e79", "9 6", 2.2), ("#3d7a2a", "2 5", 2.6))
_NOTE = f"In proportion: free arcs, without air, over a round Earth of {RADIUS:,.0f} km radius."
_HALO = "paint-order='stroke' stroke='#ffffff' stroke-width='4' stroke-linejoin='round'"
_FONT = "font-family='Helvetica, Arial, sans-serif'"


def render_svg(drawn: Sequence[Drawn], title: str) -> str:
    """Return the picture of one to three arcs over the ground under them."""
    every = [points(one.arc) for one in drawn]
    base = ground(max(one.arc.angle for one in drawn))
    flat = [point for line in (*every, base) for point in line]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, high = min(y for _, y in flat), max(y for _, y in flat)
    wide = _WIDTH - 2 * _MARGIN
    labels = 190 if (high - low) > 0.6 * (right - left) else 0
    scale = min((wide - labels) / max(right - left, 1e-9), _TALLEST / max(high - low, 1e-9))
    tall = max(_SHORTEST, (high - low) * scale)
    shift = _MARGIN + (wide - labels - (right - left) * scale) / 2
    foot = _HEAD + 24 + tall

    def placed(point: tuple[float, float]) -> tuple[float, float]:
        return shift + (point[0] - left) * scale, foot - (point[1] - low) * scale

    parts = [_path([placed(p) for p in base], "#333333", "", 2.0)]
    for (colour, dash, weight), line in reversed(list(zip(_STYLES, every, strict=False))):
        parts.append(_path([placed(p) for p in line], colour, dash, weight))
    parts += _apexes(drawn, [placed((0.0, one.arc.apogee)) for one in drawn])
    parts += _ends(drawn, placed(base[0]), placed(base[-1]))
    below = foot + 70
    parts += [line for index, one in enumerate(drawn) for line in _key(index, one, below + _LINE * index)]
    note = below + _LINE * len(drawn) + 6
    parts.append(_text(_MARGIN, note, _NOTE, 12, "#444444"))
    height = round(note + 20)
    told = description(drawn)
    # Several pictures may stand on one page, where an id may stand once.
    key = f"{crc32(f'{title} {told}'.encode()):08x}"
    size = f"width='{_WIDTH}' height='{height}' viewBox='0 0 {_WIDTH} {height}'"
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img' aria-labelledby='title-{key} desc-{key}'>",
        f"<title id='title-{key}'>{escape(title)}</title>",
        f"<desc id='desc-{key}'>{escape(told)}</desc>",
        f"<rect width='{_WIDTH}' height='{height}' fill='#ffffff'/>",
        _text(_MARGIN, 36, title, 18, "#111111", bold=True),
        *parts,
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def description(drawn: Sequence[Drawn]) -> str:
    """Return what the picture shows, in words."""
    told = [
        f"{one.name}: {said(one.arc.distance, 'km')} far, {said(one.arc.apogee, 'km')} high, {said(one.arc.time, 's')}"
        for one in drawn
    ]
    return f"Side view of {len(drawn)} arcs over one stretch of ground, in proportion. {'; '.join(told)}."


def _path(line: Sequence[tuple[float, float]], colour: str, dash: str, weight: float) -> str:
    steps = " ".join(f"{'L' if index else 'M'}{x:.1f} {y:.1f}" for index, (x, y) in enumerate(line))
    pattern = f" stroke-dasharray='{dash}'" if dash else ""
    return f"<path d='{steps}' fill='none' stroke='{colour}' stroke-width='{weight}'{pattern} stroke-linecap='round'/>"


def _text(x: float, y: float, words: str, size: int, colour: str, *, anchor: str = "start", bold: bool = False) -> str:
    weight = " font-weight='bold'" if bold else ""
    look = f"font-size='{size}' fill='{colour}' text-anchor='{anchor}'{weight} {_HALO} {_FONT}"
    return f"<text x='{x:.1f}' y='{y:.1f}' {look}>{escape(words)}</text>"


def _apexes(drawn: Sequence[Drawn], tops: Sequence[tuple[float, float]]) -> list[str]:
    """Return a dot at each apex with its height to the right, kept apart."""
    made, lowest = [], -1e9
    for index in sorted(range(len(drawn)), key=lambda one: tops[one][1]):
        x, y = tops[index]
        above = y - 8 >= lowest + _APART
        at = y - 8 if above else max(y + 20, lowest + _APART)
        lowest = at
        colour = _STYLES[index][0]
        made.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3.5' fill='{colour}'/>")
        words = f"{said(drawn[index].arc.apogee, 'km')} ({drawn[index].name})"
        made.append(_text(x + 10, at, words, 13, colour) if above else _text(x, at, words, 13, colour, anchor="middle"))
    return made


def _ends(drawn: Sequence[Drawn], start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    distance = said(max(one.arc.distance for one in drawn), "km")
    (x, y), (x2, y2) = start, end
    low = max(y, y2) + 24
    made = [
        f"<path d='M{x:.1f} {low - 12:.1f} V{low:.1f} H{x2:.1f} V{low - 12:.1f}' fill='none' stroke='#333333'/>",
    ]
    middle = (x + x2) / 2
    narrow = x2 - x < 90
    words = f"{distance} along the ground"
    made.append(
        _text(x2 + 8, low, words, 13, "#111111")
        if narrow
        else _text(middle, low + 16, words, 13, "#111111", anchor="middle")
    )
    return made


def _key(index: int, one: Drawn, y: float) -> list[str]:
    colour, dash, weight = _STYLES[index]
    made = one.arc
    words = f"{one.name}: apogee {said(made.apogee, 'km')}, {said(made.time, 's')}, {said(made.speed, 'km/s')}"
    return [
        _path([(_MARGIN, y - 4), (_MARGIN + 40, y - 4)], colour, dash, weight),
        _text(_MARGIN + 50, y, words, 13, "#111111"),
    ]
