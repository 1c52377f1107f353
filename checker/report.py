"""The report as values; `checker.reports` dresses it and `checker.models` is its pydantic border."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.findings import SEVERITIES, Severity
from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.claims import Claim
    from checker.events import Event
    from checker.figures.interval import Interval
    from checker.findings import Finding
    from checker.source import Source, Span

Role: TypeAlias = Literal["draft", "source"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was read: figures found, claims understood, claims that at least one rule looked at."""

    figures: int
    claims: int
    checked: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """A claim that was understood in a form that the report cannot carry: a fault of ours, never passed over."""

    kind: str
    span: Span
    problem: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file as understood. `text` is carried only where the format has none of its own.

    `fail_on` is what the file itself asks for, None where it does not say; `issued` the moment of publication in UTC
    where the file gives the hour.
    """

    path: str
    role: Role
    media_type: str
    language: str
    published: str | None
    source: Source
    coverage: Coverage
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    text: str | None = None
    malformed: tuple[Malformed, ...] = ()
    fail_on: Severity | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one speaker says of one kind for a launch; `value` for claims that are no quantity.

    `basis` is what a figure was measured by where the text says so: the length of a path, an ordinary trajectory.
    """

    path: str
    claim: str
    speaker: str | None
    interval: Interval | None
    value: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """Who stands apart, a speaker or else a document, and by how much from the nearest of the others."""

    who: str
    by: float
    unit: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The accounts of one kind of claim of one launch, and where they all meet.

    `agree` is None where only one account speaks, or where words cannot be held against each other. `outliers` are
    the speakers, or else the documents, that stand apart, `apart` says by how much. `draft` is the draft's path and
    `launch` the launch's id there, or a number where there is no draft; `unclear` holds the documents of which several
    launches were taken together.
    """

    date: str | None
    country: str | None
    kind: str
    rows: tuple[Row, ...]
    consensus: Interval | None
    outliers: tuple[str, ...] = ()
    agree: bool | None = True
    apart: tuple[Apart, ...] = ()
    draft: str | None = None
    launch: str | None = None
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was asked away, and by what; `finding` is all of it."""

    path: str
    code: str
    span: Span
    reason: str | None
    by: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Unjoined:
    """A source that was compared with nothing in a draft at `path`, and why, as a clause."""

    path: str
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found. `record` is the date of the public record that was used."""

    documents: tuple[Document, ...]
    agreement: tuple[Agreement, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    version: str = ""
    record: str | None = None
    schema_version: str = field(default="1", init=False)
    unjoined: tuple[Unjoined, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all drafts, in order."""
        return tuple(finding for document in self.documents for finding in document.findings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all drafts, in order; those of a source are in its own document."""
        return tuple(claim for document in self.documents if document.role == "draft" for claim in document.claims)

    @property
    def unjudged(self) -> tuple[Agreement, ...]:
        """The accounts that differ though no finding of a source rule says so."""
        judged = {
            (document.path, claim)
            for document in self.documents
            for finding in document.findings
            if finding.code.startswith("FC4")
            for claim in finding.claims
        }
        return tuple(
            each
            for each in self.agreement
            if each.agree is False and not any((row.path, row.claim) in judged for row in each.rows)
        )

    def counts(self) -> dict[Severity, int]:
        """Return the number of findings by severity."""
        found = [finding.severity for finding in self.findings]
        return {severity: found.count(severity) for severity in SEVERITIES}

    def to_dict(self) -> dict[str, object]:
        """Return the report as `schemas/report.schema.json` describes it."""
        from checker.reports.json import report_dict

        return report_dict(self)
