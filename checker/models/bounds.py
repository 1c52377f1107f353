"""A claim's value in the base unit of its kind, with the limits of `bounds.schema.json`."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from checker.models.parts import (
    Clock,
    Distance,
    Model,
    NameKind,
    Number,
    Weekday,
    Whole,
    Words,
)


class AltitudeBounds(Model):
    """An apogee in km."""

    kind: Literal["altitude"]
    value: Annotated[Number, Field(ge=0, le=100_000)]
    unit: Literal["km"]


class DistanceBounds(Model):
    """A distance over ground in km."""

    kind: Distance
    value: Annotated[Number, Field(ge=0, le=20_040)]
    unit: Literal["km"]


class OtherDistanceBounds(Model):
    """Any other distance in km."""

    kind: Literal["other_distance"]
    value: Annotated[Number, Field(ge=0, le=1_000_000)]
    unit: Literal["km"]


class FlightTimeBounds(Model):
    """A time of flight in s."""

    kind: Literal["flight_time"]
    value: Annotated[Number, Field(ge=0, le=86_400)]
    unit: Literal["s"]


class SpeedBounds(Model):
    """A speed in m/s."""

    kind: Literal["speed"]
    value: Annotated[Number, Field(ge=0, le=11_200)]
    unit: Literal["m/s"]


class CountBounds(Model):
    """A number of missiles."""

    kind: Literal["count"]
    value: Annotated[Whole, Field(ge=1, le=1000)]
    unit: None = None


class DateBounds(Model):
    """A date of launch as the number YYYYMMDD."""

    kind: Literal["date"]
    value: Annotated[Whole, Field(ge=1942_10_03, le=2100_12_31)]
    unit: None = None


class WeekdayBounds(Model):
    """A day of the week."""

    kind: Literal["weekday"]
    value: Weekday
    unit: None = None


class TimeBounds(Model):
    """A clock time."""

    kind: Literal["time"]
    value: Clock
    unit: None = None


class Unbounded(Model):
    """A kind for which anything is plausible."""

    kind: NameKind | Literal["missile_class", "eez"]
    value: Words | bool | Number
    unit: None = None


BoundsModel: TypeAlias = Annotated[
    AltitudeBounds
    | DistanceBounds
    | OtherDistanceBounds
    | FlightTimeBounds
    | SpeedBounds
    | CountBounds
    | DateBounds
    | WeekdayBounds
    | TimeBounds
    | Unbounded,
    Field(discriminator="kind"),
]
