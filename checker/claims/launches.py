"""Which launch a sentence speaks of: the one in the news, another of its dates, or an earlier one as background."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.claims.apart import counted, fires_one, other_days, past_month, second_clocks, speaks_of_all
from checker.claims.asides import asides, offsets
from checker.claims.general import general, in_the_past, in_the_perfect
from checker.claims.whence import Launcher, launchers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.asides import Aside
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.language.lexicon import Mark

# A launch in the news is at most this old when it is published.
_NEWS_DAYS = 7
# Two accounts of one launch give clock times that are nearer, in minutes.
_APART = 20
# A headline and a lead may tell of a launch before its day is given.
_LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch as told. `date` is ISO or None; `background` numbers the earlier ones without a date, 0 is none.

    `country` (ISO 3166 alpha-3) tells a launch apart from another country's of the same day, and `member` numbers
    those that the text itself counts; None and 0 where it does not.
    """

    date: str | None
    background: int = 0
    country: str | None = None
    member: int = 0


@dataclass(slots=True)
class Teller:
    """Follows a text and says which launch each of its claims is about.

    `lands` are the countries of the launches so far, `clocks` the clock times given for them, and `backgrounds`
    and `members` how many have been told. `latest` is the launch that was told last, in a clause that compares too,
    and `named` those that each missile was named for. `past` says that one was told in the simple past;
    `sentences` counts those that tell of a launch, and `main_at` is how many there were when `main` was known.
    """

    published: datetime.date | None
    main: Launch | None = None
    current: Launch | None = None
    block: int = -1
    backgrounds: int = 0
    lands: dict[Launch, str] = field(default_factory=dict)
    clocks: dict[Launch, Sighting] = field(default_factory=dict)
    members: dict[Launch, int] = field(default_factory=dict)
    latest: Launch | None = None
    named: dict[str, set[Launch]] = field(default_factory=dict)
    past: bool = False
    main_at: int = 0
    sentences: int = 0

    def launches_of(self, scene: Scene, sightings: Sequence[Sighting]) -> tuple[Launch, ...]:
        """Return the launch that each of a sentence's sightings belongs to."""
        block = scene.analysis.sentence.block
        if block != self.block:
            self.block = block
            self.current = self.main
        apart = asides(scene, sightings)
        body = [s for s in sightings if not _aside_of(apart, s.first)]
        launch = self._base(scene, body, apart)
        changes = [(0, launch), *self._changes(scene, body, launch, apart)]
        # What a sentence on the news tells of another day is told in passing.
        passing = launch == self.main and changes[-1][1].date != launch.date
        self.current = launch if passing else changes[-1][1]
        for sighting in body:
            if sighting.kind == "time":
                self.clocks.setdefault(_last_before(changes, sighting.first), sighting)
        elsewhere = {aside: self._beside(aside, sightings) for aside in apart}
        told = tuple(
            elsewhere[aside] if (aside := _aside_of(apart, s.first)) else _last_before(changes, s.first)
            for s in sightings
        )
        for sighting, one in zip(sightings, told, strict=True):
            if sighting.kind == "missile_name" and sighting.entity:
                self.named.setdefault(sighting.entity, set()).add(one)
        self.latest = told[-1] if told else self.latest
        self.past = self.past or in_the_past(scene)
        return told

    def meant(self, launch: Launch, scene: Scene) -> Launch:
        """Return a launch, or the one in the news where a headline or lead tells of it before its day is given.

        "Has fired two missiles" may be the sum of several launches.
        """
        undated = replace(launch, member=0) == Launch(None)
        if not undated or self.main is None or not self._is_news(self.main.date):
            return launch
        many = any(mark.value == "many" for mark in scene.analysis.of("counted"))
        leads = scene.analysis.sentence.index == 0 and not many
        if self.main_at > _LEAD_SENTENCES or (in_the_perfect(scene) and not leads):
            return launch
        return replace(self.main, member=launch.member)

    def country_of(self, launch: Launch) -> str | None:
        """Return the country that a launch was told to be of; ISO 3166 alpha-3."""
        return launch.country or self.lands.get(replace(launch, member=0))

    def _base(self, scene: Scene, body: Sequence[Sighting], apart: Sequence[Aside]) -> Launch:
        """Return the launch that a sentence begins with."""
        dates = [s.resolved for s in body if s.kind in {"date", "weekday"} and s.resolved]
        if dates and past_month(scene, body):
            dates = []
        if self.current and self.current.member and speaks_of_all(scene):
            self.current = replace(self.current, member=0)
        if dates and self.current and self.current.date == dates[0]:
            found = self.current
        elif dates:
            found = self._dated(dates[0])
        elif self._is_background(scene, apart):
            found = self._earlier()
        elif scene.setting.entry is not None:
            found = self._opening(scene, body) or Launch(scene.setting.entry.isoformat())
        else:
            found = self._opening(scene, body) or self.current or self.main or Launch(None)
        if self.main is None and not found.background and found.date:
            self.main = found
        self.sentences += bool(body)
        if self.main and not self.main_at:
            self.main_at = self.sentences
        return found

    def _opening(self, scene: Scene, body: Sequence[Sighting]) -> Launch | None:
        """Return the launch that a sentence points back to: of "That missile", or of a missile named for no other."""
        analysis, words = scene.analysis, scene.analysis.lexicon.words
        if scene.tokens[0].folded in words["pointing_back"] and any(
            analysis.mark_at(noun, 1) for noun in ("missile", "missile_class", "launch_noun")
        ):
            return self.latest
        named = next((s for s in body if s.kind == "missile_name"), None)
        if named is None:
            return None
        before = scene.tokens[: named.first]
        if (
            any(token.folded in words["others"] for token in before)
            and scene.deeds
            and scene.deeds[0].first > named.first
        ):
            return self._earlier()
        if any(token.folded not in words["articles"] for token in before):
            return None
        launches = self.named.get(named.entity or "", set())
        return next(iter(launches)) if len(launches) == 1 else None

    def _changes(
        self, scene: Scene, body: Sequence[Sighting], launch: Launch, apart: Sequence[Aside]
    ) -> Iterator[tuple[int, Launch]]:
        """Yield the tokens of a sentence from which it speaks of another launch: of a country, or one counted."""
        lands = [one for one in launchers(scene) if not _aside_of(apart, one.first)]
        lands = [one for one in lands if one.sure] or lands
        several = len({one.country for one in lands}) > 1
        turns: list[tuple[int, Launcher | int | Launch]] = [
            (one.first if several and index else 0, one) for index, one in enumerate(lands)
        ]
        turns += [(at, number) for at, number in counted(scene) if not _aside_of(apart, at)]
        turns += [(at, 0) for at in second_clocks(scene, body)]
        turns += [(at, Launch(date)) for at, date in other_days(scene, body)]
        if all(isinstance(turn, Launcher) for _, turn in turns) and self._is_another(scene, body, launch):
            turns.append((0, 0))
        for at, turn in sorted(turns, key=lambda pair: pair[0]):
            if isinstance(turn, Launcher):
                changed = self._of_country(launch, turn)
            elif isinstance(turn, Launch):
                changed = turn
            else:
                plain = replace(launch, member=0)
                number = turn or max(2, self.members.get(plain, 0) + 1)
                self.members[plain] = max(number, self.members.get(plain, 0))
                changed = replace(plain, member=number)
            if changed != launch:
                launch = changed
                yield at, launch

    def _of_country(self, launch: Launch, launcher: Launcher) -> Launch:
        """Return a launch, or that of the same day by the country that launches."""
        known = self.country_of(launch)
        if known is None or launch.background:
            self.lands[replace(launch, member=0)] = launcher.country
            return launch
        if known == launcher.country or not launcher.sure:
            return launch
        first = replace(launch, country=None, member=0)
        return first if self.lands.get(first) == launcher.country else replace(first, country=launcher.country)

    def _is_another(self, scene: Scene, body: Sequence[Sighting], launch: Launch) -> bool:
        """Whether a sentence tells of "a missile" fired well before or after the one that the paragraph is about."""
        before = self.clocks.get(launch)
        if before is None or before.clock is None or launch != self.current or not fires_one(scene):
            return False
        return any(
            s.kind == "time" and s.unit == before.unit and _minutes_apart(str(s.value), str(before.value)) >= _APART
            for s in body
        )

    def _beside(self, aside: Aside, sightings: Sequence[Sighting]) -> Launch:
        """Return the launch of a clause that compares: that of its own date, else one of its own."""
        within = [s for s in sightings if aside.first <= s.first < aside.last]
        dates = [s.resolved for s in within if s.kind in {"date", "weekday"} and s.resolved]
        if dates:
            return Launch(dates[0])
        return self._earlier() if within else Launch(None)

    def _earlier(self) -> Launch:
        self.backgrounds += 1
        return Launch(None, self.backgrounds)

    def _dated(self, date: str) -> Launch:
        launch = Launch(date)
        if self.main is None and self._is_news(date):
            self.main = launch
        return launch

    def _is_news(self, date: str | None) -> bool:
        if date is None or self.published is None:
            return False
        return -1 <= (self.published - datetime.date.fromisoformat(date)).days <= _NEWS_DAYS

    def _is_background(self, scene: Scene, apart: Sequence[Aside]) -> bool:
        """Whether a sentence without a date of a launch tells of an earlier one."""
        compared = min((aside.first for aside in apart), default=None)
        if _past(scene, self.published, apart) and not self._names_main(scene):
            return True
        if scene.analysis.sentence.index and (general(scene) or (self.past and in_the_perfect(scene, compared))):
            return True
        earlier = [m for m in (*scene.analysis.of("earlier_launch"), *offsets(scene)) if not _aside_of(apart, m.first)]
        return bool(earlier) and scene.analysis.sentence.index > 0

    def _names_main(self, scene: Scene) -> bool:
        return any(day.day is not None for day in scene.days) and self.main is not None


