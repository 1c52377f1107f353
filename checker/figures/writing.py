"""Figures in words: converted into another unit in the writer's style, and as a message says them."""

from __future__ import annotations

import datetime
import math
import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from checker.units import convert

if TYPE_CHECKING:
    from checker.figures.figure import Figure, Style
    from checker.figures.interval import Qualifier

# Unit words that have two forms in English; an abbreviation has one.
_PLURALS = {
    "kilometer": "kilometers",
    "kilometre": "kilometres",
    "meter": "meters",
    "metre": "metres",
    "mile": "miles",
    "foot": "feet",
    "yard": "yards",
    "knot": "knots",
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
}
_SINGULARS = {many: one for one, many in _PLURALS.items()}
_NAMES = {"mile": "miles", "nmi": "nautical miles", "ft": "feet", "yard": "yards", "knot": "knots"} | {
    "s": "seconds",
    "min": "minutes",
    "h": "hours",
}
_HEDGES: dict[Qualifier, str] = {
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}
_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_WORD = re.compile(r"[A-Za-z]+")
# What we write with one digit is never as far off as what we would remark on.
_CLOSE = 0.025
_WHOLE = 100
_LONG = 1e6  # from here on six digits would need an exponent


def date_in_words(iso: str) -> str:
    """Write an ISO date as a desk does, whatever the host's locale: "Jan. 14, 2024"; other text as it is."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{_MONTHS[date.month - 1]} {date.day}, {date.year}"


def phrase(figure: Figure) -> str:
    """Return a figure as the writer put it, less its hedge and hyphen: "1,000-km" is "1,000 km"."""
    style = figure.style
    numbers = " to ".join(style.write(end, style.decimals) for end in figure.ends)
    return numbers + _unit(style, figure.ends[-1])


def phrase_in(figure: Figure, like: Figure) -> str:
    """Return a figure converted into the unit of another, in that one's style, rounded as a desk would."""
    ends = figure.into(like.unit)
    numbers = " to ".join(_short(end, like.style) for end in ends)
    return numbers + _unit(like.style, ends[-1])


def rewritten(figure: Figure, like: Figure) -> str:
    """Return what should stand in the place of `like`: the figure in its unit, style and spelling.

    It is as precise as the figure itself, but has at least two significant digits.
    """
    places = (figure.style.places * len(figure.ends))[: len(figure.ends)]
    ends = figure.into(like.unit)
    decimals = max(_decimals(*end) for end in zip(figure.ends, places, ends, strict=True))
    numbers = [like.style.write(round(end, decimals), decimals) for end in ends]
    return _in_place(like, numbers, round(ends[-1], decimals))


def words(value: float | tuple[float, float], unit: str, qualifier: Qualifier = "exact", into: str = "") -> str:
    """Return a quantity by its report unit, with its hedge: "at least 500 km"; `into` converts it."""
    into = into or unit
    ends = value if isinstance(value, tuple) else (value,)
    numbers = " to ".join(number(convert(end, unit, into)) if into != unit else _plain(end) for end in ends)
    name = _agreeing(_NAMES.get(into, into), 1 if numbers == "1" else 2)
    return _HEDGES.get(qualifier, "") + (f"Mach {numbers}" if into == "mach" else f"{numbers} {name}")


def number(value: float) -> str:
    """Round as a desk would: to a whole number from 100 up, else to three digits."""
    decimals = 0 if abs(value) >= _WHOLE or value == 0 else 2 - math.floor(math.log10(abs(value)))
    text = f"{value:,.{max(0, decimals)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def exactly(ends: tuple[float, ...], unit: str) -> str:
    """Return a value, or both ends, for the evidence of a finding: "621.371 mile"."""
    return " to ".join(f"{end:.6g}" if abs(end) < _LONG else f"{end:.0f}" for end in ends) + f" {unit}"


def _plain(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def _short(value: float, style: Style) -> str:
    plain = number(value)
    return style.write(value, len(plain.partition(".")[2]))


def _decimals(value: float, place: int, converted: float) -> int:
    """Return to how many decimals a conversion is written (negative: tens, hundreds), as MediaWiki does."""
    if value == 0 or converted == 0:
        return 0
    kept = math.floor(-place + math.log10(abs(value / converted)) + math.log10(2))
    decimals = max(kept, 1 - math.floor(math.log10(abs(converted))))
    rounded = round(converted, decimals)
    one_digit = float(f"{rounded:.0e}") == rounded
    return decimals + (1 if one_digit and abs(rounded / converted - 1) > _CLOSE else 0)


def _unit(style: Style, value: float) -> str:
    """Return the unit as a message writes it, with what stands before it."""
    return ("" if style.joint == "" else " ") + _agreeing(style.unit_text, value)


def _agreeing(unit_text: str, value: float) -> str:
    """Return a unit in the singular or plural; an abbreviation or another language's word as it is."""
    table = _SINGULARS if value == 1 else _PLURALS

    def changed(match: re.Match[str]) -> str:
        word = match[0]
        other = table.get(word.lower(), word)
        return other.upper() if word.isupper() and len(word) > 1 else other

    # Only the noun changes: "nautical mile", but not the hours of "miles per hour".
    head, per, rest = re.split(r"((?<!\s)\s++(?:per|an)\s++|/|$)", unit_text, maxsplit=1)
    return _WORD.sub(changed, head) + per + rest


def _in_place(like: Figure, numbers: list[str], value: float) -> str:
    """Put numbers in the place of those that a figure shows, and keep all else as it is written."""
    group = re.escape(like.style.group)
    between = rf"|{group}(?=\d)" if group else ""
    shown = list(re.finditer(rf"\d(?:\d|[.\uff0e](?=\d){between})*", like.text))
    hyphen = like.style.joint.strip()
    unit_text = like.style.unit_text if hyphen else _agreeing(like.style.unit_text, value)
    if len(shown) != len(numbers) or not like.text.endswith(like.style.unit_text):
        return " to ".join(numbers) + (like.style.joint or " ") + unit_text
    gaps = [like.text[one.end() : two.start()] for one, two in pairwise(shown)]
    tail = like.text[shown[-1].end() : len(like.text) - len(like.style.unit_text)] + unit_text
    joined = "".join(part + gap for part, gap in zip_longest(numbers, gaps, fillvalue=""))
    return like.text[: shown[0].start()] + joined + tail


def quoted(speaker: str | None) -> str:
    """Return what a message adds where the words are a speaker's own; "" where they are the writer's."""
    if speaker is None:
        return ""
    return f" (the words are those of {speaker})" if speaker else " (the words are quoted)"
