"""Count again how often missiles fell in Japan's zone or flew over Japan: "the second time that", "the first since"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.figures.writing import date_in_words, listed
from checker.language.phrases import has
from checker.record.citing import cited
from checker.record.counted import Counted
from checker.record.tallies import COUNTRY, Tally, over_japan, zoned
from checker.record.whens import counting, ordinal, stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.language import Sentence, Token
    from checker.record.entries import Entry
    from checker.record.lookup import Record

_SHOWN = 3


class _Sort(NamedTuple):
    """A sort of passage: what the record calls it, the value of an entry that has it, and those up to a day."""

    field: str
    value: str
    upto: Callable[[Record, str], Tally]


class _AsOf(NamedTuple):
    """What passages are counted of: their sort, up to a launch that is one, in a text of an ISO day."""

    sort: _Sort
    launch: Entry
    day: str
    record: Record

    def knows(self, first: str) -> bool:
        """Whether the record has every passage from a day to the launch."""
        return self.record.knows(COUNTRY, self.sort.field, first, self.launch.date) is not None


_ZONE = _Sort("eez", "inside", zoned)
_OVER = _Sort("over_japan", "yes", over_japan)


def passages(sentence: Sentence, launch: Entry, day: str, record: Record) -> Iterator[Counted]:
    """Yield the first count of passages in a sentence that the record does not bear out, as of a launch that is one."""
    tokens = sentence.tokens
    sort = _sort(tokens)
    words = counting()["words"]
    if sort is None or sort.value not in launch.texts(sort.field) or has(tokens, words["narrowing"]):
        return
    for at in range(len(tokens)):
        number = ordinal(tokens, at)
        end = _counted_end(tokens, at) if number is not None else None
        if number is None or end is None:
            continue
        says = _says(tokens, end, number, _AsOf(sort, launch, day, record))
        if says is not None:
            what, entries = says
            span = sentence.prose.span(tokens[at].start, tokens[end - 1].end)
            yield Counted("count", span, what, ";".join(one.id for one in entries), cited(entries[-_SHOWN:]))
        return


def _sort(tokens: Sequence[Token]) -> _Sort | None:
    words = counting()["words"]
    folds = {token.folded for token in tokens}
    into = has(tokens, words["zones"]) and bool(folds & set(words["fallen"]))
    over = has(tokens, words["over_japan"]) and bool(folds & set(words["flown"]))
    if into == over:
        return None
    return _ZONE if into else _OVER


def _counted_end(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after what an ordinal counts: "first time", "first North Korean missile" before "to"."""
    first = at + 1 + (tokens[at].kind == "n")
    if first < len(tokens) and tokens[first].folded == "time":
        return first + 1
    last = first
    while last < len(tokens) and tokens[last].folded in counting()["words"]["nouns"]:
        last += 1
    named = {token.folded for token in tokens[first:last]}
    goes_on = last < len(tokens) and tokens[last].folded in {"to", "that", "which"}
    return last if goes_on and named & {"missile", "missiles"} else None


def _says(tokens: Sequence[Token], end: int, number: int, asof: _AsOf) -> tuple[str, Sequence[Entry]] | None:
    """Return what the record has, with its entries, where a number is not its; None where it may be, or is open."""
    upto = asof.launch.date
    since = next((found for at in range(end, len(tokens)) if (found := stretch(tokens, at, upto))), None)
    held = asof.sort.upto(asof.record, upto)
    if since is not None:
        between = [entry for entry in held.sure if since[0] < entry.date < upto]
        if number != 1 or not between or not asof.knows(since[0]):
            return None
        return f"the record has others in between, the last on {_days(between)}", between
    first = None
    if has(tokens, ["this year", "of the year"]):
        first = f"{upto[:4]}-01-01"
        if upto[:4] != asof.day[:4] or not asof.knows(first):
            return None
    elif has(tokens, counting()["words"]["stretches"]) or not asof.knows(upto):
        return None
    held = Tally(*(tuple(entry for entry in one if entry.date >= (first or "")) for one in held))
    if held.least <= number <= held.most:
        return None
    how = (
        f"{held.least}"
        if held.least == held.most
        else f"{held.least} to {held.most}, as one counts salvos and rockets,"
    )
    when = f"from January 1 to {date_in_words(upto)}" if first else f"up to {date_in_words(upto)}"
    return f"the record has {how} of them {when}, the last on {_days(held.any)}", held.any


def _days(entries: Sequence[Entry]) -> str:
    return listed(list(dict.fromkeys(date_in_words(entry.date) for entry in entries[-_SHOWN:])))
