"""The missile, class or site of a known launch is another in the record.

## What it checks
The name of the missile, its class and the place of a launch that the record has, against all that was published of
it. A family stands for its members, a variant for its missile, and "ballistic" for every class but a cruise missile.
Places are held against each other by their distance, beyond what each of them covers. A name that the draft only
believes ("an apparent Hwasong-12") is let be, and so is what was announced at first ("initially").

## Why it matters
A class given to the wrong missile, or a missile to the wrong day, changes what the launch meant.

## Flagged
On Nov. 29, 2017, North Korea fired a Hwasong-14 that flew 950 km.
                                      ^^^^^^^^^^ Hwasong-14; the record has Hwasong-15

## Not flagged
On Nov. 29, 2017, North Korea fired a Hwasong-15 that flew 950 km.
On Nov. 29, 2017, North Korea fired a ballistic missile that flew 950 km.

## Fix
None: look at the sources of the entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.writing import listed
from checker.record import Counted, Known
from checker.record.citing import cited, entries_named, name_of
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.claims.claim import Kind
    from checker.findings import Finding
    from checker.record.entries import Entry

RULE = Rule(code="FC608", name="record-name-disagrees", severity="warning", looks_at=Known | Counted, since="0.1")
FIELDS: dict[Kind, str] = {"missile_name": "missile", "missile_class": "class", "site": "site"}


def check(known: Known | Counted) -> Iterator[Finding]:
    """Flag each asserted name that no entry of the launch has, and a nuclear test that was a launch."""
    if isinstance(known, Counted):
        if known.slip == "kind":
            yield RULE.finding(known.span, known.message, evidence=known.evidence, sources=known.sources)
        return
    for claim in known.differing(*FIELDS):
        if claim.qualifier == "exact":
            yield _finding(claim, known.entries)


def _finding(claim: Claim, entries: tuple[Entry, ...]) -> Finding:
    field = FIELDS[claim.kind]
    values = [value for entry in entries for value in entry.of(field)]
    names = listed(list(dict.fromkeys(name_of(value) for value in values)))
    return RULE.finding(
        claim.span,
        f"The draft says {' '.join(claim.text.split())}; the record has {names} for {entries_named(entries)}",
        claims=(claim.id,),
        evidence={"entry": ";".join(entry.id for entry in entries), "record": names},
        sources=cited(entries, values),
    )
