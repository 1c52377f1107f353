"""The library's front door: check a text, a file, or many files against their sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__, data
from checker.batch import outcomes
from checker.drafts import Asked, Drafts, Outcome, one, only_draft
from checker.engine import Options, Understood, understand, well_formed
from checker.files import expand
from checker.frozen import dataclass
from checker.readers import read_file, read_text
from checker.readers.folders import files_in
from checker.readers.front_matter import iso_date
from checker.readers.limits import limits_from
from checker.report import Document, Report
from checker.settings import Desks
from checker.settings.values import NONE, Settings
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.batch import Progress
    from checker.fixing import Mended
    from checker.readers import Draft
    from checker.timing import Clock


@dataclass(frozen=True, slots=True)
class Fixed:
    """A draft and its fixes: the path as given, the byte-order mark before the text, the text before and after."""

    path: str
    mark: str
    mended: Mended

    @property
    def before(self) -> str:
        """The whole text of the file."""
        return self.mark + self.mended.before.source.text

    @property
    def after(self) -> str:
        """The whole text with its fixes."""
        return self.mark + self.mended.after.source.text


def check_text(
    text: str,
    *,
    name: str = "<text>",
    published: str | None = None,
    timezone: str | None = None,
    media_type: str = "text/plain",
    sources: Sequence[str | Path] = (),
    settings: str | Path | None = None,
    records: Sequence[str | Path] = (),
) -> Report:
    """Check a text against itself and against source files.

    `published` is an ISO date and `timezone` an IANA zone, for a text that does not say; `media_type` is text/plain,
    text/markdown or text/html. The text's front matter may name further sources, from the working folder on.
    `settings` is a settings file; without it none is looked for. `records` are a desk's own record files. Raise
    InputError where the text, a source, a record or the settings cannot be read.
    """
    asked = Asked(
        published, timezone, settings=_own(records), reads_settings=settings is not None, config=_path(settings)
    )
    drafts = Drafts(_held(asked))
    desk = drafts.desks.settings(name)
    draft = only_draft(read_text(_text(text, name), name, media_type, limits_from(desk.limits)))
    held_against = (*sources, *draft.metadata.sources, *desk.sources)
    paths = dict.fromkeys(file for path in held_against for file in files_in(path))
    checked, theirs = one(draft, drafts.options(desk, name), [read_file(path, limits=draft.limits) for path in paths])
    return _report([Outcome(name, checked, tuple(theirs))])


def check_file(
    path: str | Path,
    *,
    published: str | None = None,
    timezone: str | None = None,
    sources: Sequence[str | Path] = (),
    settings: str | Path | None = None,
    records: Sequence[str | Path] = (),
) -> Report:
    """Check one file; its own front matter may name further sources. Raise InputError where one cannot be read.

    `published` and `timezone` hold where the file does not say. `settings` is a settings file; without it none is
    looked for. `records` are a desk's own record files.
    """
    asked = Asked(
        published,
        timezone,
        tuple(map(str, sources)),
        _own(records),
        reads_settings=settings is not None,
        config=_path(settings),
    )
    outcome = Drafts(_held(asked)).checked(str(path))
    if outcome.troubles:
        raise outcome.troubles[0]
    return _report([outcome])


def check_paths(
    paths: Iterable[str | Path],
    asked: Asked | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> tuple[Report, tuple[InputError, ...]]:
    """Check many files, and return what could not be read beside the report on the others.

    Folders and patterns stand for the drafts in them. A draft with a source that cannot be read is checked without
    it. `jobs` are processes, None for as many as serve; the report is the same for any number. Raise InputError for
    a publication date or a time zone that is none.
    """
    asked = replace(_held(asked or Asked()), timing=clock is not None)
    files, troubles = expand(paths, _desks(asked), force=asked.force_exclude)
    found = []
    for outcome in outcomes(asked, files, jobs, progress):
        found.append(outcome)
        troubles += outcome.troubles
        if clock is not None and outcome.clock is not None:
            clock.add(outcome.clock)
    return _report(found), _once(troubles)


def fix_paths(
    paths: Iterable[str | Path], asked: Asked | None = None, *, unsafe: bool = False
) -> tuple[tuple[Fixed, ...], tuple[InputError, ...]]:
    """Make the safe fixes of drafts, and the suggested ones where `unsafe`; write nothing. Else as `check_paths`."""
    from checker.fixing import mend

    drafts = Drafts(_held(asked or Asked()))
    files, troubles = expand(paths, drafts.desks, force=drafts.asked.force_exclude)
    fixed = []
    for path in files:
        try:
            opened = drafts.opened(path)
            draft, options, others = opened.draft, opened.options, opened.sources

            def again(text: str, *, draft: Draft = draft, options: Options = options) -> Document:
                read = read_text(draft.mark + text, draft.source.name, draft.media_type, draft.limits)
                return one(read, options, others)[0].document  # noqa: B023 -- called before the next draft is opened

            before = one(draft, options, others)[0].document
            fixed.append(Fixed(path, draft.mark, mend(before, again, unsafe=unsafe)))
            troubles += opened.troubles
        except InputError as trouble:
            troubles.append(trouble)
    return tuple(fixed), _once(troubles)


def understand_paths(paths: Iterable[str | Path], asked: Asked | None = None) -> tuple[Report, tuple[InputError, ...]]:
    """Read the claims of drafts and of statements, and hold them against no rule; else as `check_paths`."""
    drafts = Drafts(_held(asked or Asked()))
    files, troubles = expand(paths, drafts.desks, force=drafts.asked.force_exclude)
    documents = []
    for path in files:
        try:
            desk = drafts.desks.settings(drafts.asked.stdin_name if path == "-" else path)
            draft = drafts.read(path, desk)
            options = drafts.options(replace(desk, baseline=None), draft.source.name)
            documents.append(well_formed(understand(draft, options)).document)
        except InputError as trouble:
            troubles.append(trouble)
    return Report(tuple(documents), version=__version__), _once(troubles)


def compare_paths(paths: Iterable[str | Path], asked: Asked | None = None) -> tuple[Report, tuple[InputError, ...]]:
    """Compare statements and reports with each other, none of them the draft; else as `check_paths`.

    A folder stands for the texts and statements in it.
    """
    from checker.joining.together import together

    drafts = Drafts(_held(asked or Asked()))
    told: dict[str | Path, Understood] = {}
    troubles = []
    for path in map(str, paths):
        try:
            for file in [path] if path == "-" else map(str, files_in(path)):
                desk = drafts.desks.settings(drafts.asked.stdin_name if file == "-" else file)
                draft = drafts.read(file, desk)
                options = drafts.options(replace(desk, baseline=None), draft.source.name)
                key = file if file == "-" else Path(file).resolve()
                told.setdefault(key, well_formed(understand(draft, options, "source")))
        except InputError as trouble:
            troubles.append(trouble)
    rows, left = together([(one.document, one.speaker) for one in told.values()])
    documents = tuple(one.document for one in told.values())
    return Report(documents, rows, version=__version__, unjoined=left), _once(troubles)


def _text(value: object, name: str) -> str:
    """Return what is text; InputError for anything else, and for text that no file could hold."""
    from checker.schemata import SURROGATE

    if not isinstance(value, str):
        remedy = "decode it first" if isinstance(value, bytes) else "give it as a str"
        raise InputError(name, f"is {type(value).__name__}, not text", remedy)
    half = None if value.isascii() else SURROGATE.search(value)
    if half:
        line = value.count("\n", 0, half.start()) + 1
        raise InputError(f"{name}:{line}", f"holds half a character (U+{ord(half[0]):04X})", "decode it as UTF-8")
    return value


def _own(records: Sequence[str | Path]) -> Settings:
    """Return the settings that name a desk's own record files; none of them are NONE itself."""
    return Settings(record=tuple(map(str, records))) if records else NONE


