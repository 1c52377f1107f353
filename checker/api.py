"""The library's front door: check a text, a file, or many files against their sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.engine import Options, Understood, check, understand
from checker.readers import read_bytes, read_file, read_text
from checker.readers.front_matter import iso_date
from checker.report import Agreement, Document, Report
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.readers import Draft


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
    or text/markdown. Raise InputError where the text or a source cannot be read.
    """
    options = _options(published, timezone)
    draft = read_text(text, name, media_type)
    return _report([_one(draft, options, [read_file(Path(path)) for path in sources])])


def check_file(
    path: str | Path,
    *,
    published: str | None = None,
    timezone: str | None = None,
    sources: Sequence[str | Path] = (),
) -> Report:
    """Check one file; its own front matter may name further sources. Raise InputError where one cannot be read."""
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

    The path "-" stands for `stdin`, shown under `stdin_name`. A draft with a source that cannot be read is checked
    without it. Raise InputError for a publication date or a time zone that is none.
    """
    options = _options(published, timezone)
    troubles: list[InputError] = []
    common = _readable(sources, Path(), troubles)
    checked: list[_Checked] = []
    for path in paths:
        try:
            draft = _stdin(stdin, stdin_name) if str(path) == "-" else read_file(Path(path))
        except InputError as trouble:
            troubles.append(trouble)
            continue
        folder = Path() if str(path) == "-" else Path(path).parent
        own = _readable(draft.metadata.sources, folder, troubles)
        try:
            checked.append(_one(draft, options, [*common, *own]))
        except InputError as trouble:
            troubles.append(trouble)
    return _report(checked), tuple(dict.fromkeys(troubles))


_Checked = tuple[Document, tuple[Agreement, ...], tuple[Document, ...]]


def _stdin(data: bytes | None, name: str | None) -> Draft:
    name = name or "<stdin>"
    from checker.readers.reading import media_type_of

    return read_bytes(data or b"", name, media_type_of(Path(name).suffix if name != "<stdin>" else "", name))


def _readable(paths: Iterable[str | Path], folder: Path, troubles: list[InputError]) -> list[Draft]:
    found = []
    for path in paths:
        try:
            found.append(read_file(folder / path))
        except InputError as trouble:
            troubles.append(trouble)
    return found


def _one(draft: Draft, options: Options, sources: Sequence[Draft]) -> _Checked:
    mine = understand(draft, options)
    theirs = [_as_source(source, mine.document.published) for source in sources]
    document, rows = check(mine, theirs)
    return document, rows, tuple(source.document for source in theirs)


def _as_source(source: Draft, published: str | None) -> Understood:
    """Understand a source; one without a date takes the draft's."""
    options = Options(published if source.metadata.published is None else source.metadata.published)
    return understand(source, options, "source")


def _options(published: str | None, timezone: str | None) -> Options:
    if timezone is not None:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            ZoneInfo(timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise InputError(timezone, "there is no such time zone", "give an IANA name such as Asia/Seoul") from None
    return Options(None if published is None else iso_date(published, "the publication date"), timezone)


def _report(checked: Sequence[_Checked]) -> Report:
    documents: dict[str, Document] = {}
    for document, _, _ in checked:
        documents[document.path] = document
    for _, _, sources in checked:
        for source in sources:
            documents.setdefault(source.path, source)
    agreement = tuple(row for _, rows, _ in checked for row in rows)
    return Report(tuple(documents.values()), agreement, version=__version__)
