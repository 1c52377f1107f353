"""A sentence as the grammar of claims sees it: figures, clock times, dates, quotations and what it is about."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import TYPE_CHECKING

from checker.caching import Caching, cached_property
from checker.claims.clauses import flown_by_another, flown_by_missile
from checker.claims.deeds import deeds
from checker.figures.clocks import Clock, clocks
from checker.figures.dates import Day, days, in_told_year
from checker.figures.pairs import Quantity, quantities
from checker.figures.reading import Read, figures
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.setting import Setting
    from checker.language import Token
    from checker.language.analysis import Analysis
    from checker.language.lexicon import Mark

_NEAR = 16
_OBJECT_REACH = 6
_LABEL = 2
_BULLETS = frozenset("-*\u2022\u2013")
_ENTRY_SIGNS = frozenset(":\u2013\u2014")
_YEARS = range(1940, 2100)
_ALWAYS = ("space", "artillery")


@dataclass(frozen=True, slots=True)
class Scene(Caching):
    """One sentence. `topic` is what the sentences before it were about: missile, other, or empty.

    `winding` says that the paragraph so far tells of a flight that is no straight line.
    """

    analysis: Analysis
    setting: Setting
    topic: str
    winding: bool = False
    quoted: tuple[tuple[int, int], ...] = ()
    tokens: tuple[Token, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Have the tokens at hand."""
        object.__setattr__(self, "tokens", self.analysis.tokens)

    @cached_property
    def deeds(self) -> tuple[Mark, ...]:
        """The verbs and nouns that a time or a place may belong to."""
        return deeds(self.analysis)

    @cached_property
    def carriers(self) -> tuple[Mark, ...]:
        """The verbs that carry a claim, whose auxiliary says whether it happened."""
        analysis = self.analysis
        verbs = [m for m in analysis.of("launch") if m.value == "verb"]
        ranges = analysis.lexicon.words["range_nouns"]  # of a "long-range missile"
        verbs += [
            m
            for m in analysis.of("before")
            if m.value in {"range", "altitude", "capability"}
            and not (m.first and self.tokens[m.first - 1].text == "-" and self.tokens[m.first].folded in ranges)
        ]
        return (*verbs, *analysis.of("landing", "zone_verb", "time_before"))

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        """The figures, those of clock times left out."""
        taken = [(clock.number, clock.time_last) for clock in self.clocks]
        taken += [(day.first, day.last) for day in self.days]
        return tuple(
            read
            for read in figures(self.analysis)
            if not any(low < read.unit_last and read.number < high for low, high in taken)
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures with their conversions."""
        return quantities(self.analysis, self.reads)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clock times."""
        return clocks(self.analysis)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The dates; a bare year before one in the sentence ("In 2017, ... on Aug. 29") is its year."""
        found = days(self.analysis)
        if self.setting.told:
            found = tuple(in_told_year(day, self.setting.told, self.setting.published) for day in found)
        years = self._bare_years(found)
        if not years:
            return found
        return tuple(
            replace(day, year=years[0][1]) if day.year is None and day.month and years[0][0] < day.first else day
            for day in found
        )

    def _bare_years(self, found: Sequence[Day]) -> list[tuple[int, int]]:
        """Return the years that stand alone, with their token; none where there are several."""
        taken = {index for day in found for index in range(day.first, day.last)}
        bare = [
            (index, int(token.text))
            for index in self.analysis.number_starts
            if len((token := self.tokens[index]).text) == 4
            and token.text.isdecimal()
            and int(token.text) in _YEARS
            and index not in taken
            and index > 0
            and self.tokens[index - 1].folded in self.analysis.lexicon.words["year_leads"] | self.analysis.articles
            and not self.analysis.mark_at("unit", index + 1)
        ]
        return bare if len({year for _, year in bare}) == 1 else []

    @cached_property
    def opening(self) -> int:
        """The first token behind a bullet."""
        first = self.tokens[0].text if self.tokens else ""
        return int(first in _BULLETS and len(self.tokens) > 1 and self.tokens[1].spaced)

    @cached_property
    def opens_entry(self) -> bool:
        """Whether a sentence is an entry of a chronology: "- Sept. 25: one missile from Taechon"."""
        if not self.days or self.days[0].first != self.opening or self.days[0].day is None:
            return False
        last = self.days[0].last
        return last < len(self.tokens) and self.tokens[last].text in _ENTRY_SIGNS

    @cached_property
    def timed(self) -> frozenset[int]:
        """The tokens of dates and clock times."""
        spans = [(day.first, day.last) for day in self.days] + [(c.number, c.time_last) for c in self.clocks]
        return frozenset(index for first, last in spans for index in range(first, last))

    def nearest_left(self, at: int, marks: Sequence[Mark]) -> Mark | None:
        """Return the last of some marks that ends at or before a token; of two, the longer."""
        best, nearest, longest = None, -1, 0
        for mark in marks:
            last = mark.last
            if last <= at and (last > nearest or (last == nearest and mark.first < longest)):
                best, nearest, longest = mark, last, mark.first
        return best

    def nearest_right(self, at: int, marks: Sequence[Mark]) -> Mark | None:
        """Return the first of some marks that begins at or after a token; of two, the longer."""
        best, nearest, longest = None, len(self.tokens), 0
        for mark in marks:
            first = mark.first
            if first >= at and (first < nearest or (first == nearest and mark.last > longest)):
                best, nearest, longest = mark, first, mark.last
        return best

    def subject(self, at: int) -> str:
        """Return what a figure at a token speaks of: missile, or another subject, or the topic so far."""
        known = self._subject_at.get(at)
        if known is None:
            known = self._subject_at[at] = self._subject(at)
        return known

    @cached_property
    def _subject_at(self) -> dict[int, str]:
        return {}

    def _subject(self, at: int) -> str:
        if flown_by_another(self, at):
            return "other"
        if self.topic != "other" and not self.analysis.of("sport") and flown_by_missile(self, at):
            return "missile"
        left = self.nearest_left(at, self.subjects)
        if left is not None:
            return self._meant(left)
        right = self.nearest_right(at, self.subjects)
        if right is not None and right.first - at <= _NEAR:
            return self._meant(right)
        return self.topic or ("missile" if self.analysis.of("zone_sea") or self._labelled(at) else "")

    def _labelled(self, at: int) -> bool:
        """Whether a figure stands behind its kind and a colon, as in a release: "Altitude: approx. 6,000 km"."""
        colon = at - 1
        label = self.nearest_left(colon, self.analysis.of("before")) if colon > 0 else None
        return label is not None and label.last == colon and self.tokens[colon].text == ":" and label.first <= _LABEL

    @cached_property
    def subjects(self) -> tuple[Mark, ...]:
        """What the sentence names that flies or stands, "artillery rockets" as one thing."""
        plain = self.analysis.of("plain")
        others = [m for m in self.analysis.of("other_subject") if not _inside(m, plain)]
        others = [m for m in others if m.value in _ALWAYS or not self._is_object(m)]
        return tuple(sorted([*self.missiles, *others], key=lambda mark: mark.first))

    @cached_property
    def missiles(self) -> tuple[Mark, ...]:
        """The nouns and names for missiles, those left out that only say what another noun is: "a missile base"."""
        analysis = self.analysis
        longer = analysis.of("other_subject", "plain")
        civil = {m.last for m in analysis.of("other_subject") if m.value == "space"}
        plain = [m for m in analysis.of("missile") if m.value != "weak" and not _inside(m, longer)]
        plain = [m for m in plain if not (m.value == "rocket" and m.first in civil)]
        return tuple(m for m in (*plain, *analysis.of("missile_name")) if not self._is_modifier(m))

    def _is_modifier(self, mark: Mark) -> bool:
        if mark.category != "missile":
            return False
        hyphened = mark.last < len(self.tokens) and self.tokens[mark.last].text == "-"
        return self.analysis.mark_at("missile_thing", mark.last + hyphened) is not None

    @cached_property
    def flights(self) -> tuple[Mark, ...]:
        """The verbs that say what flew, rose, lasted or came down."""
        marks = [*self.carriers, *self.analysis.of("landing", "time_before")]
        over = self.analysis.lexicon.words["two_faced"]
        return tuple(m for m in marks if m.category != "zone_verb" and self.tokens[m.first].folded not in over)

    @cached_property
    def acts(self) -> tuple[Mark, ...]:
        """The deeds, and the verbs that say what flew."""
        return (*self.deeds, *self.flights)

    @cached_property
    def missile_starts(self) -> tuple[int, ...]:
        """The tokens that a missile is named from."""
        return tuple(sorted([mark.first for mark in self.missiles]))

    @cached_property
    def turn_starts(self) -> tuple[int, ...]:
        """The tokens from which another clause may be told of: those of the subjects and the deeds."""
        return tuple(sorted([mark.first for mark in (*self.subjects, *self.deeds)]))

    def _is_object(self, mark: Mark) -> bool:
        """Whether a noun only hangs on a preposition: "fired from a truck", "over ships"."""
        words = self.analysis.lexicon.words["object_prepositions"]
        for token in reversed(self.tokens[max(0, mark.first - _OBJECT_REACH) : mark.first]):
            if token.folded in words:
                return True
            if token.text in {",", ";", ":", "(", ")"}:
                return False
        return False

    def _meant(self, mark: Mark) -> str:
        """Return what a noun means: rockets are those of the artillery where the text speaks of it."""
        if mark.category == "other_subject" or (mark.value == "rocket" and self.topic == "other"):
            return "other"
        if mark.category == "missile" and self.analysis.of("sport"):
            return "other"
        return "missile"

    @cached_property
    def speaks_of_missiles(self) -> bool:
        """Whether the sentence names a missile, or names nothing and the text so far was about one."""
        meant = [self._meant(mark) for mark in self.subjects]
        return "missile" in meant or (not meant and "missile" in {self.topic, self._implied})

    @cached_property
    def _implied(self) -> str:
        """What a sentence is about that names missiles only to say what another noun is: "the missile crew"."""
        return "missile" if any(self._is_modifier(mark) for mark in self.analysis.of("missile")) else ""

    def after(self) -> str:
        """Return the topic that this sentence leaves to the next."""
        meant = [self._meant(mark) for mark in self.subjects]
        return "missile" if "missile" in meant else "other" if meant else self.topic or self._implied

    @property
    def quotation_open(self) -> bool:
        """Whether the sentence ends inside quotation marks that are still open."""
        end = self.tokens[-1].end - 1 if self.tokens else 0
        return any(low <= end < high - 1 for low, high in self.quoted)

    def in_quotation(self, first: int) -> bool:
        """Whether a token stands inside quotation marks."""
        if not self.quoted:
            return False
        at = self.tokens[first].start
        return any(low <= at < high for low, high in self.quoted)


def _inside(mark: Mark, others: Sequence[Mark]) -> bool:
    """Whether a longer mark covers this one."""
    return any(
        o.first <= mark.first and mark.last <= o.last and o.last - o.first > mark.last - mark.first for o in others
    )


_QUOTE = re.compile(r'"')


def quotations(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the quoted ranges of a block of prose; an unclosed quotation runs to the block's end."""
    marks = [match.start() for match in _QUOTE.finditer(text, start, end)]
    if len(marks) % 2:
        marks.append(end)
    return tuple((marks[index], marks[index + 1]) for index in range(0, len(marks), 2))
