"""A cache of what came of drafts, kept only where it is asked for: hashes and findings, and no words of the drafts.

What a message or a fix quotes of the draft or of its sources is kept as its place in them, and read from there again.
Claims are not kept, so a report that was made with a cache has none, whether a draft was in it or not.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.data import folder
from checker.engine import Checked
from checker.findings import Edit, Finding, Fix, Related
from checker.report import Coverage, Document, Suppressed, Unjoined
from checker.rulebook import plugin_folders
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.engine import Options
    from checker.readers import Draft

VERSION = 1
MODE = 0o600
LONGEST = 3  # of letters and digits that may stand in both by accident


class Cache:
    """Keeps what came of drafts in a folder, one file each, readable for its owner alone."""

    def __init__(self, place: str | Path) -> None:
        """Use a folder, which is made when first needed."""
        self._place = Path(place)

    def find(self, draft: Draft, options: Options, sources: Sequence[Draft]) -> Checked | None:
        """Return what came of a draft, None where it, its settings, its sources or the program have changed."""
        texts = [draft.source.text, *(source.source.text for source in sources)]
        try:
            kept = json.loads((self._place / f"{key(draft, options, sources)}.json").read_bytes())
            return _checked(kept, draft, texts)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None  # not there, or not whole: it is made again

    def keep(self, draft: Draft, options: Options, sources: Sequence[Draft], checked: Checked) -> None:
        """Write down what came of a draft; where it cannot be written, nothing is kept."""
        texts = [draft.source.text, *(source.source.text for source in sources)]
        data = json.dumps(_plain(checked, texts)).encode()
        with suppress(OSError):
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._place / f"{key(draft, options, sources)}.json"
            part = path.with_suffix(f".{os.getpid()}.tmp")
            try:
                with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE), "wb") as file:  # noqa: PTH123
                    file.write(data)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)


def bare(checked: Checked) -> Checked:
    """Return what a cache would give back: findings and counts, without claims."""
    document = replace(
        checked.document,
        claims=(),
        events=(),
        malformed=(),
        findings=tuple(replace(each, claims=()) for each in checked.document.findings),
    )
    return replace(checked, document=document, agreement=())


def key(draft: Draft, options: Options, sources: Sequence[Draft]) -> str:
    """Return the hash of all that what comes of a draft depends on."""
    texts = [[each.source.name, each.media_type, _hash(each.mark + each.source.text)] for each in (draft, *sources)]
    asked = [repr(replace(options, clock=None)), *_own_files(options)]
    return _hash(json.dumps([VERSION, __version__, _program(), texts, asked]))


def _own_files(options: Options) -> list[str]:
    """Return the hashes of a desk's own rules and records."""
    folders: list[str] = [*options.desk.rule_folders, *options.command.rule_folders]
    if options.desk.plugins:
        folders += plugin_folders(options.desk.plugins)
    rules = [path for each in folders for path in sorted(Path(each).rglob("*.py"))]
    records = [Path(each) for each in (*options.desk.record, *options.command.record)]
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in (*rules, *records) if path.is_file()]


@cache
def _program() -> str:
    """Return the hash of the program, its rules and its seeds."""
    homes = [Path(__file__).parent, folder("rules"), folder("seeds"), folder("schemas")]
    files = (path for home in homes for path in sorted(home.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hidden(text: str, texts: Sequence[str]) -> list[Any]:
    """Return a text in parts: what stands in one of the texts as [which, from, to], the rest as it is."""
    parts: list[Any] = []
    plain = at = 0
    while at < len(text):
        longest = [0, 0, 0]
        for which, other in enumerate(texts):
            size = longest[2] - longest[1]
            while at + size < len(text) and (found := other.find(text[at : at + size + 1])) >= 0:
                size += 1
                longest = [which, found, found + size]
        size = longest[2] - longest[1]
        if size <= LONGEST:
            at += max(1, size)
            continue
        parts += [text[plain:at], longest] if plain < at else [longest]
        at += size
        plain = at
    return [*parts, text[plain:]] if plain < len(text) else parts


def shown(parts: Iterable[Any], texts: Sequence[str]) -> str:
    """Return the text that was hidden."""
    return "".join(part if isinstance(part, str) else texts[part[0]][part[1] : part[2]] for part in parts)


def _plain(checked: Checked, texts: Sequence[str]) -> dict[str, Any]:
    document = checked.document
    return {
        "document": [document.role, document.media_type, document.language, document.published, document.fail_on],
        "coverage": asdict(document.coverage),
        "findings": [_finding(each, texts) for each in document.findings],
        "suppressed": [
            [
                hidden(each.reason, texts) if each.reason else None,
                each.by,
                each.finding and _finding(each.finding, texts),
            ]
            for each in checked.suppressed
        ],
        "unjoined": [[each.source, hidden(each.reason, texts)] for each in checked.unjoined],
    }


def _finding(finding: Finding, texts: Sequence[str]) -> dict[str, Any]:
    evidence = {
        name: hidden(value, texts) if isinstance(value, str) else value for name, value in finding.evidence.items()
    }
    return {
        "card": [finding.code, finding.rule, finding.severity, finding.fingerprint],
        "message": hidden(finding.message, texts),
        "span": [finding.span.start, finding.span.end],
        "related": [
            [each.span.start, each.span.end, hidden(each.message, texts), each.path] for each in finding.related
        ],
        "evidence": evidence,
        "sources": [hidden(each, texts) for each in finding.sources],
        "fixes": [
            [
                hidden(each.description, texts),
                each.safety,
                [[edit.span.start, edit.span.end, hidden(edit.text, texts)] for edit in each.edits],
            ]
            for each in finding.fixes
        ],
    }


def _checked(kept: dict[str, Any], draft: Draft, texts: Sequence[str]) -> Checked:
    role, media_type, language, published, fail_on = kept["document"]
    document = Document(
        path=draft.source.name,
        role=role,
        media_type=media_type,
        language=language,
        published=published,
        source=draft.source,
        coverage=Coverage(**kept["coverage"]),
        findings=tuple(_found(each, draft, texts) for each in kept["findings"]),
        fail_on=fail_on,
    )
    aside = []
    for reason, by, finding in kept["suppressed"]:
        whole = _found(finding, draft, texts)
        said = None if reason is None else shown(reason, texts)
        aside.append(Suppressed(document.path, whole.code, whole.span, said, by, whole))
    unjoined = tuple(Unjoined(document.path, source, shown(reason, texts)) for source, reason in kept["unjoined"])
    return Checked(document, (), tuple(aside), unjoined)


def _found(kept: dict[str, Any], draft: Draft, texts: Sequence[str]) -> Finding:
    code, rule, severity, fingerprint = kept["card"]
    span = Span(*kept["span"])
    return Finding(
        code=code,
        rule=rule,
        severity=severity,
        message=shown(kept["message"], texts),
        span=span,
        words=draft.source.words(span),
        related=tuple(
            Related(Span(start, end), shown(said, texts), path) for start, end, said, path in kept["related"]
        ),
        evidence={
            name: shown(value, texts) if isinstance(value, list) else value for name, value in kept["evidence"].items()
        },
        fixes=tuple(
            Fix(
                shown(description, texts),
                tuple(Edit(Span(start, end), shown(words, texts)) for start, end, words in edits),
                safety,
            )
            for description, safety, edits in kept["fixes"]
        ),
        sources=tuple(shown(each, texts) for each in kept["sources"]),
        fingerprint=fingerprint,
    )
