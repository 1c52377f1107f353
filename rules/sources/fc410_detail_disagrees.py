"""A detail of a launch is not what the source gives: missile, class, site, day or clock time.

## What it checks
The class and the name of the missile, the launch site, the date, the weekday and the clock time, against every
source's account of the same launch. A detection and a launch some minutes apart are one moment, a place inside
another is no other place, and "ballistic" says less than a class and is no other one. Where the draft names the
speaker, that speaker's account is asked first; otherwise what any source bears out is let be. A day is compared where
the sentence, or all else that is said of the launch, is the same.

## Why it matters
A detail that is wrong is copied for years, and makes one launch into two in every list.

## Flagged
[South Korea JCS] North Korea fired an intermediate-range ballistic missile from Sunan at 2:55 p.m. on Jan. 14.
North Korea fired a missile from Sunan at 4:55 p.m. on Jan. 14.
                                          ^^^^^^^^^ The draft says 4:55 p.m.; South Korea JCS says 2:55 p.m.

## Not flagged
[Japan MOD] North Korea fired a ballistic missile from Sunan at 2:53 p.m. on Jan. 14.
North Korea fired an intermediate-range ballistic missile from Pyongyang at 2:55 p.m. on Jan. 14.

## Fix
None: ask the speaker.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.events import Comparison
from checker.figures.writing import date_in_words
from checker.hearing import Heard, again, heard, once, ruled_out, told
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account
    from checker.findings import Finding

RULE = Rule(code="FC410", name="detail-disagrees", severity="warning", looks_at=Comparison, since="0.1")
KINDS = ("missile_class", "missile_name", "site", "time")
LANDING = "landing"
DAYS = ("date", "weekday")
# Clocks of the region, beside which a day is the region's.
AT_HOME = frozenset({"local", "KST", "JST"})


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each detail that the speaker named, or every source that speaks, rules out."""
    for kind in KINDS:
        for claims, source in _against(comparison, kind):
            yield _finding(claims, source)
    yield from _days(comparison)


def _against(comparison: Comparison, kind: str) -> list[tuple[list[Claim], Heard]]:
    """Return the details of a kind that are ruled out, with what rules each out.

    Beside a detail that is right another one may be of something else, such as a model that it is compared with:
    then it takes the source's own sentence to rule it out.
    """
    mine = told(comparison, kind)
    said = {claim.id: heard(comparison, claim) for claim in mine}
    # The time of a landing says nothing of that of the launch.
    right = {claim.basis == LANDING for claim in mine if any(one.same for one in said[claim.id])}
    asked = [claim for claim in mine if (claim.basis == LANDING) not in right or comparison.twins.get(claim.id)]
    return once(asked, lambda claim: ruled_out(claim, said[claim.id]))


def _finding(claims: Sequence[Claim], source: Heard) -> Finding:
    claim = claims[0]
    words = " ".join(claim.text.split())
    return RULE.finding(
        claim.span,
        f"The draft says {words}; {source.says()}",
        claims=[claim.id for claim in claims],
        related=[*again(claims), source.related],
        evidence={"draft": claim.entity or str(claim.value), "source": source.claim.entity or str(source.claim.value)},
        sources=[source.cited],
    )


def _days(comparison: Comparison) -> Iterator[Finding]:
    """Flag the day of a launch that a source tells of in the same words, or with the same details, as another day's."""
    draft = comparison.draft
    if comparison.days:
        claim, account, there = comparison.days[0]
        claims = sorted({one.id: one for one, _, _ in comparison.days}.values(), key=lambda one: one.span)
        words, own = (" ".join(one.text.split()) for one in (claim, there))
        told = f'{account.speaker or account.path} says {own} ("{account.phrase(there)}", {account.place(there)})'
        yield _of_day(claims, f"The draft says {words}; {told}", account, there)
        return
    mine = [claim for kind in DAYS for claim in draft.of_kind(kind) if claim.resolved == draft.event.date]
    others = [account for account in comparison.sources if account.path in comparison.other_day]
    if not mine or not others or len(others) < len(comparison.sources):
        return
    account = others[0]
    if _may_be_right(draft, account):
        return
    claims = sorted(mine, key=lambda claim: claim.span)
    days = [claim for kind in DAYS for claim in account.of_kind(kind)]
    first = min(days, key=lambda claim: claim.span, default=None)
    day = date_in_words(account.event.date or "")
    place = f'("{account.phrase(first)}", {account.place(first)})' if first else f"({account.path})"
    words = " ".join(claims[0].text.split())
    speaker = account.speaker or account.path
    message = f"The draft says {words}; by all else this is the launch that {speaker} dates to {day} {place}"
    yield _of_day(claims, message, account, first)


def _may_be_right(draft: Account, account: Account) -> bool:
    """Whether two days may be one: on either side of an ocean, or the same weekday, from which a week was reckoned."""
    apart = abs((date.fromisoformat(draft.event.date or "") - date.fromisoformat(account.event.date or "")).days)
    home = all(any(claim.unit in AT_HOME for claim in one.of_kind("time")) for one in (draft, account))
    return apart % 7 == 0 or (apart == 1 and not home)


def _of_day(claims: Sequence[Claim], message: str, account: Account, there: Claim | None) -> Finding:
    return RULE.finding(
        claims[0].span,
        message,
        claims=[claim.id for claim in claims],
        related=again(claims),
        evidence={"draft": claims[0].resolved, "source": there.resolved if there else account.event.date},
        sources=[account.cite(there)] if there else [account.path],
    )
