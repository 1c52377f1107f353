"""One checkable assertion, as the report contract names its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from checker.frozen import dataclass
from checker.units import UNITS, quantity

if TYPE_CHECKING:
    import pint

    from checker.figures.interval import Interval, Qualifier
    from checker.source import Span

Kind: TypeAlias = Literal[
    "range",
    "altitude",
    "flight_time",
    "speed",
    "date",
    "weekday",
    "time",
    "site",
    "missile_class",
    "missile_name",
    "count",
    "eez",
    "impact_area",
    "distance_from_place",
    "capability_range",
    "other_distance",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Modality: TypeAlias = Literal["asserted", "planned", "hypothetical"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)
Value: TypeAlias = "float | int | bool | str | tuple[float, float]"


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same quantity or clock time given once more in another unit or zone; `resolved` for a clock time."""

    text: str
    span: Span
    value: float | str | tuple[float, float]
    unit: str
    qualifier: Qualifier
    interval: Interval | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim. `span` is in code points of the source and `text` exactly its slice.

    `figure` is the span of the first figure without its conversion, where the claim has one; `interval` what the
    words allow; `basis` says what the figure was measured or reckoned by where the text says so ("if on a normal
    trajectory"), and `scope` where it stands: in the body, a headline or a quotation.
    """

    id: str
    kind: Kind
    text: str
    span: Span
    value: Value
    unit: str | None = None
    qualifier: Qualifier = "exact"
    interval: Interval | None = None
    figure: Span | None = None
    conversions: tuple[Conversion, ...] = ()
    attributed_to: tuple[str, ...] = ()
    modality: Modality = "asserted"
    event: str | None = None
    entity: str | None = None
    resolved: str | None = None
    basis: str | None = None
    scope: str = "body"
    attribution_spans: tuple[Span, ...] = ()

    @property
    def quoted_by(self) -> str | None:
        """Who says it in quotation marks, "" for nobody named; None outside of them."""
        return ", ".join(self.attributed_to) if self.scope == "quotation" else None

    @property
    def quantity(self) -> pint.Quantity[Any] | None:
        """The value as a pint quantity (of its middle, for a range of values), None where it is no quantity."""
        if self.unit not in UNITS or isinstance(self.value, (str, bool)):
            return None
        value = sum(self.value) / 2 if isinstance(self.value, tuple) else self.value
        return quantity(value, self.unit)
