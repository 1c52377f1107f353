"""A settings file, what it extends, and what it says for one draft."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.settings.finding import real, shown
from checker.settings.patterns import spec
from checker.settings.toml import File, read
from checker.settings.values import NONE, Settings, settings_from
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATHS = ("sources", "record", "rule_folders", "baseline")
DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Layer:
    """Keys of a settings file, for the files that a pattern names or for all; `table` is where they stand."""

    file: File
    values: Mapping[str, Any]
    table: tuple[str, ...] = ()

    @property
    def pattern(self) -> str | None:
        """The pattern of the files that it is for, None for all."""
        return self.table[1] if self.table else None

    def place(self, *keys: str) -> str:
        """Return the file and line of a key, by all that lead to it."""
        return self.file.place(*self.table, *keys)


@dataclass(frozen=True)
class Desk:
    """A settings file, and before it those that it extends; `files` has the one that counts least first."""

    files: tuple[File, ...]

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.files[-1].path

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """What the files say, what counts least first: of each file its own keys, then its patterns in order."""
        return tuple(layer for file in self.files for layer in _layers(file))

    def for_file(self, path: str | Path | None) -> Settings:
        """Return what holds for a file, None for a text without one; paths in it are ready to be opened."""
        found = NONE
        for layer in self.layers_for(path):
            places = {
                rule: layer.place(key)
                for key in ("select", "enable", "ignore", "severity", "tolerance")
                for rule in layer.values.get(key, ())
            }
            values = {key: _opened(layer, key, value) for key, value in layer.values.items()}
            found = settings_from(values, "settings", places).over(found)
        return found

    def layers_for(self, path: str | Path | None) -> Iterator[Layer]:
        """Yield the layers that hold for a file, what counts least first."""
        for layer in self.layers:
            if layer.pattern is None or (path is not None and _matches(layer, Path(path))):
                yield layer

    def last(self, key: str, default: Any) -> Any:
        """Return a value that is not for one draft, such as `exclude`, from the file that counts most."""
        return next((file.values[key] for file in reversed(self.files) if key in file.values), default)


def load(path: Path) -> Desk:
    """Read a settings file and those that it extends; InputError where one cannot be read or they go in a circle."""
    chain = [read(path)]
    while (above := chain[-1].values.get("extend")) is not None:
        below = chain[-1]
        file = below.path.parent / above
        if len(chain) == DEEPEST or any(real(file) == real(one.path) for one in chain):
            problem = f"extends {shown(file)}, which comes back to it"
            raise InputError(below.place("extend"), problem, "take one of the extends out")
        if not file.is_file():
            raise InputError(below.place("extend"), f"there is no settings file {above}", "check the path")
        chain.append(read(file))
    return Desk(tuple(reversed(chain)))


def _layers(file: File) -> Iterator[Layer]:
    yield Layer(file, {key: value for key, value in file.values.items() if key not in {"files", "extend"}})
    for pattern, values in file.values.get("files", {}).items():
        yield Layer(file, values, ("files", pattern))


def _matches(layer: Layer, path: Path) -> bool:
    """Whether a pattern, read from its settings file's folder on as git would, names a file."""
    try:
        inside = real(path).relative_to(real(layer.file.path.parent)).as_posix()
    except ValueError:
        return False
    return spec([layer.pattern or ""]).match_file(inside)


def _opened(layer: Layer, key: str, value: Any) -> Any:
    """Return a value with its paths made ready: a file's paths start from its own folder."""
    if key not in PATHS:
        return value
    folder = layer.file.path.parent
    return shown(folder / value) if isinstance(value, str) else [shown(folder / each) for each in value]
