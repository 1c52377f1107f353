"""Context facts: who did what and when, beside the launches."""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

from checker import data
from checker.figures.writing import date_in_words

COLUMNS = (
    *("id", "date", "until", "precision", "topic", "subject", "predicate", "object", "judged", "exact"),
    *("fact", "mistakes", "known", "sources"),
)


class Fact(NamedTuple):
    """An act: its subjects, the forms of its verb, and its object as groups of words, one of each needed.

    `date` and `until` are ISO days or months. `judged` names the rules that hold drafts against it, and `exact` the
    words by which a draft shows that it knows the act was one in part.
    """

    id: str
    date: str
    until: str
    precision: str
    topic: str
    subject: tuple[str, ...]
    predicate: tuple[str, ...]
    object: tuple[tuple[str, ...], ...]
    judged: tuple[str, ...]
    exact: frozenset[str]
    fact: str
    mistakes: str
    known: str
    sources: tuple[str, ...]

    @property
    def when(self) -> str:
        """The day or month as a message says it."""
        first = _in_words(self.date)
        return f"{first} to {_in_words(self.until)}" if self.until else first

    @property
    def cited(self) -> str:
        """The fact and its sources, for what a finding rests on."""
        return f"record {self.id}: {', '.join(self.sources)}"


def _in_words(day: str) -> str:
    return date_in_words(day) if len(day) > len("2024-01") else f"{date_in_words(day + '-01').split()[0]} {day[:4]}"


@cache
def facts() -> tuple[Fact, ...]:
    """Return the context facts, by day."""
    rows = csv.reader(data.read("seeds", "record/facts.csv").splitlines())
    header = next(rows)
    if tuple(header) != COLUMNS:
        message = f"seeds/record/facts.csv has the columns {header}"
        raise ValueError(message)
    return tuple(
        Fact(
            key, day, until, precision, topic,
            tuple(subject.split("|")), tuple(predicate.split("|")),
            tuple(tuple(group.split("|")) for group in thing.split("&")),
            tuple(filter(None, judged.split(";"))), frozenset(filter(None, exact.split("|"))),
            fact, mistakes, known, tuple(sources.split(";")),
        )
        for key, day, until, precision, topic, subject, predicate, thing, judged, exact, fact, mistakes, known, sources
        in rows
    )  # fmt: skip
