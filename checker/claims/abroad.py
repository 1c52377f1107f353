"""Launches that a text dates by a clock abroad: "at 8:39 p.m. ET Monday" was Tuesday in Korea."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.clockwork import is_named, named_zone, zone
from checker.claims.whence import WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.assembly import Seen
    from checker.claims.launches import Launch

_BESIDE = 3


def on_own_clock(seen: Sequence[Seen], home: str | None) -> list[Seen]:
    """Return what was seen, each launch that is dated by a clock abroad on its day in its own zone, `home`."""
    moved: dict[Launch, Launch] = {}
    for item in seen if home and home not in WIDE else ():
        day = _day_there(item, home or "")
        if day and item.launch.date and day != item.launch.date:
            moved[item.launch] = replace(item.launch, date=day)
    return [item._replace(launch=moved.get(item.launch, item.launch)) for item in seen] if moved else list(seen)


def _day_there(item: Seen, home: str) -> str | None:
    """Return the day in a zone of a clock time that stands beside its own day and names another clock."""
    clock = item.sighting.clock
    if item.sighting.kind != "time" or clock is None or not is_named(clock.zone) or named_zone(clock.zone) == home:
        return None
    if not _beside_day(item):
        return None
    day = datetime.date.fromisoformat(str(item.launch.date)) if item.launch.date else None
    if day is None:
        return None
    there = datetime.datetime.combine(day, datetime.time(clock.hour, clock.minute), zone(clock.zone or "", home))
    return there.astimezone(zone("local", home)).date().isoformat()


def _beside_day(item: Seen) -> bool:
    """Whether the day that the launch is dated by stands right beside a clock time, as the day of that clock."""
    scene, clock = item.scene, item.sighting.clock
    if clock is None:
        return False
    days = [(day.first, day.last) for day in scene.days if day.day]
    days += [(mark.first, mark.last) for mark in scene.analysis.of("weekday")]
    leads = scene.analysis.lexicon.words["time_leads"]
    for first, last in days:
        low, high = (last, clock.first) if last <= clock.first else (clock.last, first)
        between = scene.tokens[low:high]
        if 0 <= high - low <= _BESIDE and all(token.text == "," or token.folded in leads for token in between):
            return True
    return False
