"""A draft's launches beside the accounts that its sources give of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.events import Account, Comparison
from checker.figures.writing import date_in_words, listed
from checker.joining.matching import Pairing
from checker.joining.wording import Wording
from checker.report import Unjoined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims import Claim
    from checker.report import Document


def accounts(document: Document, speaker: str | None) -> tuple[Account, ...]:
    """Return what a document says of each of its launches."""
    by_event: dict[str | None, list[Claim]] = {}
    for claim in document.claims:
        by_event.setdefault(claim.event, []).append(claim)
    return tuple(
        Account(
            document.path,
            speaker,
            event,
            tuple(by_event.get(event.id, ())),
            document.source,
            document.published,
            document.issued,
        )
        for event in document.events
    )


def comparisons(draft: Sequence[Account], sources: Sequence[tuple[Document, str | None]]) -> tuple[Comparison, ...]:
    """Return each of a draft's launches with the accounts of the same launch in its sources, in one order of them."""
    told = sorted(sources, key=lambda pair: (pair[1] or "", pair[0].path))
    named = tuple((document.path, speaker) for document, speaker in told)
    wording = Wording(draft)
    pairings = [Pairing(tuple(draft), accounts(document, speaker), wording) for document, speaker in told]
    return tuple(_comparison(mine, pairings, named) for mine in draft)


def _comparison(mine: Account, pairings: Sequence[Pairing], named: tuple[tuple[str, str | None], ...]) -> Comparison:
    found = [(pairing, joined) for pairing in pairings if (joined := pairing.of(mine))]
    twins: dict[str, tuple[tuple[str, str], ...]] = {}
    for pairing, joined in found:
        ids = {claim.id for claim in joined.account.claims}
        for claim in mine.claims:
            like = (other.id for other in pairing.twins.get(claim.id, ()) if other.id in ids)
            there = tuple((joined.account.path, other) for other in like)
            if there:
                twins[claim.id] = (*twins.get(claim.id, ()), *there)
    return Comparison(
        mine,
        tuple(joined.account for _, joined in found),
        named,
        frozenset(joined.account.path for _, joined in found if joined.other_day),
        tuple((joined.account.path, len(joined.launches)) for _, joined in found if joined.unclear),
        twins,
        tuple((claim, pairing.source[0], there) for pairing in pairings for claim, there in pairing.slipped_days(mine)),
    )


def unjoined(draft: Document, compared: Sequence[Comparison], sources: Sequence[Document]) -> tuple[Unjoined, ...]:
    """Return the sources whose account of no launch was compared with the draft's, and why."""
    joined = {account.path for comparison in compared for account in comparison.sources}
    return tuple(
        Unjoined(draft.path, source.path, _reason(draft, source)) for source in sources if source.path not in joined
    )


def _reason(draft: Document, source: Document) -> str:
    for document, where in ((source, "it"), (draft, "the draft")):
        if not document.events:
            return f"no claim about a launch was found in {where}"
    mine, theirs = _days(draft), _days(source)
    if {event.date for event in draft.events if event.date} & {event.date for event in source.events}:
        return "it tells of another launch of that day"
    if mine and theirs:
        return f"it tells of {theirs}, the draft of {mine}"
    if theirs:
        return f"it tells of {theirs}, and the draft gives no day"
    if mine:
        return f"it gives no day, and one of the two tells of several launches; the draft tells of {mine}"
    return "neither gives a day, and one of the two tells of several launches"


def _days(document: Document) -> str:
    days = sorted({event.date for event in document.events if event.date})
    return listed(date_in_words(day) for day in days)
