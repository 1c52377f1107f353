"""One draft at a time: read it with its settings and sources, and check it. What drafts share is read once."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker.engine import Checked, Options, Understood, check, understand, well_formed
from checker.frozen import dataclass
from checker.readers import read_bytes, read_file
from checker.readers.folders import files_in
from checker.readers.limits import limits_from
from checker.settings import NONE, Desks
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from checker.readers import Draft
    from checker.readers.limits import Limits
    from checker.report import Document
    from checker.settings import Settings
    from checker.timing import Clock


@dataclass(frozen=True, slots=True)
class Asked:
    """What one call asks for all of its drafts.

    `settings` are those of a command line. Settings files are looked for only where `reads_settings`: the one at
    `config`, else of each draft the nearest upwards. `knows_nothing` leaves every baseline aside, and
    `force_exclude` leaves out of the files named what would be left out of a folder. The path "-" stands for `stdin`,
    shown under `stdin_name`. `media_type` is that of all drafts, None where each one's name and text tell it.
    `cache` is a folder in which findings are kept; the report then has no claims.
    """

    published: str | None = None
    timezone: str | None = None
    sources: tuple[str, ...] = ()
    settings: Settings = NONE
    reads_settings: bool = False
    config: str | None = None
    baseline: str | None = None
    knows_nothing: bool = False
    force_exclude: bool = False
    stdin: bytes | None = None
    stdin_name: str | None = None
    media_type: str | None = None
    timing: bool = False
    cache: str | None = None


class Opened(NamedTuple):
    """A draft as read, how it is to be checked, the sources it is held against, and what could not be read."""

    draft: Draft
    options: Options
    sources: tuple[Draft, ...]
    troubles: tuple[InputError, ...]


class Outcome(NamedTuple):
    """What came of one path: the draft checked, with its sources, or only what could not be read."""

    path: str
    checked: Checked | None = None
    sources: tuple[Document, ...] = ()
    troubles: tuple[InputError, ...] = ()
    clock: Clock | None = None


class Drafts:
    """Opens and checks the drafts of one call."""

    def __init__(self, asked: Asked) -> None:
        """Keep what is asked; nothing is read yet."""
        self.asked = asked
        self.desks = Desks(asked.config, isolated=not asked.reads_settings)
        self._sources: dict[tuple[Path, Limits], Draft | InputError] = {}
        self._baselines: dict[str, Mapping[str, Mapping[str, int]]] = {}

    def checked(self, path: str) -> Outcome:
        """Check the draft at a path."""
        clock = _clock() if self.asked.timing else None
        try:
            with _stage(clock, "read"):
                opened = self.opened(path)
            options = replace(opened.options, clock=clock)
            checked, sources = self._one(opened.draft, options, opened.sources)
        except InputError as trouble:
            return Outcome(path, troubles=(trouble,), clock=clock)
        return Outcome(path, checked, tuple(sources), opened.troubles, clock)

    def _one(self, draft: Draft, options: Options, sources: Sequence[Draft]) -> tuple[Checked, list[Document]]:
        """Check a draft, or say again what came of it; with a cache there is no claim, nor any source, in either."""
        if self.asked.cache is None:
            return one(draft, options, sources)
        from checker.cache import Cache, bare

        cache = Cache(self.asked.cache)
        with _stage(options.clock, "look into the cache"):
            found = cache.find(draft, options, sources)
        if found is None:
            found = bare(one(draft, options, sources)[0])
            cache.keep(draft, options, sources, found)
        return found, []

    def opened(self, path: str) -> Opened:
        """Read the draft at a path, its settings and its sources; InputError where the draft cannot be read."""
        name = self.asked.stdin_name if path == "-" else path
        desk = self.desks.settings(name)
        draft = only_draft(self.read(path, desk))
        options = self.options(desk, draft.source.name)
        folder = Path() if path == "-" else Path(path).parent
        named: list[str | Path] = [*self.asked.sources, *(folder / source for source in draft.metadata.sources)]
        troubles: list[InputError] = []
        common = [Path(source) for source in desk.sources if not _same(path, Path(source))]
        found = self._read_sources(path, [*named, *common], draft.limits, troubles)
        sources = _others(path, found, troubles)
        return Opened(draft, options, tuple(sources), tuple(troubles))

    def options(self, desk: Settings, name: str) -> Options:
        """Return how a draft is to be checked whose settings file says so much."""
        asked = self.asked
        baseline = None if asked.knows_nothing else asked.baseline or desk.baseline
        return Options(
            asked.published or desk.published,
            asked.timezone or desk.timezone,
            desk,
            asked.settings,
            self._known(baseline, name) if baseline else {},
        )

    def read(self, path: str, desk: Settings) -> Draft:
        """Read a path, or standard input for "-", as far as its settings file allows."""
        limits = limits_from(desk.limits)
        if path != "-":
            return read_file(Path(path), self.asked.media_type, limits)
        return read_bytes(self.asked.stdin or b"", self.asked.stdin_name or "<stdin>", self.asked.media_type, limits)

    def _known(self, baseline: str, name: str) -> Mapping[str, int]:
        from checker.baseline import key, read_baseline

        if baseline not in self._baselines:
            self._baselines[baseline] = read_baseline(Path(baseline))
        return self._baselines[baseline].get(key(name, Path(baseline)), {})

    def _read_sources(
        self, draft: str, paths: Iterable[str | Path], limits: Limits, troubles: list[InputError]
    ) -> dict[Path, Draft]:
        """Read sources, those in a folder for the folder, in which the draft itself may stand."""
        found = {}
        for path in paths:
            try:
                files = [file for file in files_in(path) if file == Path(path) or not _same(draft, file)]
            except InputError as trouble:
                troubles.append(trouble)
                continue
            for file in files:
                source = self._read_source(file, limits)
                if isinstance(source, InputError):
                    troubles.append(source)
                else:
                    found[file] = source
        return found

    def _read_source(self, path: Path, limits: Limits) -> Draft | InputError:
        key = path, limits
        if key not in self._sources:
            try:
                self._sources[key] = read_file(path, limits=limits)
            except InputError as trouble:
                self._sources[key] = trouble
        return self._sources[key]


def one(draft: Draft, options: Options, sources: Sequence[Draft]) -> tuple[Checked, list[Document]]:
    """Check a draft against its sources, and return what was understood of them beside."""
    with _stage(options.clock, "understand"):
        mine = well_formed(understand(draft, options))
    with _stage(options.clock, "understand sources"):
        theirs = [as_source(source, mine.document.published, options.timezone) for source in sources]
    with _stage(options.clock, "compare and apply rules"):
        return check(mine, theirs), [source.document for source in theirs]


def as_source(source: Draft, published: str | None, timezone: str | None) -> Understood:
    """Understand a source; one without a date takes the draft's."""
    return well_formed(understand(source, Options(published, timezone), "source"))


def only_draft(draft: Draft) -> Draft:
    """Return what can be checked; InputError for a statement, which has nothing to hold it against."""
    if draft.is_statement:
        remedy = "give it as a source of the draft that rests on it (--source)"
        raise InputError(draft.source.name, "is a statement, not a draft", remedy)
    return draft


def _others(path: str, sources: dict[Path, Draft], troubles: list[InputError]) -> list[Draft]:
    """Return the sources without the draft itself, and each file once."""
    kept: dict[Path, Draft] = {}
    for source, draft in sources.items():
        if _same(path, source):
            problem = "is given as its own source, and would bear itself out"
            troubles.append(InputError(path, problem, "give the statement that it rests on"))
        else:
            kept.setdefault(source.resolve(), draft)
    return list(kept.values())


def _same(path: str, source: Path) -> bool:
    return path != "-" and source.exists() and Path(path).samefile(source)


def _clock() -> Clock:
    from checker.timing import Clock

    return Clock()


def _stage(clock: Clock | None, name: str) -> AbstractContextManager[None]:
    return nullcontext() if clock is None else clock.stage(name)
