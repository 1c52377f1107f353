"""The order of the stages: read, understand, join, hold against the rules. No other module knows it."""

from __future__ import annotations

import datetime
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from checker.claims import Claim, Unread
from checker.claims.dateline import dateline, masthead
from checker.claims.understanding import Understanding
from checker.findings import fingerprint
from checker.frozen import dataclass
from checker.language import LANGUAGES, lexicon
from checker.language.telling import language_of, names_missiles, primary, worth_reading
from checker.report import Agreement, Coverage, Document, Malformed, Suppressed, Unjoined
from checker.settings.values import NONE, Settings
from checker.source import Overlaps, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.events import Account, Comparison, Event
    from checker.findings import Finding
    from checker.prose import Prose
    from checker.readers import Draft
    from checker.rulebook import Entry, LoadedRule
    from checker.selection import Selection
    from checker.suppression import Directive
    from checker.timing import Clock

_RECORD = "FC6"
# What is no quantity and yet is held against the sources.
_HELD_AGAINST = frozenset({"missile_class", "missile_name", "site", "time", "count", "eez"})


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for a text that does not say itself: its day of publication, the zone of its clocks.

    Settings of the draft itself go before those of the `desk`, and those of the `command` before both. `known` counts
    findings by fingerprint that are let be.
    """

    published: str | None = None
    timezone: str | None = None
    desk: Settings = NONE
    command: Settings = NONE
    known: Mapping[str, int] = field(default_factory=dict)
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A file with what was understood of it; `speaker` is whose words it holds, where it says so."""

    document: Document
    understanding: Understanding
    speaker: str | None
    settings: Settings
    directives: tuple[Directive, ...] = ()
    options: Options = field(default_factory=Options)
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft held against the rules, and the table, the findings set aside and the sources left out beside it."""

    document: Document
    agreement: tuple[Agreement, ...]
    suppressed: tuple[Suppressed, ...]
    unjoined: tuple[Unjoined, ...]


def understand(draft: Draft, options: Options, role: str = "draft") -> Understood:
    """Read the claims of a draft or a source. What the text says of itself goes before the options."""
    if draft.is_statement:
        return _stated(draft)
    settings = options.command.over(draft.metadata.settings.over(options.desk))
    language = primary(draft.metadata.language) or language_of(draft.skimmed)
    published = draft.metadata.published or options.published
    found, speaker = Understanding(), None
    if language not in LANGUAGES:
        found = Understanding(unread=Unread(language, _first_line(draft.prose)))
    elif worth_reading(draft.skimmed, language):
        options = replace(options, timezone=settings.timezone or options.timezone)
        published, speaker, found = _read(draft, draft.prose, language, options, head=role == "source")
    document = replace(_document(draft, role, language, published, found), fail_on=settings.fail_on)
    comments: tuple[Directive, ...] = ()
    if not found.unread and draft.source.text.find("factcheck:", draft.body) >= 0:
        from checker.suppression import directives

        comments = directives(draft)
    speaker = draft.metadata.source or speaker
    return Understood(document, found, speaker, settings, comments, options, draft.prose if document.claims else None)


def well_formed(read: Understood) -> Understood:
    """Hold the claims against `schemas/claim.schema.json`; what does not fit is named, and is no claim."""
    document = read.document
    if not document.claims:
        return read
    from checker.claims.bounds import shape_errors
    from checker.claims.plain import claim_dict

    fit, malformed = [], []
    for claim in document.claims:
        errors = shape_errors(claim_dict(claim, document.source))
        if errors:
            malformed.append(Malformed(str(claim.kind), claim.span, errors[0]))
        else:
            fit.append(claim)
    if not malformed:
        return read
    kept = {claim.id for claim in fit}
    events = tuple(replace(each, claims=tuple(id_ for id_ in each.claims if id_ in kept)) for each in document.events)
    coverage = replace(document.coverage, claims=len(fit))
    return replace(
        read,
        document=replace(document, claims=tuple(fit), events=events, malformed=tuple(malformed), coverage=coverage),
    )


def _first_line(prose: Prose) -> Span:
    """Return the first block that has letters, from the first of them on."""
    for block in prose.blocks:
        for at in range(block.start, block.end):
            if prose.text[at].isalpha():
                return prose.span(at, at + len(prose.text[at : block.end].rstrip()))
    return Span(0, 0)


def _read(
    draft: Draft, prose: Prose, language: str, options: Options, *, head: bool
) -> tuple[str | None, str | None, Understanding]:
    """Return the publication date, who speaks by the dateline or the `head` of the text, and what was understood."""
    from checker.claims.setting import Setting

    missiles = names_missiles(prose.text, language)
    words = lexicon(language, figures_only=not missiles)
    line = dateline(prose, words)
    published = draft.metadata.published or (line.date.isoformat() if line.date else options.published)
    setting = Setting(datetime.date.fromisoformat(published) if published else None, options.timezone)
    if not missiles:
        from checker.claims.beside import beside

        found, figures = beside(prose, words, setting)
        return published, line.agency, Understanding(values=found, figures=figures)
    from checker.claims.extraction import understand as extract

    speaker = line.agency
    if head and not (speaker or draft.metadata.source):
        speaker = masthead(prose, words)
    return published, speaker, extract(draft.source, prose, words, setting)


def _stated(draft: Draft) -> Understood:
    from checker.claims.statements import stated_claims
    from checker.readers.statement import read_statement

    statement = read_statement(draft.source)
    found = stated_claims(draft.source, statement)
    document = _document(draft, "source", statement.language, statement.published, found)
    return Understood(document, found, statement.speaker, NONE)


def _document(draft: Draft, role: str, language: str, published: str | None, found: Understanding) -> Document:
    return Document(
        path=draft.source.name,
        role="source" if role == "source" else "draft",
        media_type=draft.media_type,
        language=language,
        published=published,
        source=draft.source,
        coverage=Coverage(found.figures, len(found.claims), 0),
        claims=found.claims,
        events=found.events,
        issued=draft.metadata.issued,
    )


def check(draft: Understood, sources: Sequence[Understood]) -> Checked:
    """Hold a draft against the rules, alone and with its sources.

    Its claims and theirs are `well_formed`. InputError where the draft asks for a rule that there is not.
    """
    if not sources and _holds_nothing(draft):
        return Checked(draft.document, (), (), ())
    from checker.echoes import without_echoes
    from checker.joining import accounts, agreement, comparisons, unjoined
    from checker.selection import select

    selection = select(draft.settings, draft.document.source, draft.options.clock)
    beyond = _beyond_bounds(draft.document.claims)
    mine = accounts(_without(draft.document, beyond), draft.speaker)
    theirs = [(_without(s.document, _beyond_bounds(s.document.claims)), s.speaker) for s in sources]
    compared = comparisons(mine, theirs)
    known = _known(draft, compared)
    mine = _on_record(mine, known)
    claims = draft.document.claims
    places = Overlaps(claims, _span_of)
    found: list[tuple[Finding, object]] = []
    looked: set[str] = set()
    unread = draft.understanding.unread
    for value in (
        *((unread,) if unread else ()),
        *draft.understanding.values,
        *claims,
        *mine,
        *(compared if sources else ()),
        *known,
        *_spoken(draft, mine),
    ):
        looking = [rule for rule in selection.rules if rule.takes(value)]
        found += [(finding, value) for rule in looking for finding in rule.check(value)]
        if looking:
            looked |= _concerned(value, places)
    kept, aside = _held(draft, selection, _settled(without_echoes(found), selection.book, claims, beyond), places)
    document = replace(
        draft.document,
        events=_joined(draft.document.events, known),
        findings=tuple(kept),
        coverage=replace(draft.document.coverage, checked=len(looked)),
    )
    rows = tuple(row for comparison in compared if comparison.sources for row in agreement(comparison))
    left = unjoined(draft.document, compared, [source.document for source in sources])
    return Checked(document, rows, aside, left)


def _known(draft: Understood, compared: Sequence[Comparison]) -> tuple[Any, ...]:
    """Return what the public record has of what a draft tells; a draft without a launch does not wait for it."""
    if not compared or draft.prose is None:
        return ()
    from checker.record.recalling import recalled

    return recalled(compared, draft.prose, draft.document.published, draft.settings.record)


def _spoken(draft: Understood, mine: Sequence[Account]) -> Iterator[Any]:
    """Yield what a draft says of zones and places in so many words."""
    if draft.prose is not None:
        from checker.earth.spoken import spoken

        yield from spoken(draft.prose, draft.document.claims, mine, draft.document.source)


def _on_record(mine: Sequence[Account], known: Sequence[Any]) -> tuple[Account, ...]:
    """Give launches what the public record has of them too."""
    by_event = _entered(known)
    return tuple(
        replace(account, on_record=by_event[account.event.id].on_record(account.claims))
        if account.event.id in by_event
        else account
        for account in mine
    )


def _joined(events: tuple[Event, ...], known: Sequence[Any]) -> tuple[Event, ...]:
    """Give launches the ids of the entries of the record that they are."""
    by_event = _entered(known)
    return tuple(replace(event, record=by_event[event.id].ids if event.id in by_event else None) for event in events)


def _entered(known: Sequence[Any]) -> dict[str, Any]:
    """Return what the public record has of launches, by the ids of these in the draft."""
    return {each.account.event.id: each for each in known if hasattr(each, "ids")}


def _held(
    draft: Understood, selection: Selection, found: Iterable[Finding], places: Overlaps[Claim]
) -> tuple[list[Finding], tuple[Suppressed, ...]]:
    """Return the findings in the order of the text, those of suppressions with them, and what was set aside."""
    from checker.aside import by_baseline, by_words

    document = draft.document
    outcome = by_words(_placed(document, found, places), document, draft.directives, selection)
    said = [
        finding for remark in outcome.remarks for rule in selection.for_remark(remark) for finding in rule.check(remark)
    ]
    more = by_words(_placed(document, said, places), document, (), replace(selection, unknown=()))
    kept = sorted((*outcome.findings, *more.findings), key=_order)
    standing, known = by_baseline(kept, document, draft.options.known)
    return list(standing), (*outcome.aside, *more.aside, *known)


def _holds_nothing(read: Understood) -> bool:
    """Whether no rule has anything to look at, nor any is named: most pages, and they need not wait for the rules."""
    seen, document = read.understanding, read.document
    values = seen.unread or seen.values or document.claims or document.events
    return not (values or read.directives or any(read.settings.named()))


def _without(document: Document, claims: frozenset[str]) -> Document:
    return replace(document, claims=tuple(claim for claim in document.claims if claim.id not in claims))


def _beyond_bounds(claims: Iterable[Claim]) -> frozenset[str]:
    from checker.claims.bounds import violations

    return frozenset(claim.id for claim in claims if violations(claim))


def _span_of(value: Claim | Finding) -> Span:
    return value.span


def _concerned(value: Any, claims: Overlaps[Claim]) -> set[str]:
    """Return the claims that a rule looks at with a value."""
    if isinstance(value, Claim):
        return {value.id} if value.interval or value.kind in {"count", "date"} else set()
    span = getattr(value, "span", None)
    if isinstance(span, Span):
        return {claim.id for claim in claims.at(span)}
    from checker.events import Comparison

    return _compared(value) if isinstance(value, Comparison) else set()


def _compared(comparison: Comparison) -> set[str]:
    """Return the claims that a source's claim was held against, and those given to several speakers."""
    kinds = {
        claim.kind
        for account in comparison.sources
        for claim in account.claims
        if claim.interval or claim.kind in _HELD_AGAINST
    }
    mine = comparison.draft.claims
    return {claim.id for claim in mine if claim.kind in kinds or (comparison.sources and len(claim.attributed_to) > 1)}


