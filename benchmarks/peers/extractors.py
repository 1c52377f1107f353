"""The extractors, each as a function from a text to what it read there.

The peers are imported when they are asked for: they come with the extra `peers` and have an environment of their
own, as their pins are old.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from benchmarks.peers.items import Reading, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.claims.scene import Scene
    from checker.figures.reading import Read

    Extractor: TypeAlias = "Callable[[str], Reply]"

# Their names for the units that the items have; any other name is kept.
_UNITS = {
    name: unit
    for unit, names in {
        "km": "kilometre kilometer",
        "mile": "mile",
        "nmi": "nautical-mile nautical_mile",
        "m": "metre meter",
        "ft": "foot feet",
        "s": "second",
        "min": "minute",
        "h": "hour",
        "km/h": "kilometre-per-hour kilometer-per-hour",
        "km/s": "kilometre-per-second kilometer-per-second",
        "percent": "percentage percent %",
        "ton": "ton tonne metric-ton short-ton",
    }.items()
    for name in names.split()
}
_NO_UNITS = frozenset({"", "-", "dimensionless", "count"})


def _unit(name: object) -> str | None:
    plain = str(name or "").strip().lower().replace(" ", "-")
    return None if plain in _NO_UNITS else _UNITS.get(plain, plain)


def ours() -> Extractor:
    """Return our extraction: figures, clock times, dates and counts, as the claims are made from them.

    Each sentence is read as one of a story about missiles. What belongs to no launch is read all the same: the
    peers have no claims, so this is what both do.
    """
    from checker.claims.scene import Scene, quotations
    from checker.claims.setting import Setting
    from checker.language import lexicon, sentences
    from checker.language.analysis import Analysis
    from checker.readers import read_text

    words = lexicon("en")

    def extract(text: str) -> Reply:
        prose = read_text(text, "<text>", "text/plain").prose
        quoted = {number: quotations(prose.text, block.start, block.end) for number, block in enumerate(prose.blocks)}
        readings: list[Reading] = []
        pairs: list[tuple[int, int]] = []
        for sentence in sentences(prose, words):
            scene = Scene(Analysis(sentence, words), Setting(None), "missile", quoted=quoted[sentence.block])
            _figures(scene, text, readings, pairs)
            _moments(scene, text, readings, pairs)
            _counts(scene, text, readings)
        return Reply(tuple(readings), tuple(pairs))

    return extract


def _figures(scene: Scene, text: str, readings: list[Reading], pairs: list[tuple[int, int]]) -> None:
    for quantity in scene.quantities:
        first = len(readings)
        readings.append(_figure(quantity.read, text))
        for conversion in quantity.conversions:
            pairs.append((first, len(readings)))
            readings.append(_figure(conversion, text))


def _figure(read: Read, text: str) -> Reading:
    figure = read.figure
    span = figure.span
    hedge = "exact" if figure.qualifier == "range" else figure.qualifier
    return Reading("quantity", text[span.start : span.end], span.start, span.end, figure.value, figure.unit, hedge)


def _moments(scene: Scene, text: str, readings: list[Reading], pairs: list[tuple[int, int]]) -> None:
    from checker.claims.times import times

    def moment(first: int, last: int, value: str) -> None:
        span = scene.analysis.sentence.prose.span(scene.tokens[first].start, scene.tokens[last - 1].end)
        readings.append(Reading("moment", text[span.start : span.end], span.start, span.end, value))

    at: dict[int, int] = {}
    for clock in scene.clocks:
        at[clock.number] = len(readings)
        moment(clock.number, clock.last, clock.value)
    pairs.extend(
        (at[sighting.clock.number], at[sighting.conversion.number])
        for sighting in times(scene)
        if sighting.clock and sighting.conversion
    )
    for day in scene.days:
        date = day.resolved(None)
        if date:
            moment(day.first, day.last, date.isoformat())


def _counts(scene: Scene, text: str, readings: list[Reading]) -> None:
    from checker.claims.counts import counts

    for sighting in counts(scene):
        tokens = scene.tokens
        span = scene.analysis.sentence.prose.span(tokens[sighting.first].start, tokens[sighting.last - 1].end)
        words = text[span.start : span.end]
        counted = words.split()[-1].casefold()
        readings.append(
            Reading("quantity", words, span.start, span.end, float(str(sighting.value)), counted, sighting.qualifier)
        )


def quantulum3() -> Extractor:
    """Return quantulum3 without its classifier. ImportError where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that the classifier is missing
        parse = import_module("quantulum3.parser").parse
        parse("5 km")

    def extract(text: str) -> Reply:
        return Reply(tuple(_quantulum3(found) for found in parse(text)))

    return extract


def _quantulum3(found: Any) -> Reading:
    start, end = found.span
    spread = found.uncertainty
    value = (found.value - spread, found.value + spread) if spread else found.value
    return Reading("quantity", found.surface, start, end, value, _unit(found.unit.name))


def recognizers() -> Extractor:
    """Return Recognizers-Text: measures, numbers, dates and times, percentages, ordinals. ImportError without it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        suite = import_module("recognizers_suite")
        kinds = ("dimension", "number", "datetime", "percentage", "ordinal")
        functions = [(kind, getattr(suite, f"recognize_{kind}")) for kind in kinds]
        english = suite.Culture.English
        for _, function in functions:
            function("5 km", english)

    def extract(text: str) -> Reply:
        readings = [_recognized(kind, found) for kind, function in functions for found in function(text, english)]
        return Reply(tuple(readings))

    return extract


def _recognized(kind: str, found: Any) -> Reading:
    said = found.resolution or {}
    place = found.text, found.start, found.end + 1
    if kind == "datetime":
        values = said.get("values") or [{}]
        if found.type_name.endswith("duration"):
            return Reading("quantity", *place, _number(values[0].get("value")), "s")
        return Reading("moment", *place, values[0].get("value") or values[0].get("timex"))
    unit = _unit(said.get("unit") or ("percent" if kind == "percentage" else None))
    return Reading("ordinal" if kind == "ordinal" else "quantity", *place, _number(said.get("value")), unit)


def _number(text: object) -> float | None:
    try:
        return float(str(text).rstrip("%"))
    except ValueError:
        return None


PEERS = {"quantulum3": quantulum3, "Recognizers": recognizers}
EXTRACTORS = {"ours": ours, **PEERS}
