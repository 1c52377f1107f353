"""What the sentences state, and what an extractor read in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

HERE = Path(__file__).resolve().parent
SENTENCES = HERE / "sentences.json"
# Written after the grammar, and annotated before it was run on them.
OTHERS = HERE / "others.json"

Kind: TypeAlias = Literal["measure", "count", "time", "date"]
KINDS: tuple[Kind, ...] = ("measure", "count", "time", "date")
Value: TypeAlias = "float | str | tuple[float, float]"


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity that a sentence states at characters `start` to `end`.

    `value` is a number, both ends of a range, HH:MM of a clock time or an ISO date; `unit` is named as in a report
    of ours, or is what is counted, or the zone of a clock time.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: Value
    unit: str | None
    hedge: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its items in order; `pairs` are the items that say one quantity twice."""

    id: str
    text: str
    items: tuple[Item, ...]
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as an extractor gives it; a unit that no item has keeps the extractor's own name.

    `kind` "ordinal" is the second or the first of something. A clock time or date has its value in a text.
    """

    kind: Literal["quantity", "moment", "ordinal"]
    text: str
    start: int
    end: int
    value: Value | None
    unit: str | None = None
    hedge: str = "exact"


@dataclass(frozen=True, slots=True)
class Reply:
    """What an extractor makes of a sentence; `pairs` are the readings that it says are one quantity."""

    readings: tuple[Reading, ...]
    pairs: tuple[tuple[int, int], ...] = ()


def load(path: Path = SENTENCES) -> tuple[Sentence, ...]:
    """Read a file of sentences. An item without a hedge is exact."""
    return tuple(
        Sentence(
            entry["id"],
            entry["text"],
            tuple(
                Item(
                    item["kind"],
                    item["text"],
                    item["start"],
                    item["start"] + len(item["text"]),
                    tuple(item["value"]) if isinstance(item["value"], list) else item["value"],
                    item.get("unit"),
                    item.get("hedge", "exact"),
                )
                for item in entry["items"]
            ),
            tuple((first, second) for first, second in entry.get("pairs", ())),
        )
        for entry in json.loads(path.read_text(encoding="utf-8"))
    )
