"""Put new bytes in the place of a file's, whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from checker.trouble import InputError

if TYPE_CHECKING:
    from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Replace the content of a file, or of the file that a link leads to, if it is still `old`.

    The bytes go to a file beside it that then takes its name, with its mode and, where the system lets us, its owner.
    Raise InputError where it cannot be written or has changed meanwhile; it then stays as it is.
    """
    try:
        target = path.resolve(strict=True)
        now = target.stat()
        if not stat.S_ISREG(now.st_mode):
            raise InputError(str(path), "is no ordinary file", "give it on standard input, as -")
        # Root may write anything, and a folder lets us replace a file that may not be written: ask the mode as well.
        if not (now.st_mode & _WRITABLE and os.access(target, os.W_OK)):
            raise InputError(str(path), "is read-only", "make it writable, or save factcheck diff as a patch")
        if target.read_bytes() != old:
            raise InputError(str(path), "was changed while it was being checked", "run the command again")
        _put(target, new, now)
    except OSError as trouble:
        raise unwritten(path, trouble, "it is as it was; see to its folder and the space on the disk") from None


def unwritten(
    path: str | Path, trouble: OSError, remedy: str = "see to its folder and the space on the disk"
) -> InputError:
    """Return what is said of a file that the system did not let us write."""
    return InputError(str(path), f"cannot be written ({(trouble.strerror or 'unknown reason').lower()})", remedy)


def put(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file whole or not at all, over one that is there; OSError where it cannot be.

    A file that is there keeps its mode and owner; a new one gets `mode`, else what the system gives new files. A
    terminal, a pipe or a device is written to, and stays.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        path.write_bytes(data)
    elif path.exists():
        target = path.resolve()
        _put(target, data, target.stat(), mode)
    else:
        _put(path, data, None, mode)


def _put(target: Path, data: bytes, like: os.stat_result | None, mode: int | None = None) -> None:
    from tempfile import mkstemp

    number, name = mkstemp(prefix=".factcheck-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            if like is not None:
                _dress(name, like)
            if like is None or mode is not None:
                os.chmod(name, _new_mode() if mode is None else mode)  # noqa: PTH101
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)  # noqa: PTH105 -- `name` is mkstemp's
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    _settle(target.parent)


def _new_mode() -> int:
    """Return the mode that the system gives new files; mkstemp gives less."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _dress(name: str, like: os.stat_result) -> None:
    """Give a file the owner and mode of another. The mode comes second: a new owner takes set-id bits away."""
    if hasattr(os, "chown"):
        for owner, group in ((like.st_uid, like.st_gid), (-1, like.st_gid)):
            with suppress(PermissionError):
                os.chown(name, owner, group)
                break
    os.chmod(name, stat.S_IMODE(like.st_mode))  # noqa: PTH101


def _settle(folder: Path) -> None:
    """Let the new name outlive a power cut, where a folder can be written out at all; the file is whole either way."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
