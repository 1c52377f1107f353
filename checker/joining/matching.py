"""Which launches of a source are which launches of a draft: by day, clock, site, and by what is said of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.caching import cached_property
from checker.claims.compatible import ONE_MOMENT, compatible, number
from checker.frozen import dataclass
from checker.joining.likeness import MEASURED, at_that_time, clocks, likeness, seconds_apart
from checker.joining.wording import Wording, paired, twins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims import Claim
    from checker.events import Account
    from checker.joining.likeness import Likeness

# Points of `likeness` from which two accounts without a common day are of one launch.
_ENOUGH = 2.0
_DAYS = ("date", "weekday")
_TELLING = frozenset({"time", "site", "missile_name", "missile_class"})
# Whom two news reports of one launch name the day of, they name within so many days of each other.
_NEWS_DAYS = 8
_ONE_NEWS = 2


@dataclass(frozen=True, slots=True)
class Joined:
    """A source's account of a launch. `launches` are the ones it was put together from, more than one where unclear.

    `other_day`: it gives another day, and is of the same launch by all else that it says.
    """

    account: Account
    launches: tuple[Account, ...]
    unclear: bool = False
    other_day: bool = False


class Pairing:
    """A draft's launches beside those of one source, and the sentences that the two have in common."""

    def __init__(self, draft: tuple[Account, ...], source: tuple[Account, ...], wording: Wording | None = None) -> None:
        """Take the launches; `wording` is that of the draft, where it is known already."""
        self.draft = draft
        self.source = source
        self._wordings = (wording or Wording(draft), Wording(source))

    @cached_property
    def twins(self) -> Mapping[str, tuple[Claim, ...]]:
        """The source's claims in the same words as a draft's, by the draft's ids."""
        return twins(*self._wordings)

    @cached_property
    def _paired(self) -> tuple[tuple[Claim, Claim], ...]:
        """The claims that stand in the same place of the same sentence."""
        return tuple(paired(*self._wordings))

    @cached_property
    def _votes(self) -> Mapping[str | None, Counter[str | None]]:
        """How many claims of each two launches stand in the same place of the same sentence, by their ids."""
        found: dict[str | None, Counter[str | None]] = {}
        for mine, theirs in self._paired:
            found.setdefault(mine.event, Counter())[theirs.event] += 1
        return found

    def of(self, mine: Account) -> Joined | None:
        """Return the source's account of a launch of the draft, None where it tells of no such launch."""
        votes = self._votes.get(mine.event.id, Counter())
        able = [one for one in self.source if votes[one.event.id] or _one_country(mine, one)]
        days = self._days_of(mine, self.draft)
        dated = [one for one in able if _one_day(mine, one) or days & self._days_of(one, self.source)]
        if dated:
            kept = [one for one in dated if not self._is_of_another(one, mine) and not _is_unlike(mine, one)]
            return self._chosen(mine, kept) if kept else None
        undated = [one for one in able if not (mine.event.date and one.event.date)]
        return self._without_days(mine, undated) or self._despite_days(mine, able)

    @staticmethod
    def _days_of(account: Account, told: Sequence[Account]) -> set[str]:
        """Return the day of a launch, or those that it may be of: news without a day is of today or yesterday."""
        if account.event.date:
            return {account.event.date}
        if account is not told[0] or account.published is None:
            return set()
        published = date.fromisoformat(account.published)
        return {published.isoformat(), (published - timedelta(days=1)).isoformat()}

    def _chosen(self, mine: Account, launches: Sequence[Account]) -> Joined:
        """Return the launch among several that a draft's account points to, else all of them taken together.

        What any of them bears out is then borne out.
        """
        voted = self._voted(mine, launches)
        if voted and _gives_several(mine):
            # A lead in common tells of them all, each of which has its own figures further down.
            voted = [one for one in launches if one.event.date in {other.event.date for other in voted}]
        pointed = voted or _pointed_to(mine, launches)
        told = pointed or launches
        open_ = not pointed and not _tells_of_several(mine, 1)
        return Joined(united(told), tuple(told), open_ and sum(bool(one.event.date) for one in told) > 1)

    def _voted(self, mine: Account, launches: Sequence[Account]) -> list[Account]:
        votes = self._votes.get(mine.event.id, Counter())
        return [one for one in launches if votes[one.event.id]]

    def _without_days(self, mine: Account, launches: Sequence[Account]) -> Joined | None:
        """Join an account without a day: the only launch on both sides, or one that is alike in words or figures."""
        if voted := self._voted(mine, launches):
            return Joined(united(voted), tuple(voted))
        alone = _are_of_one_day(self.draft) and _are_of_one_day(self.source)
        if alone and len(self.source) == 1 and launches and self._may_be_news(mine, launches[0]):
            return Joined(launches[0], tuple(launches))
        if alone and launches and not mine.event.date and not any(one.event.date for one in self.source):
            return self._chosen(mine, launches)
        ranked = sorted(((likeness(mine, one), one) for one in launches), key=lambda pair: -pair[0].points)
        fitting = [(like.points, one) for like, one in ranked if like.points >= _ENOUGH and not like.conflicts]
        if fitting and (len(fitting) == 1 or fitting[0][0] >= fitting[1][0] + 1):
            return Joined(fitting[0][1], (fitting[0][1],))
        return None

    def _may_be_news(self, mine: Account, theirs: Account) -> bool:
        """Whether news without a day may be of the day that the other gives."""
        days = [self._days_of(mine, self.draft), self._days_of(theirs, self.source)]
        gaps = [_days_between(one, other) for one in days[0] for other in days[1]]
        return min((gap for gap in gaps if gap is not None), default=0) <= _NEWS_DAYS

    def _despite_days(self, mine: Account, launches: Sequence[Account]) -> Joined | None:
        """Join accounts of different days: a slip in the day, where all else is the same and no other launch fits."""
        if mine.event.date is None:
            return None
        votes = self._votes.get(mine.event.id, Counter())
        fitting = []
        for one in launches:
            like = likeness(mine, one)
            if one.event.date is None or like.conflicts:
                continue
            told_alike = votes[one.event.id] and self._is_one_news and _may_slip(mine, one, like)
            if told_alike or (like.points >= _ENOUGH and _is_news(mine, one)):
                fitting.append(one)
        return Joined(fitting[0], tuple(fitting), other_day=True) if len(fitting) == 1 else None

    @cached_property
    def _is_one_news(self) -> bool:
        """Whether two documents were published so near that a sentence in common tells of one launch."""
        days = _days_between(self.draft[0].published, self.source[0].published)
        return days is None or days <= _ONE_NEWS

    def slipped_days(self, mine: Account) -> tuple[tuple[Claim, Claim], ...]:
        """Return the days of a draft's launch of which the source, in the same sentence, gives another.

        Two launches are often told in the same words: so each document must not tell of both days, nor each have its
        own as the news, nor may anything else differ.
        """
        if not self.source or not self._is_one_news:
            return ()
        theirs = {one.event.date for one in self.source}
        ours = {one.event.date for one in self.draft}
        found = []
        same_place = {one.id: other for one, other in self._paired}
        for claim in (one for one in mine.claims if one.kind in _DAYS and one.resolved):
            there = self.twins.get(claim.id, ())
            other = (
                same_place.get(claim.id, there[0]) if there and all(one.value != claim.value for one in there) else None
            )
            if other and not (claim.resolved in theirs and other.resolved in ours) and not self._are_two(claim, other):
                found.append((claim, other))
        events = {other.event for _, other in found}
        accounts = [one for one in self.source if one.event.id in events]
        likes = [likeness(mine, one) for one in accounts]
        sure = all(not like.conflicts and _may_slip(mine, one, like) for one, like in zip(accounts, likes, strict=True))
        return tuple(found) if sure else ()

    def _are_two(self, claim: Claim, other: Claim) -> bool:
        """Whether two days are each today or yesterday in their document: two launches."""
        mine, theirs = self.draft[0].published, self.source[0].published
        if mine == theirs:
            return False
        ages = (_days_between(mine, claim.resolved), _days_between(theirs, other.resolved))
        return all(age is not None and age <= 1 for age in ages)

    def _is_of_another(self, theirs: Account, mine: Account) -> bool:
        """Whether a launch is, by its clock or its words, another one of the draft's on that day."""
        others = [one for one in self.draft if one is not mine and _one_day(one, theirs)]
        if not others:
            return False
        if self._votes.get(mine.event.id, Counter())[theirs.event.id]:
            return False
        if theirs.event.country is None and any(_is_nearer(one, mine, theirs) for one in others):
            return True
        if clocks(mine) and min(seconds_apart(mine, theirs), default=0) > ONE_MOMENT:
            return any(min(seconds_apart(one, theirs), default=ONE_MOMENT + 1) <= ONE_MOMENT for one in others)
        return False


