"""The library's front door: check a text, a file, or many files against their sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from checker import __version__
from checker.engine import Checked, Options, Understood, check, understand, well_formed
from checker.readers import read_bytes, read_file, read_text
from checker.readers.front_matter import iso_date
from checker.report import Document, Report
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.fixing import Mended
    from checker.readers import Draft

_T = TypeVar("_T")


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
) -> Report:
    """Check a text against itself and against source files.

    `published` is an ISO date and `timezone` an IANA zone, for a text that does not say; `media_type` is text/plain
    or text/markdown. The text's front matter may name further sources, from the working folder on. Raise InputError
    where the text or a source cannot be read.
    """
    options = _options(published, timezone)
    draft = _draft(read_text(_text(text, name), name, media_type))
    paths = dict.fromkeys(map(Path, (*sources, *draft.metadata.sources)))
    return _report([_one(draft, options, [read_file(path) for path in paths])])


def check_file(
    path: str | Path,
    *,
    published: str | None = None,
    timezone: str | None = None,
    sources: Sequence[str | Path] = (),
) -> Report:
    """Check one file; its own front matter may name further sources. Raise InputError where one cannot be read.

    `published` and `timezone` hold where the file does not say.
    """
    report, troubles = check_paths([path], sources=sources, published=published, timezone=timezone)
    if troubles:
        raise troubles[0]
    return report


def check_paths(
    paths: Iterable[str | Path],
    *,
    sources: Sequence[str | Path] = (),
    published: str | None = None,
    timezone: str | None = None,
    stdin: bytes | None = None,
    stdin_name: str | None = None,
) -> tuple[Report, tuple[InputError, ...]]:
    """Check many files, and return what could not be read beside the report on the others.

    The path "-" stands for `stdin`, shown under `stdin_name`. `published` and `timezone` hold where a file does not
    say. A draft with a source that cannot be read is checked without it. Raise InputError for a publication date or
    a time zone that is none.
    """
    options = _options(published, timezone)

    def work(_: str, draft: Draft, others: Sequence[Draft]) -> tuple[Checked, list[Document]]:
        return _one(draft, options, others)

    checked, troubles = _each(paths, sources, stdin, stdin_name, work)
    return _report(checked), troubles


def fix_paths(
    paths: Iterable[str | Path],
    *,
    unsafe: bool = False,
    sources: Sequence[str | Path] = (),
    published: str | None = None,
    timezone: str | None = None,
    stdin: bytes | None = None,
    stdin_name: str | None = None,
) -> tuple[tuple[Fixed, ...], tuple[InputError, ...]]:
    """Make the safe fixes of drafts, and the suggested ones where `unsafe`; write nothing. Else as `check_paths`."""
    from checker.fixing import mend

    options = _options(published, timezone)

    def work(path: str, draft: Draft, others: Sequence[Draft]) -> Fixed:
        def again(text: str) -> Document:
            read = read_text(draft.mark + text, draft.source.name, draft.media_type)
            return _one(read, options, others)[0].document

        return Fixed(path, draft.mark, mend(_one(draft, options, others)[0].document, again, unsafe=unsafe))

    fixed, troubles = _each(paths, sources, stdin, stdin_name, work)
    return tuple(fixed), troubles


def understand_paths(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    timezone: str | None = None,
    stdin: bytes | None = None,
    stdin_name: str | None = None,
) -> tuple[Report, tuple[InputError, ...]]:
    """Read the claims of drafts and of statements, and hold them against no rule; else as `check_paths`."""
    options = _options(published, timezone)
    troubles: list[InputError] = []
    documents = []
    for path in dict.fromkeys(map(str, paths)):
        try:
            documents.append(well_formed(understand(_read(path, stdin, stdin_name), options)).document)
        except InputError as trouble:
            troubles.append(trouble)
    return Report(tuple(documents), version=__version__), tuple(troubles)


def _each(
    paths: Iterable[str | Path],
    sources: Sequence[str | Path],
    stdin: bytes | None,
    stdin_name: str | None,
    work: Callable[[str, Draft, Sequence[Draft]], _T],
) -> tuple[list[_T], tuple[InputError, ...]]:
    """Do some work on each draft and its sources, and return what could not be read beside what was made."""
    troubles: list[InputError] = []
    common = _readable(map(Path, sources), troubles)
    made = []
    for path in dict.fromkeys(map(str, paths)):
        try:
            draft = _draft(_read(path, stdin, stdin_name))
            folder = Path() if path == "-" else Path(path).parent
            own = _readable((folder / source for source in draft.metadata.sources), troubles)
            made.append(work(path, draft, _others(path, {**common, **own}, troubles)))
        except InputError as trouble:
            troubles.append(trouble)
    return made, tuple(dict.fromkeys(troubles))


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


def _draft(draft: Draft) -> Draft:
    """Return what can be checked; InputError for a statement, which has nothing to hold it against."""
    if draft.is_statement:
        remedy = "give it as a source of the draft that rests on it (--source)"
        raise InputError(draft.source.name, "is a statement, not a draft", remedy)
    return draft


def _read(path: str, stdin: bytes | None, stdin_name: str | None) -> Draft:
    if path != "-":
        return read_file(Path(path))
    name = stdin_name or "<stdin>"
    from checker.readers.reading import media_type_of

    return read_bytes(stdin or b"", name, media_type_of(Path(name).suffix if stdin_name else "", name))


def _readable(paths: Iterable[Path], troubles: list[InputError]) -> dict[Path, Draft]:
    found = {}
    for path in paths:
        try:
            found[path] = read_file(path)
        except InputError as trouble:
            troubles.append(trouble)
    return found


def _others(path: str, sources: dict[Path, Draft], troubles: list[InputError]) -> list[Draft]:
    """Return the sources without the draft itself, and each file once."""
    kept: dict[Path, Draft] = {}
    for source, draft in sources.items():
        if path != "-" and Path(path).samefile(source):
            problem = "is given as its own source, and would bear itself out"
            troubles.append(InputError(path, problem, "give the statement that it rests on"))
        else:
            kept.setdefault(source.resolve(), draft)
    return list(kept.values())


def _one(draft: Draft, options: Options, sources: Sequence[Draft]) -> tuple[Checked, list[Document]]:
    mine = well_formed(understand(draft, options))
    theirs = [_as_source(source, mine.document.published, options.timezone) for source in sources]
    return check(mine, theirs), [source.document for source in theirs]


def _as_source(source: Draft, published: str | None, timezone: str | None) -> Understood:
    """Understand a source; one without a date takes the draft's."""
    return well_formed(understand(source, Options(published, timezone), "source"))


def _options(published: str | None, timezone: str | None) -> Options:
    if timezone is not None:
        from checker.schemata import is_zone

        if not is_zone(timezone):
            raise InputError(timezone, "there is no such time zone", "give an IANA name such as Asia/Seoul")
    return Options(None if published is None else iso_date(published, "the publication date"), timezone)


def _report(checked: Sequence[tuple[Checked, list[Document]]]) -> Report:
    """Put the drafts before the sources; a file may be both, a draft and the source of another."""
    documents = {(one.document.path, "draft"): one.document for one, _ in checked}
    for _, sources in checked:
        for source in sources:
            documents.setdefault((source.path, "source"), source)
    return Report(
        tuple(documents.values()),
        tuple(row for one, _ in checked for row in one.agreement),
        tuple(aside for one, _ in checked for aside in one.suppressed),
        version=__version__,
        unjoined=tuple(left for one, _ in checked for left in one.unjoined),
    )
