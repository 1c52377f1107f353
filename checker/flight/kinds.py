"""Where a missile's class goes with none of its figures, nor with its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.interval import LOWER
from checker.flight.classes import WORDS, accepted, band_of, known_ranges, ranged, schemes_of
from checker.flight.told import reading, readings
from checker.flight.wording import in_one_sentence, kilometers, multiplied, told
from checker.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account
    from checker.flight.classes import Scheme
    from checker.flight.told import Reading

_ARTICLE = re.compile(r"[^\w\n]{1,3}(?:\w{1,3}\s)?")
_AROUND = 200
_WORD = re.compile(r"[^\W\d_]++(?!-)")  # not the "short" of "short-range"
_SHORT = 2 / 3
_FEW = 4


class Clash(NamedTuple):
    """A claim `at` which the finding lies, the one that it clashes with, and the band of a class in km.

    `what` says it in words, `remedy` what would fit, `role` what the other is, and `range` the sum.
    """

    at: Claim
    other: Claim
    label: str
    authority: str
    low: float
    high: float
    what: str
    role: str
    range: str
    remedy: str = ""


def clashes(account: Account) -> Iterator[Clash]:
    """Yield what goes with no class of a launch: its figures, and then the names beside a class."""
    labels = ranged(account)
    if not labels:
        return
    among = schemes_of(account)
    figures = list(_by_figure(account, labels, among))
    yield from figures
    if not figures:
        yield from _by_name(account, labels, among)


def _by_figure(account: Account, labels: Sequence[Claim], among: Sequence[Scheme]) -> Iterator[Clash]:
    for distance in readings(account, "range"):
        yield from _too_far(distance, labels, among)
    for claim in account.of_kind("capability_range"):
        reach = reading(claim)
        here = [label for label in _around(labels, claim) if in_one_sentence(account, label, claim)]
        if reach is not None and len({label.value for label in here}) == 1:
            yield from _elsewhere(reach, here[0], among)
    if account.of_kind("range") and any(claim.qualifier not in LOWER for claim in account.of_kind("altitude")):
        yield from _by_arc(account, labels, among)


def _too_far(distance: Reading, labels: Sequence[Claim], among: Sequence[Scheme]) -> Iterator[Clash]:
    """Yield a distance flown that is more than any authority's for any class of the launch."""
    if any(accepted(label, distance.low, inf, among) for label in {str(label.value) for label in labels}):
        return
    label = _nearest(distance.claim, labels)
    band = band_of(str(label.value), among)
    if band is None:
        return
    scheme, low, high = band
    tenth = distance.times(0.1)
    fits = accepted(str(label.value), tenth.low, inf, among) and tenth.high >= low
    yield Clash(
        at=distance.claim,
        other=label,
        label=str(label.value),
        authority=scheme.name,
        low=low,
        high=high,
        what=f"{told(distance.claim)} is farther than a {WORDS[str(label.value)]} missile flies",
        role="the class",
        range=f"{distance.low:.6g} to {'open' if distance.high == inf else f'{distance.high:.6g}'} km",
        remedy=f". A digit too many? {multiplied(distance.claim, 0.1)} would fit" if fits else "",
    )


def _elsewhere(reach: Reading, label: Claim, among: Sequence[Scheme]) -> Iterator[Clash]:
    """Yield a stated range that no authority's band of the class in its sentence meets."""
    band = band_of(str(label.value), among)
    if band is None or accepted(str(label.value), reach.low, reach.high, among):
        return
    scheme, low, high = band
    yield Clash(
        at=reach.claim,
        other=label,
        label=str(label.value),
        authority=scheme.name,
        low=low,
        high=high,
        what=f"A range of {told(reach.claim)} is not that of a{_n(str(label.value))} {WORDS[str(label.value)]} missile",
        role="the class",
        range=f"{reach.low:.6g} to {'open' if reach.high == inf else f'{reach.high:.6g}'} km",
    )


