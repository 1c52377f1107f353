"""Where the time goes: seconds by stage and by rule, kept only when asked for."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Clock:
    """How often each stage and each rule ran, and for how many seconds in all; a rule goes by its code."""

    stages: dict[str, tuple[int, float]] = field(default_factory=dict)
    rules: dict[str, tuple[int, float]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done in a block."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self._add(self.stages, name, time.perf_counter() - begun)

    def timed(self, code: str, check: Callable[[Any], Iterator[Any]]) -> Callable[[Any], Iterator[Any]]:
        """Return the check of a rule, timed."""

        def timed_check(value: Any) -> Iterator[Any]:
            begun = time.perf_counter()
            try:
                return iter(list(check(value)))
            finally:
                self._add(self.rules, code, time.perf_counter() - begun)

        return timed_check

    def add(self, other: Clock) -> None:
        """Add what another clock has."""
        for mine, theirs in ((self.stages, other.stages), (self.rules, other.rules)):
            for name, (times, seconds) in theirs.items():
                self._add(mine, name, seconds, times)

    @staticmethod
    def _add(table: dict[str, tuple[int, float]], name: str, seconds: float, times: int = 1) -> None:
        before, so_far = table.get(name, (0, 0.0))
        table[name] = (before + times, so_far + seconds)
