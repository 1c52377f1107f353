"""A name is one slip away from a known one, and no known name or word itself.

## What it checks
Countries, launch sites and families of missiles, where a word stands as one of them would: a site after its
preposition, a missile before its number. A letter too many, too few, another one, or two exchanged is a slip; what
spells a Korean name in two ways ("Hwasong", "Hwaseong") is none, nor is any name in the lists of names, in any
language, any city, county or island of the two Koreas ("Pukchong" beside "Pukchang"), or a word in the dictionary of
[pyspellchecker](https://pypi.org/project/pyspellchecker/). A country must be named rightly elsewhere in the text.

## Why it matters
A misspelt place is not found by search, nor by this tool.

## Flagged
North Korea fired a missile from the Wonson area on Sunday.
                                     ^^^^^^ The record has no place Wonson; it has Wonsan

## Not flagged
North Korea fired a missile from the Wonsan area on Sunday.
North Korea fired a Hwaseong-15 missile near Hamheung on Sunday.

## Fix
Suggested: the known name. Shown only, where there are several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.findings import Edit, Fix
from checker.record import Misspelt
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding, Safety

RULE = Rule(code="FC607", name="name-misspelt", severity="warning", looks_at=Misspelt, since="0.1")


def check(misspelt: Misspelt) -> Iterator[Finding]:
    """Flag the word and suggest the name."""
    safety: Safety = "suggested" if len(misspelt.names) == 1 else "shown"
    what = {"country": "country", "site": "place", "missile": "missile"}[misspelt.kind]
    yield RULE.finding(
        misspelt.span,
        f"The record has no {what} {misspelt.written}; it has {' and '.join(misspelt.names)}",
        evidence={"written": misspelt.written, "record": ", ".join(misspelt.names)},
        fixes=[Fix(f"Write {name}", (Edit(misspelt.span, name),), safety) for name in misspelt.names],
        sources=misspelt.sources,
    )
