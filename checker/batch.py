"""Many drafts: one after the other, or in processes; what comes back is in the order of the paths either way."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, TypeAlias

from checker.drafts import Drafts
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.drafts import Asked, Outcome

Progress: TypeAlias = "Callable[[int, int], None]"
ALONE = 24  # fewer drafts are checked before a second process has started
_CHUNK = 8
_COLLECT = 100


def processes(jobs: int | None, paths: Sequence[str]) -> int:
    """Return how many processes to use: as many as asked, else one for few drafts and one a core for many."""
    wanted = jobs or (1 if len(paths) <= ALONE else os.cpu_count() or 1)
    return max(1, min(wanted, -(-len(paths) // _CHUNK) if jobs is None else len(paths)))


def outcomes(
    asked: Asked, paths: Sequence[str], jobs: int | None = 1, progress: Progress | None = None
) -> Iterator[Outcome]:
    """Yield what comes of each path, in order; `progress` is told how many of all are done."""
    count = processes(jobs, paths)
    if len(paths) > _COLLECT:
        gc.enable()  # the command does without, for one draft
    found = _serial(asked, paths) if count == 1 else _parallel(asked, paths, count)
    for done, outcome in enumerate(found, 1):
        yield outcome
        if progress is not None:
            progress(done, len(paths))


def _serial(asked: Asked, paths: Sequence[str]) -> Iterator[Outcome]:
    drafts = Drafts(asked)
    return (drafts.checked(path) for path in paths)


def _parallel(asked: Asked, paths: Sequence[str], count: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Small chunks at the end, so that no process waits long for the last; large ones before, to spare pickling.
    size = max(1, min(_CHUNK, len(paths) // (count * 4)))
    pool = ProcessPoolExecutor(count, initializer=_begin, initargs=(asked,))
    try:
        yield from pool.map(_check, paths, chunksize=size)
    except BrokenProcessPool:
        place = f"{count} processes"
        raise InputError(place, "one was ended by the system, perhaps for want of memory", "try --jobs 1") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_drafts: list[Drafts] = []


def _begin(asked: Asked) -> None:
    """Ready a process for its drafts. An interrupt is for the first process, which then ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
    _drafts[:] = [Drafts(asked)]


def _check(path: str) -> Outcome:
    return _drafts[0].checked(path)
