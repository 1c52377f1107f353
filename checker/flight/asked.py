"""Figures asked of the calculator: words such as "about 1,000 km", read as they are in copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.claims import Claim
from checker.events import Account, Event
from checker.flight.desk import Given
from checker.flight.told import latitudes, reading
from checker.source import Source, Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.claims.claim import Kind
    from checker.figures import Figure

# Name of a figure -> kind of claim, dimension, an example.
FIGURES: Mapping[str, tuple[str, str, str]] = {
    "distance": ("range", "length", "1,000 km"),
    "apogee": ("altitude", "length", "50 km"),
    "time": ("flight_time", "time", "11 minutes"),
    "speed": ("speed", "speed", "Mach 15"),
}


def asked(figures: Mapping[str, str], site: str | None = None) -> tuple[Given, Account]:
    """Return figures by their names (`FIGURES`) as the calculator takes them, and as the account of a launch.

    InputError for what is no figure of its kind, and for a site in no file.
    """
    text = "\n".join(f"{name} {words}" for name, words in figures.items())
    source, claims, at = Source("command line", text), [], 0
    for number, (name, words) in enumerate(figures.items(), 1):
        start = at + len(name) + 1
        claims.append(_claim(name, words, Span(start, start + len(words)), f"c{number}"))
        at = start + len(words) + 1
    if site is not None:
        claims.append(Claim("s1", "site", site, Span(0, 0), site, entity=_site(site), event="e1"))
    account = Account(
        source.name, None, Event("e1", None, None, tuple(one.id for one in claims)), tuple(claims), source
    )
    found = {name: reading(claim) for name, claim in zip(figures, claims, strict=False)}
    given = Given(
        distance=found.get("distance"),
        apogee=found.get("apogee"),
        time=found.get("time"),
        speed=found.get("speed"),
        latitudes=latitudes(account),
    )
    return given, account


def _claim(name: str, words: str, span: Span, number: str) -> Claim:
    kind, dimension, example = FIGURES[name]
    figure = _figure(words)
    if figure is None or figure.dimension != dimension:
        raise InputError(f"--{name}", f"{words!r} is no {_MEASURES[dimension]}", f'write it like "{example}"')
    if max(figure.ends) <= 0:
        raise InputError(f"--{name}", f"{words!r} is nothing", "give a figure above 0")
    return Claim(
        id=number,
        kind=cast("Kind", kind),
        text=words,
        span=span,
        value=figure.value,
        unit=figure.unit,
        qualifier=figure.qualifier,
        interval=figure.interval,
        event="e1",
    )


_MEASURES = {"length": "length with its unit", "time": "time with its unit", "speed": "speed with its unit"}


def _figure(words: str) -> Figure | None:
    """Return the one figure in some words, None where there is none or more than one."""
    from checker.figures.reading import figures
    from checker.language import lexicon, sentences
    from checker.language.analysis import Analysis
    from checker.readers.plain import plain_prose

    source = Source("command line", words)
    known = lexicon("en")
    found = [
        read.figure
        for sentence in sentences(plain_prose(source, Span(0, len(words))), known)
        for read in figures(Analysis(sentence, known))
    ]
    return found[0] if len(found) == 1 else None


_OPTION = "--from"


def _site(name: str) -> str:
    """Return the id of a launch site with a position; InputError with the nearest name where there is none."""
    from checker import gazetteer

    known = gazetteer.names("sites")
    found = known.get(gazetteer.fold(name))
    placed = {site.id for site in gazetteer.sites() if site.position}
    if found in placed:
        return str(found)
    from difflib import get_close_matches

    spellings = {" ".join(words): words for words, meant in known.items() if meant in placed}
    near = get_close_matches(" ".join(gazetteer.fold(name)), spellings, n=1)
    meant = next((site.name for site in gazetteer.sites() if near and site.id == known[spellings[near[0]]]), None)
    problem = f"no launch site {name!r} is known" if found is None else f"no source gives a position of {name}"
    remedy = f"did you mean {meant}?" if meant else "leave it out: the answer allows for any"
    raise InputError(_OPTION, problem, remedy)
