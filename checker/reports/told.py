"""The launches of which a report tells more than one account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.events import Event
from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.report import Agreement, Document, Report, Row


@dataclass(frozen=True, slots=True)
class Told:
    """One launch with what is compared: as a draft tells it, or, where there is none, its sources alone."""

    event: Event
    draft: Document | None
    claims: tuple[Claim, ...]
    agreements: tuple[Agreement, ...]
    flagged: bool = False


def launches(report: Report, draft: Document) -> list[Told]:
    """Return the launches of a draft that a source speaks of or that a finding touches."""
    event_of = {claim.id: claim.event for claim in draft.claims}
    flagged = {event_of.get(claim) for finding in draft.findings for claim in finding.claims}
    by_event: dict[str | None, list[Agreement]] = {}
    for agreement in report.agreement:
        if agreement.draft == draft.path:
            by_event.setdefault(agreement.launch, []).append(agreement)
    found = (
        Told(event, draft, draft.claims, tuple(by_event.get(event.id, ())), event.id in flagged)
        for event in draft.events
    )
    return [one for one in found if one.flagged or any(others(draft, each) for each in one.agreements)]


def compared(report: Report) -> list[Told]:
    """Return the launches of documents that were compared without a draft."""
    by_launch: dict[str | None, list[Agreement]] = {}
    for agreement in report.agreement:
        by_launch.setdefault(agreement.launch, []).append(agreement)
    claims = {(one.path, claim.id): claim for one in report.documents for claim in one.claims}
    found = []
    for number, agreements in by_launch.items():
        told = [claims[row.path, row.claim] for each in agreements for row in each.rows]
        # Ids are of one document each: what names the launch is held under names of its own.
        own = tuple(replace(claim, id=str(index)) for index, claim in enumerate(told))
        first = agreements[0]
        event = Event(number or "", first.date, first.country, tuple(claim.id for claim in own))
        found.append(Told(event, None, own, tuple(agreements)))
    return found


def others(draft: Document | None, agreement: Agreement) -> list[Row]:
    """Return the rows of an agreement that are not the draft's."""
    return [row for row in agreement.rows if draft is None or row.path != draft.path]
