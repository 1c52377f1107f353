"""How much is read of one file: a draft is a page of prose, and what is a thousand times as long is a mistake.

`limits` in the settings takes more, or less; `settings.schema.json` has the same figures.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.source import Source

MOST_BYTES = 20_000_000  # a web page with its pictures inlined
MOST_CHARACTERS = 1_000_000  # of words to check, markup and scripts not counted: two novels, and a minute of work
LONGEST_LINE = 1_000_000  # characters of a line of text or Markdown: a picture may be written out in one
MOST_MARKS = 200_000  # pieces of markup: tags, entities, emphasis, quotation levels
DEEPEST = 1_000  # quotations in quotations, lists in lists, tags in tags: browsers stop at half as many


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of a file.

    Its bytes, the characters of its prose and of one line, its pieces of markup, and how deep they stand in each other.
    """

    bytes: int = MOST_BYTES
    characters: int = MOST_CHARACTERS
    line: int = LONGEST_LINE
    marks: int = MOST_MARKS
    nesting: int = DEEPEST

    def hold_bytes(self, count: int, name: str) -> None:
        """Refuse a file of more bytes."""
        if count > self.bytes:
            raise InputError(
                name, f"is longer than {_mega(self.bytes)}", _remedy("give the text of one draft", "bytes")
            )

    def hold_characters(self, count: int, name: str) -> None:
        """Refuse prose of more characters."""
        if count > self.characters:
            problem = f"has {count:,} characters of text, more than {self.characters:,}"
            raise InputError(name, problem, _remedy("split it into its articles", "characters"))

    def hold_lines(self, source: Source) -> None:
        """Refuse a line of more characters."""
        if len(source.text) <= self.line:
            return
        starts = source.lines.starts
        for number, (start, end) in enumerate(pairwise((*starts, len(source.text))), 1):
            length = end - start if end - start <= self.line else len(source.words(source.lines.line_span(number)))
            if length > self.line:
                problem = f"this line has {length:,} characters, more than {self.line:,}"
                raise InputError(f"{source.name}:{number}", problem, _remedy("break it into paragraphs", "line"))

    def hold_marks(self, count: int, name: str) -> None:
        """Refuse more markup."""
        if count > self.marks:
            problem = f"has more than {self.marks:,} tags, entities and other marks"
            raise InputError(name, problem, _remedy("give the text of one draft", "marks"))

    def hold_nesting(self, depth: int, name: str) -> None:
        """Refuse quotations, lists or tags that stand deeper in each other."""
        if depth > self.nesting:
            problem = f"has quotations, lists or tags more than {self.nesting:,} deep in each other"
            raise InputError(name, problem, _remedy("take them out", "nesting"))


LIMITS = Limits()


def limits_from(asked: Mapping[str, int]) -> Limits:
    """Return the limits that settings ask for; those that they leave out are as they come."""
    return Limits(**asked) if asked else LIMITS


def _remedy(first: str, key: str) -> str:
    return f"{first}, or set limits.{key} in factcheck.toml"


def _mega(count: int) -> str:
    return f"{count / 1_000_000:,g} MB" if count >= 1_000_000 else f"{count:,} bytes"
