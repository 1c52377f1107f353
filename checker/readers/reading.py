"""Read one file: decode it, tell its format, hand it to the reader of that format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.readers.front_matter import Metadata, split_front_matter
from checker.source import Source, Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from checker.prose import Prose

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    "": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
STATEMENT_TYPES = ("application/json", "application/yaml")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


@dataclass(frozen=True)
class Draft:
    """A file as read: its source, what its front matter says, and where the body begins after it.

    `mark` is the byte-order mark that stood before the source's text, or nothing.
    """

    source: Source
    media_type: str
    metadata: Metadata
    body: int = 0
    mark: str = ""

    @property
    def is_statement(self) -> bool:
        """Whether the file holds figures as a structure, and no prose."""
        return self.media_type in STATEMENT_TYPES

    @cached_property
    def prose(self) -> Prose:
        """The words of the body, made on first use: a text with nothing to check needs none."""
        if self.media_type == "text/markdown":
            from checker.readers.markdown import markdown_prose

            return markdown_prose(self.source, self.body)
        from checker.readers.plain import plain_prose

        return plain_prose(self.source, Span(self.body, len(self.source.text)))


def read_file(path: Path) -> Draft:
    """Read a file; InputError where it cannot be read as text in a known format."""
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise InputError(str(path), "is a folder", "name the files in it") from None
    except FileNotFoundError:
        raise InputError(str(path), "there is no such file", "check the path") from None
    except OSError as trouble:
        reason = (trouble.strerror or "it cannot be read").lower()
        raise InputError(str(path), reason, "check the file and its permissions") from None
    return read_bytes(data, str(path), media_type_of(path.suffix, str(path)))


def media_type_of(suffix: str, name: str) -> str:
    """Return the media type for a file's suffix; InputError for one that is not known."""
    found = MEDIA_TYPES.get(suffix.lower())
    if found is None:
        message = "give plain text (.txt), Markdown (.md) or a statement (.json, .yaml)"
        raise InputError(name, f"the format {suffix} is not known", message)
    return found


def read_bytes(data: bytes, name: str, media_type: str) -> Draft:
    """Decode UTF-8 and read; InputError for other encodings, binary data and empty files."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError(name, "is UTF-16, not UTF-8", "save it as UTF-8")
    if any(byte in _CONTROLS for byte in data[:4096]):
        raise InputError(name, "is binary, not text", "give the text of the draft, saved as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as trouble:
        line = data[: trouble.start].count(b"\n") + 1
        raise InputError(f"{name}:{line}", "is not UTF-8", "save it as UTF-8") from None
    return read_text(text, name, media_type)


def read_text(text: str, name: str, media_type: str = "text/plain") -> Draft:
    """Read decoded text; a leading byte-order mark is dropped. InputError for an unknown media type."""
    if media_type not in MEDIA_TYPES.values():
        known = ", ".join(dict.fromkeys(MEDIA_TYPES.values()))
        raise InputError(name, f"the media type {media_type} is not known", f"give one of {known}")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    if not text.strip():
        raise InputError(name, "is empty", "give a file with text in it")
    source = Source(name, text)
    if media_type in STATEMENT_TYPES:
        return Draft(source, media_type, Metadata(), mark=mark)
    body, metadata = split_front_matter(source)
    if media_type == "text/plain":
        from checker.readers.plain import leading_date

        published, body = leading_date(source, body)
        if published and metadata.published is None:
            metadata = metadata.published_on(published)
    return Draft(source, media_type, metadata, body, mark)
