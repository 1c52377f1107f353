"""Make claims and launches of what was seen in the sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.claim import Claim, Conversion
from checker.claims.clockwork import named_zone, resolve
from checker.claims.modality import modality
from checker.claims.whence import launch_zone, launching_country, site_country
from checker.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from checker.claims.launches import Launch
    from checker.claims.scene import Scene
    from checker.claims.sighting import Sighting
    from checker.source import Source, Span


class Seen(NamedTuple):
    """A sighting in its sentence, with its launch, who says it, and the tokens where the text says so."""

    scene: Scene
    sighting: Sighting
    launch: Launch
    names: tuple[str, ...]
    where: tuple[tuple[int, int], ...]

    @property
    def span(self) -> Span:
        """Where the sighting stands in the source."""
        tokens, prose = self.scene.tokens, self.scene.analysis.sentence.prose
        return prose.span(tokens[self.sighting.first].start, tokens[self.sighting.last - 1].end)


def assemble(
    source: Source, seen: Sequence[Seen], country_of: Callable[[Launch], str | None], launching: Collection[str]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Return the claims in the order of the text, each with its launch, and the launches.

    `country_of` gives the country that a launch was told to be of, where it was; `launching` are those that launch
    anywhere in the text: of one alone are the launches of nobody.
    """
    told: dict[Launch, list[Seen]] = {}
    for item in seen:
        if item.sighting.kind != "other_distance":
            told.setdefault(item.launch, []).append(item)
    names = {launch: f"e{number}" for number, launch in enumerate(told, 1)}
    countries = {launch: _country(launch, items, country_of(launch)) for launch, items in told.items()}
    named = {*launching, *countries.values()} - {None}
    if len(named) == 1:
        countries = dict.fromkeys(countries, named.pop())
    zones = {launch: _zone(items, countries[launch]) for launch, items in told.items()}
    placed = sorted(((item.span, item) for item in seen), key=lambda pair: pair[0].start)
    claims: list[Claim] = []
    mine: dict[Launch, list[str]] = {launch: [] for launch in told}
    for number, (span, item) in enumerate(placed, 1):
        event = None if item.sighting.kind == "other_distance" else names[item.launch]
        claim = _claim(source, item, span, f"c{number}", event)
        if event:
            mine[item.launch].append(claim.id)
            claim = _resolved(claim, item.launch.date, zones[item.launch])
        claims.append(claim)
    days = Counter[tuple[str | None, int]]()
    events: list[Event] = []
    for launch in told:
        days[launch.date, launch.background] += 1
        member = days[launch.date, launch.background]
        events.append(Event(names[launch], launch.date, countries[launch], tuple(mine[launch]), member))
    return tuple(claims), tuple(events)


def _country(launch: Launch, items: Sequence[Seen], known: str | None) -> str | None:
    """Return who launched, by the text around it, by its own sentences, or by where it was."""
    sightings = [item.sighting for item in items]
    return launch.country or known or launching_country(_scenes(items)) or site_country(sightings)


def _scenes(items: Sequence[Seen]) -> list[Scene]:
    return list({id(item.scene): item.scene for item in items}.values())


def _zone(items: Sequence[Seen], country: str | None) -> str | None:
    if not any(item.sighting.kind == "time" for item in items):
        return None
    sightings = [item.sighting for item in items]
    return launch_zone(_scenes(items), sightings, [name for item in items for name in item.names], country)


def _claim(source: Source, item: Seen, span: Span, name: str, event: str | None) -> Claim:
    sighting, scene = item.sighting, item.scene
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    figure = sighting.quantity.read.figure if sighting.quantity else None
    where = (prose.span(tokens[first].start, tokens[last - 1].end) for first, last in item.where if last > first)
    return Claim(
        id=name,
        kind=sighting.kind,
        text=source.words(span),
        span=span,
        value=sighting.value,
        unit=sighting.unit,
        qualifier=sighting.qualifier,
        interval=figure.interval if figure else None,
        figure=figure.span if figure else None,
        conversions=tuple(_conversions(source, item)),
        attributed_to=item.names,
        modality=modality(scene, sighting),
        event=event,
        entity=sighting.entity,
        resolved=sighting.resolved,
        basis=sighting.basis,
        scope="quotation" if scene.in_quotation(sighting.first) else scene.analysis.sentence.scope.value,
        attribution_spans=tuple(where),
    )


def _conversions(source: Source, item: Seen) -> Iterator[Conversion]:
    sighting, prose, tokens = item.sighting, item.scene.analysis.sentence.prose, item.scene.tokens
    for read in sighting.quantity.conversions if sighting.quantity else ():
        figure = read.figure
        words = source.words(figure.span)
        yield Conversion(words, figure.span, figure.value, figure.unit, figure.qualifier, figure.interval)
    clock = sighting.conversion
    if clock:
        span = prose.span(tokens[clock.number].start, tokens[clock.last - 1].end)
        yield Conversion(source.words(span), span, clock.value, clock.zone or "local", "exact")


def _resolved(claim: Claim, date: str | None, zone: str | None) -> Claim:
    """Give a clock time its instant in UTC, where the launch's date and zone are known."""
    zone = zone or named_zone(claim.unit)
    if claim.kind != "time" or date is None or zone is None:
        return claim
    return replace(
        claim,
        resolved=resolve(str(claim.value), claim.unit or "local", date, zone),
        conversions=tuple(replace(c, resolved=resolve(str(c.value), c.unit, date, zone)) for c in claim.conversions),
    )
