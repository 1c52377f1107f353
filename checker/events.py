"""Claims about one launch, told by one text."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.markup import levelled, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.claims import Claim
    from checker.source import Source

_LEAD = 5
_LEAD_REACH = 60
# A rule of dashes ends front matter.
_CLAUSE = re.compile(r"[.!?;:][\"\u201d]?\s|\n\s*\n|\n---[ \t]*\n|[\"\u201c(]")


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

    `source` is its text, for quoting it with its line; `published` the ISO date of publication, and `issued` its moment
    in UTC, as far as they are known. `on_record` has, by the ids of claims, the speakers of whom the public record has
    the same of this launch.
    """

    path: str
    speaker: str | None
    event: Event
    claims: tuple[Claim, ...]
    source: Source
    published: str | None = None
    issued: str | None = None
    on_record: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def is_published(self, *claims: Claim) -> bool:
        """Whether the public record has all of some claims of one speaker: then they are no slip of the text."""
        speakers = [self.on_record.get(claim.id, frozenset()) for claim in claims]
        return bool(speakers) and bool(frozenset.intersection(*speakers))

    def is_before(self, other: Account) -> bool:
        """Whether this was published before another account, where that is known."""
        if self.issued and other.issued:
            return self.issued < other.issued
        return bool(self.published and other.published) and (self.published or "") < (other.published or "")

    @property
    def text(self) -> str:
        """The text of the document laid out as plain text, each character at its place in the source."""
        return levelled(self.source.text, page=True) if self.source.page else self.source.text

    def of_kind(self, kind: str) -> tuple[Claim, ...]:
        """Return the asserted claims of a kind, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.kind == kind and claim.modality == "asserted")

    def voices(self, claim: Claim) -> tuple[str, ...]:
        """Return who says a claim: the speakers that the text names, else whose document it is.

        An agency that passes on what another said is no voice of its own.
        """
        return origins(claim.attributed_to) or ((self.speaker,) if self.speaker else ())

    def place(self, claim: Claim) -> str:
        """Return where a claim stands: "seoul.md:3"."""
        return f"{self.path}:{self.source.position(claim.span.start).line}"

    def quote(self, claim: Claim) -> str:
        """Return the words of a claim on one line."""
        return readable(claim.text)

    def between(self, one: Claim, other: Claim) -> str:
        """Return the text from the end of one claim to the next, laid out as plain text."""
        return levelled(self.source.text[one.span.end : other.span.start], page=self.source.page)

    def phrase(self, claim: Claim) -> str:
        """Return the words of a claim with the few before them in prose, which say what it is about."""
        return " ".join((*self._lead(claim), self.quote(claim))) if self._is_prose else self.quote(claim)

    @property
    def _is_prose(self) -> bool:
        return not self.path.lower().endswith((".json", ".yaml", ".yml"))

    def _lead(self, claim: Claim) -> list[str]:
        """Return the few words before a claim in its clause."""
        start = max(0, claim.span.start - _LEAD_REACH)
        before = levelled(self.source.text[start : claim.span.start], page=self.source.page)
        if start:
            before = before.partition(" ")[2]
        starts = [match.end() for match in _CLAUSE.finditer(before) if not _abbreviates(before, match)]
        return readable(before[starts[-1] :] if starts else before).split()[-_LEAD:]

    def cite(self, claim: Claim) -> str:
        """Return a claim's place and words, for what a finding rests on."""
        return f'{self.place(claim)}: "{self.quote(claim)}"'


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft's account of a launch, and the accounts of the same launch in each of its sources.

    `documents` names every source that was read with its speaker, also those that say nothing of this launch.
    `other_day` holds the paths of those that give another day; `unclear` those of which several launches were taken
    together, since the draft does not say which it means, with their number. `twins` are the sources' claims in the
    same words as a draft's, by the draft's ids; `days` are a draft's days, each with the other one that stands in the
    same sentence of a source. `memory` keeps what was found out of a claim, for the rules that ask the same.
    """

    draft: Account
    sources: tuple[Account, ...]
    documents: tuple[tuple[str, str | None], ...] = ()
    other_day: frozenset[str] = frozenset()
    unclear: tuple[tuple[str, int], ...] = ()
    twins: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    days: tuple[tuple[Claim, Account, Claim], ...] = ()
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """Whether a dot is that of "Sept." or "Gen.", and ends no clause."""
    from checker.language import lexicon

    word = text[: stop.start()].rpartition(" ")[2]
    return stop[0][0] == "." and word.casefold() in lexicon("en").words["abbreviations"]


def origins(speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who speaks, without the agencies and papers that pass it on; these where nobody else is named."""
    if len(speakers) < 2:
        return speakers
    from checker.gazetteer import is_press

    return tuple(name for name in speakers if not is_press(name)) or speakers


def same_voice(first: str, second: str) -> bool:
    """Whether two speakers belong together: the same, or one a part of the other (`seeds/speakers.toml`)."""
    from checker.gazetteer import related

    return related(first, second)
