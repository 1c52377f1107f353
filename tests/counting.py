"""Count the work of a call in lines of the package that run, which no busy machine changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def lines_run(work: Callable[[], object], ours: Callable[[str], bool]) -> int:
    """Return how many lines run, loops inside a line counted, in the files whose path is `ours`."""
    count = 0

    def inside(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    def entered(frame: FrameType, _event: str, _argument: object) -> Any:
        return inside if ours(frame.f_code.co_filename) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
