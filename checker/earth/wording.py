"""How the map's answers are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.waters import REACH
from checker.figures.writing import quoted
from checker.gazetteer import countries, seas

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.earth.fan import Runs
    from checker.earth.told import Landing
    from checker.events import Account

_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
DISPUTED = "Takeshima/Dokdo, the Senkaku Islands and the Northern Territories, all disputed, count as Tokyo counts them"


def side(claim: Claim) -> str:
    """Return "outside Japan's zone" for a claim about it."""
    return f"{'inside' if claim.value else 'outside'} {whose(claim)} zone"


def whose(claim: Claim) -> str:
    """Return "Japan's" for a claim about its zone."""
    return next((f"{land.name}'s" for land in countries() if land.id == claim.entity), "Japan's")


def estimated(claim: Claim) -> str:
    """Return what is to be said of a zone that is an estimate, else nothing."""
    return "" if claim.entity in {"JPN", None} else ", by an estimate of the zone that is good to 100 km"


def km(value: float) -> str:
    """Return kilometres as a desk would round what it has reckoned: to 10 from 100 on."""
    return f"{round(value, -1 if value >= 100 else 0):,.0f}"


def between(low: float, high: float) -> str:
    """Return "960 to 1,030 km"."""
    return f"{km(low)} km" if km(low) == km(high) else f"{km(low)} to {km(high)} km"


def depth(low: float, high: float) -> str:
    """Return "190 to 240 km" for how far from a limit a landing lies, which is not measured beyond `REACH`."""
    if low >= REACH:
        return f"more than {REACH:.0f} km"
    return f"{km(low)} km or more" if high >= REACH else between(low, high)


def compass(direction: float) -> str:
    """Return the nearest of eight points of the compass."""
    return _POINTS[round(direction / 45) % 8]


def placed(account: Account, landing: Landing) -> str:
    """Return "about 200 km west of Okushiri"."""
    return f"{account.quote(landing.claim)} {compass(landing.fix.direction)} of {landing.name}"


def directions(runs: Runs) -> str:
    """Return "51 to 72 degrees" for runs of directions."""
    return " and ".join(f"{first} to {last}" if first != last else f"{first}" for first, last in runs) + " degrees"


def sea_name(name: str) -> str:
    """Return a sea's name with its other one, where copy has two."""
    both = {"sea-of-japan": "Sea of Japan (East Sea)", "yellow-sea": "Yellow Sea (West Sea)"}
    return both.get(name) or next(sea.name for sea in seas() if sea.id == name)


def by(claim: Claim) -> str:
    """Name who speaks, where a claim stands in quotation marks."""
    return quoted(claim.quoted_by)
