"""HTML that stands in Markdown: blocks of it, tags between words, and words that it hides or strikes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.html import Reader
from checker.readers.tags import Tag, Words, pieces
from checker.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.prose import ProseBuilder, Scope
    from checker.readers.limits import Limits


class Embedded(Reader):
    """Takes the HTML of a Markdown text beside its words; both stand in one prose.

    What a block hides is hidden up to its end tag, Markdown and all; what hides words of a paragraph ends with it.
    """

    def __init__(self, source: Source, limits: Limits, builder: ProseBuilder, gaps: Iterable[Span]) -> None:
        """Go on from what a builder has; `gaps` are layout inside of HTML, such as the marks of a block quote."""
        super().__init__(Source(source.name, _blanked(source.text, gaps)), limits, builder)
        self._passing = False  # whether what is hidden was begun in a paragraph

    def block(self, lines: Sequence[Span]) -> None:
        """Take a block of HTML; where it breaks off inside a tag, the rest is no prose."""
        self.end_block()
        part = lines[0].to(lines[-1])
        found, rest = self._found(part)
        for token in found:
            self.take(token)
        if rest is not None:
            self.builder.frame(Span(rest, part.end))
        self.end_block()

    def inline(self, span: Span) -> None:
        """Take a tag that stands between words."""
        begun = self.hides
        for tag in self._found(span)[0]:
            if isinstance(tag, Tag):
                self.take(tag)
        self._passing = self.hides and (self._passing or not begun)

    def run(self, words: str, span: Span) -> None:
        """Take words of Markdown, unless they are hidden or the number of a note."""
        if self.hides or (self._raised and self._noted(span)):
            return
        if words == " ":
            self._space(span)
            return
        if self._spaced and words[0] == " " and len(words) == span.end - span.start:
            words, span = words[1:], Span(span.start + 1, span.end)
        self.builder.run(words, span)
        self._spaced = words.endswith(" ")
        self._broken = False

    def end_part(self, scope: Scope) -> None:
        """End a block of Markdown."""
        if self._passing:
            self._silence = None
            self._passing = False
        self.end_block(scope)

    @property
    def hides(self) -> bool:
        """Whether words here are hidden."""
        return self._silence is not None

    def _found(self, part: Span) -> tuple[list[Tag | Words], int | None]:
        return pieces(self._source, part, self._limits)


def _blanked(text: str, gaps: Iterable[Span]) -> str:
    """Return a text, as long as it was, with some of it left blank."""
    parts, at = [], 0
    for gap in gaps:
        parts += [text[at : gap.start], " " * (gap.end - gap.start)]
        at = gap.end
    return "".join([*parts, text[at:]])
