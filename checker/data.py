"""The folders `rules`, `schemas` and `seeds`: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

Folder: TypeAlias = Literal["rules", "schemas", "seeds"]
_HERE = Path(__file__).resolve().parent


@cache
def folder(name: Folder) -> Path:
    """Return the folder of that name."""
    inside = _HERE / name
    return inside if inside.is_dir() else _HERE.parent / name


def read(name: Folder, path: str) -> str:
    """Return the text of a file in one of the folders."""
    return (folder(name) / path).read_text(encoding="utf-8")


@cache
def record_version() -> str:
    """Return the version of the public record: the day on the first line of its head."""
    with (folder("seeds") / "record" / "record.toml").open(encoding="utf-8") as head:
        return head.readline().partition('"')[2].partition('"')[0]
