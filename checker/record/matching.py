"""Find the launch of the record that a draft's launch is, and be silent where that is unsure."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.compatible import compatible
from checker.record.agreeing import DAY, MOMENT, held
from checker.record.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.claims.claim import Kind
    from checker.events import Account, Comparison
    from checker.record.agreeing import Verdicts
    from checker.record.entries import Entry
    from checker.record.lookup import Record

_DAYS_AROUND = 3
_NEWS = range(-1, 7)  # days before publication: a text of Washington tells of tomorrow in Korea
_FRESH = 3
_NOT_ALL = frozenset({"cruise", "SLV"})  # of these the record may have missed some
_NAMES: tuple[Kind, ...] = ("missile_name", "site")
_ALIKE = 3  # that many details, of which one tells launches apart, make up for another day


def join(account: Account, record: Record, home: str | None = None) -> Known | None:
    """Return the entry that a launch is: that of its day; else one some days or a year off that all else points to.

    `home` is the only country whose launches the draft tells of, for a launch that names none.
    """
    day, country = account.event.date, account.event.country or _country(account) or home
    if day is None or country is None or day > _last(account):
        return None
    fit = _fitting(account, record.on(day, country))
    if not fit and (earlier := _week_before(account, day)):
        fit = _fitting(account, record.on(earlier, country))
    if fit:
        return Known(account, fit)
    return _misdated(account, record, datetime.date.fromisoformat(day), country)


def _week_before(account: Account, day: str) -> str | None:
    """Return the day six days before publication where a weekday alone was taken for the day after it."""
    if account.of_kind("date") or account.published is None or day <= account.published[:10]:
        return None
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=7)).isoformat()


def _last(account: Account) -> str:
    """Return the last day of which a text can tell: that after its publication, by the date line."""
    if account.published is None:
        return datetime.date.max.isoformat()
    return (datetime.date.fromisoformat(account.published[:10]) + datetime.timedelta(1)).isoformat()


def _country(account: Account) -> str | None:
    """Return the country of the missiles and sites that a launch names, None where they are of several or of none."""
    from checker import gazetteer

    named = {claim.entity for kind in _NAMES for claim in account.of_kind(kind)}
    countries = {missile.country for missile in gazetteer.missiles() if missile.id in named}
    countries |= {site.country for site in gazetteer.sites() if site.id in named}
    return countries.pop() if len(countries) == 1 else None


def _fitting(account: Account, listed: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return which launches of its day a launch may be: those that it agrees with most, none that it is unlike."""
    judged = [(entry, held(account, entry)) for entry in listed]
    likely = [(entry, verdicts) for entry, verdicts in judged if verdicts.likely]
    if not likely:
        return ()
    pointed = [entry for entry, verdicts in likely if verdicts.telling]
    if len(pointed) == 1 and not _tells_several(account):
        return (pointed[0],)
    # Where one of the day's launches may be meant that is unlike, what differs is no slip of the draft.
    return tuple(entry for entry, _ in judged)


def _tells_several(account: Account) -> bool:
    """Whether one account gives a figure several times over, as for each of a day's launches."""
    return any(len({claim.interval for claim in account.of_kind(kind)}) > 1 for kind in ("range", "altitude"))


def _misdated(account: Account, record: Record, day: datetime.date, country: str) -> Known | None:
    """Return the one launch near a day, or of that day in another year, that all else agrees with."""
    if not any(claim.kind in {"date", "weekday"} for claim in account.claims):
        return None
    taken = bool(record.on(day.isoformat(), country))
    alike: list[Entry] = []
    for other in _near(day, account):
        # Beside the launch of its day a text has told of the news, whose figures may have strayed.
        if other.isoformat() > _last(account) or (taken and _is_news(other, account)):
            continue
        told = (account, _moved(account, other - day))
        listed = record.on(other.isoformat(), country)
        alike += [entry for entry in listed if any(_is_same(held(each, entry)) for each in told)]
    if len(alike) != 1:
        return None
    abroad = any(_is_abroad(claim, alike[0], day) for claim in account.of_kind("time"))
    abroad = abroad or (account.published == day.isoformat() and alike[0].date > account.published)
    return Known(replace(account, claims=_not_times(account)) if abroad else account, (alike[0],), misdated=not abroad)


def _not_times(account: Account) -> tuple[Claim, ...]:
    return tuple(claim for claim in account.claims if claim.kind != "time")


