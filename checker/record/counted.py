"""What a draft counts and the record counts otherwise, as the rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.source import Span

Miscount: TypeAlias = Literal["count", "date", "kind"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Words that count, date or name what the record counts, dates or names otherwise.

    `says` is what the record has, as the end of a sentence; `entry` the ids of entries; `sources` theirs.
    """

    slip: Miscount
    span: Span
    says: str
    entry: str
    sources: tuple[str, ...]

    @property
    def message(self) -> str:
        """What the record has, as a sentence."""
        return self.says[0].upper() + self.says[1:]

    @property
    def evidence(self) -> dict[str, str]:
        """The entries and what they say."""
        return {"entry": self.entry, "record": self.says}
