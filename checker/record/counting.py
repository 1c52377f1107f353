"""Find what a draft counts, and count it again from the record as of the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.figures.writing import date_in_words, listed
from checker.language import lexicon, sentences
from checker.language.phrases import Place
from checker.record.asof import asof
from checker.record.citing import cited
from checker.record.counted import Counted
from checker.record.gaps import gaps
from checker.record.maidens import maidens
from checker.record.nuclear import nuclear
from checker.record.passages import passages
from checker.record.tallies import COUNTRY, Tally, before, tally
from checker.record.whens import counting, ordinal, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Sentence, Token
    from checker.prose import Prose
    from checker.record.asof import AsOf
    from checker.record.entries import Entry
    from checker.record.known import Known
    from checker.record.lookup import Record
    from checker.source import Span

_TRIGGERS = ("nuclear", "satellite", "hydrogen", "maiden", "debut", "th ", "nd ", "rd ", "st ")
_FILLERS = 6
_SHOWN = 3


class Noun(NamedTuple):
    """A counted noun: its number, what is counted ("ICBM", "ballistic", "missile", "SLV"), and its tokens."""

    number: int
    what: str
    place: Place


def counted(prose: Prose, known: Sequence[Known], published: str | None, record: Record) -> Iterator[Counted]:
    """Yield what the record counts otherwise; nothing without a day of publication, or on other countries' launches."""
    if published is None or any(each.account.event.country not in {None, COUNTRY} for each in known):
        return
    day = published[:10]
    for sentence in sentences(prose, lexicon("en", figures_only=False)):
        text = sentence.text.casefold()
        if not (any(word in text for word in counting()["ordinals"]) or any(word in text for word in _TRIGGERS)):
            continue
        yield from nuclear(sentence, day, record)
        yield from maidens(sentence, day, record)
        when = asof(sentence, known, day)
        if when is not None:
            yield from _launches(sentence, when, record)
        if when is not None and when.launch is not None:
            yield from gaps(sentence, when.launch, record)
            yield from passages(sentence, when.launch, day, record)


def _launches(sentence: Sentence, when: AsOf, record: Record) -> Iterator[Counted]:
    """Yield the counts of launches in a sentence that the record does not bear out."""
    tokens = sentence.tokens
    for at in range(len(tokens)):
        number = ordinal(tokens, at)
        if number is None or _of_another(tokens, at):
            continue
        noun = _noun(tokens, at, number) or _noun_before(tokens, at, number)
        if noun is not None:
            found = _in_year(tokens, noun, when, record)
            if found is None and when.launch is not None:
                found = _since(tokens, noun, when.launch, record)
            if found is not None:
                yield Counted("count", _span(sentence, found[0]), *found[1])
                return


def _of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether the count is another's: "South Korea's first"."""
    if at < 2 or tokens[at - 1].folded != "'s":
        return False
    owner = [token.folded for token in tokens[max(0, at - 3) : at - 1]]
    return owner[-1] not in {"korea", "north", "pyongyang", "kim", "un"} or owner[0] == "south"


def _noun(tokens: Sequence[Token], at: int, number: int) -> Noun | None:
    """Return what an ordinal counts, None for a noun that a word narrows, and for what the record does not count."""
    words = counting()["words"]
    first = at + 1 + (tokens[at].kind == "n")
    last = first
    while last < len(tokens) and tokens[last].folded in words["nouns"]:
        last += 1
    named = {token.folded for token in tokens[first:last]}
    if not named & set(words["deeds"]) or "nuclear" in named:
        return None
    narrowed = "range" in named or ("long" in named)
    if narrowed and "intercontinental" not in named:
        return None
    what = _what(named)
    return Noun(number, what, Place(at, last)) if what else None


def _noun_before(tokens: Sequence[Token], at: int, number: int) -> Noun | None:
    """Return what is counted after the missile that was fired: "a ballistic missile, its first since"."""
    words = counting()["words"]
    after = at + 1 + (tokens[at].kind == "n")
    last = at - (at > 0 and tokens[at - 1].folded in {"its", "the"})
    if after >= len(tokens) or tokens[after].folded != "since" or not last or tokens[last - 1].text != ",":
        return None
    last -= 1
    while last and tokens[last - 1].folded in words["aimed"]:
        last -= 1
    first = last
    while first and tokens[first - 1].folded in words["nouns"]:
        first -= 1
    named = {token.folded for token in tokens[first:last]}
    single = first > 0 and tokens[first - 1].folded in {"a", "an"}
    if not single or "range" in named or not named & set(words["deeds"]):
        return None
    what = _what(named)
    return Noun(number, what, Place(at, after)) if what else None


