"""A figure is right only in another unit, or its unit is none.

## What it checks
A word after a number that is one slip away from a unit (`497mhp`, `500 kilomters`), and a speed of `March
17`; a conversion that was never filled in (`1,000 km (miles)`, `435|mi|km`); and a figure in brackets that is
the conversion of the first but for its unit: `1,500 km (930 km)`, `300 km (190 mph)`. Of a launch, the same
number given in two units (`flew 998 km`, and later `998 miles`), and a flight in metres or feet beside
another figure of it that makes them kilometres.

## Why it matters
The number was copied and the unit was not. Readers take 998 miles for 1,600 kilometres.

## Flagged
It flew at 497mhp before it fell.
           ^^^^^^ "mhp" is no unit; mph?
It flew 1,000 km (miles) before it fell.
        ^^^^^^^^^^^^^^^^ the conversion was not filled in; 1,000 km is 621 miles
It flew 1,500 km (930 km) before it fell.
        ^^^^^^^^^^^^^^^^^ 930 km is given for 1,500 km; 930 miles would be right
North Korea's missile flew 998 km on Sunday. The missile flew 998 miles before it fell.
                                                              ^^^^^^^^^ 998 km elsewhere

## Not flagged
It flew at 497 mph before it fell.
It flew 1,500 km (930 miles) before it fell.
It rose to 1,500 km (1,600 km by another count) before it fell.

## Fix
Suggested: the unit that was meant, or the conversion filled in. None in a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.relabelled import Relabelled, relabelled_claims
from checker.events import Account
from checker.figures.conversions import written
from checker.figures.slips import BlankConversion, GarbledUnit, MislabelledPair
from checker.figures.writing import phrase, phrase_in, quoted, recast, relabelled
from checker.findings import Edit, Fix, Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(
    code="FC109",
    name="unit-suspect",
    severity="warning",
    looks_at=GarbledUnit | BlankConversion | MislabelledPair | Account,
    since="0.1",
    refines=("FC304", "FC311", "FC312"),
)


def check(value: GarbledUnit | BlankConversion | MislabelledPair | Account) -> Iterator[Finding]:
    """Flag a unit that is none, is missing, or makes a figure fit only if it were another."""
    if isinstance(value, GarbledUnit):
        yield _garbled(value)
    elif isinstance(value, BlankConversion):
        yield _blank(value)
    elif isinstance(value, MislabelledPair):
        yield _mislabelled(value)
    else:
        for each in relabelled_claims(value):
            yield _of_launch(value, each)


def _garbled(value: GarbledUnit) -> Finding:
    meant = Fix(f"Write {value.meant}", (Edit(value.unit_span, value.meant),))
    return RULE.finding(
        value.span,
        f'"{value.garbled}" is no unit; {value.meant}?{quoted(value.quoted_by)}',
        evidence={"as_written": value.text, "meant": value.meant},
        fixes=[meant] if value.quoted_by is None and value.whole else [],
    )


def _blank(value: BlankConversion) -> Finding:
    blanks = (value, *value.again)
    figure, whole = value.figure, all(each.blank.whole for each in blanks)
    fix = Fix(f"Write {_filled(value)}", tuple(_fill(each) for each in blanks))
    return RULE.finding(
        value.span,
        f"the conversion was not filled in; {phrase(figure)} is {phrase_in(figure, value.blank)}"
        + quoted(value.quoted_by),
        related=[Related(each.span, "nor was this one") for each in value.again]
        or [Related(value.blank.span, "no figure")],
        evidence={"figure": f"{figure.ends[0]:.12g} {figure.unit}", "unit": value.blank.unit},
        fixes=[fix] if whole and all(each.quoted_by is None for each in blanks) else [],
    )


def _fill(value: BlankConversion) -> Edit:
    text = f"{phrase(value.figure)} ({_filled(value)})" if value.template else _filled(value)
    return Edit(value.span if value.template else value.blank.span, text)


def _filled(value: BlankConversion) -> str:
    return recast(value.figure, value.blank).text


def _mislabelled(value: MislabelledPair) -> Finding:
    first, second = value.first, value.second
    new = relabelled(second, value.unit, value.unit_text)
    would = phrase(new) if new else f"{second.ends[0]:,.12g} {value.unit_text}"
    return RULE.finding(
        value.span,
        f"{phrase(second)} is given for {phrase(first)}; {would} would be right{quoted(value.quoted_by)}",
        related=[Related(second.span, f"{would}?")],
        evidence={"first": phrase(first), "second": phrase(second), "meant": value.unit},
        fixes=[written(second, new)] if new and value.quoted_by is None and second.whole else [],
    )


def _of_launch(account: Account, value: Relabelled) -> Finding:
    claim, other = value.claim, value.other
    return RULE.finding(
        claim.span,
        f"{account.quote(claim)} here, {value.beside}; is the unit wrong?{quoted(claim.quoted_by)}",
        claims=(claim.id, other.id),
        related=[Related(other.span, "the other figure")],
        evidence={"here": account.quote(claim), "elsewhere": account.quote(other), "meant": value.unit},
    )
