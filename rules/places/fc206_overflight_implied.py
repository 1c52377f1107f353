"""The told landing lies behind Japan: the missile flew over it, and the text does not say so, or denies it.

## What it checks
The launch site and one landing told by distance and direction from a place. Where every way from the one to the other
leads over Japan or its straits, up to 100 km to either side allowed for the Earth's turning, a text without a word of a
flight over Japan gets a note. Where it denies the flight, and every way leads over land, disputed islands left out, it
is an error.

## Why it matters
The flight over Japan is the news. A landing in the Pacific without it is told half.

## Flagged
North Korea fired a ballistic missile from Sunan. It fell in the Pacific about 1,180 km east of Cape Erimo.
                                                                         ^^^^^^^^^^^^^^ leads over Japan

## Not flagged
North Korea fired a ballistic missile from Sunan. It flew over Japan and fell about 1,180 km east of Cape Erimo.
North Korea fired a ballistic missile from Sunan. It fell about 200 km west of Oshima-Oshima.

## Fix
None: say what it flew over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.earth.overflights import Overflight
from checker.events import Account
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC206", name="overflight-implied", severity="note", looks_at=Account | Overflight, since="0.1")


def check(told: Account | Overflight) -> Iterator[Finding]:
    """Flag a denied overflight that the landing forces, and note one that nothing is said of."""
    if isinstance(told, Overflight):
        yield from _denied(told)
    elif told.of_kind("site") and told.of_kind("distance_from_place"):
        yield from _unsaid(told)


def _denied(told: Overflight) -> Iterator[Finding]:
    account = told.account
    if not told.denied or not account.of_kind("site") or not account.of_kind("distance_from_place"):
        return
    from checker.earth.flying import forced, japan
    from checker.earth.overflights import land
    from checker.earth.wording import placed

    over = japan() if told.land == "country:JPN" else land(told.land)
    landing = forced(account, over, strictly=True) if over else None
    if over is None or landing is None:
        return
    site = account.of_kind("site")[0]
    yield RULE.finding(
        told.span,
        f"Every way to {placed(account, landing)} leads over {over.name}",
        severity="error",
        claims=[site.id, landing.claim.id],
        related=[Related(landing.claim.span, "the landing"), Related(site.span, "the launch site")],
        evidence={"land": over.name},
    )


def _unsaid(account: Account) -> Iterator[Finding]:
    from checker.earth.flying import forced, japan, unsaid
    from checker.earth.wording import placed

    landing = forced(account, japan(), strictly=False) if unsaid(account) else None
    if landing is None:
        return
    site = account.of_kind("site")[0]
    yield RULE.finding(
        landing.claim.span,
        f"Every way to {placed(account, landing)} leads over Japan or its straits; the text does not say so",
        claims=[landing.claim.id, site.id],
        related=[Related(site.span, "the launch site")],
        evidence={"land": "Japan"},
    )
