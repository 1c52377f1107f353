"""Make the fixes of findings: which may be made, which stand in each other's way, and again until none is left.

Nothing here reads or writes a file. Text outside the edits is never touched.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from checker.findings import SEVERITIES
from checker.frozen import dataclass
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checker.findings import Edit, Finding, Fix
    from checker.report import Document
    from checker.source import Position

ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """A finding whose fix was not made, because that of a graver or earlier one changed the words it rests on."""

    finding: Finding
    by: Finding


@dataclass(frozen=True, slots=True)
class Applied:
    """A text after one round of fixes."""

    text: str
    made: tuple[tuple[Finding, Fix], ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A fix that was made, and the place and words of each of its edits in the text that it met."""

    finding: Finding
    fix: Fix
    places: tuple[tuple[Position, str], ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A document before its fixes and checked again after them.

    `held` gives the place of each fix that waited for a later round. Where the fixes did not come to an end they
    are not `settled`, and `after` is `before`.
    """

    before: Document
    after: Document
    changes: tuple[Change, ...] = ()
    held: tuple[tuple[Position, Held], ...] = ()
    settled: bool = True


def applicable(finding: Finding, *, unsafe: bool) -> Fix | None:
    """Return the fix that a program may make: the first, if it is safe or, where `unsafe` is asked, suggested."""
    if not finding.fixes:
        return None
    first = finding.fixes[0]
    return first if first.safety == "safe" or (unsafe and first.safety == "suggested") else None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make edits, in whatever order they come; ValueError for two on the same place or one outside the text."""
    out, at, last = [], 0, None
    for edit in sorted(edits, key=lambda each: each.span):
        if edit.span.start < at or edit.span == last or edit.span.end > len(text):
            message = f"no edit can be made at {edit.span.start} to {edit.span.end}"
            raise ValueError(message)
        out += [text[at : edit.span.start], edit.text]
        at, last = edit.span.end, edit.span
    return "".join([*out, text[at:]])


def apply(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Applied:
    """Make one round of fixes, the gravest finding's first; a fix that rests on words another changes is held."""
    made: list[tuple[Finding, Fix]] = []
    held: list[Held] = []
    changed, rested = _Places(text), _Places(text)
    for finding in sorted(findings, key=_rank):
        fix = applicable(finding, unsafe=unsafe)
        if fix is None or all(text[edit.span.start : edit.span.end] == edit.text for edit in fix.edits):
            continue
        edits = [edit.span for edit in fix.edits]
        rests = [*edits, finding.span, *(each.span for each in finding.related if each.path is None)]
        owner = changed.owner(rests) or rested.owner(edits)
        if owner:
            held.append(Held(finding, made[owner - 1][0]))
            continue
        made.append((finding, fix))
        changed.take(edits, len(made))
        rested.take(rests, len(made))
    return Applied(edited(text, (edit for _, fix in made for edit in fix.edits)), tuple(made), tuple(held))


def mend(document: Document, check: Callable[[str], Document], *, unsafe: bool = False) -> Mended:
    """Make fixes and `check` the text that results, until no fix is left; at most `ROUNDS` times."""
    now, seen = document, {document.source.text}
    changes: list[Change] = []
    held: list[tuple[Position, Held]] = []
    for _ in range(ROUNDS):
        applied = apply(now.source.text, now.findings, unsafe=unsafe)
        if not applied.made:
            return Mended(document, now, tuple(changes), tuple(held))
        changes += [Change(finding, fix, _places(now, fix.edits)) for finding, fix in applied.made]
        held += [(now.source.position(each.finding.span.start), each) for each in applied.held]
        if applied.text in seen:
            break
        seen.add(applied.text)
        now = check(applied.text)
    return Mended(document, document, settled=False)


def _rank(finding: Finding) -> tuple[object, ...]:
    """Order findings by gravity and place; the rest decides between two on the same words, whichever comes first."""
    fix = finding.fixes[0] if finding.fixes else None
    edits = [(edit.span, edit.text) for edit in fix.edits] if fix else []
    return SEVERITIES.index(finding.severity), finding.span, finding.code, finding.message, edits


def _places(document: Document, edits: Sequence[Edit]) -> tuple[tuple[Position, str], ...]:
    source = document.source
    return tuple((source.position(edit.span.start), source.words(edit.span)) for edit in edits)


class _Places:
    """Who has taken which characters of a text. A span without any stands for the character after it."""

    def __init__(self, text: str) -> None:
        self._owners = array("l", [0]) * (len(text) + 1)

    def owner(self, spans: Iterable[Span]) -> int:
        """Return the number of one that has taken some of these characters, else 0."""
        taken = (next(filter(None, self._owners[each.start : each.end]), 0) for each in _reach(spans))
        return next(filter(None, taken), 0)

    def take(self, spans: Iterable[Span], number: int) -> None:
        """Give these characters, as far as nobody has them, to a number from 1 on."""
        for each in _reach(spans):
            here = self._owners[each.start : each.end]
            self._owners[each.start : each.end] = array("l", [old or number for old in here])


def _reach(spans: Iterable[Span]) -> Iterator[Span]:
    return (Span(span.start, max(span.end, span.start + 1)) for span in spans)
