"""A missile flew much less far than its class.

## What it checks
The distance flown against the class of the launch, where the text gives the class without a hedge and no apogee that
would explain the distance. A note below two thirds of every authority's band. It is no slip: the class follows the
greatest range, and tests are often short or lofted; where the words around the distance say so, this rule is silent.

## Why it matters
A reader wonders how an intercontinental missile came down after 1,000 km. Its apogee, or "a short test", tells.

## Flagged
North Korea fired an intercontinental ballistic missile that flew 1,000 km on Sunday.
                                                                  ^^^^^^^^ is from 5,500 km

## Not flagged
North Korea fired an intercontinental ballistic missile that flew 1,000 km and rose to 6,040 km on Sunday.
North Korea fired an apparent intermediate-range ballistic missile that flew 1,000 km on Sunday.

## Fix
None: say how high it flew, where that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC310", name="distance-below-class", severity="note", looks_at=Account, since="0.1")


def check(account: Account) -> Iterator[Finding]:
    """Remark on the first distance of a launch that is far below its class."""
    if not account.of_kind("missile_class") or not account.of_kind("range") or account.of_kind("altitude"):
        return
    from checker.flight.classes import WORDS
    from checker.flight.kinds import short_test
    from checker.flight.wording import quoted_by, told

    found = short_test(account)
    if found is None:
        return
    distance, label, least, authority = found
    flown = distance.claim
    yield RULE.finding(
        flown.figure or flown.span,
        f"{told(flown)} is short: {WORDS[str(label.value)]} is from {least:,.0f} km for {authority}. "
        f"Say how high it flew, or that it was a short test{quoted_by(flown)}",
        claims=[flown.id, label.id],
        related=[Related(label.span, "the class")],
        evidence={"class": str(label.value), "authority": authority, "least": f"{least:g} km"},
    )
