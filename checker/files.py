"""The drafts that a command names: files, folders and patterns, less what .gitignore and settings leave out."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from checker.readers.folders import named
from checker.readers.formats import MEDIA_TYPES, STATEMENT_TYPES
from checker.settings.finding import real
from checker.settings.patterns import spec
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from checker.settings import Desks
    from checker.settings.desk import Desk

_IGNORE = ".gitignore"
_PATTERN = frozenset("*?[")


def expand(paths: Iterable[str | Path], desks: Desks, *, force: bool = False) -> tuple[list[str], list[InputError]]:
    """Return each file once, in the order given and within a folder by name, and what could not be found.

    A file that is named by itself is taken whatever is excluded, unless by `force`.
    """
    found: dict[str, None] = {}
    troubles = []
    for path in map(str, paths):
        try:
            if not force or os.path.isdir(path) or not os.path.exists(path) or _is_draft(path, desks):  # noqa: PTH110, PTH112
                found.update(dict.fromkeys(_expanded(path, desks)))
        except InputError as trouble:
            troubles.append(trouble)
    return list(found), troubles


def _expanded(path: str, desks: Desks) -> Iterable[str]:
    named(path)
    if path != "-" and os.path.isdir(path):  # noqa: PTH112 -- every run asks this of every file
        return _some(path, _walk(path, desks), "holds no draft")
    if _PATTERN.intersection(path) and not os.path.lexists(path):
        from glob import glob

        matches = sorted(glob(path, recursive=True))  # noqa: PTH207 -- a pattern may be absolute
        matches = [one for one in matches if not _is_pipe(Path(one))]
        each = (_walk(one, desks) if os.path.isdir(one) else (one,) for one in matches)  # noqa: PTH112
        return _some(path, (file for files in each for file in files), "matches no file")
    return (path,)


def _is_pipe(path: Path) -> bool:
    """Whether a path is a pipe or a device: nobody named it, and it would be waited for."""
    return path.exists() and not (path.is_file() or path.is_dir())


def _some(path: str, files: Iterable[str], problem: str) -> list[str]:
    found = list(files)
    if not found:
        raise InputError(path, problem, "check the path, and what .gitignore and the settings leave out")
    return found


def _is_draft(path: str, desks: Desks) -> bool:
    """Whether a file would be found in the folder of its settings, or in the working folder."""
    file = Path(path)
    desk = desks.of(path)
    leave_out = Exclusion(desk)
    top = real(desk.path.parent) if desk else Path.cwd()
    above = [each for each in Path(os.path.abspath(path)).parents if each != top and each.is_relative_to(top)]  # noqa: PTH100
    ignores = Ignores(top) if desk is None or desk.last("gitignore", default=True) else None
    return (
        leave_out.takes(file)
        and not any(each.name.startswith(".") or leave_out.excludes(each, folder=True) for each in above)
        and not (ignores and (ignores.ignored(file) or any(ignores.ignored(each, folder=True) for each in above)))
    )


def _walk(folder: str, desks: Desks) -> Iterator[str]:
    """Yield the drafts under a folder by name; links to folders and hidden folders are not entered."""
    ignores = Ignores(Path(folder))
    for here, folders, names in os.walk(folder):
        desk = desks.of(here)
        leave_out = Exclusion(desk)
        obeys = desk is None or desk.last("gitignore", default=True)
        kept = []
        for name in sorted(folders):
            path = Path(here, name)
            hidden = name.startswith(".") or leave_out.excludes(path, folder=True)
            if not hidden and not (obeys and ignores.ignored(path, folder=True)):
                kept.append(name)
        folders[:] = kept
        for name in sorted(names):
            path = Path(here, name)
            if leave_out.takes(path) and not _is_pipe(path) and not (obeys and ignores.ignored(path)):
                yield os.path.join(here, name).removeprefix(f".{os.sep}")  # noqa: PTH118


class Exclusion:
    """What the settings leave out of a folder: by `include` and `exclude`, and the sources of drafts."""

    def __init__(self, desk: Desk | None) -> None:
        """Take the settings file of a folder, or none."""
        self._desk = desk

    def takes(self, path: Path) -> bool:
        """Whether a file is a draft to check."""
        if self._include is None:
            kind = MEDIA_TYPES.get(path.suffix.lower()) if path.suffix else None
            wanted = kind is not None and kind not in STATEMENT_TYPES
        else:
            wanted = self._include.match_file(self._inside(path))
        return wanted and not self.excludes(path) and real(path) not in self._sources

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the settings exclude a file or folder."""
        return self._exclude is not None and self._exclude.match_file(self._inside(path) + "/" * folder)

    @cached_property
    def _include(self) -> GitIgnoreSpec | None:
        return self._spec("include")

    @cached_property
    def _exclude(self) -> GitIgnoreSpec | None:
        return self._spec("exclude")

    @cached_property
    def _sources(self) -> frozenset[Path]:
        if self._desk is None:
            return frozenset()
        named = (layer.values.get("sources", ()) for layer in self._desk.layers)
        homes = (layer.file.path.parent for layer in self._desk.layers)
        return frozenset(real(home / each) for home, paths in zip(homes, named, strict=True) for each in paths)

    def _spec(self, key: str) -> GitIgnoreSpec | None:
        patterns: Sequence[str] = self._desk.last(key, default=()) if self._desk else ()
        return spec(patterns) if patterns else None

    def _inside(self, path: Path) -> str:
        assert self._desk is not None  # noqa: S101 -- without one there is no pattern
        home = real(self._desk.path.parent)
        return Path(os.path.relpath(real(path), home)).as_posix()


class Ignores:
    """The .gitignore files of a folder, of those below it, and of those above it up to the repository's own."""

    def __init__(self, root: Path) -> None:
        """Begin with what holds for a folder itself."""
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        top = real(root)
        self._above = next((each for each in (top, *top.parents) if (each / ".git").exists()), top)

    def ignored(self, path: Path, *, folder: bool = False) -> bool:
        """Whether git would leave a file or folder out; one in a folder that is left out is not asked for."""
        whole = real(path.parent) / path.name
        for home in whole.parents:
            ignored = self._spec(home)
            if ignored is not None:
                said = ignored.check_file(whole.relative_to(home).as_posix() + "/" * folder).include
                if said is not None:
                    return said
            if home == self._above:
                break
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            try:
                lines = (folder / _IGNORE).read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:
                lines = []
            self._specs[folder] = spec(lines) if lines else None
        return self._specs[folder]
