"""The tags and words of an HTML text with their exact places, through the parser of the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.readers.references import plain
from checker.source import Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.readers.limits import Limits
    from checker.source import Source

# A noncharacter: the parser leaves references to us. Its own search for them is quadratic, and loses their length.
_MASK = "\ufffe"
_SHORT_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"""([^\s/>="']++)\s*+(?:=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?""")
_NAME = re.compile(r"<[^\s/>]++")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `kind` is start, empty (closed in itself), end or comment; a declaration is a comment."""

    kind: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """Text between two tags; `raw` in scripts and styles."""

    span: Span
    raw: bool


def tokens(source: Source, body: int, limits: Limits) -> Iterator[Tag | Words]:
    """Yield tags and words from `body` on, in order; InputError for a text that breaks off inside a tag or a script.

    InputError as well for more tags than the limits allow.
    """
    found, rest = pieces(source, Span(body, len(source.text)), limits)
    yield from found
    if rest is not None:
        place = f"{source.name}:{source.position(rest).line}"
        raise InputError(place, "the page breaks off inside this tag or comment", "close it, or save the page again")


def pieces(source: Source, part: Span, limits: Limits) -> tuple[list[Tag | Words], int | None]:
    """Return the tags and words of a part of a text, and where it breaks off inside a tag or a script, or None.

    InputError for more tags than the limits allow.
    """
    parser = _Parser(source, part, limits)
    rest = parser.read()
    return parser.found, rest


def attributes(text: str, tag: Tag) -> dict[str, Span]:
    """Return where the value of each attribute of a tag stands, by its name in small letters, the first of a name."""
    begun = _NAME.match(text, tag.span.start)
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(text, begun.end() if begun else tag.span.start, tag.span.end):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 1)
        value = Span(*match.span(group)) if group > 1 else Span(match.end(), match.end())
        found.setdefault(match[1].lower(), value)
    return found


def values(text: str, tag: Tag) -> dict[str, str]:
    """Return the attributes of a tag with their references decoded."""
    return {name: plain(text[span.start : span.end]) for name, span in attributes(text, tag).items()}


class _Parser(HTMLParser):
    """Turn lines and columns into offsets, and keep every step linear in the text."""

    def __init__(self, source: Source, part: Span, limits: Limits) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Tag | Words] = []
        self._name = source.name
        self._limits = limits
        self._text = source.words(part).replace("&", _MASK)
        self._body = part.start
        self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]

    def read(self) -> int | None:
        """Read it all; return the offset at which a tag begins that never ends, or None.

        `close` is not called: it would try every `<` of such a rest again, each time to the end.
        """
        self.feed(self._text)
        rest = self.rawdata
        if self.cdata_elem is None and rest in {"", "<"}:
            if rest:
                self._take_words(rest, len(self._text) - 1)
            return None
        if not rest and self.found:
            return self.found[-1].span.start
        return self._body + len(self._text) - len(rest)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- theirs
        self._take("start", tag, len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- theirs
        self._take("empty", tag, len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        self._take("end", tag, self._text.find(">", start) + 1 - start)

    def handle_data(self, data: str) -> None:
        self._take_words(data, self._offset())

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 -- theirs
        return self.parse_html_declaration(i)

    def parse_html_declaration(self, i: int) -> int:
        """Pass over a comment or a declaration as browsers do; -1 where it has no end."""
        if not self.rawdata.startswith("<!--", i):
            end = self.rawdata.find(">", i) + 1
        elif short := _SHORT_COMMENT.match(self.rawdata, i):
            end = short.end()
        else:
            closed = _COMMENT_END.search(self.rawdata, i + 4)
            end = closed.end() if closed else 0
        if not end:
            return -1
        self._take("comment", "", end - i)
        return end

    def _take(self, kind: str, name: str, length: int) -> None:
        self._limits.hold_marks(len(self.found), self._name)
        start = self._body + self._offset()
        self.found.append(Tag(kind, name, Span(start, start + length)))

    def _take_words(self, data: str, start: int) -> None:
        self._limits.hold_marks(len(self.found), self._name)
        at = self._body + start
        self.found.append(Words(Span(at, at + len(data)), raw=self.cdata_elem is not None))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
