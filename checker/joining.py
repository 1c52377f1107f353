"""Join what a draft and its sources say into launches, and say where all of them meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.compatible import ONE_MOMENT, compatible, number
from checker.events import Account, Comparison
from checker.figures.writing import date_in_words
from checker.report import Agreement, Row, Unjoined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.figures.interval import Interval
    from checker.report import Document

_MEASURED = ("range", "altitude", "flight_time", "speed")
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
    by_event: dict[str | None, list[Claim]] = {}
    for claim in document.claims:
        by_event.setdefault(claim.event, []).append(claim)
    return tuple(
        Account(document.path, speaker, event, tuple(by_event.get(event.id, ())), document.source, document.published)
        for event in document.events
    )


def comparisons(draft: Sequence[Account], sources: Sequence[tuple[Document, str | None]]) -> tuple[Comparison, ...]:
    """Return each of a draft's launches with the accounts of the same launch in its sources."""
    named = tuple((document.path, speaker) for document, speaker in sources)
    told = [_Told(accounts(document, speaker)) for document, speaker in sources]
    made = []
    for mine in draft:
        theirs = [account for one in told if (account := one.of_launch(mine, alone=_are_of_one_day(draft))) is not None]
        made.append(Comparison(mine, tuple(theirs), named))
    return tuple(made)


class _Told:
    """The launches of one source, by their days."""

    def __init__(self, launches: Sequence[Account]) -> None:
        self._launches = launches
        self._by_day: dict[str | None, list[Account]] = {}
        for account in launches:
            self._by_day.setdefault(account.event.date, []).append(account)

    def of_launch(self, mine: Account, *, alone: bool) -> Account | None:
        """Return the account of a launch: that of the same day; without days, of the only launch on both sides.

        Of several on that day those that its clock times or its sites point to, else all of them taken together:
        what any of them bears out is then borne out.
        """
        day = mine.event.date
        dated = self._by_day.get(day, []) if day else []
        if dated:
            return _united(_pointed_to(mine, dated) or dated)
        if len(self._launches) == 1 and alone and not (day and self._launches[0].event.date):
            return self._launches[0]
        if alone and not day and _are_of_one_day(self._launches) and not self._launches[0].event.date:
            return _united(_pointed_to(mine, self._launches) or self._launches)
        return None


def _are_of_one_day(launches: Sequence[Account]) -> bool:
    """Whether a document tells of one launch, or of several that it counts under one day or under none."""
    return sum(account.event.member == 1 for account in launches) == 1


def _pointed_to(mine: Account, theirs: Sequence[Account]) -> list[Account]:
    """Return which of several launches of a day one is, or which ones it takes together; empty where undecided."""
    if len(theirs) == 1:
        return list(theirs)
    clocks = _instants(mine)
    near = {id(one): one for clock in clocks if (one := _at_that_time(clock, theirs)) is not None}
    sites = {claim.entity for claim in mine.of_kind("site") if claim.entity}
    if not near and sites:
        near = {id(one): one for one in theirs if any(claim.entity in sites for claim in one.of_kind("site"))}
    # A text may give the clock time of the first launch only, and then tell of them all.
    several = any((number(claim) or 2) > len(near) for claim in mine.of_kind("count"))
    several |= any(len(_distinct(mine.of_kind(kind))) > len(near) for kind in _MEASURED)
    return [] if several else list(near.values())


def _at_that_time(clock: datetime, theirs: Sequence[Account]) -> Account | None:
    """Return the launch that is nearest to a clock time, None where none is near."""
    told = [(index, other) for index, one in enumerate(theirs) for other in _instants(one)]
    gaps = [(abs((clock - other).total_seconds()), index) for index, other in told]
    gap, index = min(gaps, default=(ONE_MOMENT + 1, 0))
    return theirs[index] if gap <= ONE_MOMENT else None


def _instants(account: Account) -> list[datetime]:
    return [datetime.fromisoformat(claim.resolved) for claim in account.of_kind("time") if claim.resolved]


def _united(launches: Sequence[Account]) -> Account:
    """Return several launches of one document as one account."""
    first, *more = launches
    if not more:
        return first
    claims = tuple(sorted((claim for one in launches for claim in one.claims), key=lambda claim: claim.span))
    return replace(first, claims=claims, event=replace(first.event, claims=tuple(claim.id for claim in claims)))


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
    if mine and theirs:
        return f"it tells of {theirs}, the draft of {mine}"
    if theirs:
        return f"it tells of {theirs}, and the draft gives no day"
    if mine:
        return f"it gives no day, and one of the two tells of several launches; the draft tells of {mine}"
    return "neither gives a day, and one of the two tells of several launches"


def _days(document: Document) -> str:
    days = sorted({event.date for event in document.events if event.date})
    words = [date_in_words(day) for day in days]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def agreement(comparison: Comparison) -> Iterator[Agreement]:
    """Yield, for each kind of claim of a launch, the rows of the draft and its sources."""
    everyone = (comparison.draft, *comparison.sources)
    for kind in KINDS:
        said = [(account, claims) for account in everyone if (claims := _distinct(account.of_kind(kind)))]
        if not said:
            continue
        rows = tuple(
            Row(account.path, claim.id, _speaker(account, claim), claim.interval, _plain(claim))
            for account, claims in said
            for claim in claims
        )
        consensus = _consensus([claim.interval for _, claims in said for claim in claims if claim.interval])
        event = comparison.draft.event
        agree, outliers = _judged(said, comparison.draft)
        yield Agreement(event.date, event.country, kind, rows, consensus, outliers, agree)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim for each thing said."""
    made: dict[object, Claim] = {}
    for claim in claims:
        made.setdefault((claim.value, claim.unit, claim.interval, claim.entity, claim.resolved), claim)
    return list(made.values())


def _judged(said: Sequence[tuple[Account, list[Claim]]], draft: Account) -> tuple[bool | None, tuple[str, ...]]:
    """Return whether the accounts agree, and the paths of those that cannot be true with most of the others."""
    against = dict.fromkeys((account.path for account, _ in said), 0)
    verdicts: list[bool | None] = []
    for (one, mine), (other, theirs) in combinations(said, 2):
        verdict = _agree(mine, theirs, every=one is draft)
        verdicts.append(verdict)
        if verdict is False:
            against[one.path] += 1
            against[other.path] += 1
    worst = max(against.values())
    outliers = tuple(path for path, count in against.items() if count == worst) if worst else ()
    return _all(verdicts) if verdicts else None, outliers


def _agree(mine: Sequence[Claim], theirs: Sequence[Claim], *, every: bool) -> bool | None:
    """Whether each claim of the account that says less can be true with some claim of the other.

    A measured figure of the draft (`every`) has to be borne out though the source says less.
    """
    if len(theirs) < len(mine) and not (every and mine[0].interval):
        mine, theirs = theirs, mine
    return _all([_any([compatible(claim, other) for other in theirs]) for claim in mine])


def _any(verdicts: Sequence[bool | None]) -> bool | None:
    return True if True in verdicts else None if None in verdicts else False


def _all(verdicts: Sequence[bool | None]) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


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
