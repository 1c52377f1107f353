"""The order of the stages: read, understand, join, hold against the rules. No other module knows it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.claims import Claim, Unread
from checker.claims.dateline import dateline
from checker.claims.understanding import Understanding
from checker.events import Comparison
from checker.figures import FigurePair, WeekdayDate
from checker.language import LANGUAGES, lexicon
from checker.report import Agreement, Coverage, Document
from checker.rulebook import load_rules
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.findings import Finding
    from checker.prose import Prose
    from checker.readers import Draft
    from checker.source import Source

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every draft of a run: `published` and `timezone` where the drafts themselves do not say."""

    published: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A file with what was understood of it; `speaker` is whose words it holds, where it says so."""

    document: Document
    understanding: Understanding
    speaker: str | None


def understand(draft: Draft, options: Options, role: str = "draft") -> Understood:
    """Read the claims of a draft or a source."""
    if draft.prose is None:
        return _stated(draft)
    language = _primary(draft.metadata.language) or _language(draft.prose.text)
    published = options.published or draft.metadata.published
    found, agency = Understanding(), None
    if language not in LANGUAGES:
        found = Understanding(unread=Unread(language, _first_line(draft.prose)))
    elif _may_hold_figures(draft.prose.text):
        published, agency, found = _read(draft.prose, draft.source, language, published, options.timezone)
    document = _document(draft, role, language, published, found)
    return Understood(document, found, draft.metadata.source or agency)


def _well_formed(read: Understood) -> Understood:
    """Hold the claims against `schemas/claim.schema.json`; one that does not fit was not understood."""
    document = read.document
    if not document.claims:
        return read
    from checker.claims.bounds import shape_errors
    from checker.claims.plain import claim_dict

    fit = tuple(c for c in document.claims if not shape_errors(claim_dict(c, document.source)))
    return replace(read, document=replace(document, claims=fit))


def _first_line(prose: Prose) -> Span:
    """Return the first block that has letters, from the first of them on."""
    for block in prose.blocks:
        for at in range(block.start, block.end):
            if prose.text[at].isalpha():
                return prose.span(at, at + len(prose.text[at : block.end].rstrip()))
    return Span(0, 0)


def _read(
    prose: Prose, source: Source, language: str, published: str | None, timezone: str | None
) -> tuple[str | None, str | None, Understanding]:
    """Return the publication date, the agency of the dateline, and what was understood."""
    from checker.claims.scene import Setting

    missiles = _names_missiles(prose.text)
    words = lexicon(language, figures_only=not missiles)
    line = dateline(prose, words)
    published = published or (line.date.isoformat() if line.date else None)
    setting = Setting(datetime.date.fromisoformat(published) if published else None, timezone)
    if not missiles:
        from checker.claims.beside import beside

        seen = beside(prose, words, setting)
        return published, line.agency, Understanding(pairs=seen.pairs, days=seen.days, figures=seen.figures)
    from checker.claims.extraction import understand as extract

    return published, line.agency, extract(source, prose, words, setting)


def _primary(tag: str | None) -> str | None:
    """Return the language of a tag such as en-US."""
    return tag and re.split("[-_]", tag.strip())[0].lower()


def _language(text: str) -> str:
    """Tell Korean and Japanese by their letters; all else is taken for English unless the front matter says."""
    sample = text[:5000]
    if sample.isascii():
        return DEFAULT_LANGUAGE
    letters = sum(char.isalpha() for char in sample) or 1
    if sum("\uac00" <= char <= "\ud7a3" for char in sample) * 5 > letters:
        return "ko"
    if sum("\u3040" <= char <= "\u30ff" for char in sample) * 5 > letters:
        return "ja"
    return DEFAULT_LANGUAGE


_CAPITALISED = re.compile(r"[A-Z][a-zA-Z]++")
_STEMS = (
    "issile",
    "ocket",
    "rojectile",
    "icbm",
    "irbm",
    "srbm",
    "mrbm",
    "slbm",
    "allistic",
    "launch",
    "warhead",
    "weapon",
)


def _may_hold_figures(text: str) -> bool:
    """Whether a text can hold anything that is checked."""
    return any(digit in text for digit in "0123456789") or _speaks_of_missiles(text)


def _speaks_of_missiles(text: str) -> bool:
    lower = text.lower()
    return any(stem in lower for stem in _STEMS)


def _names_missiles(text: str) -> bool:
    """Whether a text can be about a missile: by a word for one, or by a missile's name."""
    if _speaks_of_missiles(text):
        return True
    from checker import gazetteer

    firsts = {gazetteer.fold(missile.name)[0] for missile in gazetteer.missiles() if missile.alone == "yes"}
    return not firsts.isdisjoint(word.casefold() for word in _CAPITALISED.findall(text))