def _last_before(changes: Sequence[tuple[int, Launch]], at: int) -> Launch:
    return [launch for first, launch in changes if first <= at][-1]


def _aside_of(apart: Sequence[Aside], at: int) -> Aside | None:
    return next((aside for aside in apart if aside.first <= at < aside.last), None)


def _minutes_apart(first: str, second: str) -> int:
    (hour, minute), (other_hour, other_minute) = (map(int, clock.split(":")[:2]) for clock in (first, second))
    return abs((hour - other_hour) * 60 + minute - other_minute)


def _led(scene: Scene, at: int) -> bool:
    """Whether a month stands behind a preposition: "in June"."""
    return scene.tokens[at - 1].folded in scene.analysis.lexicon.words["year_leads"]


def _names_test(scene: Scene, month: Mark) -> bool:
    """Whether a month says which launch is meant: "during the June test"."""
    words = scene.analysis.lexicon.words
    led = month.first > 1 and scene.tokens[month.first - 1].folded in words["definite"] and _led(scene, month.first - 1)
    return led and scene.analysis.mark_at("launch_noun", month.last) is not None


def _past(scene: Scene, published: datetime.date | None, apart: Sequence[Aside]) -> bool:
    """Whether a sentence is set in an earlier year or month by a date without a day."""
    for day in scene.days:
        if _aside_of(apart, day.first):
            continue
        if day.day is None and day.year and published and (day.year, day.month) < (published.year, published.month):
            return True
    for token_index in scene.analysis.number_starts:
        token = scene.tokens[token_index]
        if len(token.text) != 4 or not token.text.isdecimal() or _aside_of(apart, token_index):
            continue
        if 1940 <= int(token.text) <= 2100:
            before = scene.tokens[token_index - 1].folded if token_index else ""
            if before in scene.analysis.lexicon.words["year_leads"] and (
                published is None or int(token.text) < published.year
            ):
                return True
    return any(
        scene.tokens[mark.first].text[0].isupper()
        and mark.first > 0
        and (_led(scene, mark.first) or _names_test(scene, mark))
        and published is not None
        and int(mark.value) != published.month
        and not _aside_of(apart, mark.first)
        and not any(day.first == mark.first or day.last == mark.last for day in scene.days)
        for mark in scene.analysis.of("month")
    )
