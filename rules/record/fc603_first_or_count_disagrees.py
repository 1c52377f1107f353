"""A "first" or a count is not the record's.

## What it checks
Counts of North Korea's launches in a year ("its fifth ICBM test this year"), firsts since a day ("the first launch
since May"), landings in Japan's exclusive economic zone and passages over Japan, nuclear tests, and the year of a
missile's first flight. The record counts as of the launch that the draft tells of, and only where it has every case of
the stretch in question; elsewhere it is silent. Launches that the sentence names as earlier ones ("after tests on
Feb. 18 and March 16") set no such day, and a year's count that fits a later launch of the draft or the day of the text
is let be. How salvos, failures and satellite rockets are counted is left open: any of those counts is let be. A noun
that another word narrows ("the first solid-fuel missile since May") is not judged. A nuclear test is held against the
day that stands with it ("its sixth nuclear test in September 2017"), not against one that may be a missile's.

## Why it matters
Counts are copied from the last story and are off by one in the next.

## Flagged
North Korea fired a Hwasong-18 missile on Dec. 18, 2023, in its fourth ICBM test of the year.
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The record has 5

## Not flagged
North Korea fired a Hwasong-18 missile on Dec. 18, 2023, in its fifth ICBM test of the year.
Iran fired a missile on Dec. 18, 2023, in its fourth ICBM test of the year.

## Fix
None: look at the sources of the entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.record import Counted
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC603", name="first-or-count-disagrees", severity="warning", looks_at=Counted, since="0.1")


def check(counted: Counted) -> Iterator[Finding]:
    """Flag a count that the record has otherwise."""
    if counted.slip == "count":
        yield RULE.finding(counted.span, counted.message, evidence=counted.evidence, sources=counted.sources)
