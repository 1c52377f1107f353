"""A progress bar for long work: on standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from checker.cli.streams import error_width

if TYPE_CHECKING:
    from types import TracebackType

_PATIENCE = 1.0  # seconds that nobody minds
_PAUSE = 0.1


class Progress:
    """Shows how much is done once it has taken a second, and leaves the line as it was."""

    def __init__(self) -> None:
        """Begin to wait."""
        self._begun = time.monotonic()
        self._last = 0.0
        self._shown = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def told(self, done: int, total: int) -> None:
        """Show that so many of all are done."""
        now = time.monotonic()
        if now - self._begun < _PATIENCE or now - self._last < _PAUSE or not _is_terminal():
            return
        self._last, self._shown = now, True
        sys.stderr.write(f"\r{bar(done, total, now - self._begun, error_width())}\x1b[K")
        sys.stderr.flush()


def bar(done: int, total: int, seconds: float, width: int) -> str:
    """Return a line of at most `width` signs: "[####    ] 40/100 drafts, 12 s left"."""
    left = round(seconds / done * (total - done)) if done else 0
    words = f" {done:,}/{total:,} drafts, {left:,} s left"
    room = min(40, width - len(words) - 3)
    if room < 1:
        return words.strip()[: max(0, width - 1)]
    full = room * done // total
    return f"[{'#' * full}{' ' * (room - full)}]{words}"


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
