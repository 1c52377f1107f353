"""Set findings aside: by settings, by comments in the draft, by a baseline; and say which of these did nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from checker.findings import Edit
from checker.frozen import dataclass
from checker.report import Suppressed
from checker.selection import named
from checker.source import Overlaps, Span
from checker.suppression.values import ACTIONS, Directive, Idle, Named, Unknown, Unreasoned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.findings import Finding
    from checker.report import Document
    from checker.selection import Selection

_OWN = "FC90"  # what is said of a suppression is not for a suppression to silence


@dataclass(slots=True)
class _Live:
    """A comment that is in force: the codes of each rule that it names, its reach, and what it did."""

    directive: Directive
    codes: dict[Named, list[str]]
    reach: Span
    closers: list[Directive] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def takes(self, code: str) -> bool:
        """Whether it is for a rule."""
        return not self.directive.rules or any(code in codes for codes in self.codes.values())


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings that stand, those set aside, and what there is to say of the comments in the draft."""

    findings: tuple[Finding, ...]
    aside: tuple[Suppressed, ...]
    remarks: tuple[Unknown | Unreasoned | Idle, ...]


def by_words(
    found: Iterable[Finding], document: Document, directives: Sequence[Directive], selection: Selection
) -> Outcome:
    """Set aside what the settings and the comments of a draft ask for. The remarks are in no order."""
    remarks: list[Unknown | Unreasoned | Idle] = list(selection.unknown)
    live = _in_force(directives, selection, remarks) if directives else []
    reaching = Overlaps(live, lambda each: each.reach)
    kept, aside = [], []
    for finding in map(selection.graded, found):
        why = selection.aside(finding)
        here = [] if why or finding.code.startswith(_OWN) else reaching.at(finding.span)
        comment = next((each for each in here if each.takes(finding.code)), None)
        if why:
            aside.append(_suppressed(document, finding, why.reason, why.by))
        elif comment:
            comment.used.add(finding.code)
            aside.append(_suppressed(document, finding, comment.directive.reason, "comment"))
        else:
            kept.append(finding)
    ran = {rule.code for rule in selection.rules} - set(selection.ignored)
    remarks += [idle for each in live if (idle := _idle(each, selection, ran)) is not None]
    return Outcome(tuple(kept), tuple(aside), tuple(remarks))


def by_baseline(
    found: Iterable[Finding], document: Document, known: Mapping[str, int]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Set aside findings that are known by their fingerprint, each as often as it is known, the first of them first."""
    left = Counter(known)
    kept, aside = [], []
    for finding in found:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            aside.append(_suppressed(document, finding, None, "baseline"))
        else:
            kept.append(finding)
    return tuple(kept), tuple(aside)


def _suppressed(document: Document, finding: Finding, reason: str | None, by: str) -> Suppressed:
    return Suppressed(document.path, finding.code, finding.span, reason, by, finding)


def _in_force(
    directives: Sequence[Directive], selection: Selection, remarks: list[Unknown | Unreasoned | Idle]
) -> list[_Live]:
    """Return the comments that may set something aside; add what is wrong with any to the remarks."""
    names = {rule.name: code for code, rule in selection.book.items()}
    live: list[_Live] = []
    for each in directives:
        if each.word not in ACTIONS:
            remarks.append(_unknown(each.word_span, each.word, "suppression", ACTIONS))
            continue
        codes = {rule: named(rule.name, selection.book, names) for rule in each.rules}
        known = {rule: found for rule, found in codes.items() if found}
        remarks += [
            _unknown(rule.span, rule.name, "rule", [*names, *selection.book]) for rule in codes if rule not in known
        ]
        if each.word == "on":
            if not _close(each, known, live):
                remarks.append(Idle(each.span, (), (Edit(each.place, ""),)))
            continue
        if each.reason is None:
            remarks.append(Unreasoned(each.span))
        if known or not each.rules:
            live.append(_Live(each, known, each.reach))
    return live


def _close(closer: Directive, codes: Mapping[Named, list[str]], live: Iterable[_Live]) -> bool:
    """End the stretches that a comment ends: those with the same rules, or all of them; return whether it ended one."""
    wanted = {code for found in codes.values() for code in found}
    ended = False
    for each in live:
        theirs = {code for found in each.codes.values() for code in found}
        is_open = each.directive.word == "off" and not each.closers
        if is_open and (not closer.rules or (wanted and theirs <= wanted) or (not theirs and not wanted)):
            each.reach = Span(each.reach.start, max(each.reach.start, closer.span.start))
            each.closers.append(closer)
            ended = True
    return ended


def _unknown(span: Span, word: str, noun: str, known: Iterable[str]) -> Unknown:
    from difflib import get_close_matches

    near = next(iter(get_close_matches(word, list(known), n=1)), None)
    return Unknown(span, word, "rule" if noun == "rule" else "suppression", near)


def _idle(live: _Live, selection: Selection, ran: set[str]) -> Idle | None:
    """Return what a comment names in vain; a rule that did not run may yet have something to say."""
    directive = live.directive
    place = [Edit(each.place, "") for each in (directive, *live.closers)]
    if not directive.rules:
        return None if live.used else Idle(directive.span, (), tuple(place))
    vain = [rule for rule, codes in live.codes.items() if set(codes) <= ran and not live.used & set(codes)]
    if not vain:
        return None
    names = tuple(selection.book[rule.name].card.name if rule.name in selection.book else rule.name for rule in vain)
    if len(vain) == len(directive.rules):
        return Idle(directive.span, names, tuple(place))
    left = ", ".join(rule.name for rule in directive.rules if rule not in vain)
    inside = Span(directive.rules[0].span.start, directive.rules[-1].span.end)
    return Idle(Span(vain[0].span.start, vain[-1].span.end), names, (Edit(inside, left),))
