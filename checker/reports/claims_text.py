"""What was understood of each text, for a terminal: claim by claim, launch by launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.cells import Paint, pad, shown, wrap
from checker.reports.wording import COUNTRIES, launch, span_of, understood, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.report import Document, Report

__all__ = ["render_claims"]
_NARROWEST = 40


def render_claims(report: Report, *, width: int = 100, color: bool = False) -> str:
    """Return the claims of every document in lines of at most `width` terminal cells."""
    room, paint = max(width, _NARROWEST), Paint(color=color)
    return "\n\n".join("\n".join(_document(document, room, paint)) for document in report.documents) + "\n"


def _document(document: Document, room: int, paint: Paint) -> Iterator[str]:
    dated = f"published {document.published}" if document.published else "no publication date"
    head = f"{document.path} ({document.role}, {dated}): {understood(document.coverage)}"
    yield from (paint(line, "bold") for line in wrap(shown(head), room))
    groups: dict[str | None, list[Claim]] = {event.id: [] for event in document.events}
    for claim in document.claims:
        groups.setdefault(claim.event, []).append(claim)
    titles = {event.id: launch(event, document.claims) for event in document.events}
    where = {claim.id: _place(document, claim) for claim in document.claims}
    places = max(map(len, where.values()), default=0)
    kinds = max((len(claim.kind) for claim in document.claims), default=0)
    for event, claims in groups.items():
        if claims:
            yield ""
            title = titles.get(event or "", "Of no launch in particular")
            yield from (paint(line, "bold") for line in wrap(shown(title), room))
        for claim in claims:
            lead = f"  {where[claim.id]:<{places}}  {pad(_kind(claim), kinds)}  "
            yield from _claim(claim, lead, room, paint)


def _place(document: Document, claim: Claim) -> str:
    position = document.source.position(claim.span.start)
    return f"{position.line}:{position.column}"


def _kind(claim: Claim) -> str:
    return "EEZ" if claim.kind == "eez" else claim.kind.replace("_", " ")


def _claim(claim: Claim, lead: str, room: int, paint: Paint) -> Iterator[str]:
    """Write the exact words after the lead, and beneath them what they were taken to mean."""
    hang = lead if len(lead) + 24 <= room else "    "
    if hang != lead:
        yield lead.rstrip()
    indent = " " * len(hang)
    words = wrap(shown(f'"{" ".join(claim.text.split())}"'), room - len(hang))
    yield f"{lead if hang == lead else indent}{words[0]}"
    yield from (f"{indent}{line}" for line in words[1:])
    for line in wrap(shown(_meaning(claim)), room - len(hang)):
        yield indent + paint(line, "dim")


def _meaning(claim: Claim) -> str:
    """Say value, interval, conversions, who says it and how firmly, in one line."""
    parts = [value_of(claim, signs=False)]
    if claim.interval is not None:
        allowed = span_of(claim.interval)
        parts[0] += f" ({allowed})" if claim.qualifier not in {"at_least", "at_most"} else ""
    if claim.resolved and claim.resolved != claim.value:
        parts[0] += f" = {claim.resolved.replace('T', ' ').replace(':00Z', ' UTC')}"
    if claim.entity:
        parts[0] += f" ({COUNTRIES.get(claim.entity, claim.entity)})"
    parts += [f"also {value_of(pair, signs=False)}" for pair in claim.conversions]
    parts.append(f"said by {' and '.join(claim.attributed_to)}" if claim.attributed_to else "unattributed")
    if claim.modality != "asserted":
        parts.append(claim.modality)
    if claim.basis:
        parts.append(f"basis: {claim.basis}")
    if claim.scope != "body":
        parts.append(f"in a {claim.scope}" if claim.scope != "cell" else "in a table")
    return "; ".join(parts)