def _stated(draft: Draft) -> Understood:
    from checker.claims.statements import stated_claims
    from checker.readers.statement import read_statement

    statement = read_statement(draft.source)
    found = stated_claims(draft.source, statement)
    return Understood(
        _document(draft, "source", statement.language, statement.published, found), found, statement.speaker
    )


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
    )


def check(draft: Understood, sources: Sequence[Understood]) -> tuple[Document, tuple[Agreement, ...]]:
    """Hold a draft against the rules, alone and with its sources."""
    from checker.joining import accounts, agreement, comparisons

    draft, sources = _well_formed(draft), [_well_formed(source) for source in sources]
    beyond = _beyond_bounds(draft.document.claims)
    mine = accounts(_without(draft.document, beyond), draft.speaker)
    theirs = [(_without(s.document, _beyond_bounds(s.document.claims)), s.speaker) for s in sources]
    compared = comparisons(mine, theirs)
    found: list[Finding] = []
    looked: set[str] = set()
    claims = draft.document.claims
    unread = draft.understanding.unread
    for value in (
        *((unread,) if unread else ()),
        *draft.understanding.pairs,
        *draft.understanding.days,
        *claims,
        *compared,
    ):
        found += _run(value, claims, looked)
    found = _placed(draft.document, _settled(found, claims, beyond))
    document = replace(
        draft.document,
        findings=tuple(found),
        coverage=replace(draft.document.coverage, checked=len(looked)),
    )
    rows = tuple(row for comparison in compared if comparison.sources for row in agreement(comparison))
    return document, rows


def _without(document: Document, claims: frozenset[str]) -> Document:
    return replace(document, claims=tuple(claim for claim in document.claims if claim.id not in claims))


def _beyond_bounds(claims: Iterable[Claim]) -> frozenset[str]:
    from checker.claims.bounds import violations

    return frozenset(claim.id for claim in claims if violations(claim))


def _run(value: Any, claims: Sequence[Claim], looked: set[str]) -> list[Finding]:
    """Run every rule that looks at a value, and note the claims that it concerns."""
    found: list[Finding] = []
    for rule in load_rules().values():
        if rule.card.default and isinstance(value, rule.card.looks_at):
            found += rule.check(value)
            looked |= _concerned(value, claims)
    return found


def _concerned(value: Any, claims: Sequence[Claim]) -> set[str]:
    if isinstance(value, Claim):
        return {value.id} if value.interval or value.kind in {"count", "date"} else set()
    if isinstance(value, (FigurePair, WeekdayDate)):
        return {claim.id for claim in claims if claim.span.overlaps(value.span)}
    return _compared(value) if isinstance(value, Comparison) else set()


def _compared(comparison: Comparison) -> set[str]:
    """Return the claims that a source's figure was held against, and those given to several speakers."""
    kinds = {claim.kind for account in comparison.sources for claim in account.claims if claim.interval}
    mine = comparison.draft.claims
    return {claim.id for claim in mine if claim.kind in kinds or (comparison.sources and len(claim.attributed_to) > 1)}


def _settled(found: Sequence[Finding], claims: Sequence[Claim], beyond: frozenset[str]) -> list[Finding]:
    """Keep one finding for one slip: a figure beyond its bounds silences other rules on it, a finer rule a coarser."""
    rules = load_rules()
    figures = [span for claim in claims if claim.id in beyond for span in (claim.span,)]
    kept = []
    for finding in found:
        if finding.code != "FC305" and any(span.overlaps(finding.span) for span in figures):
            continue
        finer = [
            other
            for other in found
            if finding.code in rules[other.code].card.refines and other.span.overlaps(finding.span)
        ]
        if not finer and finding not in kept:
            kept.append(finding)
    return kept


def _placed(document: Document, found: Sequence[Finding]) -> list[Finding]:
    """Give findings their words, claims and fingerprint, in the order of the text."""
    made = []
    for finding in sorted(found, key=lambda item: (item.span, item.code)):
        claims = finding.claims or tuple(claim.id for claim in document.claims if claim.span.overlaps(finding.span))
        words = document.source.words(finding.span)
        made.append(
            replace(
                finding,
                claims=claims,
                words=words,
                fingerprint=_fingerprint(document, finding.code, finding.span),
            )
        )
    return made


def _fingerprint(document: Document, code: str, span: Span) -> str:
    """Return a key that outlives edits elsewhere: the rule, the words, and the words of the line around them."""
    text = document.source.text
    low = max(text.rfind(stop, 0, span.start) for stop in (". ", "\n", "\r")) + 1
    ends = [at for stop in (". ", "\n", "\r") if (at := text.find(stop, span.end)) >= 0]
    around = " ".join(text[low : min(ends, default=len(text))].split())
    import hashlib
    import json

    key = json.dumps([code, " ".join(text[span.start : span.end].split()), around], ensure_ascii=False)
    return hashlib.sha256(key.encode()).hexdigest()[:16]
