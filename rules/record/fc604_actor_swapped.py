"""A recorded act is given to another actor.

## What it checks
Acts of the record's context facts: who did what, by subject, verb and object. A sentence that says, as a fact, that
another country did it is flagged on that country, unless the record has an act of the kind of that country too by the
day of publication. What is planned, denied or alleged is let be, and so is a sentence whose subject is not clear.

## Why it matters
Two neighbours answer each other step by step, and one word turns the story round.

## Flagged
North Korea fired a missile on Sunday. South Korean soldiers have rebuilt guard posts along the border.
                                       ^^^^^^^^^^^^^^^^^^^^^ the record has North Korea

## Not flagged
North Korea fired a missile on Sunday. North Korean soldiers have rebuilt guard posts along the border.
North Korea fired a missile on Sunday. South Korean soldiers will rebuild guard posts along the border.

## Fix
None: look at the sources of the entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import listed
from checker.findings import Related
from checker.record import Retold
from checker.record.citing import country_named
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC604", name="actor-swapped", severity="warning", looks_at=Retold, since="0.1")


def check(told: Retold) -> Iterator[Finding]:
    """Flag the actor to whom acts of another are given."""
    if told.slip != "actor":
        return
    who = listed(list(dict.fromkeys(country_named(code) for fact in told.facts for code in fact.subject)))
    facts = "; ".join(f"{fact.when}: {fact.fact}" for fact in told.facts)
    yield RULE.finding(
        told.span,
        f"The draft says it of {country_named(told.told)}; the record has {who}. {facts}",
        related=[Related(span, f"the record has this of {who}") for span in told.acts],
        evidence={"entry": ";".join(fact.id for fact in told.facts), "draft": country_named(told.told), "record": who},
        sources=[fact.cited for fact in told.facts],
    )
