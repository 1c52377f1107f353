"""From prose to claims and launches, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from checker.claims.areas import areas
from checker.claims.attribution import Memory, Word, attributed, words
from checker.claims.beside import figure_pairs, weekday_dates
from checker.claims.claim import Claim, Conversion
from checker.claims.clockwork import resolve
from checker.claims.counts import counts
from checker.claims.durations import durations
from checker.claims.launches import Launch, Teller
from checker.claims.lengths import lengths
from checker.claims.missiles import classes, names
from checker.claims.modality import modality
from checker.claims.scene import Scene, Setting, quotations
from checker.claims.sites import sites
from checker.claims.times import times
from checker.claims.understanding import Understanding
from checker.claims.whence import launch_zone, launching_country
from checker.claims.zones import zones
from checker.events import Event
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.claims.sighting import Sighting
    from checker.figures.figure import FigurePair, WeekdayDate
    from checker.prose import Prose
    from checker.source import Source, Span

_CAPTURE = (lengths, durations, times, classes, names, counts, sites, areas, zones)


_Heard: TypeAlias = "tuple[Scene, tuple[Word, ...]]"


@dataclass(frozen=True, slots=True)
class _Seen:
    scene: Scene
    sighting: Sighting
    launch: Launch
    names: tuple[str, ...]
    where: tuple[tuple[int, int], ...]


def understand(source: Source, prose: Prose, lexicon: Lexicon, setting: Setting) -> Understanding:
    """Read a text's claims, launches, pairs of figures, and weekdays beside dates."""
    seen: list[_Seen] = []
    pairs: list[FigurePair] = []
    days: list[WeekdayDate] = []
    figures = 0
    teller = Teller(setting.published)
    for scene, acts in _told(_scenes(prose, lexicon, setting)):
        figures += len(scene.reads) + len(scene.clocks)
        quoted_by = partial(_quoted_by, scene, acts)
        pairs += figure_pairs(scene, quoted_by)
        days += weekday_dates(scene, quoted_by)
        found = sorted(_found(scene), key=lambda s: (s.first, s.last, s.kind))
        launch = teller.launch_of(scene, found)
        aside = min((mark.last for mark in scene.analysis.of("background_clause")), default=len(scene.tokens))
        for sighting in found:
            told = launch if sighting.first < aside else Launch(None, background=True)
            entry = sighting.kind == "date" and not sighting.first
            names, where = ((), ()) if entry else attributed(acts, sighting.first, sighting.last)
            seen.append(_Seen(scene, sighting, told, names, where))
    return _claims(source, seen, tuple(pairs), tuple(days), figures)


def _found(scene: Scene) -> Iterator[Sighting]:
    for capture in _CAPTURE:
        yield from capture(scene)


def _scenes(prose: Prose, lexicon: Lexicon, setting: Setting) -> Iterator[_Heard]:
    """Yield each sentence with its speech acts, what the text was about before it kept in mind."""
    topic, memory, anchor, block = "", Memory(), setting, -1
    quoted = {number: quotations(prose.text, block.start, block.end) for number, block in enumerate(prose.blocks)}
    for sentence in sentences(prose, lexicon):
        if sentence.block != block:
            block, anchor = sentence.block, setting
        scene = Scene(Analysis(sentence, lexicon), anchor, topic, quoted[sentence.block])
        if (
            not sentence.text[: scene.tokens[0].start - sentence.start].strip()
            and scene.days
            and not scene.days[0].first
        ):
            anchor = _entry(scene, setting)
            scene = replace(scene, setting=anchor)
        acts, memory = words(scene, memory)
        if not acts and memory.names and scene.in_quotation(0) and scene.quoted[0][0] < scene.tokens[0].start:
            acts = (Word(memory.names, 0, 0, 0, len(scene.tokens)),)
        yield scene, acts
        topic = scene.after()


def _told(scenes: Iterable[_Heard]) -> Iterator[_Heard]:
    """Give the first sentences of a quotation the speaker that only its last one names."""
    waiting: list[Scene] = []
    for scene, acts in scenes:
        goes_on = (
            bool(waiting)
            and scene.in_quotation(0)
            and scene.analysis.sentence.block == waiting[-1].analysis.sentence.block
        )
        if waiting and not (goes_on and not acts):
            names = tuple(dict.fromkeys(name for act in acts for name in act.names)) if goes_on else ()
            for earlier in waiting:
                yield earlier, (Word(names, 0, 0, 0, len(earlier.tokens)),) if names else ()
            waiting = []
        if not acts and scene.quotation_open:
            waiting.append(scene)
        else:
            yield scene, acts
    for earlier in waiting:
        yield earlier, ()


