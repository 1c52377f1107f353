"""Figures and pairs from a few plain forms, so that tests of the sums need no reader of texts."""

from __future__ import annotations

import re

from checker.figures import Figure, FigurePair, Qualifier, Style
from checker.figures.interval import stated
from checker.source import Span

_WRITTEN = re.compile(r"(about |at least |more than |less than |)([\d,.]+)(?:( to |-)([\d,.]+))?([ \u00a0-]?)(\D+)")
_SPELLINGS = {
    "km": "km kilometers kilometer kilometres",
    "mile": "mi mile miles",
    "ft": "foot feet",
    "m": "m meters",
    "yard": "yard yards",
    "km/h": "kph",
    "mph": "mph",
    "km/s": "km/s",
    "m/s": "m/s",
    "knot": "knot knots",
    "mach": "Mach",
    "s": "second seconds",
    "min": "minute minutes",
    "h": "hour hours",
}
UNITS_OF = {word: unit for unit, spellings in _SPELLINGS.items() for word in spellings.split()} | {
    "nautical miles": "nmi",
    "miles per hour": "mph",
}
_QUALIFIERS: dict[str, Qualifier] = {
    "": "exact",
    "about ": "about",
    "at least ": "at_least",
    "more than ": "more_than",
    "less than ": "less_than",
}


def _place(digits: str) -> int:
    if float(digits.replace(",", "")) == 0:
        return 0
    whole, _, decimals = digits.replace(",", "").partition(".")
    if decimals:
        return -len(decimals)
    return len(whole) - len(whole.rstrip("0"))


def figure(text: str) -> Figure:
    """Read a figure in the few forms that these tests use."""
    match = _WRITTEN.fullmatch(text)
    assert match is not None, text
    hedge, low, _, high, joint, unit_text = match.groups()
    ends = [low] if high is None else [low, high]
    values = [float(end.replace(",", "")) for end in ends]
    places = tuple(_place(end) for end in ends)
    value = values[0] if len(values) == 1 else (values[0], values[1])
    qualifier: Qualifier = _QUALIFIERS[hedge] if len(values) == 1 or hedge else "range"
    unit = UNITS_OF[unit_text]
    bare = text[len(hedge) :]
    return Figure(
        span=Span(0, len(bare)),
        hedged=Span(0, len(text)),
        text=bare,
        value=value,
        unit=unit,
        qualifier=qualifier,
        about=qualifier == "about",
        interval=stated(value, places, qualifier, unit, about=qualifier == "about"),
        style=Style(
            unit_text=unit_text,
            joint=joint,
            group="," if "," in text or max(values) < 1000 else "",
            places=places,
            decimals=max(len(end.partition(".")[2]) for end in ends),
        ),
        start=0,
        end=len(bare),
    )


def pair(text: str) -> FigurePair:
    """Read "1,000 km (620 miles)"."""
    first, second = text.rstrip(")").split(" (")
    return FigurePair(figure(first), figure(second), Span(0, len(text)))
