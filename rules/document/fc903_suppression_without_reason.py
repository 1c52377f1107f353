"""A suppression gives no reason.

## What it checks
Comments that begin with `factcheck:` and set something aside: words behind the brackets are the reason.

## Why it matters
Whoever reads the report, or the draft a week later, wants to know why a contradiction was let stand, and who
was asked.

## Flagged
It flew 1,000 km (900 miles). <!-- factcheck: ignore[FC101] -->
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no reason is given; write it behind the bracket

## Not flagged
It flew 1,000 km (900 miles). <!-- factcheck: ignore[FC101] as the ministry gives it -->

## Fix
None: only the desk knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rulebook import Rule
from checker.suppression import Unreasoned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC903", name="suppression-without-reason", severity="warning", looks_at=Unreasoned, since="0.1")


def check(suppression: Unreasoned) -> Iterator[Finding]:
    """Flag a suppression that gives no reason."""
    yield RULE.finding(suppression.span, "no reason is given; write it behind the bracket")
