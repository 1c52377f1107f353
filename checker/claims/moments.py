"""When a launch and its landing were, as one document tells it: minutes of the day, with what the words allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.figures.clockfaces import DAY
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Claim
    from checker.events import Account

HALF = re.compile(r"(?<=[\d\s])[ap](?=\.?\s?m\b)", re.IGNORECASE)
_TO_THE_MINUTE = re.compile(r"\d[:.]?\d\d")
_ABOUT, _ROUND = 5, 15


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time of a launch or a landing. `clock` names the clock of `minutes`, UTC where it is known.

    `slack` is by how many minutes it may be off; `half` where its "a" or "p" stands in the claim's words, if it has
    one, and `either` whether it may be of either half of the day.
    """

    claim: Claim
    minutes: int
    clock: str
    slack: int
    half: tuple[int, int] | None
    either: bool

    def until(self, later: Moment) -> int | None:
        """Return the minutes from this moment to a later one, within a day; None on clocks that cannot be compared."""
        return (later.minutes - self.minutes) % DAY if later.clock == self.clock else None


def moments(account: Account, *, landing: bool) -> Iterator[Moment]:
    """Yield when a launch was, or its landing; times whose own conversion says otherwise are left out."""
    for claim in account.of_kind("time"):
        agreed = all(conversion.resolved == claim.resolved for conversion in claim.conversions)
        if (claim.basis == "landing") == landing and agreed:
            yield _moment(claim)


def _moment(claim: Claim) -> Moment:
    told = str(claim.value) if claim.resolved is None else claim.resolved[11:16]
    minutes = int(told[:2]) * 60 + int(told[3:5])
    found = HALF.search(claim.text)
    exact = claim.qualifier == "exact" and _TO_THE_MINUTE.search(claim.text)
    slack = 1 if exact else _ROUND if minutes % 30 == 0 else _ABOUT
    either = found is None and int(str(claim.value)[:2]) <= 12 and re.search(r"\b0\d|\d{4}", claim.text) is None
    clock = "UTC" if claim.resolved else claim.unit or "local"
    return Moment(claim, minutes, clock, slack, found.span() if found else None, either)
