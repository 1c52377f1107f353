"""From prose to claims and launches, sentence by sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from checker.claims.abroad import on_own_clock
from checker.claims.areas import areas
from checker.claims.assembly import Seen, assemble
from checker.claims.attribution import attributed, words
from checker.claims.beside import surrounded, values
from checker.claims.chronicle import Chronicle
from checker.claims.counts import counts
from checker.claims.durations import durations
from checker.claims.launches import Teller
from checker.claims.lengths import lengths
from checker.claims.missiles import classes, names
from checker.claims.restating import restated
from checker.claims.scene import Scene, quotations
from checker.claims.sites import sites
from checker.claims.speech import Memory, Word
from checker.claims.times import times
from checker.claims.understanding import Understanding
from checker.claims.whence import launch_zone, launchers, named_abroad, zone_of_named
from checker.claims.zones import zones
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.claims.beside import Quoted
    from checker.claims.setting import Setting
    from checker.claims.sighting import Sighting
    from checker.claims.understanding import Value
    from checker.figures import Figure
    from checker.prose import Prose
    from checker.source import Source

_CAPTURE = (lengths, durations, times, classes, names, counts, sites, areas, zones)


_Heard: TypeAlias = "tuple[Scene, tuple[Word, ...]]"


def understand(source: Source, prose: Prose, lexicon: Lexicon, setting: Setting) -> Understanding:
    """Read a text's claims, launches, pairs of figures, and weekdays beside dates."""
    seen: list[Seen] = []
    found_beside: list[Value] = []
    nearby: list[Figure] = []
    figures = 0
    home: str | None = None
    launching: set[str] = set()
    told_of: list[tuple[Scene, Quoted, str | None]] = []
    teller = Teller(setting.published)
    for scene, acts in _told(_scenes(prose, lexicon, setting)):
        figures += len(scene.reads) + len(scene.clocks)
        quoted_by: Quoted = partial(_quoted_by, scene, acts)
        nearby += [read.figure for read in scene.reads]
        launching |= {launcher.country for launcher in launchers(scene)}
        found = sorted(_found(scene), key=lambda s: (s.first, s.last, s.kind))
        local = launch_zone([scene], found, [name for act in acts for name in act.names]) or home
        home = home or local
        told_of.append((scene, quoted_by, local))
        again = restated(seen, scene)
        if again:
            at, seen[at], pair = again
            found_beside.append(pair)
            found = [sighting for sighting in found if sighting.quantity is not scene.quantities[0]]
        for sighting, told in zip(found, teller.launches_of(scene, found), strict=True):
            entry = sighting.kind == "date" and not sighting.first
            names, where = ((), ()) if entry else attributed(acts, sighting.first, sighting.last)
            seen.append(Seen(scene, sighting, told, names, where))
    seen = [item._replace(launch=teller.meant(item.launch, item.scene)) for item in seen]
    seen = on_own_clock(seen, home)
    claims, events = assemble(source, seen, teller.country_of, launching)
    if home is None and any(len(scene.clocks) > 1 for scene, *_ in told_of):
        home = zone_of_named([scene for scene, *_ in told_of])
    abroad = named_abroad([scene for scene, *_ in told_of], home)
    for scene, quoted_by, local in told_of:
        found_beside += values(scene, quoted_by, local or home, abroad)
    return Understanding(claims, events, surrounded(found_beside, nearby), figures)


def _found(scene: Scene) -> Iterator[Sighting]:
    for capture in _CAPTURE:
        yield from capture(scene)


def _scenes(prose: Prose, lexicon: Lexicon, setting: Setting) -> Iterator[_Heard]:
    """Yield each sentence with its speech acts, what the text was about before it kept in mind."""
    topic, memory, block, winding = "", Memory(), -1, False
    chronicle = Chronicle(prose, lexicon, setting)
    quoted = {number: quotations(prose.text, block.start, block.end) for number, block in enumerate(prose.blocks)}
    for sentence in sentences(prose, lexicon):
        if sentence.block != block:
            block, winding = sentence.block, False
        analysis = Analysis(sentence, lexicon)
        winding = winding or bool(analysis.of("winding"))
        scene = Scene(analysis, chronicle.setting_of(analysis), topic, winding, quoted[sentence.block])
        scene = chronicle.entered(scene)
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


def _quoted_by(scene: Scene, acts: Sequence[Word], first: int, last: int) -> str | None:
    if not scene.in_quotation(first):
        return None
    names, _ = attributed(acts, first, last)
    return ", ".join(names)
