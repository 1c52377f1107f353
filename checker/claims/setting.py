"""What holds for a whole text, or for an entry of a chronology, when a sentence is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole text: the day of publication, and the zone of its launches.

    `entry` is the day over an entry of a chronology, where dates stand on lines of their own; `filed` that of a
    dateline, the day before publication at the earliest, which "today" is counted from. `own_clock` says that some
    clock time of the text is that of the launch's own country. `told` is the date with a year before, in the paragraph.
    """

    published: datetime.date | None
    timezone: str | None = None
    entry: datetime.date | None = None
    filed: datetime.date | None = None
    own_clock: bool = False
    told: datetime.date | None = None
