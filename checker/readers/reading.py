"""Read one file: decode it, tell its format, hand it to the reader of that format."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.frozen import dataclass
from checker.readers.formats import MEDIA_TYPES, STATEMENT_TYPES, hold_text, media_type_of, told_by
from checker.readers.front_matter import Metadata, split_front_matter
from checker.readers.limits import LIMITS, Limits
from checker.source import Source, Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from checker.prose import Prose

# Markup that a figure may have inside, where the source alone does not show what is written.
_MARKED = re.compile(r"&[#a-zA-Z]|\d(?:[*_<\[\\]|\]\()")


@dataclass(frozen=True)
class Draft:
    """A file as read: its source, what its front matter says, and where the body begins after it.

    `mark` is the byte-order mark that stood before the source's text, or nothing. `page` are the words of a web page,
    which is read at once, for what it says of itself.
    """

    source: Source
    media_type: str
    metadata: Metadata
    body: int = 0
    mark: str = ""
    limits: Limits = LIMITS
    page: Prose | None = None

    @property
    def is_statement(self) -> bool:
        """Whether the file holds figures as a structure, and no prose."""
        return self.media_type in STATEMENT_TYPES

    @cached_property
    def prose(self) -> Prose:
        """The words of the body, made on first use: a text with nothing to check needs none."""
        if self.page is not None:
            return self.page
        if self.media_type == "text/markdown":
            from checker.readers.markdown import markdown_prose

            return markdown_prose(self.source, self.body, self.limits)
        from checker.readers.plain import plain_prose

        return plain_prose(self.source, Span(self.body, len(self.source.text)))

    @property
    def skimmed(self) -> str:
        """What shows whether the body is worth reading: its source, or its words where markup may hide some."""
        text = self.source.text[self.body :]
        if self.page is not None or (self.media_type == "text/markdown" and _MARKED.search(text)):
            return self.prose.text
        return text


def read_file(path: Path, media_type: str | None = None, limits: Limits = LIMITS) -> Draft:
    """Read a file, in the format of its name unless another is given; InputError where it cannot be read as text."""
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)  # not its size first: a pipe has none, and a file may grow
    except IsADirectoryError:
        raise InputError(name, "is a folder", "name the files in it") from None
    except FileNotFoundError:
        raise InputError(name, "there is no such file", "check the path") from None
    except OSError as trouble:
        reason = (trouble.strerror or "it cannot be read").lower()
        raise InputError(name, reason, "check the file and its permissions") from None
    return read_bytes(data, name, media_type, limits)


def read_bytes(data: bytes, name: str, media_type: str | None = None, limits: Limits = LIMITS) -> Draft:
    """Decode UTF-8 and read, in the format of the name and the text unless another is given.

    InputError for other encodings and unknown formats, binary data, empty files, and what is beyond the limits.
    """
    hold_text(data, name)
    by_name = None if media_type else media_type_of(Path(name).suffix, name)
    limits.hold_bytes(len(data), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as trouble:
        line = data[: trouble.start].count(b"\n") + 1
        raise InputError(f"{name}:{line}", "is not UTF-8", "save it as UTF-8") from None
    return read_text(text, name, media_type or told_by(text, by_name or "text/plain"), limits)


def read_text(text: str, name: str, media_type: str = "text/plain", limits: Limits = LIMITS) -> Draft:
    """Read decoded text; a leading byte-order mark is dropped. InputError for an unknown media type."""
    if media_type not in MEDIA_TYPES.values():
        known = ", ".join(dict.fromkeys(MEDIA_TYPES.values()))
        raise InputError(name, f"the media type {media_type} is not known", f"give one of {known}")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    if not text.strip():
        raise InputError(name, "is empty", "give a file with text in it")
    source = Source(name, text, page=media_type == "text/html")
    if media_type in STATEMENT_TYPES:
        return Draft(source, media_type, Metadata(), mark=mark)
    if media_type != "text/html":
        limits.hold_characters(len(text), name)
        limits.hold_lines(source)
    body, metadata = split_front_matter(source)
    if media_type == "text/html":
        return _page(Draft(source, media_type, metadata, body, mark, limits))
    if media_type == "text/plain":
        from checker.readers.plain import leading_date

        published, body = leading_date(source, body)
        if published and metadata.published is None:
            metadata = metadata.published_on(published)
    return Draft(source, media_type, metadata, body, mark, limits)


def _page(draft: Draft) -> Draft:
    """Read a web page; what its front matter says goes before what the page says."""
    from checker.readers.html import read_page

    page = read_page(draft.source, draft.body, draft.limits)
    draft.limits.hold_characters(len(page.prose.text), draft.source.name)
    said = draft.metadata
    # A template says "en" of every page; that a text is in another language is worth knowing.
    foreign = page.language if page.language and not page.language.lower().startswith("en") else None
    metadata = replace(said, published=said.published or page.published, language=said.language or foreign)
    return replace(draft, metadata=metadata, page=page.prose)
