"""Files that a command writes beside what it prints: whole or not at all, and never over what it has read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable


def save(path: str | Path, text: str, read: Iterable[str] = ()) -> None:
    """Write a file; InputError where it cannot be written, or is one of those that were read."""
    from checker.cli.replacing import put

    place = Path(path)
    try:
        if place.exists() and any(Path(each).exists() and place.samefile(each) for each in read):
            raise InputError(str(path), "has been read, and would be lost", "give what is written a file of its own")
        put(place, text.encode("utf-8"))
    except OSError as trouble:
        reason = (trouble.strerror or "unknown reason").lower()
        problem = f"cannot be written ({reason})"
        raise InputError(str(path), problem, "see to its folder and the space on the disk") from None
