"""Standard output and error: their encoding, colour and width."""

from __future__ import annotations

import codecs
import io
import os
import sys

_DEFAULT_WIDTH = 100
_WIDEST = 120


def prepare() -> None:
    """Let no character fail: UTF-8 under the C locale, escapes in any other encoding that lacks it."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if codecs.lookup(stream.encoding).name == "ascii" and not os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="backslashreplace")


def complain(words: str) -> None:
    """Write one line on standard error; a file's name or words in it cannot steer the terminal."""
    if sys.stderr is None:
        return
    from checker.reports.cells import shown

    sys.stderr.write(f"{shown(words)}\n")


def silence() -> None:
    """Send the rest of the output nowhere, so that the exit does not complain about a closed pipe."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return


def wants_color(choice: str) -> bool:
    """Whether to use colour: as asked, else on a terminal that can, unless NO_COLOR is set."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def error_width() -> int:
    """Return the cells of a line on standard error, 80 where it cannot say."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def terminal_width() -> int:
    """Return the cells of a line: COLUMNS, else the terminal's, else 100; 120 at most, for legibility."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return min(int(columns), _WIDEST)
    try:
        found = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        found = 0
    return min(found, _WIDEST) if found > 0 else _DEFAULT_WIDTH


def draws() -> bool:
    """Whether the output can show the signs of an interval line."""
    try:
        "\u251c\u2500\u25cf\u2524\u25c0\u25b6".encode(sys.stdout.encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
