"""Score what an extractor read in the sentences.

An item is right when number (both ends of a range), unit and hedge are. Durations may be in another unit of time.
The second member of a pair may have the first one's hedge. Of several readings of the same words the best one
counts, which favours extractors that also give the bare number.

A reading is invented when it has a unit, or is a clock time, that the text does not state there ("55 p" as 55
pence); it is stray when it lies outside of all items and has no unit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.peers.items import KINDS, Item, Kind, Reading, Reply, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}
_CLOSE = 1e-6
# A day, month or year that the items leave out is no invention.
_CALENDAR = ("day", "year", "march", "week")


@dataclass(slots=True)
class Marks:
    """Counts of items of one kind, each also counted in the columns on its left."""

    items: int = 0
    found: int = 0
    value: int = 0
    unit: int = 0
    right: int = 0


@dataclass(slots=True)
class Score:
    """What an extractor got right, and what it got wrong: sentence, words, and what they were read as."""

    kinds: dict[Kind, Marks] = field(default_factory=lambda: {kind: Marks() for kind in KINDS})
    hedged: int = 0
    hedges: int = 0
    ranged: int = 0
    ranges: int = 0
    paired: int = 0
    pairs: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    unlinked: list[tuple[str, str, str]] = field(default_factory=list)
    false_pairs: list[tuple[str, str, str]] = field(default_factory=list)
    invented: list[tuple[str, str, str]] = field(default_factory=list)
    stray: list[tuple[str, str, str]] = field(default_factory=list)
    sentences: dict[str, str] = field(default_factory=dict)

    @property
    def items(self) -> int:
        """How many items there are."""
        return sum(marks.items for marks in self.kinds.values())

    @property
    def right(self) -> int:
        """How many items are right in full."""
        return sum(marks.right for marks in self.kinds.values())


@dataclass(frozen=True, slots=True)
class _Judged:
    value: bool
    unit: bool
    hedge: bool

    @property
    def right(self) -> bool:
        return self.value and self.unit and self.hedge

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        return self.value and self.unit, self.value, self.unit, self.right


def score(sentences: Iterable[Sentence], extract: Callable[[str], Reply]) -> Score:
    """Run an extractor over the sentences and count."""
    total = Score()
    for sentence in sentences:
        reply = extract(sentence.text)
        best = [_best(sentence, index, reply.readings) for index in range(len(sentence.items))]
        for item, found in zip(sentence.items, best, strict=True):
            _count(total, sentence, item, found, reply.readings)
        _link(total, sentence, reply, best)
        invented = [reading for reading in reply.readings if _invented(sentence, reading)]
        stray = [reading for reading in reply.readings if reading not in invented and _stray(sentence, reading)]
        total.invented += [(sentence.id, reading.text, _shown(reading)) for reading in invented]
        total.stray += [(sentence.id, reading.text, _shown(reading)) for reading in stray]
        full = sum(found is not None and found[1].right for found in best)
        cell = f"{full}/{len(best)}" if best else "none due"
        cell += f" +{len(invented)} invented" if invented else ""
        total.sentences[sentence.id] = cell + (f" +{len(stray)} stray" if stray else "")
    return total


def _overlap(item: Item, reading: Reading) -> bool:
    return reading.start < item.end and item.start < reading.end


def _best(sentence: Sentence, index: int, readings: tuple[Reading, ...]) -> tuple[int, _Judged] | None:
    """Return the position of the best reading of an item, and the judgement on it."""
    item = sentence.items[index]
    hedges = {item.hedge}
    if item.hedge == "exact":
        hedges |= {sentence.items[first].hedge for first, second in sentence.pairs if second == index}
    judged = [(at, _judge(item, hedges, one)) for at, one in enumerate(readings) if _overlap(item, one)]
    return max(judged, key=lambda pair: pair[1].rank, default=None)


def _judge(item: Item, hedges: set[str], reading: Reading) -> _Judged:
    if item.kind in {"time", "date"}:
        value = isinstance(reading.value, str) and str(item.value) in reading.value
        zone = item.unit is None or item.unit.casefold() in reading.text.casefold()
        return _Judged(value, value and zone, hedge=True)
    scale = 1.0
    unit = reading.unit == item.unit
    if reading.unit in _SECONDS and item.unit in _SECONDS:
        scale, unit = _SECONDS[reading.unit] / _SECONDS[item.unit], True
    if item.kind == "count":
        unit = reading.unit is None or str(item.unit) in reading.unit
    return _Judged(_same(reading.value, item.value, scale), unit, reading.hedge in hedges)


def _same(read: object, stated: object, scale: float) -> bool:
    """Whether a value read, times the scale, is the value stated."""
    if isinstance(stated, tuple):
        return isinstance(read, tuple) and all(_same(*ends, scale) for ends in zip(read, stated, strict=True))
    if not isinstance(read, (int, float)) or not isinstance(stated, (int, float)):
        return False
    return abs(read * scale - stated) <= _CLOSE * max(1.0, abs(stated))


def _count(
    total: Score, sentence: Sentence, item: Item, found: tuple[int, _Judged] | None, readings: tuple[Reading, ...]
) -> None:
    marks = total.kinds[item.kind]
    hedged, ranged = item.hedge != "exact", isinstance(item.value, tuple)
    marks.items += 1
    total.hedged += hedged
    total.ranged += ranged
    if found is None:
        total.wrong.append((sentence.id, item.text, "not read"))
        return
    at, judged = found
    marks.found += 1
    marks.value += judged.value
    marks.unit += judged.value and judged.unit
    marks.right += judged.right
    total.hedges += hedged and judged.right
    total.ranges += ranged and judged.value and judged.unit
    if not judged.right:
        total.wrong.append((sentence.id, item.text, _shown(readings[at])))


def _link(total: Score, sentence: Sentence, reply: Reply, best: list[tuple[int, _Judged] | None]) -> None:
    """Count the pairs of which both members are right and linked, and the links between what is no pair."""
    linked = {frozenset(pair) for pair in reply.pairs}
    good = set()
    for first, second in sentence.pairs:
        members = best[first], best[second]
        total.paired += 1
        found = frozenset(member[0] for member in members if member is not None)
        good.add(found)
        if found in linked and all(member is not None and member[1].right for member in members):
            total.pairs += 1
        else:
            total.unlinked.append((sentence.id, sentence.items[first].text, sentence.items[second].text))
    for pair in reply.pairs:
        if frozenset(pair) not in good:
            words, others = (reply.readings[index].text for index in pair)
            total.false_pairs.append((sentence.id, words, others))


def _invented(sentence: Sentence, reading: Reading) -> bool:
    over = [item for item in sentence.items if _overlap(item, reading)]
    if reading.kind == "moment":
        return not over and not any(word in reading.text.casefold() for word in _CALENDAR)
    if reading.kind == "ordinal" or reading.unit is None or reading.value is None:
        return False
    return not any(
        reading.unit == item.unit
        or (reading.unit in _SECONDS and item.unit in _SECONDS)
        or (item.kind == "count" and str(item.unit) in reading.unit)
        for item in over
    )


def _stray(sentence: Sentence, reading: Reading) -> bool:
    if reading.value is None:
        return True
    return reading.kind == "quantity" and not any(_overlap(item, reading) for item in sentence.items)


def _shown(reading: Reading) -> str:
    hedge = "" if reading.hedge == "exact" else f"{reading.hedge} "
    return f"{hedge}{reading.value} {reading.unit or ''}".rstrip()
