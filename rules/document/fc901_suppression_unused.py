"""A suppression sets nothing aside.

## What it checks
Comments that begin with `factcheck:`. A rule that such a comment names and that has nothing to say within its
reach is flagged, and so is an `on` without its `off`. A rule that did not run may yet have something to say, and
its suppression is let be.

## Why it matters
The slip has been mended, or the comment stands in the wrong place. Left there, it would hide the next one.

## Flagged
It flew 1,000 km (620 miles). <!-- factcheck: ignore[FC101] confirmed -->
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pair-disagrees has nothing to say here
It flew 1,000 km (900 miles). <!-- factcheck: ignore[FC101, FC104] as the ministry gives it -->
                                                            ^^^^^ pair-swapped has nothing to say here

## Not flagged
It flew 1,000 km (900 miles). <!-- factcheck: ignore[FC101] as the ministry gives it -->
It flew 1,000 km (900 miles). <!-- factcheck: ignore as the ministry gives it -->

## Fix
Safe: the comment, or the rule in it, is taken out, with the line if nothing else stands on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.findings import Fix
from checker.rulebook import Rule
from checker.suppression import Idle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC901", name="suppression-unused", severity="warning", looks_at=Idle, since="0.1")


def check(idle: Idle) -> Iterator[Finding]:
    """Flag a suppression that does nothing, and offer to take it out."""
    if idle.rules:
        names = " and ".join(idle.rules)
        said = f"{names} {'has' if len(idle.rules) == 1 else 'have'} nothing to say here; the suppression does nothing"
    else:
        said = "nothing is flagged here; the suppression does nothing"
    yield RULE.finding(idle.span, said, fixes=[Fix("Take it out", idle.edits, "safe")])
