"""Files that a command writes beside what it prints: whole or not at all, and never over what it has read."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.drafts import Asked
    from checker.report import Report

_LINE = re.compile(r"(?::\d+){1,2}$")


def save(path: str | Path, text: str, read: Iterable[str | Path] = ()) -> None:
    """Write a file; InputError where it cannot be written, or is one of those that were read."""
    from checker.cli.replacing import put, unwritten

    place = Path(path)
    try:
        if place.exists() and any(Path(each).exists() and place.samefile(each) for each in read):
            raise InputError(str(path), "has been read, and would be lost", "give what is written a file of its own")
        put(place, text.encode("utf-8"))
    except OSError as trouble:
        raise unwritten(path, trouble) from None


def inputs(paths: Iterable[str], wants: Asked, report: Report, troubles: Iterable[InputError]) -> Iterator[str | Path]:
    """Yield what a check of paths has read: texts, those that it refused too, settings, records and a desk's rules."""
    from checker.settings import Desks

    drafts = [document.path for document in report.documents]
    refused = [_LINE.sub("", trouble.place) for trouble in troubles]
    yield from chain(drafts, refused, (path for path in paths if Path(path).is_file()))
    yield from chain(wants.sources, wants.settings.record)
    yield from filter(None, (wants.config, wants.baseline))
    desks = Desks(wants.config, isolated=not wants.reads_settings)
    for path in chain([None], drafts, refused):
        try:
            desk = desks.of(path)
        except InputError:
            continue  # It is among those refused, and no draft was read with it.
        if desk is not None:
            settings = desk.for_file(path)
            yield from chain((file.path for file in desk.files), settings.sources, settings.record)
            yield from filter(None, [settings.baseline])
            yield from chain.from_iterable(Path(folder).rglob("*.py") for folder in settings.rule_folders)
