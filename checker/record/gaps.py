"""Hold the time that a draft puts between a launch and the satellite launch before it against the record."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from checker.figures.writing import date_in_words
from checker.language.phrases import Place, places
from checker.record.citing import cited
from checker.record.counted import Counted
from checker.record.tallies import COUNTRY, before, tally
from checker.record.whens import counting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.language import Sentence
    from checker.record.entries import Entry
    from checker.record.lookup import Record

_UNITS = {"minute": 1, "minutes": 1, "hour": 60, "hours": 60}
_LOOSE = 15  # minutes: a detection and a launch
_SHARE = 0.1
_DAYS = 3


def gaps(sentence: Sentence, asof: Entry, record: Record) -> Iterator[Counted]:
    """Yield "22 minutes after the satellite launch" where the two in the record lie otherwise apart."""
    tokens = sentence.tokens
    for thing in places(tokens, counting()["words"]["satellites"]):
        after = next(
            (at for at in range(thing.first - 1, max(-1, thing.first - 4), -1) if tokens[at].folded == "after"), 0
        )
        if after < 2 or tokens[after - 1].folded not in _UNITS or not tokens[after - 2].text.isdecimal():
            continue
        # "24 hours and 22 minutes after" is read from its hours on.
        if after > 4 and tokens[after - 3].folded == "and":
            continue
        said = int(tokens[after - 2].text) * _UNITS[tokens[after - 1].folded]
        earlier = [one for one in tally(record, "SLV", before(asof.date, _DAYS), asof.date).any if one is not asof]
        found = _apart(earlier[-1], asof) if earlier and asof.country == COUNTRY else None
        if found is None or abs(found - said) <= max(_LOOSE, _SHARE * found):
            continue
        hours, minutes = divmod(round(found), 60)
        says = (
            f"the record has {hours} hours and {minutes} minutes between the satellite launch of "
            f"{date_in_words(earlier[-1].date)} and {asof.title}"
        )
        place = Place(after - 2, thing.last)
        span = sentence.prose.span(tokens[place.first].start, tokens[place.last - 1].end)
        yield Counted("date", span, says, f"{earlier[-1].id};{asof.id}", cited([earlier[-1], asof]))


def _apart(first: Entry, second: Entry) -> float | None:
    """Return the minutes from one launch to another, None where one has no clock time or they are not in order."""
    if not first.instants or not second.instants:
        return None
    gap = (min(second.instants) - min(first.instants)) / datetime.timedelta(minutes=1)
    return gap if gap > 0 else None