def _by_arc(account: Account, labels: Sequence[Claim], among: Sequence[Scheme]) -> Iterator[Clash]:
    """Yield the class of a lofted flight that shows more range than any authority allows it."""
    from checker.flight.ordinary import standard_range
    from checker.flight.shapes import is_lofted, whole

    pairs = whole(account)
    if not pairs or not all(d.bounded and is_lofted(d, a) for d, a in pairs):
        return
    shown = [(standard_range(d.low, a.low)[0], d, a) for d, a in pairs]
    least, distance, apogee = min(shown, key=lambda each: each[0])
    if any(accepted(label, least, inf, among) for label in {str(label.value) for label in labels}):
        return
    label = _nearest(apogee.claim, labels)
    band = band_of(str(label.value), among)
    if band is None:
        return
    scheme, low, high = band
    flown = f"{told(distance.claim)} with an apogee of {told(apogee.claim)}"
    yield Clash(
        at=label,
        other=apogee.claim,
        label=str(label.value),
        authority=scheme.name,
        low=low,
        high=high,
        what=f"{flown} shows a range of at least {kilometers(least)}",
        role="the apogee",
        range=f"{least:.0f} km or more",
    )


def _by_name(account: Account, labels: Sequence[Claim], among: Sequence[Scheme]) -> Iterator[Clash]:
    """Yield a class that stands at the name of a missile of another one."""
    names = [claim for claim in account.of_kind("missile_name") if claim.entity]
    if not names:
        return
    known = known_ranges()
    names = [claim for claim in names if claim.entity in known]
    for label in labels:
        beside = [name for name in _around(names, label) if _adjacent(account, name, label)]
        for name in beside[:1]:
            title, own, low, high = known[name.entity or ""]
            near = _around(labels, label)
            others = {other.value for other in near if other is not label and in_one_sentence(account, other, label)}
            if own == label.value or own in others or accepted(str(label.value), low, high, among):
                continue
            band = band_of(str(label.value), among)
            if band is None:
                continue
            scheme, least, most = band
            span = f"{low:,.0f} km" if low == high else f"{low:,.0f} to {high:,.0f} km"
            yield Clash(
                at=label,
                other=name,
                label=str(label.value),
                authority=scheme.name,
                low=least,
                high=most,
                what=f"The {title} is a{_n(own)} {WORDS[own]} missile by published ranges of {span}",
                role="the missile",
                range=f"{low:g} to {high:g} km",
            )


def _adjacent(account: Account, name: Claim, label: Claim) -> bool:
    """Whether a class stands right at a name: nothing between them but a sign and an article."""
    first, last = sorted((name.span, label.span))
    between = account.text[first.end : last.start]
    return _ARTICLE.fullmatch(between) is not None and in_one_sentence(account, name, label)


def _n(label: str) -> str:
    return "n" if WORDS[label][0] in "aeiou" else ""


def _around(claims: Sequence[Claim], claim: Claim) -> Sequence[Claim]:
    """Return the few claims before and after a claim, of claims in the order of the text."""
    at = bisect_left(claims, claim.span, key=lambda each: each.span)
    return claims[max(0, at - _FEW) : at + _FEW]


def _nearest(claim: Claim, labels: Sequence[Claim]) -> Claim:
    return min(_around(labels, claim), key=lambda label: abs(label.span.start - claim.span.start))


def _says_why(account: Account, flown: Claim) -> bool:
    """Whether the words around a distance say why it is short: "on a lofted trajectory", "exploded"."""
    text, words = account.text, lexicon("en").words["short_flights"]
    around = text[max(0, flown.span.start - _AROUND) : flown.span.end + _AROUND]
    return any(word.casefold() in words for word in _WORD.findall(around))


def short_test(account: Account) -> tuple[Reading, Claim, float, str] | None:
    """Return distance, class, and the least range of it in km with its authority, where a flight was far shorter."""
    labels, distances = ranged(account), readings(account, "range")
    if not labels or not distances or any(label.qualifier == "about" for label in labels):
        return None
    among = schemes_of(account)
    kind = str(labels[0].value)
    own = [(scheme.bands[kind][0], scheme.name) for scheme in among if kind in scheme.bands]
    least, authority = min(own, key=lambda each: each[0])
    if len({label.value for label in labels}) > 1 or any(d.high >= _SHORT * least for d in distances):
        return None
    if _says_why(account, distances[0].claim):
        return None
    return distances[0], _nearest(distances[0].claim, labels), least, authority
