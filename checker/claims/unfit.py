"""Units that are none, are missing, or cannot measure what stands before them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.figures.conversions import sound, telling
from checker.figures.figure import FigurePair
from checker.figures.judging import CLOSE, COARSE
from checker.figures.measuring import text_at
from checker.figures.numerals import numeral
from checker.figures.slips import BlankConversion, GarbledUnit, MislabelledPair, Mismeasured
from checker.language.slips import one_slip
from checker.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.beside import Quoted
    from checker.claims.scene import Scene
    from checker.figures import Figure
    from checker.figures.reading import Read

_BRACKETS = {"(": ")", "[": "]"}
_LONG = 8  # letters of a unit that one slip of the fingers leaves recognizable
_MACH_MONTH = 3
_FASTEST = 40
# What a bare unit of the other dimension was written for.
_LENGTH_OF = {"km/h": "km", "mph": "mile", "knot": "nmi", "m/s": "m", "km/s": "km"}
_SPEED_OF = {"km": "km/h", "mile": "mph", "nmi": "knot", "m": "m/s"}
_SPELLED = {"km": "kilometers", "mile": "miles", "nmi": "nautical miles", "m": "meters", "ft": "feet"} | {
    "km/h": "kph",
    "mph": "mph",
    "knot": "knots",
    "m/s": "m/s",
    "km/s": "km/s",
}
_SWAPPED = {"km": "mile", "mile": "km", "nmi": "km", "m": "ft", "ft": "m", "km/h": "mph", "mph": "km/h"}


def unfit(scene: Scene, quoted_by: Quoted) -> Iterator[GarbledUnit | BlankConversion | MislabelledPair | Mismeasured]:
    """Yield all that a sentence measures in a unit that cannot be meant."""
    yield from garbled_units(scene, quoted_by)
    yield from blank_conversions(scene, quoted_by)
    yield from mislabelled_pairs(scene, quoted_by)
    yield from mismeasured(scene, quoted_by)


def garbled_units(scene: Scene, quoted_by: Quoted) -> Iterator[GarbledUnit]:
    """Yield "497mhp", "500 kilomters", and a speed "of March 17"."""
    analysis, prose, tokens = scene.analysis, scene.analysis.sentence.prose, scene.tokens
    for at in analysis.number_starts:
        number = numeral(analysis, at) if tokens[at].kind == "n" else None
        if number is None or number.last >= len(tokens) or tokens[number.last].kind != "w" or at in scene.timed:
            continue
        if tokens[number.last].spaced and tokens[number.last].text[0].isupper():
            # "In 2023 Kim", "on Jan. 8 Kim".
            continue
        meant = _meant(scene, number.last)
        if meant:
            word = tokens[number.last]
            span, unit_span = prose.span(tokens[at].start, word.end), prose.span(word.start, word.end)
            quoted = quoted_by(at, number.last)
            text = prose.text[tokens[at].start : word.end]
            yield GarbledUnit(text, word.text, meant, span, unit_span, quoted, prose.whole(unit_span))
    for month in analysis.of("month"):
        noun = analysis.mark_ending("speed_noun", _before_hedge(scene, month.first))
        speed = tokens[month.last] if month.last < len(tokens) else None
        if noun is None or month.value != str(_MACH_MONTH) or speed is None or not speed.text.isdecimal():
            continue
        if int(speed.text) <= _FASTEST and text_at(analysis, month.last + 1) != ",":
            start, word = tokens[month.first].start, tokens[month.last - 1]
            unit_span, quoted = prose.span(start, word.end), quoted_by(month.first, month.last)
            text, span = prose.text[start : speed.end], prose.span(start, speed.end)
            yield GarbledUnit(
                text, prose.text[start : word.end], "Mach", span, unit_span, quoted, prose.whole(unit_span)
            )


def _before_hedge(scene: Scene, at: int) -> int:
    """Return where the hedge before a token begins, or the token."""
    hedge = scene.analysis.mark_ending("hedge", at)
    return hedge.first if hedge else at


def _meant(scene: Scene, at: int) -> str | None:
    """Return the unit that a word was written for, as it would be written; None for a word that is none of them."""
    analysis, word = scene.analysis, scene.tokens[at].folded
    mark = analysis.mark_at("garbled_unit", at)
    if mark is not None:
        return str(mark.value)
    if len(word) < _LONG or word in analysis.lexicon.tree:
        return None
    return next((unit for unit in _LONG_UNITS if unit[0] == word[0] and one_slip(word, unit)), None)


_LONG_UNITS = ("kilometers", "kilometer", "kilometres", "kilometre")


def blank_conversions(scene: Scene, quoted_by: Quoted) -> Iterator[BlankConversion]:
    """Yield "1,000 km (miles)", "1,000 km (XX miles)", and a template left as it was, "435|mi|km"."""
    analysis, prose, tokens = scene.analysis, scene.analysis.sentence.prose, scene.tokens
    for read in scene.reads:
        opening = text_at(analysis, read.last)
        filled = analysis.mark_at("placeholder", read.last + 1)
        unit = analysis.mark_at("unit", filled.last if filled else read.last + 1)
        bracketed = unit is not None and text_at(analysis, unit.last) == _BRACKETS.get(opening)
        template = False
        if not bracketed:
            unit = analysis.mark_ending("unit", read.unit_last)
            template = unit is not None and text_at(analysis, unit.first - 1) == "|" and _is_template(scene, read)
        if unit is None or not (bracketed or template) or not _converts(read.figure, str(unit.value)):
            continue
        first, last = (unit.first, unit.last) if template else (read.last + 1, unit.last)
        text = prose.text[tokens[unit.first].start : tokens[unit.last - 1].end]
        span = prose.span(tokens[first].start, tokens[last - 1].end)
        style = replace(
            read.figure.style, unit_text=text, joint=" " if template else read.figure.style.joint or " ", spelled=False
        )
        figure = read.figure
        if template:
            figure = replace(figure, style=replace(style, unit_text=_SPELLED.get(figure.unit, figure.unit)))
        blank = replace(read.figure, span=span, text=text, unit=str(unit.value), style=style, whole=prose.whole(span))
        whole = prose.span(tokens[read.number].start, tokens[last - template].end)
        yield BlankConversion(figure, blank, whole, quoted_by(read.number, last), template=template)


def _is_template(scene: Scene, read: Read) -> bool:
    """Whether bars part a number, its unit and another: "435|mi|km"."""
    return sum(token.text == "|" for token in scene.tokens[read.number : read.unit_last]) > 1


def _converts(figure: Figure, unit: str) -> bool:
    return figure.unit != unit and dimension(unit) == figure.dimension and "mach" not in {figure.unit, unit}


def mislabelled_pairs(scene: Scene, quoted_by: Quoted) -> Iterator[MislabelledPair]:
    """Yield "1,500 km (930 km)" and "300 km (190 mph)", where the second is the first but for its unit."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for first, second in zip(scene.reads, scene.reads[1:], strict=False):
        unit = _mislabelled(scene, first, second)
        if unit:
            abbreviated = second.figure.style.unit_text.casefold() in {"km", "km/h", "kph"} and unit == "km"
            spelled = "km" if abbreviated else _SPELLED[unit]
            span = prose.span(tokens[first.first].start, tokens[second.last].end)
            quoted = quoted_by(first.first, second.last)
            yield MislabelledPair(first.figure, second.figure, unit, spelled, span, quoted)


