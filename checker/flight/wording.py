"""Figures of flights in a message, rounded as a desk would."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.saying import said
from checker.figures.writing import number, words

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.events import Account

_MINUTE = 60
_SENTENCE = 400
_STOP = re.compile(r"[.!?;][\"\u201d\u2019)]*\s|\n")
_SHORT = 180


def minutes(seconds: float) -> str:
    """Return a time: "68.5 minutes", "95 seconds"."""
    return words(round(seconds), "s") if seconds < _SHORT else f"{number(round(seconds / _MINUTE, 1))} minutes"


def kilometers(value: float) -> str:
    """Return a length: "1,240 km"."""
    return f"{number(float(f'{value:.3g}'))} km"


def told(claim: Claim) -> str:
    """Return a claim's figure, in kilometres and minutes as well where it is in other units."""
    into = {"mile": "km", "nmi": "km", "ft": "km", "m": "km"}.get(claim.unit or "")
    if claim.unit == "s" and isinstance(claim.value, (int, float)) and claim.value >= _SHORT:
        into = "min"
    return f"{said(claim)} ({bare(claim, into)})" if into else said(claim)


def bare(claim: Claim, into: str) -> str:
    """Return a claim's figure in another unit, without its hedge."""
    if isinstance(claim.value, (str, bool)) or claim.unit is None:
        return said(claim, into)
    return words(claim.value, claim.unit, into=into)


def multiplied(claim: Claim, factor: float) -> str:
    """Return a claim's figure times a factor, in its own unit."""
    if isinstance(claim.value, (str, bool)) or claim.unit is None:
        return said(claim)
    value = tuple(end * factor for end in claim.value) if isinstance(claim.value, tuple) else claim.value * factor
    return words(value, claim.unit, claim.qualifier)  # type: ignore[arg-type]


def quoted_by(claim: Claim) -> str:
    """Return what a message adds where the words are a speaker's own."""
    from checker.figures.writing import quoted

    return quoted(claim.quoted_by)


@cache
def highest() -> tuple[float, str, str]:
    """Return the highest apogee on record in km, the day as an ISO date, and the missile's name."""
    import tomllib

    from checker import data, gazetteer

    found = tomllib.loads(data.read("seeds", "highest.toml"))["apogee"]
    name = next(missile.name for missile in gazetteer.missiles() if missile.id == found["missile"])
    return found["km"], found["date"], name


def in_one_sentence(account: Account, one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one sentence, by the signs between them."""
    first, last = sorted((one.span, other.span))
    if last.start - first.end > _SENTENCE:
        return False
    return _STOP.search(account.text[first.end : last.start]) is None


def speed_words(speed: float) -> str:
    """Return a speed in km/s: "5.67 km/s"."""
    return f"{number(float(f'{speed:.3g}'))} km/s"


def minutes_between(low: float, high: float) -> str:
    """Return a span of times: "66.6 to 71.2 minutes"."""
    first, last = minutes(low), minutes(high)
    unit = last.rpartition(" ")[2]
    return f"{first.removesuffix(unit).rstrip()} to {last}" if first.endswith(unit) else f"{first} to {last}"
