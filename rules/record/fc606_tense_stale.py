"""What is called upcoming was over by the day of publication.

## What it checks
Visits and meetings in the record that a draft calls "upcoming" or the like within a month after their last day. Later
another one may be meant, and the record is silent.

## Why it matters
Background is carried from one story to the next, and the day passes in between.

## Flagged
North Korea fired a missile on Sunday, ahead of the Workers' Party's upcoming year-end plenary meeting.
                                                                     ^^^^^^^^ the record has this for Dec. 30, 2023

## Not flagged
North Korea fired a missile on Sunday, before Foreign Minister Choe Son Hui's upcoming visit to Russia.

## Fix
None: only the writer knows what is still true of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import date_in_words
from checker.record import Retold
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC606", name="tense-stale", severity="warning", looks_at=Retold, since="0.1")


def check(told: Retold) -> Iterator[Finding]:
    """Flag the word that puts off what is past."""
    if told.slip != "tense":
        return
    (fact,) = told.facts
    yield RULE.finding(
        told.span,
        f"The text is of {date_in_words(told.published)}; the record has this for {fact.when}: {fact.fact}",
        evidence={"entry": fact.id, "published": told.published, "record": fact.until or fact.date},
        sources=[fact.cited],
    )
