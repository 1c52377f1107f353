"""Figures of a launch that agree with the others that a text gives of it only in another unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.twice import disagreeing, same_number
from checker.frozen import dataclass
from checker.units import UNITS, convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Claim, Kind
    from checker.events import Account

_LENGTHS: tuple[Kind, ...] = ("range", "altitude")
_SHORT = frozenset({"m", "ft", "yard"})
_LEAST_FLIGHT = 100  # km: a missile that flies so far does not pass a few kilometres up
_LOWEST = 5.0  # km
_STEEPEST = 8  # an apogee is at most so many times the distance flown, of all lofted flights on record


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A claim whose number fits in `unit`, and the claim that shows it; `beside` says what that one is."""

    claim: Claim
    other: Claim
    unit: str
    beside: str


def relabelled_claims(account: Account) -> Iterator[Relabelled]:
    """Yield figures whose number another sentence gives in another unit, and flights in metres among kilometres."""
    seen: set[str] = set()
    for kind in _LENGTHS:
        for claim, other in disagreeing(account, kind):
            if same_number(claim, other):
                # The one that a conversion bears out is the right one.
                wrong, right = (other, claim) if claim.conversions and not other.conversions else (claim, other)
                seen.add(wrong.id)
                yield Relabelled(wrong, right, str(right.unit), f"{account.quote(right)} elsewhere")
    for claim in (claim for kind in _LENGTHS for claim in account.of_kind(kind)):
        if claim.unit in _SHORT and claim.basis is None and claim.id not in seen:
            yield from _in_kilometres(account, claim)


def _in_kilometres(account: Account, claim: Claim) -> Iterator[Relabelled]:
    """Yield an apogee in metres that its distance in kilometres shows to be in kilometres as well, or the reverse."""
    kind = "altitude" if claim.kind == "range" else "range"
    others = [each for each in account.of_kind(kind) if each.unit in UNITS and each.unit not in _SHORT]
    told = claim.value if isinstance(claim.value, (int, float)) else None
    if told is None or claim.conversions or not others or any(each.interval is None for each in others):
        return
    other = others[0]
    there = convert(float(other.value), str(other.unit), "km") if isinstance(other.value, (int, float)) else 0.0
    here = convert(float(told), str(claim.unit), "km")
    # A cruise missile, or one that failed, does fly low.
    ballistic = any(each.value not in {"cruise", "HGV"} for each in account.of_kind("missile_class"))
    distance, apogee = (there, told) if kind == "range" else (told, there)
    if not (ballistic and claim.unit == "m" and there >= _LEAST_FLIGHT and here < _LOWEST):
        return
    if distance / _STEEPEST / 2 <= apogee <= distance * _STEEPEST:
        yield Relabelled(claim, other, "km", f"beside {account.quote(other)}")
