"""Join what a draft and its sources say into launches, and say where all of them meet."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checker.events import Account, Comparison
from checker.figures.interval import LOWER
from checker.report import Agreement, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.figures.interval import Interval
    from checker.report import Document

# Detection and launch, or two clocks rounded to five minutes.
_ONE_MOMENT = 600
KINDS = (
    "range",
    "altitude",
    "flight_time",
    "speed",
    "time",
    "site",
    "missile_class",
    "missile_name",
    "count",
    "eez",
    "impact_area",
)


def accounts(document: Document, speaker: str | None) -> tuple[Account, ...]:
    """Return what a document says of each of its launches."""
    return tuple(
        Account(
            document.path,
            speaker,
            event,
            tuple(claim for claim in document.claims if claim.event == event.id),
            document.source,
        )
        for event in document.events
    )


def comparisons(draft: Sequence[Account], sources: Sequence[tuple[Document, str | None]]) -> tuple[Comparison, ...]:
    """Return each of a draft's launches with the accounts of the same launch in its sources."""
    named = tuple((document.path, speaker) for document, speaker in sources)
    made = []
    for mine in draft:
        theirs = [
            account
            for document, speaker in sources
            if (account := _same_launch(mine, accounts(document, speaker), alone=len(draft) == 1)) is not None
        ]
        made.append(Comparison(mine, tuple(theirs), named))
    return tuple(made)


def _same_launch(mine: Account, theirs: Sequence[Account], *, alone: bool) -> Account | None:
    """Return the account of the launch that has the same date; without dates, of the only launch on both sides."""
    dated = [account for account in theirs if account.event.date and account.event.date == mine.event.date]
    if dated:
        return dated[0]
    if len(theirs) == 1 and alone and not (mine.event.date and theirs[0].event.date):
        return theirs[0]
    return None


def agreement(comparison: Comparison) -> Iterator[Agreement]:
    """Yield, for each kind of claim of a launch, the rows of the draft and its sources."""
    everyone = (comparison.draft, *comparison.sources)
    for kind in KINDS:
        said = [(account, claim) for account in everyone for claim in account.of_kind(kind)[:1]]
        if not said:
            continue
        rows = tuple(
            Row(account.path, claim.id, _speaker(account, claim), claim.interval, _plain(claim))
            for account, claim in said
        )
        consensus = _consensus([claim.interval for _, claim in said if claim.interval])
        event = comparison.draft.event
        outliers = _outliers(said)
        yield Agreement(event.date, event.country, kind, rows, consensus, outliers, agree=not outliers)


def _outliers(said: Sequence[tuple[Account, Claim]]) -> tuple[str, ...]:
    """Return the paths whose account cannot be true together with most of the others."""
    against = {
        account.path: sum(not _compatible(claim, other) for _, other in said if other is not claim)
        for account, claim in said
    }
    worst = max(against.values())
    return tuple(path for path, count in against.items() if count == worst) if worst else ()


def _compatible(mine: Claim, other: Claim) -> bool:
    """Whether two claims of a kind can both be true: a detection and a launch some minutes apart are one moment."""
    if mine.interval and other.interval:
        return mine.interval.meets(other.interval)
    if mine.kind == "time":
        if not (mine.resolved and other.resolved):
            return mine.unit != other.unit or mine.value == other.value
        apart = datetime.fromisoformat(mine.resolved) - datetime.fromisoformat(other.resolved)
        return abs(apart.total_seconds()) <= _ONE_MOMENT
    if mine.kind == "missile_class":
        return mine.value == other.value or "ballistic" in {mine.value, other.value}
    if mine.kind == "count":
        low, high = sorted((mine, other), key=lambda claim: claim.qualifier in LOWER, reverse=True)
        return mine.value == other.value or (low.qualifier in LOWER and _number(low) <= _number(high))
    if mine.entity and other.entity:
        return mine.entity == other.entity and mine.value == other.value
    return not isinstance(mine.value, bool) or mine.value == other.value


def _number(claim: Claim) -> float:
    return float(claim.value) if isinstance(claim.value, (int, float)) else 0.0


def _speaker(account: Account, claim: Claim) -> str | None:
    return account.speaker or (", ".join(claim.attributed_to) or None)


def _plain(claim: Claim) -> str | None:
    """Return a value that is no quantity in a form that two documents can share."""
    if claim.interval is not None:
        return None
    if isinstance(claim.value, bool):
        return ("inside " if claim.value else "outside ") + (claim.entity or "the zone")
    if claim.kind == "time":
        return claim.resolved or str(claim.value)
    return claim.entity or str(claim.value)


def _consensus(intervals: Sequence[Interval]) -> Interval | None:
    """Return what lies in every interval, in the first one's unit, None where no quantity does."""
    meeting: Interval | None = None
    for interval in intervals:
        meeting = interval if meeting is None else meeting.intersection(interval)
        if meeting is None:
            return None
    return meeting
