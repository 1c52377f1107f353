"""A claim while it is being understood: tokens of one sentence, before speakers and launches are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.claims.claim import Kind, Modality, Value
    from checker.figures.clocks import Clock
    from checker.figures.interval import Qualifier
    from checker.figures.pairs import Quantity


class Sighting(NamedTuple):
    """What was seen in tokens `first` to `last` of a sentence."""

    kind: Kind
    first: int
    last: int
    value: Value
    unit: str | None = None
    qualifier: Qualifier = "exact"
    quantity: Quantity | None = None
    clock: Clock | None = None
    conversion: Clock | None = None
    modality: Modality | None = None
    entity: str | None = None
    resolved: str | None = None
    basis: str | None = None


def of_quantity(
    kind: Kind, quantity: Quantity, *, modality: Modality | None = None, basis: str | None = None
) -> Sighting:
    """Return the sighting of a quantity and its conversions."""
    figure = quantity.read.figure
    return Sighting(
        kind,
        quantity.read.first,
        quantity.last,
        figure.value,
        figure.unit,
        figure.qualifier,
        quantity,
        modality=modality,
        basis=basis,
    )