def united(launches: Sequence[Account]) -> Account:
    """Return several launches of one document as one account."""
    first, *more = launches
    if not more:
        return first
    claims = tuple(sorted((claim for one in launches for claim in one.claims), key=lambda claim: claim.span))
    return replace(first, claims=claims, event=replace(first.event, claims=tuple(claim.id for claim in claims)))


def _one_country(mine: Account, theirs: Account) -> bool:
    countries = {mine.event.country, theirs.event.country} - {None}
    return len(countries) < 2


def _is_nearer(one: Account, mine: Account, theirs: Account) -> bool:
    """Whether a launch of nobody's is rather another one of the draft's, by another country."""
    if one.event.country in {None, mine.event.country} or mine.event.country is None:
        return False
    return likeness(one, theirs).points > likeness(mine, theirs).points


def _one_day(mine: Account, theirs: Account) -> bool:
    """Whether two launches are of one day, also where one is dated on the other side of midnight or of the ocean."""
    if not (mine.event.date and theirs.event.date):
        return False
    if mine.event.date == theirs.event.date:
        return True
    return _days_between(mine.event.date, theirs.event.date) == 1 and any(
        gap <= ONE_MOMENT for gap in seconds_apart(mine, theirs, days=True)
    )


def _days_between(one: str | None, other: str | None) -> int | None:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else None


