"""The sources differ among themselves, and the draft gives one side.

## What it checks
Figures of a launch, its class, its name, its site, how many missiles there were and whether they fell inside a zone,
where two speakers or more among the sources say things that are not one: figures more than 12 % apart, whatever their
hedges, or words that cannot both be true. It is noted where the draft tells what some of them say and not the others.

## Why it matters
"About 1,000 km" and "at least 500 km" can both be true; a reader who is given one takes it for agreed.

## Flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
[Japan MOD] The missile flew at least 500 km on Jan. 14.
The missile flew about 1,000 km on Jan. 14.
                       ^^^^^^^^ South Korea JCS says about 1,000 km

## Not flagged
[South Korea JCS] The missile flew about 1,000 km on Jan. 14.
[Japan MOD] The missile flew about 980 km on Jan. 14.
The missile flew about 1,000 km on Jan. 14.

## Fix
None: say that they differ, or whose figure it is.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from checker.claims.compatible import compatible
from checker.events import Comparison, same_voice
from checker.figures.writing import listed
from checker.findings import Related
from checker.hearing import SLIGHT, Heard, apart, heard
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.findings import Finding

RULE = Rule(code="FC407", name="sources-split", severity="note", looks_at=Comparison, since="0.1")
KINDS = ("range", "altitude", "flight_time", "speed", "count", "missile_class", "missile_name", "site", "eez")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Note each kind of claim of which the draft gives one side."""
    for kind in KINDS:
        mine = comparison.draft.of_kind(kind)
        sides = _sides([one for claim in mine[:1] for one in heard(comparison, claim)])
        given = [side for side in sides if any(_is_one(claim, one.claim) for claim in mine for one in side)]
        left = [side for side in sides if side not in given and all(_differ(side, other) for other in given)]
        if given and left:
            claims = [claim for claim in mine if any(_is_one(claim, one.claim) for side in given for one in side)]
            yield _finding(claims, given, left)


def _sides(found: Sequence[Heard]) -> list[list[Heard]]:
    """Return what each speaker says; a speaker and its parts are one."""
    sides: list[list[Heard]] = []
    for one in found:
        mine = next((side for side in sides if _one_voice(side[0], one)), None)
        if mine is None:
            sides.append([one])
        else:
            mine.append(one)
    return [side for side in sides if side[0].voices]


def _one_voice(one: Heard, other: Heard) -> bool:
    return any(same_voice(voice, name) for voice in one.voices for name in other.voices)


def _is_one(claim: Claim, other: Claim) -> bool:
    """Whether two claims say one thing, as far as a reader cares."""
    if claim.interval and other.interval:
        return apart(claim, other) <= SLIGHT
    return compatible(claim, other) is not False


def _differ(one: Sequence[Heard], other: Sequence[Heard]) -> bool:
    """Whether nothing that one side says is what the other says."""
    return not any(_is_one(mine.claim, theirs.claim) for mine, theirs in product(one, other))


def _finding(claims: Sequence[Claim], given: Sequence[Sequence[Heard]], left: Sequence[Sequence[Heard]]) -> Finding:
    claim = claims[0]
    told = [side[0] for side in (*given, *left)]
    words = "; ".join(one.says(claim.unit) for one in told)
    return RULE.finding(
        claim.figure or claim.span,
        f"{words}. The draft gives only what {listed(side[0].speaker for side in given)} "
        f"{'says' if len(given) == 1 else 'say'}",
        claims=[each.id for each in claims],
        related=[*(Related(each.span, "given here too") for each in claims[1:]), *(one.related for one in told)],
        evidence={one.speaker: one.claim.text for one in told},
        sources=[one.cited for one in told],
    )
