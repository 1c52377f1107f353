"""What a rule reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.source import Span

Severity: TypeAlias = Literal["error", "warning", "note"]
Safety: TypeAlias = Literal["safe", "suggested", "shown"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Evidence: TypeAlias = "Mapping[str, str | float | int | bool | None]"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the words of a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that would resolve a finding.

    `safe`: the meaning cannot change; `suggested`: an editor should look; `shown`: never applied by a program.
    """

    description: str
    edits: tuple[Edit, ...]
    safety: Safety = "suggested"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the finding rests on; `path` is None in the draft itself."""

    span: Span
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip, on the smallest words that show it.

    `evidence` holds the numbers at full precision, each as `value unit`, so that the sum can be redone.
    `sources` names what the finding rests on outside the draft. `words` are the draft's words at `span`.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    span: Span
    words: str = ""
    claims: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    evidence: Evidence = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    sources: tuple[str, ...] = ()
    fingerprint: str = ""
