"""What the draft tells as whole was so in part only.

## What it checks
Context facts of the record that copy shortens until they are no longer right: the military accord of 2018, of which
Seoul suspended a part in November 2023 before Pyongyang scrapped it and half a year before Seoul suspended the rest;
and North Korea's "first" satellite, where it is the country named last. A sentence that says so, by "partly" or by
naming the part, is let be.

## Why it matters
Nobody will call it wrong, and the reader still learns something that did not happen.

## Flagged
North Korea fired a missile on Sunday. Tensions rose over a 2018 military accord that Seoul suspended.
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Not quite

## Not flagged
North Korea fired a missile on Sunday. Tensions rose over a 2018 military accord that Seoul partly suspended.

## Fix
None: look at the sources of the entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.record import Retold
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC605", name="context-imprecise", severity="note", looks_at=Retold, since="0.1")


def check(told: Retold) -> Iterator[Finding]:
    """Flag what was so in part only."""
    if told.slip != "part":
        return
    (fact,) = told.facts
    beside = "".join(f" {other.when}: {other.fact}." for other in told.beside)
    yield RULE.finding(
        told.span,
        f"Not quite: the record has, {fact.when}: {fact.fact}.{beside}",
        evidence={"entry": fact.id, "record": fact.fact},
        sources=[each.cited for each in (fact, *told.beside)],
    )
