"""The words and numbers that the models are made of."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from checker.schemata import SURROGATE, is_clock, is_date, is_zone


def _whole(value: object) -> object:
    """Take 3.0 for the whole number that JSON says it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _calendar(value: str) -> str:
    return _held(value, "is no day of the calendar", holds=is_date(value))


def _zone(value: str) -> str:
    return _held(value, "is no IANA time zone", holds=is_zone(value))


def _clock(value: str) -> str:
    return _held(value, "is no clock or time zone", holds=is_clock(value))


def _unicode(value: str) -> str:
    return _held(value, "is no text", holds=not SURROGATE.search(value))


def _held(value: str, problem: str, *, holds: bool) -> str:
    if not holds:
        message = f"{value!r} {problem}"
        raise ValueError(message)
    return value


def _given(value: object) -> object:
    """Refuse null for what is left out where it is not known."""
    if value is None:
        message = "leave the key out where there is nothing to say"
        raise ValueError(message)
    return value


GIVEN = BeforeValidator(_given)
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_HOURS = r"^[0-9]{2}:[0-9]{2}$"
_RULE = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

Number: TypeAlias = int | float
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Natural: TypeAlias = Annotated[Whole, Field(ge=0)]
Ordinal: TypeAlias = Annotated[Whole, Field(ge=1)]
Pair: TypeAlias = Annotated[list[Number], Field(min_length=2, max_length=2)]
Words: TypeAlias = Annotated[str, AfterValidator(_unicode)]
Text: TypeAlias = Annotated[Words, Field(min_length=1)]
WrittenDate: TypeAlias = Annotated[str, StringConstraints(pattern=_DAY)]
Date: TypeAlias = Annotated[WrittenDate, AfterValidator(_calendar)]
WrittenClock: TypeAlias = Annotated[str, StringConstraints(pattern=_HOURS)]
Clock: TypeAlias = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Zone: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"), AfterValidator(_zone)
]
ClockName: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=r"^(local|KST|JST|[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*)$"),
    AfterValidator(_clock),
]
Instant: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
]
Country: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Language: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
ClaimId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^c[1-9][0-9]*$")]
EventId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^e[1-9][0-9]*$")]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=r"^FC[0-9]{3}$")]
RuleName: TypeAlias = Annotated[str, StringConstraints(pattern=f"^{_RULE}$")]
RuleChoice: TypeAlias = Annotated[str, StringConstraints(pattern=f"^(FC[0-9]{{1,3}}|{_RULE})$")]
MediaType: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9.+-]+$")]
Url: TypeAlias = Annotated[str, StringConstraints(pattern=r"^https?://[^ ]+$")]
Severity: TypeAlias = Literal["error", "warning", "note"]
Length: TypeAlias = Literal["km", "m", "mile", "nmi", "ft", "yard"]
Duration: TypeAlias = Literal["s", "min", "h"]
Speed: TypeAlias = Literal["km/h", "mph", "m/s", "km/s", "knot", "mach"]
Unit: TypeAlias = Length | Duration | Speed
Bound: TypeAlias = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than"]
Qualifier: TypeAlias = Bound | Literal["range"]
MissileClass: TypeAlias = Literal["SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "CRBM", "HGV", "cruise", "SLV", "ballistic"]
Weekday: TypeAlias = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
Distance: TypeAlias = Literal["range", "distance_from_place", "capability_range"]
QuantityKind: TypeAlias = Distance | Literal["altitude", "flight_time", "speed", "other_distance"]
NameKind: TypeAlias = Literal["site", "missile_name", "impact_area"]
Kind: TypeAlias = QuantityKind | NameKind | Literal["date", "weekday", "time", "missile_class", "count", "eez"]


class Model(BaseModel):
    """A record of JSON: no other keys, no converting of types, no NaN."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)