def _path(settings: str | Path | None) -> str | None:
    return None if settings is None else str(settings)


def _desks(asked: Asked) -> Desks:
    return Desks(asked.config, isolated=not asked.reads_settings)


def _held(asked: Asked) -> Asked:
    """Return what is asked with its date as ISO writes it.

    InputError for a date, a zone, a record or a folder that is none.
    """
    if asked.settings.record:
        from checker.record.lookup import record

        record(asked.settings.record)
    if asked.cache is not None and Path(asked.cache).exists() and not Path(asked.cache).is_dir():
        raise InputError(asked.cache, "is no folder, and can hold no cache", "name a folder, which may be new")
    if asked.timezone is not None:
        from checker.schemata import is_zone

        if not is_zone(asked.timezone):
            raise InputError(asked.timezone, "there is no such time zone", "give an IANA name such as Asia/Seoul")
    if asked.published is None:
        return asked
    return replace(asked, published=iso_date(asked.published, "the publication date"))


def _once(troubles: Iterable[InputError]) -> tuple[InputError, ...]:
    """Return each trouble once, as many drafts as may have met it."""
    return tuple({str(trouble): trouble for trouble in troubles}.values())


def _report(found: Sequence[Outcome]) -> Report:
    """Put the drafts before the sources; a file may be both, a draft and the source of another."""
    checked = [each.checked for each in found if each.checked is not None]
    documents = {(each.document.path, "draft"): each.document for each in checked}
    for outcome in found:
        for source in outcome.sources:
            documents.setdefault((source.path, "source"), source)
    return Report(
        tuple(documents.values()),
        tuple(row for each in checked for row in each.agreement),
        tuple(aside for each in checked for aside in each.suppressed),
        version=__version__,
        record=data.record_version(),
        unjoined=tuple(left for each in checked for left in each.unjoined),
    )
