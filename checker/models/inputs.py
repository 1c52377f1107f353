"""What a desk may write: a statement and settings, as the schemas of those names give them."""

from typing import Annotated, Literal

from pydantic import Field

from checker.models.parts import (
    GIVEN,
    Bound,
    Clock,
    ClockName,
    Country,
    Date,
    Duration,
    Language,
    Length,
    MissileClass,
    Model,
    Number,
    Ordinal,
    RuleChoice,
    Severity,
    Speed,
    Text,
    Url,
    Zone,
)
from checker.readers.limits import DEEPEST, LONGEST_LINE, MOST_BYTES, MOST_CHARACTERS, MOST_MARKS

End = Annotated[Number, Field(ge=0)]


class AmountModel(Model):
    """A value as a statement gives it, with its bound and hedge."""

    value: End | Annotated[list[End], Field(min_length=2, max_length=2)]
    qualifier: Annotated[Bound | None, GIVEN] = None
    about: bool = False


class LengthModel(AmountModel):
    """A length."""

    unit: Length


class DurationModel(AmountModel):
    """A length of time."""

    unit: Duration


class SpeedModel(AmountModel):
    """A speed."""

    unit: Speed


class ZoneModel(Model):
    """Whether an exclusive economic zone was entered."""

    zone: Country
    entered: bool


class StatedLaunchModel(Model):
    """What a statement says of one launch; what it does not say is left out."""

    date: Date
    time: Annotated[Clock | None, GIVEN] = None
    timezone: ClockName = "local"
    country: Annotated[Country | None, GIVEN] = None
    site: Annotated[Text | None, GIVEN] = None
    missile_class: Annotated[MissileClass | None, GIVEN] = None
    missile_name: Annotated[Text | None, GIVEN] = None
    count: Annotated[Ordinal | None, GIVEN] = None
    range: Annotated[LengthModel | None, GIVEN] = None
    altitude: Annotated[LengthModel | None, GIVEN] = None
    flight_time: Annotated[DurationModel | None, GIVEN] = None
    speed: Annotated[SpeedModel | None, GIVEN] = None
    eez: Annotated[ZoneModel | None, GIVEN] = None
    impact_area: Annotated[Text | None, GIVEN] = None


class StatementModel(Model):
    """What a ministry, military or agency said of one or more launches."""

    source: Text
    published: Date
    language: Language = "en"
    title: Annotated[Text | None, GIVEN] = None
    url: Annotated[Url | None, GIVEN] = None
    launches: Annotated[list[StatedLaunchModel], Field(min_length=1)]


class LimitsModel(Model):
    """How much is read of one file."""

    bytes: Ordinal = MOST_BYTES
    characters: Ordinal = MOST_CHARACTERS
    line: Ordinal = LONGEST_LINE
    marks: Ordinal = MOST_MARKS
    nesting: Ordinal = DEEPEST


class DraftSettingsModel(Model):
    """What may be set for some drafts only."""

    fail_on: Severity = "error"
    published: Date | None = None
    timezone: Zone | None = None
    style: Literal["ap", "metric"] | None = None
    sources: Annotated[list[Text], Field(default_factory=list)]
    select: Annotated[list[RuleChoice], Field(default_factory=list)]
    enable: Annotated[list[RuleChoice], Field(default_factory=list)]
    ignore: Annotated[list[RuleChoice] | dict[str, Text], Field(default_factory=list)]
    severity: Annotated[dict[str, Severity], Field(default_factory=dict)]
    tolerance: Annotated[dict[str, Annotated[Number, Field(ge=0, le=1)]], Field(default_factory=dict)]
    limits: Annotated[LimitsModel, Field(default_factory=LimitsModel)]


class SettingsModel(DraftSettingsModel):
    """How drafts are to be checked."""

    extend: Annotated[Text | None, GIVEN] = None
    files: Annotated[dict[str, DraftSettingsModel], Field(default_factory=dict)]
    include: Annotated[list[Text] | None, Field(min_length=1), GIVEN] = None
    exclude: Annotated[list[Text], Field(default_factory=list)]
    gitignore: bool = True
    baseline: Annotated[Text | None, GIVEN] = None
    record: Annotated[list[Text], Field(default_factory=list)]
    rule_folders: Annotated[list[Text], Field(default_factory=list)]
    plugins: Annotated[list[Text], Field(default_factory=list)]
