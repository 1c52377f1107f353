"""Numbers of missiles do not add up.

## What it checks
A number of missiles and the numbers that the same sentence breaks it down into: `eight missiles: five from
Sunan and two from Wonsan`; and numbers before `for a total of`. Only a list that an "and" closes is added up,
and none that tells of some of them, of others, or with "at least". What is told behind it, here or at the head of
the next sentence, may make up what it lacks.

## Why it matters
A missile is missing, or told twice.

## Flagged
North Korea fired eight missiles, five from Sunan and two from Wonsan.
                  ^^^^^^^^^^^^^^ five and two are seven, not eight
North Korea fired 10 missiles: four short-range missiles and five cruise missiles.
                  ^^^^^^^^^^^ 4 and 5 are 9, not 10

## Not flagged
North Korea fired eight missiles, five from Sunan and three from Wonsan.
North Korea fired eight missiles, including five from Sunan and two from Wonsan.
North Korea fired eight missiles, two of which fell into the sea and one on land.

## Fix
None: any of the numbers may be wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.slips import CountSum
from checker.figures.writing import listed, quoted
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC114", name="sum-disagrees", severity="error", looks_at=CountSum, since="0.1")
WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def check(value: CountSum) -> Iterator[Finding]:
    """Flag a number that its parts do not add up to."""
    total = sum(value.parts)
    if total == value.total:
        return
    spelled = not any(char.isdigit() for char in value.text)
    sums = listed(_number(part, spelled=spelled) for part in value.parts)
    yield RULE.finding(
        value.span,
        f"{sums} are {_number(total, spelled=spelled)}, not {_number(value.total, spelled=spelled)}"
        + quoted(value.quoted_by),
        related=[Related(span, "a part") for span in value.part_spans],
        evidence={"parts": " + ".join(map(str, value.parts)), "sum": total, "stated": value.total},
    )


def _number(value: int, *, spelled: bool) -> str:
    return WORDS[value] if spelled and 0 < value < len(WORDS) else str(value)
