"""A missile's class does not go with the distance, the range or the name that the text gives.

## What it checks
Short-, medium-, intermediate-range and intercontinental, by the bands of the authorities: those of the speakers that
the text names (the United States, South Korea, North Korea and others differ) and those in common use. Flagged where
the distance flown, or what the lofted flight shows, is more than every one of them allows; where a range in the same
sentence is in none of them; and where the class stands at the name of a missile whose published range is in none. An
end of a band is taken 10 % loosely. A class that any of them would accept is let be, and so are flights shorter than
the class: those are short tests.

## Why it matters
The class says whom the missile can reach, and copy is cut and pasted from the launch before.

## Flagged
North Korea fired a short-range ballistic missile that flew 4,300 km on Sunday.
                                                            ^^^^^^^^ short-range is
North Korea fired a Hwasong-15 short-range ballistic missile on Friday.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 8,500

## Not flagged
North Korea fired an intercontinental ballistic missile that flew 1,000 km on Sunday.
North Korea fired a medium-range ballistic missile that flew 1,000 km on Sunday.

## Fix
None: either may be wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding
    from checker.flight.kinds import Clash

RULE = Rule(code="FC309", name="class-disagrees", severity="warning", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Flag each figure or name that no authority would put into a class of its launch."""
    if not account.of_kind("missile_class"):
        return
    from checker.flight.kinds import clashes

    for clash in clashes(account):
        yield _finding(clash)


def _finding(clash: Clash) -> Finding:
    from checker.flight.classes import band_words
    from checker.flight.wording import quoted_by

    at, other = clash.at, clash.other
    band = band_words(clash.label, clash.low, clash.high)
    return RULE.finding(
        at.figure or at.span,
        f"{clash.what}; for {clash.authority} {band}{clash.remedy}{quoted_by(at)}",
        claims=[at.id, other.id],
        related=[Related(other.figure or other.span, clash.role)],
        evidence={
            "class": clash.label,
            "authority": clash.authority,
            "band": f"{clash.low:g} to {'open' if clash.high == float('inf') else f'{clash.high:g}'} km",
            "range": clash.range,
        },
    )
