"""Claims that one text makes twice of one launch, and those of them that cannot both be true."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from checker.claims.compatible import ONE_MOMENT, compatible
from checker.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Claim, Kind
    from checker.events import Account

QUANTITIES: tuple[Kind, ...] = ("range", "altitude", "flight_time", "speed")
# What several missiles of one salvo may differ in.
_OF_EACH = frozenset({*QUANTITIES, "eez", "missile_class", "missile_name", "site", "time"})
# Classes that no authority gives to one missile: the others border on each other, or are of another sort.
_APART = {"ICBM": {"IRBM", "MRBM", "SRBM", "CRBM"}, "SRBM": {"ICBM", "IRBM"}, "cruise": {"ballistic", "ICBM", "IRBM"}}
_MOST = 40  # of a kind: more are a chronicle, and no account of one launch
_SENTENCE = 1500
_REACH = 6
_WORDS = re.compile(r"[^\W\d_]+")
# Not behind "Nov." or "p.m.", nor before a number.
_STOP = re.compile(
    r"(?<=[^\W_A-Z][\w\"')\]%\u201d])[.!?][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[^\W\d_a-z])"
    r"|\n[>\s]*\n|\n(?=[>\s]*[-*#\d])|(?<=[a-z]\.)(?=[A-Z])"
)


def disagreeing(account: Account, kind: Kind) -> Iterator[tuple[Claim, Claim]]:
    """Yield claims of a kind that another one of the same launch contradicts, each with the first that does.

    Of several that agree against one, that one is yielded; of two, the later.
    """
    against = [(one, other) for one, other in told_twice(account, kind) if _contradict(one, other)]
    while against:
        often = Counter(claim.id for pair in against for claim in pair)
        one, other = against[0]
        claim, beside = (one, other) if often[one.id] > often[other.id] else (other, one)
        yield claim, beside
        against = [pair for pair in against if claim not in pair]


def same_number(one: Claim, other: Claim) -> bool:
    """Whether two quantities differ by their units only: 998 km and 998 miles."""
    return one.value == other.value and one.unit != other.unit and one.interval is not None


def told_twice(account: Account, kind: Kind) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims of a kind that say the same thing of the same launch, the earlier first.

    They stand in different sentences, are measured by the same base and told by the same speakers. What is told of
    one of several missiles, of another launch, or as first reported, is left out, and so is what follows the names of
    two missiles.
    """
    claims = account.of_kind(kind)
    if not 1 < len(claims) <= _MOST or not (account.event.date or account.event.id == "e1"):
        return
    if account.event.date is None and len({claim.value for claim in account.of_kind("weekday")}) > 1:
        return  # of a text without a day of publication
    if kind in _OF_EACH and any(claim.value != 1 for claim in account.of_kind("count")):
        return
    plain = [claim for claim in claims if _tells_plainly(account, claim)]
    for one, other in combinations(plain, 2):
        alike = one.basis == other.basis and set(one.attributed_to) == set(other.attributed_to)
        alike = alike and (kind == "missile_name" or _named_before(account, one) == _named_before(account, other))
        if alike and _STOP.search(account.text, one.span.end, other.span.start):
            yield one, other


def abbreviated_otherwise(account: Account) -> Iterator[tuple[Claim, Claim]]:
    """Yield a class in brackets with the other one before them: "a short-range ballistic missile (ICBM)"."""
    text = account.text
    for one, other in pairwise(account.of_kind("missile_class")):
        between, behind = text[one.span.end : other.span.start], text[other.span.end : other.span.end + 1]
        if between.strip() == "(" and behind == ")" and _contradict(one, other):
            yield other, one


def _contradict(one: Claim, other: Claim) -> bool:
    if one.kind == "missile_class":
        values = {str(one.value), str(other.value)}
        return any(low in values and values & high for low, high in _APART.items())
    if one.kind == "missile_name" and not _of_one_family(str(one.entity), str(other.entity)):
        return False
    if one.kind == "time" and one.unit == other.unit and not (one.resolved and other.resolved):
        apart = abs(_minutes(one) - _minutes(other))
        return min(apart, 24 * 60 - apart) * 60 > ONE_MOMENT
    return compatible(one, other) is False


def _named_before(account: Account, claim: Claim) -> str | None:
    """Return the missile that a text names last before a claim, or first behind it in the sentence."""
    names = account.of_kind("missile_name")
    before = [name.entity for name in names if name.span.start < claim.span.start]
    end = _sentence(account, claim)[1]
    behind = [name.entity for name in names if claim.span.start <= name.span.start < end]
    return before[-1] if before else behind[0] if behind else None


def _minutes(claim: Claim) -> int:
    hour, minute = map(int, str(claim.value).split(":"))
    return hour * 60 + minute


def _of_one_family(one: str, other: str) -> bool:
    """Whether two names are members of one family, as Hwasong-14 and Hwasong-15; others may be two names of one."""
    from checker import gazetteer

    found = [missile for missile in gazetteer.missiles() if missile.id in {one, other}]
    families = {missile.family for missile in found}
    return len(found) == 2 and len(families) == 1 and all(families.isdisjoint({m.name, m.id, None}) for m in found)


def _tells_plainly(account: Account, claim: Claim) -> bool:
    """Whether a claim is told of the launch itself, outright, and of one missile where its kind is one of each."""
    start, end = _sentence(account, claim)
    text, lists = account.text, lexicon("en").words
    written = _WORDS.findall(text[start:end])
    words = {word.casefold() for word in written}
    if not words.isdisjoint(lists["not_again"]) or (account.event.date is None and any(map(_is_month, written))):
        return False
    if claim.kind in _OF_EACH and not words.isdisjoint(lists["several_missiles"]):
        return False
    if claim.kind == "site":
        return not lists["from_only"].isdisjoint(claim.text.casefold().split()[:1])
    if claim.kind == "count":
        return isinstance(claim.value, int) and claim.value > 1 and claim.qualifier == "exact"
    if claim.kind in {"missile_class", "missile_name"}:
        before = [word.casefold() for word in _WORDS.findall(text[start : claim.span.start])]
        return claim.qualifier == "exact" and any(_launches(word) for word in before[-_REACH:])
    return claim.kind != "time" or any(_launches(word) for word in words)


def _launches(word: str) -> bool:
    """Whether a word is a verb of launching."""
    return ("launch", "verb") in lexicon("en").tree.get(word, {}).get("", ())


def _is_month(word: str) -> bool:
    return word[0].isupper() and lexicon("en").has(word.casefold(), "month")


def _sentence(account: Account, claim: Claim) -> tuple[int, int]:
    text, span = account.text, claim.span
    low = max(0, span.start - _SENTENCE)
    starts = [match.end() for match in _STOP.finditer(text, low, span.start)]
    stop = _STOP.search(text, span.end, span.end + _SENTENCE)
    return (starts[-1] if starts else low), (stop.start() if stop else min(len(text), span.end + _SENTENCE))
