"""Find what a draft tells of recorded acts: by another actor, as whole what was so in part, or as yet to come."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

from checker.language import lexicon, sentences
from checker.language.phrases import Place, has, places
from checker.record.clauses import actor_of, country_before, words
from checker.record.facts import Fact, facts
from checker.record.retold import Retold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.language import Sentence, Token
    from checker.prose import Prose
    from checker.source import Span

_STALE = 30  # days after which another visit may be meant
_NEAR = 5
_OBJECT = " ... "
_AROUND = 6
_OF = frozenset({"by", "of"})
_TO = frozenset({"to"})
_TITLE = 4  # words


def retold(prose: Prose, published: str | None, language: str = "en") -> Iterator[Retold]:
    """Yield what a draft tells otherwise than the record; nothing without its day of publication."""
    if published is None:
        return
    text = prose.text.casefold()
    day = published[:10]
    asked = [fact for fact in _judged() if fact.date <= day and any(words_ in text for words_ in fact.object[0])]
    if not asked:
        return
    told = ""  # the country named last
    for sentence in sentences(prose, lexicon(language, figures_only=False)):
        said = sentence.text.casefold()
        likely = [fact for fact in asked if any(_begins(phrase) in said for phrase in fact.object[0])]
        here = [fact for fact in likely if all(has(sentence.tokens, group) for group in fact.object)]
        if here:
            yield from _swapped(sentence, here, day)
            yield from _partly(sentence, here, day, told)
            yield from _past(sentence, here, day)
        told = country_before(sentence.tokens, len(sentence.tokens)) or told


def _begins(phrase: str) -> str:
    """Return the first word of a phrase: a quick look for it is worth a sentence's tokens."""
    return phrase.partition(" ")[0].partition("-")[0]


@cache
def _judged() -> tuple[Fact, ...]:
    return tuple(fact for fact in facts() if fact.judged)


def _acts(sentence: Sentence, fact: Fact) -> Iterator[tuple[Place, Place]]:
    """Yield each place of a fact's verb with each of its object."""
    tokens = sentence.tokens
    for thing in places(tokens, fact.object[0]):
        for phrase in fact.predicate:
            # "put ... into orbit": the object stands between.
            head, _, tail = phrase.partition(_OBJECT)
            closed = not tail or any(0 <= end.first - thing.last <= _AROUND for end in places(tokens, [tail]))
            for verb in places(tokens, [head]) if closed else ():
                if not tail or 0 <= thing.first - verb.last <= _AROUND:
                    yield verb, thing


def _swapped(sentence: Sentence, here: Sequence[Fact], day: str) -> Iterator[Retold]:
    """Yield acts that a sentence gives to a country of which the record has nothing of the kind."""
    found: dict[Place, tuple[str, dict[str, tuple[Fact, Span]]]] = {}
    for fact in here:
        if "FC604" not in fact.judged:
            continue
        for verb, thing in _acts(sentence, fact):
            actor = actor_of(sentence.tokens, verb, thing)
            if actor is None or _did(actor.code, fact, day):
                continue
            act = Place(min(verb.first, thing.first), max(verb.last, thing.last))
            found.setdefault(actor.place, (actor.code, {}))[1].setdefault(fact.id, (fact, _span(sentence, act)))
    for place, (code, acts) in found.items():
        whose = tuple(sorted((fact for fact, _ in acts.values()), key=lambda fact: (fact.date, fact.id)))
        spans = tuple(sorted({span for _, span in acts.values()}))
        yield Retold("actor", _span(sentence, place), whose, spans, code, published=day)


def _did(code: str, fact: Fact, day: str) -> bool:
    """Whether the record has an act of a country's own by the day of publication."""
    return code in fact.subject or any(
        code in other.subject and other.date <= day and _alike(fact, other) for other in _judged()
    )


def _alike(fact: Fact, other: Fact) -> bool:
    return bool(set(fact.predicate) & set(other.predicate)) and bool(set(fact.object[0]) & set(other.object[0]))