def _is_news(mine: Account, theirs: Account) -> bool:
    """Whether two accounts, of two days, are each of the news in their document, and the documents of one news."""
    gaps = [
        _days_between(mine.published, theirs.published),
        _days_between(mine.event.date, mine.published),
        _days_between(theirs.event.date, theirs.published),
    ]
    return all(gap is not None and gap <= _NEWS_DAYS for gap in gaps) and (gaps[0] or 0) <= _ONE_NEWS


def _is_unlike(mine: Account, theirs: Account) -> bool:
    """Whether two launches of a day have nothing in common, and differ in more than one thing that tells them apart."""
    like = likeness(mine, theirs)
    return not like.points and len(_TELLING & set(like.conflicts)) > 1


def _may_slip(mine: Account, theirs: Account, like: Likeness) -> bool:
    """Whether a day can be a slip: a weekday, a date by one day; both of them only where much else is the same."""
    if like.points >= _ENOUGH:
        return True
    kinds = {claim.kind for claim in mine.claims if claim.kind in _DAYS and claim.resolved == mine.event.date}
    return kinds == {"weekday"} or (kinds == {"date"} and _days_between(mine.event.date, theirs.event.date) == 1)


def _are_of_one_day(launches: Sequence[Account]) -> bool:
    """Whether a document tells of one launch, or of several that it counts under one day or under none."""
    return sum(account.event.member == 1 for account in launches) == 1


def _pointed_to(mine: Account, theirs: Sequence[Account]) -> list[Account]:
    """Return which of several launches of a day one is, or which ones it takes together; empty where undecided."""
    if len(theirs) == 1:
        return list(theirs)
    near = at_that_time(mine, theirs)
    sites = mine.of_kind("site")
    if not near and sites:
        near = [one for one in theirs if any(compatible(a, b) is True for a in sites for b in one.of_kind("site"))]
    # A text may give the clock time of the first launch only, and then tell of them all.
    return [] if _tells_of_several(mine, len(near)) else near


def _tells_of_several(mine: Account, more_than: int) -> bool:
    """Whether an account counts more missiles, or gives more figures of a kind, than so many launches have."""
    several = any((number(claim) or 2) > more_than for claim in mine.of_kind("count"))
    return several or _gives_several(mine, more_than)


def _gives_several(mine: Account, more_than: int = 1) -> bool:
    """Whether an account gives more figures of a kind than so many launches have."""
    return any(len({claim.value for claim in mine.of_kind(kind)}) > more_than for kind in MEASURED)