def _settled(
    found: Sequence[tuple[Finding, object]],
    rules: Mapping[str, LoadedRule | Entry],
    claims: Sequence[Claim],
    beyond: frozenset[str],
) -> list[Finding]:
    """Keep one finding for one slip: a figure beyond its bounds silences other rules on it, a finer rule a coarser.

    Where two pairs share words ("1,000 km (900 miles, 621 nautical miles)") each has its own slip: what a finer rule
    says of one value silences nothing of another of its type. What a draft contradicts by itself or in its sources
    goes before what the record has.
    """
    figures = Overlaps([claim for claim in claims if claim.id in beyond], _span_of)
    finer = Overlaps([each for each in found if rules[each[0].code].card.refines], lambda each: each[0].span)
    proved = [one for one, _ in found if one.severity != "note" and not one.code.startswith(_RECORD)]
    own = Overlaps(proved, _span_of)
    kept: dict[object, Finding] = {}
    for finding, value in found:
        if finding.code != "FC305" and figures.at(finding.span):
            continue
        if finding.code.startswith(_RECORD) and own.at(finding.span):
            continue
        if not any(
            finding.code in rules[other.code].card.refines and (about is value or type(about) is not type(value))
            for other, about in finer.at(finding.span)
        ):
            kept.setdefault((finding.code, finding.span, finding.message, finding.claims), finding)
    return list(kept.values())


def _order(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.code


def _placed(document: Document, found: Iterable[Finding], claims: Overlaps[Claim]) -> list[Finding]:
    """Give findings their words, claims and fingerprint, in the order of the text."""
    return [
        replace(
            finding,
            claims=finding.claims or tuple(claim.id for claim in claims.at(finding.span)),
            words=document.source.words(finding.span),
            fixes=tuple(fix.in_kind(document.source) for fix in finding.fixes),
            fingerprint=fingerprint(finding.code, document.source, finding.span),
        )
        for finding in sorted(found, key=_order)
    ]
