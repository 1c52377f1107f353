"""An apogee is far above the highest that any ballistic missile has reached.

## What it checks
Every apogee that the text states as a fact. Flagged above 1.3 times the highest on record, 7,687.5 km (Hwasong-19,
Oct. 31, 2024); `seeds/highest.toml` has it. Carrier rockets are let be, since what they carry may go anywhere.

## Why it matters
Such a figure is a slip of digits or a height above the Earth's centre, or else the news itself.

## Flagged
The missile reached an altitude of 37,200 km on Friday.
                                   ^^^^^^^^^ the highest apogee on record, 7,687.5 km

## Not flagged
The missile reached an altitude of 7,687 km on Thursday.

## Fix
None: the right figure is the source's to give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC312", name="apogee-above-record", severity="warning", looks_at=Account, since="0.1")
MARGIN = 1.3


def check(account: Account) -> Iterator[Finding]:
    """Flag each apogee above the highest on record by a wide margin."""
    apogees = account.of_kind("altitude")
    if not apogees:
        return
    from checker.flight.told import classes, reading
    from checker.flight.wording import highest, quoted_by, told

    record, date, missile = highest()
    risen = [one for one in map(reading, apogees) if one is not None and one.low > MARGIN * record]
    if not risen or "SLV" in classes(account):
        return
    from checker.figures.writing import date_in_words
    from checker.flight.timing import misfits

    # The flight time says more of an apogee than the record does.
    judged = {name for misfit in misfits(account) for name in misfit.flight.claims}
    for one in risen:
        claim = one.claim
        if claim.id in judged:
            continue
        yield RULE.finding(
            claim.figure or claim.span,
            f"{told(claim)} is far above the highest apogee on record, {record:,.1f} km ({missile}, "
            f"{date_in_words(date)}){quoted_by(claim)}",
            claims=[claim.id],
            evidence={"apogee": f"{one.low:.6g} km", "record": f"{record} km", "margin": MARGIN},
        )
