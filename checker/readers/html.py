"""HTML: the words that a browser shows, each with its place in the source.

Left out are scripts, styles, code, forms and menus, what is hidden or struck out, and of a page with an `article` or
a `main` the header, footer and asides around it. The title, captions and the `alt` of pictures are read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.prose import Prose, ProseBuilder, Scope
from checker.readers import elements
from checker.readers.page import About
from checker.readers.references import REFERENCE, decoded
from checker.readers.tags import Tag, Words, attributes, tokens, values
from checker.source import Span

if TYPE_CHECKING:
    from checker.readers.limits import Limits
    from checker.source import Source

_TELLING = re.compile(r"\b(?:hidden|role|style)\b", re.IGNORECASE)
_UNSHOWN = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)
_FRAMED = re.compile(r"<(?:article|main)[\s>]", re.IGNORECASE)
_HOLE = "\ufffc"  # as in Markdown: a code span is no prose, but the words on its two sides are not neighbours
_PIECE = re.compile(rf"[ \t\n\r\f]{{2,}}+|[\t\n\r\f]|{REFERENCE}")
_SPACES = " \t\n\r\f"
_NOTE = re.compile(r"[\[(]?[\d,*\u2020\u2021\u00a7 ]{1,8}+[\])]?")
_POWERS = {"2": "\u00b2", "3": "\u00b3"}
_LENGTH = re.compile(r"\b(?:cm|ft|km|m|mi|miles|nm)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its words, and what it says of its day of publication and its language."""

    prose: Prose
    published: str | None
    language: str | None


def read_page(source: Source, body: int, limits: Limits) -> Page:
    """Read an HTML text from `body` on; InputError where it breaks off inside a tag, or has more tags than the most."""
    reader = Reader(source, limits)
    for token in tokens(source, body, limits):
        reader.take(token)
    reader.end_block()
    return Page(reader.builder.made(), reader.about.published, reader.about.language)