def _is_abroad(claim: Claim, entry: Entry, day: datetime.date) -> bool:
    """Whether a day is right by the clock of a time that is told with it: Tuesday afternoon in Washington."""
    if not claim.resolved or not isinstance(claim.value, str):
        return False
    wall, resolved = datetime.time.fromisoformat(claim.value), datetime.datetime.fromisoformat(claim.resolved)
    ahead = (datetime.datetime.combine(resolved.date(), wall, resolved.tzinfo) - resolved + DAY / 2) % DAY - DAY / 2
    there = [instant.astimezone(resolved.tzinfo) + ahead for instant in entry.instants]
    told = datetime.datetime.combine(day, wall, resolved.tzinfo)
    return any(abs(each - told) <= MOMENT for each in there)


def _is_news(day: datetime.date, account: Account) -> bool:
    if account.published is None:
        return False
    return (datetime.date.fromisoformat(account.published[:10]) - day).days <= _FRESH


def _moved(account: Account, by: datetime.timedelta) -> Account:
    """Return a launch with its clock times on another day: a slip of the date takes them along."""
    return replace(
        account,
        claims=tuple(
            replace(
                claim,
                resolved=(datetime.datetime.fromisoformat(claim.resolved) + by).isoformat(),
                conversions=(),
            )
            if claim.kind == "time" and claim.resolved
            else claim
            for claim in account.claims
        ),
    )


def _is_same(verdicts: Verdicts) -> bool:
    return not verdicts.against and verdicts.agreed >= _ALIKE and verdicts.telling


def _near(day: datetime.date, account: Account) -> Iterator[datetime.date]:
    """Yield the days that a day may be a slip for: those around it, the days of its news, that day of other years."""
    around = {day + datetime.timedelta(days) for days in range(-_DAYS_AROUND, _DAYS_AROUND + 1)}
    if account.published and not account.of_kind("date"):
        published = datetime.date.fromisoformat(account.published[:10])
        week = {published - datetime.timedelta(ago) for ago in _NEWS}
        around |= {other for other in week if day in week and other.weekday() != day.weekday()}
    yield from sorted(around - {day}, key=lambda other: (abs(other - day), other))
    for years in (-1, 1):
        try:
            yield day.replace(year=day.year + years)
        except ValueError:  # February 29
            continue


def _unsaid(comparison: Comparison, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a draft that no source of its own gives too."""
    theirs = [claim for account in comparison.sources for claim in account.claims]
    return tuple(
        claim for claim in claims if not any(other.kind == claim.kind and compatible(claim, other) for other in theirs)
    )


def _days(known: Known) -> set[str]:
    """Return the day that a draft gives a launch, in the record too unless it is misdated."""
    day = known.account.event.date
    return {day} if known.misdated and day else {entry.date for entry in known.entries}


def _of_no_launch(account: Account, record: Record) -> bool:
    """Whether the record, which has every ballistic missile of a country then, has none around a launch's day."""
    day, country = account.event.date, account.event.country or ""
    classes = {claim.value for claim in account.of_kind("missile_class")}
    if day is None or not classes or classes & _NOT_ALL:
        return False
    days = [(datetime.date.fromisoformat(day) + datetime.timedelta(by)).isoformat() for by in (-1, 0, 1)]
    known = record.knows(country, "ballistic", days[0], days[-1])
    return known is not None and not any(record.on(each, country) for each in days)


def joins(compared: Sequence[Comparison], published: str | None, record: Record) -> tuple[Known, ...]:
    """Return the joins of a draft's launches; what one of its own sources bears out is not held against the record."""
    homes = {each.draft.event.country for each in compared} - {None}
    home = homes.pop() if len(homes) == 1 else None
    known = [
        replace(known, account=replace(comparison.draft, claims=_unsaid(comparison, known.account.claims)))
        for comparison in compared
        if (known := join(comparison.draft, record, home)) is not None
    ]
    # A launch that the draft dates rightly elsewhere is not told under another day: its figures strayed there.
    right = {entry.id for each in known if not each.misdated for entry in each.entries}
    known = [
        each
        for each in known
        if not (each.misdated and right & {entry.id for entry in each.entries}) or _of_no_launch(each.account, record)
    ]
    told = {entry.id: entry for each in known for entry in each.entries}
    days = (datetime.date.fromisoformat(published[:10]) - datetime.timedelta(ago) for ago in _NEWS) if published else ()
    recent = tuple(entry for day in days for entry in record.on(day.isoformat()))
    return tuple(
        replace(
            each,
            others=tuple(one for one in told.values() if one not in each.entries),
            recent=recent,
            that_day=tuple(entry for day in _days(each) for entry in record.on(day)),
        )
        for each in known
    )
