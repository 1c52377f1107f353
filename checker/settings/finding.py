"""Where the settings of a draft are: the nearest settings file upwards. Most drafts have none, and must not wait."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checker.settings.values import NONE, Settings

if TYPE_CHECKING:
    from checker.settings.desk import Desk

NAME = "factcheck.toml"
PROJECT = "pyproject.toml"


class Desks:
    """Finds the settings of files, each settings file read once."""

    def __init__(self, config: str | Path | None = None, *, isolated: bool = False) -> None:
        """Take one settings file for all, or the nearest upwards of each, or none."""
        self._config = None if config is None else Path(config)
        self._isolated = isolated
        self._near: dict[str, Desk | None] = {}

    def of(self, path: str | Path | None) -> Desk | None:
        """Return the settings file of a file or folder, for None of the working folder; InputError where it is none."""
        if self._isolated:
            return None
        if self._config is not None:
            return self._loaded("", self._config)
        start = os.path.abspath(path or ".")  # noqa: PTH100 -- as fast as can be: every run asks, few have settings
        return self._nearest(start if os.path.isdir(start) else os.path.dirname(start))  # noqa: PTH112, PTH120

    def settings(self, path: str | Path | None) -> Settings:
        """Return what the settings file of a file says for it."""
        desk = self.of(path)
        return NONE if desk is None else desk.for_file(path)

    def _nearest(self, folder: str) -> Desk | None:
        if folder not in self._near:
            parent = os.path.dirname(folder)  # noqa: PTH120
            found = settings_file(folder)
            if found is not None:
                self._loaded(folder, Path(found))
            else:
                self._near[folder] = None if parent == folder else self._nearest(parent)
        return self._near[folder]

    def _loaded(self, key: str, path: Path) -> Desk | None:
        if key not in self._near:
            from checker.settings.desk import load

            self._near[key] = load(path)
        return self._near[key]


def settings_file(folder: str) -> str | None:
    """Return the settings file in a folder: factcheck.toml, else pyproject.toml if it speaks of factcheck."""
    own = os.path.join(folder, NAME)  # noqa: PTH118
    if os.path.isfile(own):  # noqa: PTH113
        return own
    project = os.path.join(folder, PROJECT)  # noqa: PTH118
    try:
        # Most projects have no such table, and need not wait for a TOML parser.
        with open(project, "rb") as file:  # noqa: PTH123
            text = file.read()
    except OSError:
        return None
    return project if b"factcheck" in text and _has_table(project) else None


def _has_table(path: str) -> bool:
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123
            tool = tomllib.load(file).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return True  # for `read` to complain of, with its line
    return isinstance(tool, dict) and "factcheck" in tool


def real(path: str | Path) -> Path:
    """Return a path without links; of links that lead round, as far as they lead: `Path.resolve` would raise."""
    return Path(os.path.realpath(path))


def shown(path: Path) -> str:
    """Return a path as a person at this folder would write it, with "/"."""
    try:
        return real(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
