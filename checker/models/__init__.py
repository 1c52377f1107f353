"""The schemas as pydantic models, for programs that read reports and write statements or settings.

They say what `schemas/*.schema.json` say, no more and no less: what one of them accepts, the other does.

>>> from checker.models import adapter
>>> adapter("settings").validate_python({"fail_on": "note"}).fail_on
'note'
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from checker.models.bounds import BoundsModel
from checker.models.claims import ClaimModel, EventModel, IntervalModel, SpanModel
from checker.models.inputs import SettingsModel, StatementModel
from checker.models.records import FactModel, RecordModel
from checker.models.reports import DocumentModel, FindingModel, ReportModel

__all__ = [
    "MODELS",
    "BoundsModel",
    "ClaimModel",
    "DocumentModel",
    "EventModel",
    "FactModel",
    "FindingModel",
    "IntervalModel",
    "RecordModel",
    "ReportModel",
    "SettingsModel",
    "SpanModel",
    "StatementModel",
    "adapter",
]

MODELS: dict[str, Any] = {
    "bounds": BoundsModel,
    "claim": ClaimModel,
    "event": EventModel,
    "fact": FactModel,
    "finding": FindingModel,
    "record": RecordModel,
    "report": ReportModel,
    "settings": SettingsModel,
    "statement": StatementModel,
}


@cache
def adapter(name: str) -> TypeAdapter[Any]:
    """Return what validates a value against the model of a schema; KeyError for another name."""
    return TypeAdapter(MODELS[name])
