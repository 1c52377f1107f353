"""How much is read of one file: a draft is a page of prose, and what is a thousand times as long is a mistake."""

from __future__ import annotations

from dataclasses import dataclass

from checker.trouble import InputError

MOST_BYTES = 20_000_000  # a web page with its pictures inlined
MOST_CHARACTERS = 1_000_000  # of words to check, markup and scripts not counted: two novels, and a minute of work
MOST_MARKS = 200_000  # pieces of markup: tags, entities, emphasis, quotation levels


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of a file: its bytes, the characters of its prose, its pieces of markup."""

    bytes: int = MOST_BYTES
    characters: int = MOST_CHARACTERS
    marks: int = MOST_MARKS

    def hold_bytes(self, count: int, name: str) -> None:
        """Refuse a file of more bytes."""
        if count > self.bytes:
            raise InputError(name, f"is longer than {_mega(self.bytes)}", "give the text of one draft")

    def hold_characters(self, count: int, name: str) -> None:
        """Refuse prose of more characters."""
        if count > self.characters:
            problem = f"has {count:,} characters of text, more than {self.characters:,}"
            raise InputError(name, problem, "split it into its articles")

    def hold_marks(self, count: int, name: str) -> None:
        """Refuse more markup."""
        if count > self.marks:
            problem = f"has more than {self.marks:,} tags, entities and other marks"
            raise InputError(name, problem, "give the text of one draft")


LIMITS = Limits()


def _mega(count: int) -> str:
    return f"{count / 1_000_000:,g} MB" if count >= 1_000_000 else f"{count:,} bytes"
