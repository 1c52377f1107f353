"""Sentences of prose, with the field's abbreviations and the glued sentences of agency copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.frozen import dataclass
from checker.language.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.language.lexicon import Lexicon
    from checker.prose import Prose, Scope

# The end of a sentence: a stop, closing marks, space and an opening; or a stop glued to the next sentence.
_STOP = re.compile(
    r"[.!?][\"')\]]{0,3}(?:\s++(?=[\"'(\[]{0,2}[^\W_a-z])|(?<=[a-z][.])(?=[A-Z][a-z]))|[\u3002\uff01\uff1f]"
)
_LONGEST = 2000
_LAST_WORD = re.compile(r"[\w.']{1,20}\Z")
_NEXT_WORD = re.compile(r"\W{0,4}([^\W_]{1,20}+)")


@dataclass(frozen=True)
class Sentence:
    """A range of prose; `index` counts in the text, `block` is the paragraph's number."""

    prose: Prose
    start: int
    end: int
    scope: Scope
    index: int
    block: int

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, made on first use."""
        return tokens(self.prose.text, self.start, self.end)

    @property
    def text(self) -> str:
        """The folded text."""
        return self.prose.text[self.start : self.end]


def sentences(prose: Prose, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences of each block; none leaves its block."""
    index = 0
    for number, block in enumerate(prose.blocks):
        start = block.start
        for stop in [*stops(prose.text, block.start, block.end, lexicon), block.end]:
            for end in _capped(prose.text, start, stop):
                if prose.text[start:end].strip():
                    yield Sentence(prose, start, end, block.scope, index, number)
                    index += 1
                start = end


def _names_clock(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins the name of a clock: "a.m. PDT", "p.m. Japanese time"."""
    folded = word.casefold()
    return lexicon.has(folded, "zone") or "time" in lexicon.tree.get(folded, {})


def _capped(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where a sentence ends, and before that where one that no writer wrote is cut: the grammar is not linear."""
    while stop - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        start = space + 1 if space > 0 else start + _LONGEST
        yield start
    yield stop


def stops(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield where a sentence ends and the next begins, in a stretch of text; the dot of "Sept." ends none."""
    for match in _STOP.finditer(text, start, end):
        before = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
        following = _NEXT_WORD.match(text, match.end())
        if text[match.start()] != "." or not before or not following:
            yield match.end()
            continue
        if "." in before.group() and text[match.end()] in "([":
            continue
        word = before.group().casefold().strip("'")
        if word in lexicon.words["abbreviations"] or (len(word) == 1 and word.isalpha() and word != "i"):
            continue
        if "." in word and (following[1].casefold() in lexicon.words["goes_on"] or _names_clock(following[1], lexicon)):
            continue
        if (
            "." in word
            and word not in lexicon.words["may_end"]
            and following[1].casefold() not in lexicon.words["opens"]
        ):
            continue
        yield match.end()
