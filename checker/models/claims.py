"""A claim and a launch, as `claim.schema.json` and `event.schema.json` give them."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from checker.models.parts import (
    ClaimId,
    Country,
    Date,
    EventId,
    Instant,
    MissileClass,
    Model,
    NameKind,
    Natural,
    Number,
    Ordinal,
    Pair,
    Qualifier,
    QuantityKind,
    Text,
    Unit,
    Weekday,
    Whole,
    WrittenClock,
    WrittenDate,
)


class SpanModel(Model):
    """A half-open range of a file's text."""

    start: Natural
    end: Natural


class IntervalModel(Model):
    """What a figure's words allow; an open end is null."""

    low: Number | None
    high: Number | None
    unit: Unit


class ConversionModel(Model):
    """A claim's quantity or clock time in another unit or zone."""

    text: Text
    span: SpanModel
    value: Number | Pair | WrittenClock
    unit: Text
    qualifier: Qualifier = "exact"
    interval: IntervalModel | None = None
    resolved: Instant | None = None


class _Claim(Model):
    id: ClaimId
    text: Text
    span: SpanModel
    line: Ordinal
    column: Ordinal
    qualifier: Qualifier
    conversions: list[ConversionModel]
    attributed_to: list[Text]
    modality: Literal["asserted", "planned", "hypothetical"]
    event: EventId | None
    entity: Text | None
    resolved: Instant | WrittenDate | None
    figure: SpanModel | None = None
    basis: Text | None = None
    scope: Text = "body"
    attribution_spans: Annotated[list[SpanModel], Field(default_factory=list)]


class QuantityClaim(_Claim):
    """A claim whose value is a number with a unit."""

    kind: QuantityKind
    value: Number | Pair
    unit: Unit
    interval: IntervalModel


class DateClaim(_Claim):
    """The date of a launch, as the text gives it."""

    kind: Literal["date"]
    value: WrittenDate
    unit: None
    interval: None


class WeekdayClaim(_Claim):
    """The weekday of a launch."""

    kind: Literal["weekday"]
    value: Weekday
    unit: None
    interval: None


class TimeClaim(_Claim):
    """The clock time of a launch, detection or landing."""

    kind: Literal["time"]
    value: WrittenClock
    unit: Text | None
    interval: None


class NameClaim(_Claim):
    """A site, a missile's name or an impact area."""

    kind: NameKind
    value: Text
    unit: None
    interval: None


class ClassClaim(_Claim):
    """The class of a missile."""

    kind: Literal["missile_class"]
    value: MissileClass
    unit: None
    interval: None


class CountClaim(_Claim):
    """The number of missiles fired."""

    kind: Literal["count"]
    value: Whole | Annotated[list[Whole], Field(min_length=2, max_length=2)]
    unit: None
    interval: None


class ZoneClaim(_Claim):
    """Whether an exclusive economic zone was entered."""

    kind: Literal["eez"]
    value: bool
    unit: None
    interval: None


ClaimModel: TypeAlias = Annotated[
    QuantityClaim | DateClaim | WeekdayClaim | TimeClaim | NameClaim | ClassClaim | CountClaim | ZoneClaim,
    Field(discriminator="kind"),
]


class EventModel(Model):
    """A launch or salvo as one document tells it."""

    id: EventId
    date: Date | None
    country: Country | None
    claims: list[ClaimId]
    record: Text | None
    member: Ordinal = 1