def _partly(sentence: Sentence, here: Sequence[Fact], day: str, told: str) -> Iterator[Retold]:
    """Yield what a sentence tells as whole and that was so in part."""
    for fact in here:
        if "FC605" not in fact.judged or (fact.until and day > fact.until) or has(sentence.tokens, tuple(fact.exact)):
            continue
        if fact.predicate == ("was",):
            place = next(places(sentence.tokens, fact.object[0]))
            # "Its first satellite" is that of the country named last; "the Korean War" says itself what it is.
            if len(fact.object) > 1 or (country_before(sentence.tokens, place.first) or told) in fact.subject:
                yield Retold("part", _span(sentence, place), (fact,), published=day)
            continue
        for verb, thing in _acts(sentence, fact):
            actor = actor_of(sentence.tokens, verb, thing)
            if actor is not None and actor.code in fact.subject:
                whole = Place(min(actor.place.first, thing.first), max(verb.last, thing.last))
                beside = tuple(
                    other
                    for other in _judged()
                    if other.object == fact.object and other is not fact and other.date <= day
                )
                yield Retold("part", _span(sentence, whole), (fact,), told=actor.code, beside=beside, published=day)
                break


def _past(sentence: Sentence, here: Sequence[Fact], day: str) -> Iterator[Retold]:
    """Yield the words by which a sentence tells as yet to come what was over by the day of publication."""
    for fact in here:
        if "FC606" not in fact.judged or not has(sentence.tokens, fact.subject):
            continue
        over = (datetime.date.fromisoformat(day) - _end(fact)).days
        if not 0 < over <= _STALE:
            continue
        for noun in places(sentence.tokens, fact.predicate):
            for at in range(max(0, noun.first - _NEAR), noun.first):
                if (
                    sentence.tokens[at].folded in words()["upcoming"]
                    and _plain(sentence.tokens[at + 1 : noun.first])
                    and _is_meant(sentence.tokens, at, noun, fact)
                ):
                    yield Retold("tense", _span(sentence, Place(at, at + 1)), (fact,), published=day)
                    return


def _is_meant(tokens: Sequence[Token], upcoming: int, noun: Place, fact: Fact) -> bool:
    """Whether what is to come is the fact's: "Choe's upcoming visit to Russia", "upcoming visit to Russia by Choe".

    Somebody else's is none, nor a visit of the same person elsewhere.
    """
    owners = {place.last for place in places(tokens, fact.subject)}
    whose = upcoming > 0 and tokens[upcoming - 1].folded == "'s" and upcoming - 1 in owners
    at = noun.last
    if fact.object[0] == fact.predicate:
        return whose or _names(tokens, at, _OF, fact.subject) is not None
    before = None if whose else _names(tokens, at, _OF, fact.subject)
    there = _names(tokens, before or at, _TO, fact.object[0])
    return there is not None and (whose or before is not None or _names(tokens, there, _OF, fact.subject) is not None)


def _names(tokens: Sequence[Token], at: int, lead: frozenset[str], phrases: Sequence[str]) -> int | None:
    """Return the token after a phrase that a small word and at most a title lead to: "by Foreign Minister Choe"."""
    if at >= len(tokens) or tokens[at].folded not in lead:
        return None
    for place in places(tokens, phrases):
        title = tokens[at + 1 : place.first]
        if place.first > at and len(title) <= _TITLE and all(token.kind == "w" for token in title):
            return place.last
    return None


def _plain(tokens: Sequence[Token]) -> bool:
    return all(token.text == "-" or (token.kind == "w" and not token.folded.endswith("ed")) for token in tokens)


def _end(fact: Fact) -> datetime.date:
    """Return the last day of a fact, of a month its last."""
    last = fact.until or fact.date
    if len(last) > len("2024-01"):
        return datetime.date.fromisoformat(last)
    year, month = map(int, last.split("-"))
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def _span(sentence: Sentence, place: Place) -> Span:
    return sentence.prose.span(sentence.tokens[place.first].start, sentence.tokens[place.last - 1].end)