def _mislabelled(scene: Scene, first: Read, second: Read) -> str | None:
    opening = text_at(scene.analysis, first.last)
    closed = text_at(scene.analysis, second.last) == _BRACKETS.get(opening, "")
    if not (closed and second.first == first.last + 1) or second.figure.unit not in _SPELLED:
        return None
    given, said = first.figure, second.figure
    if given.unit == said.unit:
        unit = _SWAPPED.get(said.unit)
    elif {given.dimension, said.dimension} == {"length", "speed"}:
        unit = (_LENGTH_OF if given.dimension == "length" else _SPEED_OF).get(said.unit)
    else:
        return None
    if unit is None or unit not in _SPELLED or unit == given.unit or len(given.ends) != len(said.ends):
        return None
    right = FigurePair(given, replace(said, unit=unit), given.span)
    return unit if sound(right, COARSE if telling(said) else CLOSE) else None


def mismeasured(scene: Scene, quoted_by: Quoted) -> Iterator[Mismeasured]:
    """Yield "a flight distance of 1,080 mph"; a "distance of 20 minutes" is a way of speaking."""
    analysis, prose, tokens = scene.analysis, scene.analysis.sentence.prose, scene.tokens
    for read in scene.reads:
        noun = analysis.mark_ending("measured", read.first)
        figure = read.figure
        if noun is None or figure.dimension in {noun.value, "time"}:
            continue
        if text_at(analysis, read.unit_last).casefold() in analysis.lexicon.words["rates"]:
            continue
        noun_span = prose.span(tokens[noun.first].start, tokens[noun.last - 1].end)
        text = prose.text[tokens[noun.first].start : tokens[noun.last - 1].end]
        yield Mismeasured(text, str(noun.value), figure, figure.span, noun_span, quoted_by(noun.first, read.last))
