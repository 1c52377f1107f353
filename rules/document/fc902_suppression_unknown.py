"""A suppression, or a setting of the draft, names a rule that there is not.

## What it checks
Comments that begin with `factcheck:`, and rules named in front matter under `factcheck:`. A rule is named by its
code, its name, or the beginning of its code; a comment says `ignore`, `off` or `on`.

## Why it matters
What is misnamed does nothing: a rule that was to be left out still speaks, or one that was to run does not.

## Flagged
It flew 1,000 km (620 miles). <!-- factcheck: ignore[pair-disagree] confirmed -->
                                                     ^^^^^^^^^^^^^ there is no rule pair-disagree; did you mean
It flew 1,000 km (620 miles). <!-- factcheck: ignroe[FC101] confirmed -->
                                              ^^^^^^ there is no suppression ignroe; did you mean ignore?

## Not flagged
It flew 1,000 km (900 miles). <!-- factcheck: ignore[FC1] as the ministry gives it -->

## Fix
Suggested: the nearest name, if one is near.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.findings import Edit, Fix
from checker.rulebook import Rule
from checker.suppression import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC902", name="suppression-unknown", severity="error", looks_at=Unknown, since="0.1")


def check(word: Unknown) -> Iterator[Finding]:
    """Flag a word that names nothing."""
    there = "factcheck rules lists them" if word.noun == "rule" else "there is ignore, off and on"
    remedy = f"did you mean {word.near}?" if word.near else there
    said = f"there is no {word.noun} {word.word}" if word.word else "the comment says nothing to be done"
    fixes = [Fix(f"Write {word.near}", (Edit(word.span, word.near),))] if word.near else []
    yield RULE.finding(word.span, f"{said}; {remedy}", fixes=fixes)
