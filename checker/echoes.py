"""One slip, one finding: where the public record names the wrong claim, its clash with others is no second slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.events import Account
from checker.findings import Related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.findings import Finding

RECORD = "FC6"


def without_echoes(found: Sequence[tuple[Finding, object]]) -> list[tuple[Finding, object]]:
    """Return findings, each with the value it is about, without those of a claim that the record has otherwise.

    A finding that rests on such a claim, and for the rest on what the record has too, goes; an error stays, and the
    record's words go with it.
    """
    told = [finding for finding, _ in found if finding.code.startswith(RECORD) and finding.claims]
    if not told:
        return list(found)
    kept: list[tuple[Finding, object]] = []
    within: list[Finding] = []
    for finding, value in found:
        causes = [] if finding.code.startswith(RECORD) else [one for one in told if _echoes(finding, one, value)]
        if causes and finding.severity != "error":
            continue
        within += causes
        related = (*finding.related, *(Related(one.span, one.message) for one in causes))
        kept.append((replace(finding, related=related) if causes else finding, value))
    return [(finding, value) for finding, value in kept if not any(finding is one for one in within)]


def _echoes(finding: Finding, told: Finding, value: object) -> bool:
    if not isinstance(value, Account) or finding.span == told.span:
        return False
    rest = set(finding.claims) - set(told.claims)
    return len(rest) < len(finding.claims) and bool(rest) and all(claim in value.on_record for claim in rest)
