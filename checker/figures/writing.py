"""Figures in words: converted into another unit in the writer's style, and as a message says them."""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

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
HEDGES: dict[Qualifier, str] = {
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
_ABBREVIATED = 3  # "1000km", but not "1000miles"
_LONG = 1e6  # from here on six digits would need an exponent


def date_in_words(iso: str) -> str:
    """Write an ISO date as a desk does, whatever the host's locale: "Jan. 14, 2024"; other text as it is."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{_MONTHS[date.month - 1]} {date.day}, {date.year}"


def listed(words: Iterable[str]) -> str:
    """Return words in a row: "A, B and C"."""
    *most, last = tuple(words) or ("",)
    return " and ".join(filter(None, (", ".join(most), last)))


def phrase(figure: Figure) -> str:
    """Return a figure as the writer put it, less its hedge and hyphen: "1,000-km" is "1,000 km"."""
    style = figure.style
    if figure.unit == "mach" and not style.unit_text:
        return " ".join(figure.text.split())
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
    return recast(figure, like).text


def recast(figure: Figure, like: Figure, finer: int = 0) -> Figure:
    """Return `like` as `rewritten` writes it, by so many digits finer. What its words allow, `interval`, is stale."""
    decimals = decimals_due(figure, like.unit) + finer
    ends = tuple(round(end, decimals) for end in figure.into(like.unit))
    return replace(
        like,
        text=_in_place(like, [like.style.write(end, decimals) for end in ends], ends[-1]),
        value=ends[0] if len(ends) == 1 else (ends[0], ends[-1]),
        style=replace(like.style, places=tuple(_place(end, decimals) for end in ends), decimals=max(0, decimals)),
    )


def decimals_due(figure: Figure, unit: str) -> int:
    """Return to how many decimals a figure is converted into a unit; negative for tens, hundreds."""
    places = (figure.style.places * len(figure.ends))[: len(figure.ends)]
    return max(_decimals(*end) for end in zip(figure.ends, places, figure.into(unit), strict=True))


def relabelled(figure: Figure, unit: str, unit_text: str) -> Figure | None:
    """Return the same number in another unit, spelled as `unit_text`; None where the text has units of two spellings.

    What its words allow, `interval`, is stale.
    """
    old, value, hyphen = figure.style.unit_text, figure.ends[-1], figure.style.joint.strip()
    parts = re.split(rf"(?<![^\W\d]){re.escape(old)}(?!\w)", figure.text)
    if parts.pop() or (len(figure.ends) > 1 and not set(_WORD.findall(" ".join(parts))) <= {"to", "and"}):
        return None
    text = _agreeing(unit_text, 1).replace(" ", hyphen) if hyphen else _agreeing(unit_text.replace("-", " "), value)
    gap = " " if not figure.style.joint and len(text) > _ABBREVIATED else ""
    return replace(
        figure,
        unit=unit,
        text="".join(part + gap + text for part in parts),
        style=replace(figure.style, unit_text=text, joint=gap or figure.style.joint),
    )


def words(value: float | tuple[float, float], unit: str, qualifier: Qualifier = "exact", into: str = "") -> str:
    """Return a quantity by its report unit, with its hedge: "at least 500 km"; `into` converts it."""
    into = into or unit
    ends = value if isinstance(value, tuple) else (value,)
    numbers = " to ".join(number(convert(end, unit, into)) if into != unit else _plain(end) for end in ends)
    name = _agreeing(_NAMES.get(into, into), 1 if numbers == "1" else 2)
    return HEDGES.get(qualifier, "") + (f"Mach {numbers}" if into == "mach" else f"{numbers} {name}")


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


def _place(value: float, decimals: int) -> int:
    """Return the power of ten of the last significant digit of a rounded number."""
    if decimals > 0 or value == 0:
        return -max(0, decimals)
    digits = f"{abs(value):.0f}"
    return len(digits) - len(digits.rstrip("0"))


def _unit(style: Style, value: float) -> str:
    """Return the unit as a message writes it, with what stands before it."""
    return ("" if style.joint == "" else " ") + _agreeing(style.unit_text.replace("-", " "), value)


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
