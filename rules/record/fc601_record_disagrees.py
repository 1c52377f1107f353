"""A figure of a known launch lies outside every one that was published.

## What it checks
The distance, altitude, flight time and number of missiles of a launch that the record has, and whether it fell in
Japan's exclusive economic zone. A figure is let be if it meets what any speaker gave, at first or later. Of a salvo
the record has the largest figures: a smaller one may be another missile's, and a smaller number
that of a part; both are let be. So is what a sentence tells as a first announcement ("initially") or as corrected.
Distance and altitude that fit only exchanged are said to be. The record can be wrong, so the message says what it has.

## Why it matters
Figures of old launches are copied from memory and from each other.

## Flagged
On Nov. 29, 2017, North Korea fired a Hwasong-15 missile that reached an altitude of about 3,000 km.
                                                                                           ^^^^^^^^ the record has

## Not flagged
On Nov. 29, 2017, North Korea fired a Hwasong-15 missile that reached an altitude of about 4,500 km.
North Korea fired a missile on Dec. 5, 2021, that reached an altitude of about 3,000 km.

## Fix
None: look at the sources of the entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.compatible import number
from checker.claims.saying import said
from checker.findings import Related
from checker.record import Known
from checker.record.agreeing import exchanged
from checker.record.citing import cited, entries_named, has
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.claims.claim import Kind
    from checker.findings import Finding
    from checker.record.entries import Entry

RULE = Rule(
    code="FC601",
    name="record-disagrees",
    severity="warning",
    looks_at=Known,
    since="0.1",
)
KINDS: tuple[Kind, ...] = ("range", "altitude", "flight_time", "count", "eez")


def check(known: Known) -> Iterator[Finding]:
    """Flag each asserted claim that no value of any entry of the launch allows."""
    account, entries = known.account, known.entries
    crossed = exchanged(account, entries[0]) if len(entries) == 1 else None
    if crossed:
        yield _exchanged(*crossed, entries[0])
    for claim in known.differing(*KINDS):
        if claim not in (crossed or ()) and claim.basis is None and not _excused(claim, known):
            yield _finding(claim, entries)


def _excused(claim: Claim, known: Known) -> bool:
    """Whether the figure may be that of a part: of a salvo only what is more than the largest figure is a slip.

    Missiles are counted by the launch or by the day: where several numbers are told, or the record has several
    launches of the day, which is meant is not known.
    """
    if claim.kind == "count":
        most = max(int(value.text) for entry in known.entries for value in entry.of("count", past=True))
        several = len({each.value for each in known.account.of_kind("count")}) > 1
        return several or len(known.entries) > 1 or known.of_a_day_with_others() or number(claim) < most
    return any(_of_a_salvo(claim, entry) for entry in known.entries)


def _of_a_salvo(claim: Claim, entry: Entry) -> bool:
    if claim.interval is None or entry.texts("count") <= {"1"}:
        return False
    tops = [value.interval.to(claim.interval.unit).high for value in entry.of(claim.kind, past=True)]
    return claim.interval.low is None or any(top is None or claim.interval.low <= top for top in tops)


def _exchanged(far: Claim, high: Claim, entry: Entry) -> Finding:
    values = [*entry.of("range"), *entry.of("altitude")]
    return RULE.finding(
        high.figure or high.span,
        f"The draft has {said(far)} of distance and {said(high)} of altitude; the record has them the other way round "
        f"for {entry.title}: a distance of {has(entry.of('range'))}, an altitude of {has(entry.of('altitude'))}",
        claims=(far.id, high.id),
        related=[Related(far.figure or far.span, "the distance")],
        evidence={"entry": entry.id, "range": has(entry.of("range")), "altitude": has(entry.of("altitude"))},
        sources=cited([entry], values),
    )


def _finding(claim: Claim, entries: tuple[Entry, ...]) -> Finding:
    values = [value for entry in entries for value in entry.of(claim.kind, past=True)]
    if claim.kind == "eez":
        values = [value._replace(text=f"{value.text} the zone") for value in values]
    held = has(values)
    what = f"{held} as the number of missiles" if claim.kind == "count" else held
    message = f"The draft says {said(claim)}; the record has {what} for {entries_named(entries)}"
    if claim.kind == "eez":
        message = f"The record has it {held} for {entries_named(entries)}"
    return RULE.finding(
        claim.figure or claim.span,
        message,
        claims=(claim.id,),
        evidence={"entry": ";".join(entry.id for entry in entries), "record": held},
        sources=cited(entries, values),
    )
