"""The missile cannot have flown over the land that the text names.

## What it checks
A land that the text says it flew over: Japan, its islands and prefectures, South Korea, Taiwan, and places of the
gazetteer. Flagged where every distance flown ends short of it, where no way from the launch site to the told landing
leads over it, or where none that does ends in the named sea. The site's radius, all that the distance's words allow and
100 km to either side count for the missile, as a track bends with the Earth's turning; of islands that Japan disputes
with its neighbours all count as Japan's here. Silent for cruise missiles, gliders and satellite launchers, for what may
be, for a sentence that may tell of another launch, and in a text that takes something back ("corrected", "initially").

## Why it matters
Sirens sound under a missile that flies over Japan. Few have.

## Flagged
North Korea fired a ballistic missile from Sunan. It flew about 700 km over Hokkaido, Tokyo said.
                                                                       ^^^^^^^^^^^^^ ends short of Hokkaido

## Not flagged
North Korea fired a ballistic missile from Sunan. It flew about 2,700 km over Hokkaido, Tokyo said.
North Korea fired a ballistic missile from Sunan. It flew about 700 km and did not pass over Hokkaido, Tokyo said.

## Fix
None: it cannot be told which of them is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.overflights import Overflight
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.earth.flying import Against
    from checker.earth.lands import Land
    from checker.findings import Finding

RULE = Rule(code="FC205", name="overflight-impossible", severity="error", looks_at=Overflight, since="0.1")
SHOWN = {"distance": "the distance flown", "landing": "the landing", "sea": "told with it"}


def check(told: Overflight) -> Iterator[Finding]:
    """Flag an overflight that site, distances, landing and sea do not allow."""
    if told.denied or not told.account.of_kind("site"):
        return
    from checker.earth.flying import impossible, withdrawn
    from checker.earth.overflights import land

    over = land(told.land)
    against = impossible(told.account, over) if over and not withdrawn(told.account) else None
    if over is None or against is None:
        return
    site = against.site
    yield RULE.finding(
        told.span,
        _message(told, over, against),
        claims=[site.claim.id, *(claim.id for claim in against.claims)],
        related=[
            *(Related(claim.span, SHOWN[against.why]) for claim in against.claims),
            Related(site.claim.span, "the launch site"),
        ],
        evidence={
            "land": over.name,
            "site": f"{site.point[0]:.2f} N, {site.point[1]:.2f} E, within {site.radius:.6g} km",
            "nearest_land": f"{against.away:.0f} km",
        },
    )


def _message(told: Overflight, over: Land, against: Against) -> str:
    from checker.earth.told import landings
    from checker.earth.wording import km, placed

    name, quote = against.site.name, told.account.quote
    if against.why == "landing":
        where = " or ".join(placed(told.account, each) for each in landings(told.account))
        return f"No way from {name} to {where} leads over {over.name}"
    flown = " or ".join(quote(claim) for claim in against.claims if claim.kind == "range")
    if against.why == "sea":
        return f"No way of {flown} from {name} leads over {over.name} and ends {quote(against.claims[-1])}"
    return f"A flight of {flown} from {name} ends short of {over.name}, which begins about {km(against.away)} km away"
