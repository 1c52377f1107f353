"""The claims of a structured statement, whose figures need no grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.claims.claim import Claim
from checker.claims.clockwork import resolve
from checker.claims.understanding import Understanding
from checker.events import Event
from checker.figures.interval import stated

if TYPE_CHECKING:
    from checker.claims.claim import Kind
    from checker.figures.interval import Interval, Qualifier
    from checker.readers.statement import StatedFact, StatedLaunch, Statement
    from checker.source import Source


def stated_claims(source: Source, statement: Statement) -> Understanding:
    """Return a statement's claims, one launch after another."""
    claims: list[Claim] = []
    events: list[Event] = []
    for number, launch in enumerate(statement.launches, 1):
        event = f"e{number}"
        mine = [
            _claim(source, launch, fact, f"c{len(claims) + index}", event) for index, fact in enumerate(launch.facts, 1)
        ]
        claims += mine
        member = 1 + sum(earlier.date == launch.date for earlier in events)
        events.append(Event(event, launch.date, launch.country, tuple(claim.id for claim in mine), member))
    figures = sum(claim.interval is not None for claim in claims)
    return Understanding(tuple(claims), tuple(events), (), figures)


def _claim(source: Source, launch: StatedLaunch, fact: StatedFact, name: str, event: str) -> Claim:
    resolved = None
    if fact.kind == "time":
        local = _zone(launch)
        resolved = local and resolve(str(fact.value), fact.unit or "local", launch.date, local)
    elif fact.kind in {"date", "weekday"}:
        resolved = launch.date
    return Claim(
        id=name,
        kind=cast("Kind", fact.kind),
        text=source.words(fact.span),
        span=fact.span,
        value=fact.value,
        unit=fact.unit,
        qualifier=cast("Qualifier", fact.qualifier),
        interval=_interval(fact),
        figure=fact.span if fact.places else None,
        event=event,
        entity=fact.entity or _entity(fact),
        resolved=resolved,
    )


def _interval(fact: StatedFact) -> Interval | None:
    if not fact.places or fact.unit is None or isinstance(fact.value, (str, bool)):
        return None
    return stated(fact.value, fact.places, cast("Qualifier", fact.qualifier), fact.unit, about=fact.about)


def _entity(fact: StatedFact) -> str | None:
    from checker import gazetteer

    kinds = {"site": "sites", "missile_name": "missiles", "impact_area": "seas"}
    if fact.kind not in kinds:
        return None
    return gazetteer.names(cast("gazetteer.Kind", kinds[fact.kind])).get(gazetteer.fold(str(fact.value)))


def _zone(launch: StatedLaunch) -> str | None:
    """Return the zone of a launch, by its country where none is named; None where that is unknown too."""
    from checker import gazetteer

    if "/" in launch.timezone:
        return launch.timezone
    return next((c.zone for c in gazetteer.countries() if c.id == launch.country), None)
