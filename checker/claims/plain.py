"""Claims as dicts, lists and scalars: the shape that `schemas/claim.schema.json` describes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.claims.claim import Claim, Conversion
    from checker.figures.interval import Interval
    from checker.source import Source, Span

_EXACT = 2.0**53  # every whole number below has a float of its own


def claim_dict(claim: Claim, source: Source) -> dict[str, object]:
    """Return one claim; `source` is the text that it stands in."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim.text,
        **place(claim.span, source),
        "value": plain_value(claim.value),
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "interval": interval_dict(claim.interval),
        "conversions": [_conversion(conversion) for conversion in claim.conversions],
        "attributed_to": list(claim.attributed_to),
        "modality": claim.modality,
        "event": claim.event,
        "entity": claim.entity,
        "resolved": claim.resolved,
        "figure": None if claim.figure is None else span_dict(claim.figure),
        "basis": claim.basis,
        "scope": claim.scope,
        "attribution_spans": [span_dict(span) for span in claim.attribution_spans],
    }


def _conversion(conversion: Conversion) -> dict[str, object]:
    return {
        "text": conversion.text,
        "span": span_dict(conversion.span),
        "value": plain_value(conversion.value),
        "unit": conversion.unit,
        "qualifier": conversion.qualifier,
        "interval": interval_dict(conversion.interval),
        "resolved": conversion.resolved,
    }


def place(span: Span, source: Source) -> dict[str, object]:
    """Return a span with the line and column, in code points, where it begins."""
    position = source.position(span.start)
    return {"span": span_dict(span), "line": position.line, "column": position.column}


def span_dict(span: Span) -> dict[str, int]:
    """Return a span."""
    return {"start": span.start, "end": span.end}


def interval_dict(interval: Interval | None) -> dict[str, object] | None:
    """Return an interval, its open ends null."""
    if interval is None:
        return None
    return {"low": plain_value(interval.low), "high": plain_value(interval.high), "unit": interval.unit}


def plain_value(value: object) -> object:
    """Return a value as JSON has it: 1000.0 is 1000, a pair a list, and what is no finite number null."""
    if isinstance(value, tuple):
        return [plain_value(end) for end in value]
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < _EXACT else value