def _what(named: set[str]) -> str:
    """Return what the words of a counted noun have counted, nothing where the record does not count it."""
    return (
        "ICBM"
        if named & {"icbm", "intercontinental"}
        else "SLV"
        if named & {"satellite", "rocket"}
        else "ballistic"
        if "ballistic" in named
        else "missile"
        if named & {"missile", "missiles"}
        else ""
    )


def _ahead(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Yield the tokens where the stretch of time of a count may begin, past words that may stand before it."""
    fillers = counting()["words"]["fillers"]
    for here in range(at, min(at + _FILLERS, len(tokens))):
        yield here
        if tokens[here].folded not in fillers and tokens[here].text != ",":
            return


_Found = tuple[Place, tuple[str, str, tuple[str, ...]]]


def _in_year(tokens: Sequence[Token], noun: Noun, when: AsOf, record: Record) -> _Found | None:
    """Hold a count of a year's launches against the record, as of each day up to which it may count."""
    found: _Found | None = None
    for day in when.days:
        end = _year_end(tokens, noun.place.last, day[:4], when.published[:4])
        if end is None:
            continue
        held = _miscounted(noun, day, record)
        if held is None:
            return None
        if held.sure and found is None:
            found = (Place(noun.place.first, end), _counts(held, f"from January 1 to {date_in_words(day)}"))
    return found


def _year_end(tokens: Sequence[Token], start: int, year: str, this: str) -> int | None:
    """Return the token after the words that say that a count is of a year: "this year", "in 2023"."""
    phrases = [["of", "the", "year"], ["in", year], ["of", year], *([["this", "year"]] if year == this else [])]
    ends = (
        at + len(phrase)
        for at in _ahead(tokens, start)
        for phrase in phrases
        if [token.folded for token in tokens[at : at + len(phrase)]] == phrase
    )
    return next(ends, None)


def _miscounted(noun: Noun, day: str, record: Record) -> Tally | None:
    """Return what the record has of a year up to a day, None where a number may be its or it cannot know."""
    first = f"{day[:4]}-01-01"
    if record.knows(COUNTRY, "ballistic" if noun.what == "missile" else noun.what, first, day) is None:
        return None
    held = tally(record, noun.what, first, day)
    return None if held.least <= noun.number <= held.most else held


def _counts(held: Tally, when: str) -> tuple[str, str, tuple[str, ...]]:
    least, most = held.least, held.most
    how = f"{least}" if least == most else f"{least} to {most}, as one counts salvos and failures,"
    days = listed([date_in_words(entry.date) for entry in held.any[-_SHOWN:]])
    says = f"the record has {how} {when}, the last of them on {days}"
    return says, ";".join(entry.id for entry in held.any), cited(held.any[-_SHOWN:])


def _since(tokens: Sequence[Token], noun: Noun, launch: Entry, record: Record) -> _Found | None:
    """Hold a "first since" against the record: what lies between shows that it is none."""
    if noun.number != 1:
        return None
    stretches = (found for at in _ahead(tokens, noun.place.last) if (found := stretch(tokens, at, launch.date)))
    since = next(stretches, None)
    if since is None:
        return None
    first, end = since
    # By the clock of Greenwich or Washington a launch may be of the day before.
    there = record.on(first, COUNTRY) or not record.on(before(first, -1), COUNTRY)
    held = tally(record, noun.what, before(first, -1 if there else -2), before(launch.date, 1))
    if (
        not held.sure
        or record.knows(COUNTRY, "ballistic" if noun.what == "missile" else noun.what, first, launch.date) is None
    ):
        return None
    days = listed([date_in_words(entry.date) for entry in held.sure[-_SHOWN:]])
    says = f"the record has others in between, the last on {days}"
    return Place(noun.place.first, end), (says, ";".join(one.id for one in held.sure), cited(held.sure[-_SHOWN:]))


def _span(sentence: Sentence, place: Place) -> Span:
    return sentence.prose.span(sentence.tokens[place.first].start, sentence.tokens[place.last - 1].end)
