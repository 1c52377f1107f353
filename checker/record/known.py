"""A draft's launch beside the record's, as the rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.record.agreeing import agrees, pinpointed, speakers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.claims.claim import Kind
    from checker.events import Account
    from checker.record.entries import Entry


@dataclass(frozen=True, slots=True)
class Known:
    """A draft's launch and the entry that it is, or the entries of a day among which it is.

    `misdated` where the draft gives another day than the record; all the rest then agrees. `others` are the other
    launches that the draft tells of, `recent` those of its days, of which it may tell, and `that_day` those of the day.
    """

    account: Account
    entries: tuple[Entry, ...]
    misdated: bool = False
    others: tuple[Entry, ...] = ()
    recent: tuple[Entry, ...] = ()
    that_day: tuple[Entry, ...] = ()

    def differing(self, *kinds: Kind) -> Iterator[Claim]:
        """Yield the asserted claims that every entry rules out.

        Not where another claim of the kind fits: then the text sets one launch beside another, or tells of a part. Nor
        where another launch that the draft tells of has it: then the words are that one's.
        """
        for kind in kinds:
            claims = self.account.of_kind(kind)
            day = self.account.published
            if any(agrees(claim, entry, day) for claim in claims for entry in self.entries):
                continue
            for claim in claims:
                if all(agrees(claim, entry, day) is False for entry in self.entries) and not self._is_another_s(claim):
                    yield claim

    def _is_another_s(self, claim: Claim) -> bool:
        """Whether a claim is true of another launch that the draft tells of, or, where it is no mere bound, may."""
        return any(agrees(claim, entry) or pinpointed(claim, entry) for entry in self.others) or any(
            pinpointed(claim, entry) for entry in self.recent if entry not in self.entries
        )

    def of_a_day_with_others(self) -> bool:
        """Whether the record has another launch of the same day and country."""
        countries = {entry.country for entry in self.entries}
        return any(entry.country in countries for entry in self.that_day if entry not in self.entries)

    def on_record(self, claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
        """Return, by the ids of claims of the launch, the speakers of whom the entry has the same."""
        if self.misdated or len(self.entries) != 1:
            return {}
        found = ((claim.id, speakers_of(claim, self.entries[0])) for claim in claims if claim.modality == "asserted")
        return {claim: speakers for claim, speakers in found if speakers}

    @property
    def ids(self) -> str:
        """The join as the report shows it."""
        return ";".join(entry.id for entry in self.entries)
