"""What a rule reports."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.frozen import dataclass
from checker.markup import written_alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.source import Source, Span

Severity: TypeAlias = Literal["error", "warning", "note"]
Safety: TypeAlias = Literal["safe", "suggested", "shown"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Evidence: TypeAlias = "Mapping[str, str | float | int | bool | None]"

_BEFORE = 60


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

    def in_kind(self, source: Source) -> Fix:
        """Return the same, its words written as those that they replace and those before them."""
        return replace(
            self,
            edits=tuple(
                Edit(
                    edit.span, written_alike(edit.text, source.text[max(0, edit.span.start - _BEFORE) : edit.span.end])
                )
                for edit in self.edits
            ),
        )


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


_AROUND = 200
_STOPS = (". ", "\n", "\r")


def fingerprint(code: str, source: Source, span: Span) -> str:
    """Return a key that outlives edits elsewhere: the rule, the words, and the sentence around them."""
    import hashlib
    import json

    # A bounded stretch: a line may be a whole page, and a page may have a finding in every line.
    before = source.text[max(0, span.start - _AROUND) : span.start]
    after = source.text[span.end : span.end + _AROUND]
    low = max(before.rfind(stop) for stop in _STOPS) + 1
    high = min((at for stop in _STOPS if (at := after.find(stop)) >= 0), default=len(after))
    words = source.words(span)
    around = before[low:] + words + after[:high]
    key = json.dumps([code, " ".join(words.split()), " ".join(around.split())], ensure_ascii=False)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
