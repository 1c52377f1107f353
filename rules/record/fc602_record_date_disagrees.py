"""The date, weekday or clock time of a known launch is another in the record.

## What it checks
The day of a launch, where the record has none of that day, or one that is unlike it, and all else that the draft
tells fits one launch a few days (of a weekday: a week), or just a year, off; and the day of a nuclear test, and the
time since a satellite launch. And the clock time of a launch that the record has: more than 15 minutes from every
detection and launch time that was published. Where the other half of the day or the date line explains it, the
message says so. A landing's time is let be, and so are the later times of a salvo.

## Why it matters
A launch of the morning in Korea is one of the evening before in Washington, and a day off sends every reader to the
wrong launch.

## Flagged
On July 28, 2017, North Korea fired a Hwasong-14 missile at 11:41 a.m. Korean time.
                                                            ^^^^^^^^^^^^^^^^^^^^^^ the record has 23:41

## Not flagged
On July 28, 2017, North Korea fired a Hwasong-14 missile at 11:41 p.m. Korean time.

## Fix
None: look at the sources of the entry.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from checker.figures.writing import date_in_words
from checker.record import Counted, Known
from checker.record.agreeing import times_of
from checker.record.citing import cited, entries_named
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.findings import Finding
    from checker.record.entries import Entry

RULE = Rule(code="FC602", name="record-date-disagrees", severity="warning", looks_at=Known | Counted, since="0.1")
HALF_A_DAY = datetime.timedelta(hours=12)
NEAR = datetime.timedelta(minutes=15)
WASHINGTON = "America/New_York"
CLOCKS = {"Asia/Seoul": "in Seoul"}


def check(known: Known | Counted) -> Iterator[Finding]:
    """Flag a day that is not the launch's or the test's, else each clock time that no published one bears out."""
    if isinstance(known, Counted):
        if known.slip == "date":
            yield RULE.finding(known.span, known.message, evidence=known.evidence, sources=known.sources)
        return
    if known.misdated:
        yield from _days(known, known.entries[0])
        return
    for claim in known.differing("time"):
        yield _clock(claim, known.entries)


def _days(known: Known, entry: Entry) -> Iterator[Finding]:
    """Yield one finding on the first date that is told, or on the weekday where no date is."""
    told = [*known.account.of_kind("date"), *known.account.of_kind("weekday")]
    for claim in told[:1]:
        there = _weekday(entry.date)
        others = any(one.country == entry.country for one in known.that_day)
        that_day = "only another one of that day" if others else "none of that day"
        line = _date_line(known.account.event.date, entry)
        yield RULE.finding(
            claim.span,
            f"The draft dates this launch {_weekday(known.account.event.date or '')}; the record has {that_day}, and "
            f"one that is the same in all else on {there}{line}",
            claims=tuple(each.id for each in told),
            evidence={"entry": entry.id, "draft": known.account.event.date, "record": entry.date},
            sources=cited([entry]),
        )


def _weekday(iso: str) -> str:
    return f"{datetime.date.fromisoformat(iso):%A}, {date_in_words(iso)}" if iso else ""


def _date_line(day: str | None, entry: Entry) -> str:
    """Say so where the draft's day is that of the launch in Washington."""
    for instant in entry.instants:
        if instant.astimezone(ZoneInfo(WASHINGTON)).date().isoformat() == day:
            return (
                f", {instant:%H:%M} {CLOCKS.get(entry.zone, 'local time')}; in Washington it was still the day before"
            )
    return ""


def _clock(claim: Claim, entries: tuple[Entry, ...]) -> Finding:
    values = [value for entry in entries for value in entry.of("time")]
    times = " and ".join(dict.fromkeys(value.text for value in values))
    instants = [instant for entry in entries for instant in entry.instants]
    said = next(times_of(claim))
    utc = " and ".join(dict.fromkeys(f"{each.astimezone(datetime.UTC):%H:%M}" for each in instants))
    where = CLOCKS.get(entries[0].zone, "local time")
    hint = ""
    if any(abs(abs(said - each) - HALF_A_DAY) <= NEAR for each in instants):
        hint = "; the other half of the day fits"
    return RULE.finding(
        claim.span,
        f"The draft says {' '.join(claim.text.split())}; the record has {times} {where} ({utc} UTC) for "
        f"{entries_named(entries)}{hint}",
        claims=(claim.id,),
        evidence={"entry": ";".join(entry.id for entry in entries), "draft": claim.resolved, "record": times},
        sources=cited(entries, values),
    )
