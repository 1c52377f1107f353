"""What the record is made of: a value of a launch, and a context fact, as the schemas of those names give them."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from checker.models.parts import GIVEN, Code, Date, Model, Text

LaunchId: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(kp|cn|in|ir|pk|ru|us)-[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)?$")
]
FactId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
Texts: TypeAlias = Annotated[list[Text], Field(min_length=1)]
RecordField: TypeAlias = Literal[
    "altitude",
    "class",
    "count",
    "date",
    "described",
    "eez",
    "flight_time",
    "impact_area",
    "missile",
    "notes",
    "outcome",
    "over_japan",
    "range",
    "site",
    "time",
    "zone",
]


class RecordModel(Model):
    """One value of one launch."""

    launch: LaunchId
    field: RecordField
    value: Text
    speaker: Annotated[Text | None, GIVEN] = None
    known: Date
    until: Annotated[Date | None, GIVEN] = None
    sources: Texts
    note: Annotated[Text | None, GIVEN] = None


class FactModel(Model):
    """A context fact."""

    id: FactId
    date: Day
    until: Annotated[Day | None, GIVEN] = None
    precision: Literal["day", "month", "year", "approx"]
    topic: Text
    subject: Texts
    predicate: Texts
    object: Annotated[list[Texts], Field(min_length=1)]
    judged: Annotated[list[Code], Field(default_factory=list)]
    exact: Annotated[list[Text], Field(default_factory=list)]
    fact: Text
    mistakes: Annotated[Text | None, GIVEN] = None
    known: Date
    sources: Texts
