"""A folder of statements stands for the files in it."""

from __future__ import annotations

from pathlib import Path

from checker.readers.formats import MEDIA_TYPES
from checker.trouble import InputError


def named(path: str) -> str:
    """Return a path that was asked for; InputError where it is empty, which Python takes for the working folder."""
    if not path:
        raise InputError(repr(path), "is no path", "name a file, a folder or a pattern")
    return path


def files_in(asked: str | Path) -> list[Path]:
    """Return the texts and statements in a folder and in those inside it, by name; a file stands for itself.

    Hidden files and other formats are passed over. InputError for a folder with nothing to read,
    and for an empty path.
    """
    path = Path(named(str(asked)))
    if not path.is_dir():
        return [path]
    found = [
        file
        for file in sorted(path.rglob("*"))
        if file.suffix
        and file.suffix.lower() in MEDIA_TYPES
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    ]
    if not found:
        raise InputError(str(path), "is a folder with no text or statement in it", "name the files, or put them there")
    return found
