"""Claims about one launch, told by one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.source import Source


@dataclass(frozen=True, slots=True)
class Event:
    """A launch or salvo as one document tells it.

    `date` is the ISO date at the place of launch, `country` an ISO 3166 alpha-3 code; both None where the text
    does not say. `member` tells launches of one day apart. `claims` are ids in the order of the text.
    """

    id: str
    date: str | None
    country: str | None
    claims: tuple[str, ...]
    member: int = 1
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one launch. `speaker` is whose document it is (a statement's source), if known.

    `source` is its text, for quoting it with its line; `published` the ISO date of publication, if known.
    """

    path: str
    speaker: str | None
    event: Event
    claims: tuple[Claim, ...]
    source: Source
    published: str | None = None

    def of_kind(self, kind: str) -> tuple[Claim, ...]:
        """Return the asserted claims of a kind, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.kind == kind and claim.modality == "asserted")

    def voices(self, claim: Claim) -> tuple[str, ...]:
        """Return who says a claim: the speakers that the text names, else whose document it is."""
        return claim.attributed_to or ((self.speaker,) if self.speaker else ())

    def place(self, claim: Claim) -> str:
        """Return where a claim stands: "seoul.md:3"."""
        return f"{self.path}:{self.source.position(claim.span.start).line}"

    def quote(self, claim: Claim) -> str:
        """Return the words of a claim on one line."""
        return " ".join(claim.text.split())

    def cite(self, claim: Claim) -> str:
        """Return a claim's place and words, for what a finding rests on."""
        return f'{self.place(claim)}: "{self.quote(claim)}"'


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft's account of a launch, and the accounts of the same launch in each of its sources.

    `documents` names every source that was read with its speaker, also those that say nothing of this launch.
    """

    draft: Account
    sources: tuple[Account, ...]
    documents: tuple[tuple[str, str | None], ...] = ()


def same_voice(first: str, second: str) -> bool:
    """Whether two speakers belong together: the same, or one a part of the other (`seeds/speakers.toml`)."""
    from checker.gazetteer import related

    return related(first, second)
