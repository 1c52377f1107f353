"""Find the launch as of which a sentence counts: the one it tells of, and the later ones that it may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.record.tallies import before
from checker.record.whens import counting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.language import Sentence, Token
    from checker.record.entries import Entry
    from checker.record.known import Known

_LATEST = 7
_BEFORE = frozenset({"since", "after", "following"})
_DAYS = frozenset({"date", "weekday"})
_PARTS = frozenset({"first", "last", "latest", "previous", "other", "others"})


class AsOf(NamedTuple):
    """`launch` is the only one that a sentence can count from; `days`, ISO, are all up to which it may count a year.

    `published` is the day of the text, which says which year "this year" is.
    """

    launch: Entry | None
    days: tuple[str, ...]
    published: str


def asof(sentence: Sentence, known: Sequence[Known], day: str) -> AsOf | None:
    """Return as of what a sentence counts, None where the draft tells of no launch that it can be.

    A launch of the last days may stand beside one that the draft tells of and that was not made out: hence the day.
    """
    news = {each.entries[0].id: each.entries[0] for each in known if before(day, _LATEST) <= each.entries[0].date}
    told = _told(sentence, known)
    if len(told) > 1 or not (told or news):
        return None
    launch = told[0] if told else next(iter(news.values())) if len(news) == 1 else None
    first = {told[0].date} if told else {entry.date for entry in news.values()}
    later = {entry.date for entry in news.values()} | ({day} if day[:4] == min(first)[:4] else set())
    return AsOf(launch, tuple(sorted(first | {each for each in later if each > min(first)})), day)


def _told(sentence: Sentence, known: Sequence[Known]) -> list[Entry]:
    """Return the launches that a sentence tells of, other than as those before the one it counts."""
    earlier = {
        sentence.prose.span(token.start, token.end).start: _is_earlier(sentence.tokens[: at + 1])
        for at, token in enumerate(sentence.tokens)
    }
    here: dict[str, Entry] = {}
    for each in known:
        claims = [claim for claim in each.account.claims if claim.span.start in earlier]
        # A launch is told where its day is, if the sentence gives one.
        claims = [claim for claim in claims if claim.kind in _DAYS] or claims
        if len(each.entries) == 1 and not all(earlier[claim.span.start] for claim in claims):
            here[each.entries[0].id] = each.entries[0]
    return list(here.values())


def _is_earlier(upto: Sequence[Token]) -> bool:
    """Whether a clause, up to a token of it, leads to launches before the counted one.

    "since", "a month after the North fired", "after tests on Feb. 18, March 16 and April 13", "with the first on".
    """
    in_list = True
    for at in range(len(upto) - 1, -1, -1):
        token = upto[at]
        if token.text == ";" or (token.text == "," and not in_list):
            return False
        if token.folded in _BEFORE:
            return True
        if token.folded == "with" and {each.folded for each in upto[at + 1 : at + 3]} & _PARTS:
            return True
        in_list = in_list and _goes_on(token)
    return False


def _goes_on(token: Token) -> bool:
    """Whether a token may stand in a list of days."""
    return token.kind == "n" or token.folded in {",", ".", "and", "on"} or token.folded in counting()["months"]
