"""Which format a file is in: by its name, and by how it begins."""

from __future__ import annotations

import re

from checker.trouble import InputError

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    "": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
STATEMENT_TYPES = ("application/json", "application/yaml")
# What a command line calls the formats of a draft.
INPUT_FORMATS = {"text": "text/plain", "markdown": "text/markdown", "html": "text/html"}
_OPENING = 1000
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s++html|html)\b", re.IGNORECASE
)
_FOREIGN = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or another archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text file",
}
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


def media_type_of(suffix: str, name: str) -> str:
    """Return the media type for a file's suffix; InputError for one that is not known."""
    found = MEDIA_TYPES.get(suffix.lower())
    if found is None:
        message = "give plain text (.txt), Markdown (.md), HTML (.html) or a statement (.json, .yaml)"
        raise InputError(name, f"the format {suffix} is not known", f"{message}, or say --input-format")
    return found


def told_by(text: str, media_type: str) -> str:
    """Return the media type of a text that its name gives another: a whole web page is one under any name."""
    if media_type in {"text/plain", "text/markdown"} and _PAGE.match(text[:_OPENING]):
        return "text/html"
    return media_type


def hold_text(data: bytes, name: str) -> None:
    """Refuse what is no text in UTF-8, by how it begins."""
    foreign = next((words for opening, words in _FOREIGN.items() if data.startswith(opening)), None)
    if foreign:
        raise InputError(name, f"is {foreign}, not text", "save its text as .txt, .md or .html, in UTF-8")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError(name, "is UTF-16, not UTF-8", "save it as UTF-8")
    if any(byte in _CONTROLS for byte in data[:4096]):
        raise InputError(name, "is binary, not text", "give the text of the draft, saved as UTF-8")
