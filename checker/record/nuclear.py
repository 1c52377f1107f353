"""Hold what a draft says of nuclear tests against the six that the record has: their number and their days."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from checker.figures.writing import date_in_words
from checker.language.phrases import Place, places
from checker.record.citing import cited
from checker.record.counted import Counted
from checker.record.tallies import COUNTRY, nuclear_tests
from checker.record.whens import counting, whens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Sentence, Token
    from checker.record.facts import Fact
    from checker.record.lookup import Record
    from checker.record.whens import When

_REACH = 8
_DENIALS = frozenset({"not", "no", "never", "without"})
_APART = frozenset({"since", "after", "until", "before", "following"})
_PERSONAL = frozenset({"his", "un", "il", "kim", "leader"})
_NORTH = frozenset({"north", "pyongyang", "kim", "punggye"})
_OTHERS = frozenset(
    {"india", "pakistan", "iran", "china", "russia", "soviet", "american", "french", "britain", "israel"}
)


def nuclear(sentence: Sentence, day: str, record: Record) -> Iterator[Counted]:
    """Yield a test whose number or day is another in the record."""
    tokens = sentence.tokens
    folds = {token.folded for token in tokens}
    if not folds & _NORTH or folds & _OTHERS or record.knows(COUNTRY, "nuclear", day, day) is None:
        return
    words = counting()["words"]
    tests = nuclear_tests(day)
    for thing in places(tokens, words["nuclear"]):
        when = _when(tokens, thing)
        number = _ordinal(tokens, thing)
        lead = {token.folded for token in tokens[: thing.first]}
        if lead & _DENIALS or any(word.endswith("n't") for word in lead):
            continue
        if number is not None and when is not None:
            if not _is_personal(tokens, thing):
                yield from _numbered(sentence, thing, number, when, tests)
        elif number is not None and number > len(tests) and not lead & set(words["open"]) and tests:
            says = f"the record has {len(tests)} nuclear tests up to {date_in_words(day)}"
            yield _counted("count", sentence, Place(thing.first - 1, thing.last), says, tests[-1:])
        elif when is not None and when.is_day and lead & set(words["detonated"]):
            yield from _dated(sentence, thing, when, tests, record)


def _ordinal(tokens: Sequence[Token], thing: Place) -> int | None:
    ordinals: dict[str, int] = counting()["ordinals"]
    return ordinals.get(tokens[thing.first - 1].folded) if thing.first else None


def _is_personal(tokens: Sequence[Token], thing: Place) -> bool:
    """Whether an ordinal counts a leader's own tests: "Kim's first", "his second"."""
    return any(token.folded in _PERSONAL for token in tokens[max(0, thing.first - 3) : thing.first - 1])


def _when(tokens: Sequence[Token], thing: Place) -> When | None:
    """Return the day, month or year that stands with a test: "nuclear test on", "nuclear test at Punggye-ri in"."""
    between = counting()["words"]["tested"]
    when = next((each for each in whens(tokens) if 0 <= each.start - thing.last <= _REACH), None)
    if when is None or "under" in {token.folded for token in tokens} or _dates_what_follows(tokens, thing, when):
        return None
    return when if all(token.folded in between for token in tokens[thing.last : when.start]) else None


def _dates_what_follows(tokens: Sequence[Token], thing: Place, when: When) -> bool:
    """Whether a day may be that of what came after a test: "a missile months after its sixth nuclear test, on"."""
    if any(token.text == "," for token in tokens[thing.last : when.start]):
        return bool(_APART & {token.folded for token in tokens[: thing.first]})
    start = thing.first
    while start and tokens[start - 1].folded in {*counting()["ordinals"], *counting()["words"]["owners"]}:
        start -= 1
    return start > 0 and tokens[start - 1].folded in _APART


def _numbered(sentence: Sentence, thing: Place, number: int, when: When, tests: Sequence[Fact]) -> Iterator[Counted]:
    """Yield a test whose number and day do not go together."""
    there = [at for at, test in enumerate(tests, 1) if when.first <= test.date <= when.last]
    # "The second nuclear test in 2016" may be the second of that year.
    if number in there or number > len(tests) or number <= len(there):
        return
    if there:
        test = tests[there[0] - 1]
        says = f"the record has that of {date_in_words(test.date)} as the {_nth(there[0])}"
        yield _counted("count", sentence, Place(thing.first - 1, thing.last), says, [test])
        return
    test = tests[number - 1]
    says = f"the record has the {_nth(number)} nuclear test on {date_in_words(test.date)}"
    yield _counted("date", sentence, Place(when.start, when.end), says, [test])


def _nth(number: int) -> str:
    ordinals: dict[str, int] = counting()["ordinals"]
    return next(word for word, value in ordinals.items() if value == number)


def _dated(sentence: Sentence, thing: Place, when: When, tests: Sequence[Fact], record: Record) -> Iterator[Counted]:
    """Yield a test of a day on which the record has none, but a launch, or one a day off."""
    if any(test.date == when.first for test in tests):
        return
    day = datetime.date.fromisoformat(when.first)
    near = [test for test in tests if abs((datetime.date.fromisoformat(test.date) - day).days) == 1]
    launches = record.on(when.first, COUNTRY)
    if near:
        says = f"the record has the nuclear test on {date_in_words(near[0].date)}, by the calendar of Korea"
        yield _counted("date", sentence, Place(when.start, when.end), says, near)
    elif launches:
        says = f"the record has no nuclear test on {date_in_words(when.first)}, and a missile launch on that day"
        entry = ";".join(each.id for each in launches)
        span = sentence.prose.span(sentence.tokens[thing.first].start, sentence.tokens[thing.last - 1].end)
        yield Counted("kind", span, says, entry, cited(launches))


def _counted(slip: str, sentence: Sentence, place: Place, says: str, tests: Sequence[Fact]) -> Counted:
    tokens = sentence.tokens
    span = sentence.prose.span(tokens[place.first].start, tokens[place.last - 1].end)
    entry = ";".join(test.id for test in tests)
    return Counted("date" if slip == "date" else "count", span, says, entry, tuple(test.cited for test in tests))
