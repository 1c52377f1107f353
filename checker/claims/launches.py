"""Which launch a sentence speaks of: the one in the news, another of its dates, or an earlier one as background."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting

# A launch in the news is at most this old when it is published.
_NEWS_DAYS = 7


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch as told: `date` is ISO or None; `background` tells an earlier one without a date apart."""

    date: str | None
    background: bool = False


@dataclass(slots=True)
class Teller:
    """Follows a text and says which launch each sentence is about."""

    published: datetime.date | None
    main: Launch | None = None
    current: Launch | None = None
    block: int = -1
    seen: dict[Launch, int] = field(default_factory=dict)

    def launch_of(self, scene: Scene, sightings: Sequence[Sighting]) -> Launch:
        """Return the launch that a sentence's claims belong to."""
        block = scene.analysis.sentence.block
        if block != self.block:
            self.block = block
            self.current = self.main
        dates = [s.resolved for s in sightings if s.kind in {"date", "weekday"} and s.resolved]
        if dates:
            found = self._dated(dates[0])
        elif self._is_background(scene):
            found = Launch(None, background=True)
        else:
            found = self.current or self.main or Launch(None)
        if self.main is None and not found.background and found.date:
            self.main = found
        self.current = found
        return found

    def _dated(self, date: str) -> Launch:
        launch = Launch(date)
        if self.main is None and self.published is not None:
            age = (self.published - datetime.date.fromisoformat(date)).days
            if 0 <= age <= _NEWS_DAYS:
                self.main = launch
        return launch

    def _is_background(self, scene: Scene) -> bool:
        """Whether a sentence without a date of a launch tells of an earlier one."""
        if _past(scene, self.published) and not self._names_main(scene):
            return True
        return bool(scene.analysis.of("earlier_launch")) and scene.analysis.sentence.index > 0

    def _names_main(self, scene: Scene) -> bool:
        return any(day.day is not None for day in scene.days) and self.main is not None


def _past(scene: Scene, published: datetime.date | None) -> bool:
    """Whether a sentence is set in an earlier year or month by a date without a day."""
    for day in scene.days:
        if day.day is None and day.year and published and (day.year, day.month) < (published.year, published.month):
            return True
    for token_index, token in enumerate(scene.tokens):
        if token.kind == "n" and len(token.text) == 4 and token.text.isdecimal() and 1940 <= int(token.text) <= 2100:
            before = scene.tokens[token_index - 1].folded if token_index else ""
            if before in scene.analysis.lexicon.words["year_leads"] and (
                published is None or int(token.text) < published.year
            ):
                return True
    return any(
        scene.tokens[mark.first].text[0].isupper()
        and mark.first > 0
        and scene.tokens[mark.first - 1].folded in scene.analysis.lexicon.words["year_leads"]
        and published is not None
        and int(mark.value) != published.month
        and not any(day.first == mark.first or day.last == mark.last for day in scene.days)
        for mark in scene.analysis.of("month")
    )
