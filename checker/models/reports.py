"""Findings and the report, as `finding.schema.json` and `report.schema.json` give them."""

from typing import Annotated, Literal

from pydantic import Field

from checker.models.claims import ClaimModel, EventModel, IntervalModel, SpanModel
from checker.models.parts import (
    GIVEN,
    ClaimId,
    Code,
    Country,
    Date,
    Kind,
    Language,
    MediaType,
    Model,
    Natural,
    Number,
    Ordinal,
    RuleName,
    Severity,
    Text,
    Words,
)


class EditModel(Model):
    """New words for a span."""

    span: SpanModel
    text: Words


class FixModel(Model):
    """Edits that would resolve a finding."""

    safety: Literal["safe", "suggested", "shown"]
    description: Text
    edits: list[EditModel]


class RelatedModel(Model):
    """Another place that a finding rests on."""

    path: Text
    span: SpanModel
    message: Text


class FindingModel(Model):
    """What a rule says about a draft."""

    code: Code
    rule: RuleName
    severity: Severity
    message: Text
    span: SpanModel
    line: Ordinal
    column: Ordinal
    claims: list[ClaimId]
    related: list[RelatedModel]
    evidence: dict[str, Words | Number | bool | None]
    fixes: list[FixModel]
    sources: list[Text]
    fingerprint: Text


class ToolModel(Model):
    """The program that made a report."""

    name: Literal["factcheck"]
    version: Text
    record: Date | None


class CoverageModel(Model):
    """How much of a document was understood."""

    figures: Natural
    claims: Natural
    checked: Natural


class MalformedModel(Model):
    """A claim that the report could not carry."""

    kind: Words
    span: SpanModel
    line: Ordinal
    column: Ordinal
    problem: Text


class DocumentModel(Model):
    """One file as it was understood."""

    path: Text
    role: Literal["draft", "source"]
    media_type: MediaType
    language: Language
    published: Date | None
    coverage: CoverageModel
    claims: list[ClaimModel]
    events: list[EventModel]
    findings: list[FindingModel]
    text: Annotated[Words | None, GIVEN] = None
    malformed: Annotated[list[MalformedModel], Field(default_factory=list)]


class LaunchModel(Model):
    """Which launch the accounts are of."""

    date: Date | None
    country: Country | None
    id: Annotated[Text | None, GIVEN] = None


class RowModel(Model):
    """What one speaker says of one kind of claim."""

    path: Text
    claim: ClaimId
    speaker: Text | None
    interval: IntervalModel | None
    value: Annotated[Text | None, GIVEN] = None
    basis: Annotated[Text | None, GIVEN] = None


class ApartModel(Model):
    """Who stands apart from the others, and by how much."""

    who: Text
    by: Annotated[Number, Field(ge=0)]
    unit: Text


class AgreementModel(Model):
    """The accounts of one kind of claim about one launch."""

    event: LaunchModel
    kind: Kind
    rows: list[RowModel]
    consensus: IntervalModel | None
    outliers: list[Text]
    agree: bool | None = True
    apart: Annotated[list[ApartModel], Field(default_factory=list)]
    unclear: Annotated[list[Text], Field(default_factory=list)]
    draft: Annotated[Text | None, GIVEN] = None


class SuppressedModel(Model):
    """A finding that was asked away."""

    path: Text
    code: Code
    span: SpanModel
    reason: Text | None
    by: Text


class CountsModel(Model):
    """Findings by severity."""

    error: Natural
    warning: Natural
    note: Natural


class SummaryModel(Model):
    """The totals over all documents."""

    documents: Natural
    claims: Natural
    findings: CountsModel
    unjudged: Natural = 0


class UnjoinedModel(Model):
    """A source that was compared with nothing in a draft."""

    path: Text
    source: Text
    reason: Text


class ReportModel(Model):
    """What `factcheck check --format json` prints."""

    schema_version: Literal["1"]
    tool: ToolModel
    documents: list[DocumentModel]
    agreement: list[AgreementModel]
    suppressed: list[SuppressedModel]
    summary: SummaryModel
    unjoined: Annotated[list[UnjoinedModel], Field(default_factory=list)]
