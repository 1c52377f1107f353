"""Times of day as a message says them, and as a writer would have written them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.figures.figure import ClockTime

DAY = 24 * 60
HALF_DAY = 12 * 60
_NOON = 12
_FACE = re.compile(r"(\d{1,2})(?:([:.]?)(\d\d))?(?!\d)(\D*)", re.DOTALL)
_HALF = re.compile(r"[ap](?=\.?\s?m\b)", re.IGNORECASE)
_PLACES = {"KST": "in Korea", "JST": "in Japan", "PYT": "in Pyongyang", "local": "local time"}
_LOCAL = {"Asia/Seoul": "in Korea", "Asia/Tokyo": "in Japan", "Asia/Pyongyang": "in Pyongyang"}


def said(minutes: int, like: ClockTime, local: str | None = None) -> str:
    """Return minutes since midnight on a clock as a message says them: "2:55 p.m. in Korea", "05:55 GMT"."""
    hour, minute = divmod(minutes % DAY, 60)
    place = _LOCAL.get(local or "") if like.zone == "local" else None
    return f"{_time(hour, minute, halves=like.half is not None)} {place or _PLACES.get(like.zone, like.zone)}"


def _time(hour: int, minute: int, *, halves: bool) -> str:
    if not halves:
        return f"{hour:02d}:{minute:02d}"
    half = "a.m." if hour < _NOON else "p.m."
    return f"{_of_twelve(hour)}:{minute:02d} {half}" if minute else f"{_of_twelve(hour)} {half}"


def _of_twelve(hour: int) -> int:
    return (hour - 1) % _NOON + 1


def rewritten(like: ClockTime, minutes: int) -> str | None:
    """Return minutes since midnight as the writer wrote a time: 0555, 05:55, 5.55am; None where that cannot be told."""
    face = _FACE.fullmatch(like.written)
    if face is None:
        return None
    hour, minute = divmod(minutes % DAY, 60)
    digits, colon, old_minute, tail = face[1], face[2], face[3], face[4]
    if like.half is None:
        padded = len(digits) == 2 and (digits[0] == "0" or not _twelve_hours(tail))
        if minute and old_minute is None:
            return None
    else:
        padded = digits[0] == "0"
        half = _HALF.search(tail)
        if half is None:
            return None
        letter = "a" if hour < _NOON else "p"
        letter = letter.upper() if half[0].isupper() else letter
        tail = tail[: half.start()] + letter + tail[half.end() :]
        hour = _of_twelve(hour)
    written = f"{hour:02d}" if padded else str(hour)
    if old_minute is not None:
        written += f"{colon}{minute:02d}"
    elif minute:
        written += f":{minute:02d}"
    return written + tail


def _twelve_hours(tail: str) -> bool:
    return "clock" in tail


def undecided(clock: ClockTime) -> bool:
    """Whether a time may be of either half of the day, as "2:55" is where no word tells."""
    hour = clock.minutes // 60
    bare = clock.half is None and clock.zone not in {"GMT", "UTC"}
    return bare and 0 < hour <= _NOON and re.match(r"0|\d{4}|\d{1,2}\s*h", clock.written) is None
