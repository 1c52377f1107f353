"""A folder of statements stands for the files in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.formats import MEDIA_TYPES
from checker.trouble import InputError

if TYPE_CHECKING:
    from pathlib import Path


def files_in(path: Path) -> list[Path]:
    """Return the texts and statements in a folder and in those inside it, by name; a file stands for itself.

    Hidden files and other formats are passed over. InputError for a folder with nothing to read.
    """
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
