"""How wide text stands in a terminal, and what of it is safe to show there."""

from __future__ import annotations

import unicodedata

TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
# Characters of no width that only help to break lines or words: left out, since terminals differ about them.
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")
_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "agree": "32",
    "differ": "1;31",
    "fix": "32",
    "bold": "1",
    "dim": "2",
}


class Paint:
    """Put text in colour, or leave it alone."""

    def __init__(self, *, color: bool) -> None:
        """Keep whether there is colour."""
        self._color = color

    def __call__(self, text: str, style: str) -> str:
        """Return the text in a style: a severity, `agree`, `differ`, `fix`, `bold` or `dim`."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self._color and text else text


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _shown(char: str) -> str:
    """Return what stands for one character: an escape for one that could steer the terminal."""
    if char == "\t":
        return TAB
    if char in _DROPPED:
        return ""
    category = unicodedata.category(char)
    steering = category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in "\u200c\u200d")
    if not steering:
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown(text: str) -> str:
    """Return text with tabs widened and every steering character as a visible escape."""
    return text if _plain(text) else "".join(map(_shown, text))


def widths(text: str) -> list[int]:
    """Return how many cells each character takes once `shown`; a mark on a letter takes none."""
    if _plain(text):
        return [1] * len(text)
    found: list[int] = []
    before, taken = "", 0
    for char in text:
        taken = _cells(char, before, taken)
        found.append(taken)
        before = char
    return found


def _cells(char: str, before: str, taken: int) -> int:
    """Return the cells of a character that follows `before`, which took `taken`."""
    visible = _shown(char)
    if len(visible) != 1:
        return len(visible)
    if char == _EMOJI_STYLE:
        # A sign that is narrow as text ("\u26a0") is drawn two cells wide as an emoji.
        return int(taken == 1 and unicodedata.category(before) == "So")
    code = ord(char)
    wide = unicodedata.east_asian_width(char) in "WF"
    joined = wide and (before == _JOINER or (0x1F3FB <= code <= 0x1F3FF and taken == 2))
    jamo = 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF
    if joined or jamo or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if wide else 1


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if _plain(text) else sum(widths(text))


def pad(text: str, cells: int) -> str:
    """Fill a text with spaces up to a number of cells."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, *, paths: bool = False) -> list[str]:
    """Break a text at spaces into lines of a number of cells; a longer word is broken anywhere.

    With `paths`, a word with a slash stays whole, over the edge if need be, so that a path can be copied.
    """
    lines: list[str] = []
    line, used = "", 0
    for rest in filter(None, text.split(" ")):
        size = width(rest)
        if line and used + 1 + size <= cells:
            line, used = f"{line} {rest}", used + 1 + size
            continue
        if line:
            lines.append(line)
        line, used = rest, size
        while used > cells and not (paths and "/" in line):
            head = _head(line, cells)
            lines.append(line[:head])
            line = line[head:]
            used = width(line)
    return [*lines, line] if line or not lines else lines


def _head(text: str, cells: int) -> int:
    """Return how many characters of a text, at least one, fill a number of cells."""
    taken = 0
    for index, char_cells in enumerate(widths(text)):
        taken += char_cells
        if taken > cells and index:
            return index
    return len(text)
