"""A text says the same of one launch twice, and differently.

## What it checks
Claims of one kind about one launch, in different sentences: distance, apogee, flight time and speed by what
their words allow; how many missiles were fired; and class, name, launch site, clock time, and inside or
outside of an exclusive economic zone. Only what the same speakers said is compared, or what the writer says,
and only figures measured by the same base. The missiles of a salvo may differ, an earlier launch is another
one, figures behind the names of two missiles are of two, and a figure may be revised. A more general word
against a more special one, an apparent class, and classes on which the authorities differ are let be. One
number in two units is FC109. And a class with another one's abbreviation in brackets.

## Why it matters
One of the two is wrong, and a reader does not know which to take.

## Flagged
North Korea's missile flew 450 km on Sunday. The missile flew 540 km before it fell into the sea.
                                                              ^^^^^^ "450 km" before: the same launch, told twice
North Korea fired a medium-range missile on Sunday. It fell. The North launched an ICBM.
                                                                                   ^^^^ "medium-range missile" before

## Not flagged
North Korea's missile flew 450 km on Sunday. The missile flew about 470 km before it fell into the sea.
North Korea's missile flew 450 km on Sunday, Seoul's military said. It flew 500 km, Tokyo's defense ministry said.
North Korea fired two missiles on Sunday. One missile flew 450 km. The other missile flew 540 km.
North Korea's missile flew 450 km on Sunday. Its missile of a week ago flew 540 km.

## Fix
None: the text does not show which is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.twice import QUANTITIES, abbreviated_otherwise, disagreeing, same_number
from checker.events import Account
from checker.figures.writing import quoted
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Kind
    from checker.findings import Finding

RULE = Rule(code="FC113", name="repeated-claim-disagrees", severity="error", looks_at=Account, since="0.1")
OTHERS: tuple[Kind, ...] = ("missile_class", "missile_name", "site", "time")
CERTAIN: tuple[Kind, ...] = (*QUANTITIES, "count", "eez")


def check(account: Account) -> Iterator[Finding]:
    """Flag a claim that another of the same launch and speakers contradicts."""
    for claim, other in abbreviated_otherwise(account):
        yield RULE.finding(
            claim.span,
            f'"{account.quote(claim)}" in brackets is not the "{account.quote(other)}" before them'
            + quoted(claim.quoted_by),
            severity="warning",
            claims=(claim.id, other.id),
            related=[Related(other.span, "the class before")],
            evidence={"here": account.quote(claim), "elsewhere": account.quote(other), "kind": claim.kind},
        )
    for kind in (*CERTAIN, *OTHERS):
        for claim, other in disagreeing(account, kind):
            if same_number(claim, other):
                continue
            where = "before" if other.span < claim.span else "further on"
            by = " and ".join(claim.attributed_to)
            yield RULE.finding(
                claim.span,
                f'"{account.quote(claim)}" here, "{account.quote(other)}" {where}: the same launch, told twice'
                + (f" by {by}" if by and claim.quoted_by is None else "")
                + quoted(claim.quoted_by),
                severity="error" if kind in CERTAIN else "warning",
                claims=(claim.id, other.id),
                related=[Related(other.span, "the other one")],
                evidence={"here": account.quote(claim), "elsewhere": account.quote(other), "kind": kind},
            )