class Reader:
    """Take the tags and words of a page one by one; or, for Markdown, those that stand between its own words."""

    def __init__(self, source: Source, limits: Limits, builder: ProseBuilder | None = None) -> None:
        """Begin at the top of a page, or with what a builder has so far."""
        self.builder = builder or ProseBuilder()
        self.about = About(source.text)
        self._source = source
        self._text = source.text
        self._name = source.name
        self._limits = limits
        self._blocks = 0  # how many divisions, quotations and lists are open
        self._framed = _FRAMED.search(source.text) is not None
        self._inner = 0  # how many articles and mains are open
        self._raised = 0  # and how many superscripts
        self._silence: str | None = None
        self._depth = 0
        self._scope = Scope.BODY
        self._spaced = True
        self._broken = False
        self._open: list[tuple[Tag, int]] = []
        self._opened: Counter[str] = Counter()

    def take(self, token: Tag | Words) -> None:
        """Take the next tag or words."""
        if isinstance(token, Words):
            if token.raw:
                self.about.script(self._text[token.span.start : token.span.end])
            elif self._silence is None:
                self._words(token.span)
        elif token.kind == "comment":
            self.builder.frame(token.span)
        elif token.kind == "end":
            self._end(token)
        else:
            self.about.tag(token)
            self._start(token)

    def _start(self, tag: Tag) -> None:
        if self._silence is not None:
            if not self._is_open_end(tag):
                self._depth += tag.name == self._silence and tag.kind == "start"
                return
            self._silence = None
        if tag.name in elements.BLOCKS or tag.name in elements.SILENT_BLOCKS:
            self.end_block()
            self._scope = (
                Scope.HEADLINE
                if tag.name in elements.HEADINGS
                else Scope.CELL
                if tag.name in elements.CELLS
                else self._scope
            )
        if self._is_silent(tag):
            self.builder.frame(tag.span)
            if tag.name in elements.CODE:
                self.builder.run(_HOLE, tag.span)
                self._spaced = False
            if tag.kind == "start" and tag.name not in elements.VOID:
                self._silence, self._depth = tag.name, 1
        elif tag.name in elements.VOID:
            self._void(tag)
        elif tag.name not in elements.BLOCKS:
            self._inline(tag)
        elif tag.kind == "start" and tag.name not in elements.OPEN_ENDED:
            self._blocks += 1
        self._limits.hold_nesting(self._blocks + len(self._open), self._name)
        self._inner += tag.name in elements.INNER and self._silence is None

    def _is_open_end(self, tag: Tag) -> bool:
        """Whether a tag ends hidden words whose own end tag may be left out."""
        return (tag.name == self._silence and tag.name in elements.OPEN_ENDED) or (
            self._silence == "p" and tag.name in elements.BLOCKS
        )

    def _is_silent(self, tag: Tag) -> bool:
        if tag.name in elements.SILENT:
            return True
        if tag.name in elements.AROUND and self._framed and not self._inner:
            return True
        if not _TELLING.search(self._text, tag.span.start, tag.span.end):
            return False
        said = values(self._text, tag)
        return (
            "hidden" in said
            or said.get("role", "").lower() in elements.SILENT_ROLES
            or _UNSHOWN.search(said.get("style", "")) is not None
        )

    def _void(self, tag: Tag) -> None:
        self.builder.frame(tag.span)
        if tag.name == "br":
            self._break(tag.span)
        elif tag.name == "img" and (alt := attributes(self._text, tag).get("alt")):
            words = self._text[alt.start : alt.end]
            if not any(map(str.isalnum, words)):
                self._words(alt)  # an emoji as a picture
                return
            self.end_block()
            self._words(alt)
            self.end_block()

    def _break(self, span: Span) -> None:
        """Make one line break a space and a second one the end of the paragraph."""
        if self._broken:
            self.end_block()
        else:
            self._space(span)
            self._broken = True

    def _inline(self, tag: Tag) -> None:
        if tag.name == "q":
            self.builder.gap('"', tag.span.end)
        self._raised += tag.name == "sup"
        if tag.kind == "start":
            self._open.append((tag, self.builder.runs))
            self._opened[tag.name] += 1
        else:
            self.builder.frame(tag.span)

    def _end(self, tag: Tag) -> None:
        if self._silence is not None:
            self._depth -= tag.name == self._silence
            if self._depth and not self._is_open_end(tag):
                return
            self.builder.frame(tag.span)
            if self._silence == tag.name:
                self._silence = None
                return
            self._silence = None
        if tag.name in elements.BLOCKS:
            self.end_block()
            self._blocks = max(0, self._blocks - (tag.name not in elements.OPEN_ENDED))
            within = self._scope is Scope.CELL and tag.name not in elements.ROWS
            self._scope = Scope.CELL if within else Scope.BODY
            self._inner = max(0, self._inner - (tag.name in elements.INNER))
            return
        if tag.name == "q":
            self.builder.gap('"', tag.span.start)
        self._raised = max(0, self._raised - (tag.name == "sup"))
        if not self._opened[tag.name]:
            self.builder.frame(tag.span)
            return
        while True:
            opened, runs = self._open.pop()
            self._opened[opened.name] -= 1
            if opened.name == tag.name:
                self.builder.frame(opened.span.to(tag.span), runs, light=tag.name in elements.LIGHT)
                return
            self.builder.frame(opened.span)

    def end_block(self, scope: Scope | None = None) -> None:
        """End the paragraph, and the emphasis and links in it."""
        for opened, _ in self._open:
            self.builder.frame(opened.span)
        self._open.clear()
        self._opened.clear()
        self._raised = 0
        self.builder.end_block(scope or self._scope)
        self._spaced = True
        self._broken = False

    def _words(self, span: Span) -> None:
        if self._raised and self._noted(span):
            return
        at = span.start
        for match in _PIECE.finditer(self._text, span.start, span.end):
            if match[0][0] in _SPACES:
                self._run(Span(at, match.start()))
                self._space(Span(*match.span()))
                at = match.end()
            elif (found := decoded(match[0]))[1]:
                self._run(Span(at, match.start()))
                at = match.start() + found[1]
                self._reference(found[0], Span(match.start(), at))
        self._run(Span(at, span.end))

    def _noted(self, span: Span) -> bool:
        """Take a power as one, and leave the number of a footnote out."""
        words = self._text[span.start : span.end].strip()
        if not _NOTE.fullmatch(words):
            return False
        raised = self._open[-1][0].span.start if self._open else span.start
        before = self._text[max(0, raised - 8) : raised]
        if words in _POWERS and _LENGTH.search(before) and span.end - span.start == 1:
            self.builder.run(_POWERS[words], span)
        return True

    def _run(self, span: Span) -> None:
        start = span.start
        if self._spaced and start < span.end and self._text[start] == " ":
            start += 1
        if start < span.end:
            self.builder.run(self._text[start : span.end], Span(start, span.end))
            self._spaced = self._text[span.end - 1] == " "
            self._broken = False

    def _space(self, span: Span) -> None:
        if not self._spaced:
            self._limits.hold_marks(self.builder.runs, self._name)
            self.builder.run(" ", span)
            self._spaced = True

    def _reference(self, chars: str, span: Span) -> None:
        if chars.strip(_SPACES):
            self._limits.hold_marks(self.builder.runs, self._name)
            self.builder.run(chars, span)
            self._spaced = self._broken = False
        else:
            self._space(span)
