"""Hold the year or day that a draft gives for a missile's first flight against the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import gazetteer
from checker.figures.writing import date_in_words
from checker.language.phrases import Place, places
from checker.record.citing import cited
from checker.record.counted import Counted
from checker.record.tallies import COUNTRY
from checker.record.whens import counting, whens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Sentence, Token
    from checker.record.entries import Entry
    from checker.record.lookup import Record
    from checker.record.whens import When
    from checker.source import Span

_REACH = 9
_BETWEEN = 5


def maidens(sentence: Sentence, day: str, record: Record) -> Iterator[Counted]:
    """Yield the time of a first flight that is not that of the first one in the record."""
    tokens = sentence.tokens
    for phrase in places(tokens, counting()["words"]["maiden"]):
        when = next((each for each in whens(tokens) if 0 <= each.start - phrase.last <= _REACH), None)
        named = _missile(tokens, phrase)
        if when is None or named is None or when.first > day:
            continue
        missile, between = named
        if between > _BETWEEN:
            continue
        firsts = _firsts(missile, record)
        if firsts and not any(when.first <= entry.date <= when.last for entry in firsts):
            entry = firsts[0]
            name = next(each.name for each in gazetteer.missiles() if each.id == missile)
            says = f"the record has the first flight of the {name} on {date_in_words(entry.date)}"
            yield Counted("count", _span(sentence, when), says, entry.id, cited([entry]))


def _missile(tokens: Sequence[Token], phrase: Place) -> tuple[str, int] | None:
    """Return the nearest missile by a name of its own, and how many tokens part it from a phrase."""
    found = [
        (max(at - phrase.last, phrase.first - end), missile)
        for at in range(len(tokens))
        for end, missile in _names_at(tokens, at)
    ]
    return next(((missile, gap) for gap, missile in sorted(found) if gap >= 0), None)


def _names_at(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, str]]:
    """Yield the longest name of a numbered missile that begins at a token."""
    names, text = gazetteer.names("missiles"), ""
    longest = None
    for end in range(at, min(at + 5, len(tokens))):
        text += (" " if tokens[end].spaced else "") + tokens[end].text
        meant = names.get(gazetteer.fold(text))
        if meant is not None and any(char.isdigit() for char in text):
            longest = (end + 1, meant)
    if longest is not None:
        yield longest


def _firsts(missile: str, record: Record) -> list[Entry]:
    """Return the first flight of a missile and, where it is disputed or failed, the next ones up to a sound one."""
    firsts: list[Entry] = []
    for entry in record.having("missile", missile):
        if entry.country != COUNTRY or record.knows(COUNTRY, "ballistic", entry.date, entry.date) is None:
            return []
        firsts.append(entry)
        said = " ".join(entry.texts("described"))
        disputed = len(entry.texts("missile")) > 1 or any(word in said for word in ("presumed", "components"))
        if not disputed and "failure" not in entry.texts("outcome"):
            return firsts
    return firsts


def _span(sentence: Sentence, when: When) -> Span:
    return sentence.prose.span(sentence.tokens[when.start].start, sentence.tokens[when.end - 1].end)