def _entry(scene: Scene, setting: Setting) -> Setting:
    """Return the setting of a chronology's entry, whose own date resolves the days told in it."""
    date = scene.days[0].resolved(None)
    return replace(setting, published=date) if date else setting


def _claims(
    source: Source,
    seen: Sequence[_Seen],
    pairs: tuple[FigurePair, ...],
    days: tuple[WeekdayDate, ...],
    figures: int,
) -> Understanding:
    launches: dict[Launch, str] = {}
    for item in seen:
        if item.sighting.kind != "other_distance":
            launches.setdefault(item.launch, f"e{len(launches) + 1}")
    claims: list[Claim] = []
    for number, item in enumerate(sorted(seen, key=lambda i: _span(i).start), 1):
        claims.append(_claim(source, item, f"c{number}", launches.get(item.launch)))
    claims = _resolved(claims, seen, launches)
    events = tuple(
        Event(
            name,
            launch.date,
            launching_country(_told_of(seen, launch)[0]),
            tuple(c.id for c in claims if c.event == name),
        )
        for launch, name in launches.items()
    )
    return Understanding(tuple(claims), tuple(e for e in events if e.claims), pairs, days, figures)


def _span(item: _Seen) -> Span:
    tokens = item.scene.tokens
    prose = item.scene.analysis.sentence.prose
    return prose.span(tokens[item.sighting.first].start, tokens[item.sighting.last - 1].end)


def _claim(source: Source, item: _Seen, name: str, event: str | None) -> Claim:
    sighting, scene = item.sighting, item.scene
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    span = _span(item)
    figure = sighting.quantity.read.figure if sighting.quantity else None
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
        event=None if sighting.kind == "other_distance" else event,
        entity=sighting.entity,
        resolved=sighting.resolved,
        basis=sighting.basis,
        scope="quotation" if scene.in_quotation(sighting.first) else scene.analysis.sentence.scope.value,
        attribution_spans=tuple(
            prose.span(tokens[first].start, tokens[last - 1].end) for first, last in item.where if last > first
        ),
    )


def _conversions(source: Source, item: _Seen) -> Iterator[Conversion]:
    sighting, prose, tokens = item.sighting, item.scene.analysis.sentence.prose, item.scene.tokens
    if sighting.quantity:
        for read in sighting.quantity.conversions:
            figure = read.figure
            yield Conversion(
                source.words(figure.span),
                figure.span,
                figure.value,
                figure.unit,
                figure.qualifier,
                figure.interval,
            )
    if sighting.conversion:
        clock = sighting.conversion
        span = prose.span(tokens[clock.number].start, tokens[clock.last - 1].end)
        yield Conversion(source.words(span), span, clock.value, clock.zone or "local", "exact")


def _resolved(claims: list[Claim], seen: Sequence[_Seen], launches: dict[Launch, str]) -> list[Claim]:
    """Give each clock time its instant in UTC, where the launch's date is known."""
    dates = {name: launch.date for launch, name in launches.items()}
    zones = {name: launch_zone(*_told_of(seen, launch)) for launch, name in launches.items()}
    made = []
    for claim in claims:
        date = dates.get(claim.event or "")
        if claim.kind == "time" and date:
            zone = zones.get(claim.event or "")
            if zone is None:
                made.append(claim)
                continue
            moment = resolve(str(claim.value), claim.unit or "local", date, zone)
            conversions = tuple(
                replace(c, resolved=resolve(str(c.value), c.unit, date, zone)) for c in claim.conversions
            )
            made.append(replace(claim, resolved=moment, conversions=conversions))
        else:
            made.append(claim)
    return made


def _told_of(seen: Sequence[_Seen], launch: Launch) -> tuple[list[Scene], list[Sighting], list[str]]:
    """Return the sentences, sightings and speakers of a launch."""
    mine = [item for item in seen if item.launch == launch]
    scenes = list({id(item.scene): item.scene for item in mine}.values())
    return scenes, [item.sighting for item in mine], [name for item in mine for name in item.names]


def _quoted_by(scene: Scene, acts: Sequence[Word], first: int, last: int) -> str | None:
    if not scene.in_quotation(first):
        return None
    names, _ = attributed(acts, first, last)
    return ", ".join(names)
