"""Two clock times given as one moment are not the same moment.

## What it checks
A clock time and the same moment on another clock, as in `2:55 p.m. local time (0555 GMT)`. Summer time and
the clock that Pyongyang kept from August 2015 to May 2018 are followed on the day that the text tells of; where
it tells no day, each that may be meant is allowed. `EST` in summer passes for the clock on the wall. A time with a
hedge, as `about 3 p.m.`, may be five minutes off. Local time is read only where the text says whose launch it is;
where missiles may come down in another country, it may be the time of any country that the text names.

## Why it matters
A reader in another zone goes by the second time, and a slip of an hour there places the launch before a warning
that came after it.

## Flagged
North Korea fired a missile at 2:55 p.m. local time (0755 GMT).
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2:55 p.m. in Korea is 05:55 GMT; 07:55 GMT is 4:55 p.m.
The talks began at 9 a.m. in Seoul (1200 GMT).
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ exactly 12 hours apart

## Not flagged
North Korea fired a missile at 2:55 p.m. local time (0555 GMT).
North Korea fired a missile at about 3 p.m. local time (0555 GMT).
North Korea fired a missile at 2:55 p.m. local time (12:55 a.m. ET).

## Fix
Suggested: the second time, reckoned from the first and written as the writer writes it, or else the first, reckoned
from the second. Where they are exactly 12 hours apart and only one says a.m. or p.m., the other half of the day
there comes first. None in a quotation, nor where local time may be that of several countries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import ClockPair
from checker.figures.clockfaces import DAY, HALF_DAY, rewritten, said, undecided
from checker.figures.writing import quoted
from checker.findings import Edit, Fix
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures import ClockTime
    from checker.findings import Finding

RULE = Rule(code="FC502", name="clock-pair-disagrees", severity="error", looks_at=ClockPair, since="0.1")
HEDGED = 5


def check(pair: ClockPair) -> Iterator[Finding]:
    """Flag a pair that is one moment on no day that the text may tell of."""
    first, second = pair.first, pair.second
    off = {ahead: abs(_off(pair, ahead)) for ahead in pair.offsets}
    halves = (0, HALF_DAY) if undecided(first) or undecided(second) else (0,)
    if min(abs(each - half) for each in off.values() for half in halves) <= (HEDGED if pair.hedged else 0):
        return
    ahead = next((ahead for ahead, apart in off.items() if apart == HALF_DAY), pair.offsets[0])
    exchanged = off[ahead] == HALF_DAY
    forth, back = first.minutes + ahead, second.minutes - ahead
    yield RULE.finding(
        pair.span,
        f"{said(first.minutes, first, pair.local)} is {said(forth, second, pair.local)}{_day(forth)}; "
        f"{said(second.minutes, second, pair.local)} is {said(back, first, pair.local)}{_day(back)}"
        + ("; exactly 12 hours apart: a.m. for p.m., or the reverse" if exchanged else "")
        + quoted(pair.quoted_by),
        evidence={
            "first": f"{first.value} {first.zone}",
            "second": f"{second.value} {second.zone}",
            "second_clock_ahead": f"{ahead} min",
            "apart": f"{off[ahead]} min",
        },
        fixes=_fixes(pair, ahead, exchanged=exchanged) if pair.quoted_by is None and pair.placed else [],
    )


def _off(pair: ClockPair, ahead: int) -> int:
    """Return by how many minutes the second time is late, between half a day early and half a day late."""
    late = (pair.second.minutes - pair.first.minutes - ahead) % DAY
    return late - DAY if late > HALF_DAY else late


def _day(minutes: int) -> str:
    return " the day before" if minutes < 0 else " the day after" if minutes >= DAY else ""


def _fixes(pair: ClockPair, ahead: int, *, exchanged: bool) -> list[Fix]:
    """Return each time reckoned from the other, the likelier fix first."""
    ways = [(pair.second, pair.first.minutes + ahead), (pair.first, pair.second.minutes - ahead)]
    if exchanged and pair.first.half and not pair.second.half:
        ways.reverse()
    made = [(clock, text) for clock, minutes in ways if (text := rewritten(clock, minutes)) is not None]
    return [_fix(clock, text, "Or write" if number else "Write") for number, (clock, text) in enumerate(made)]


def _fix(clock: ClockTime, text: str, lead: str) -> Fix:
    return Fix(f"{lead} {text}", (Edit(clock.digits, text),))
