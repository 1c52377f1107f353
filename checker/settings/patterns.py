"""Patterns of files, as in .gitignore."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec


def spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Return what finds the files that patterns name; as for git, one that means nothing names none."""
    from pathspec import GitIgnoreSpec

    listed = list(patterns)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of `re`, about a class such as [[:foo:]]
        try:
            return GitIgnoreSpec.from_lines(listed)
        except (ValueError, re.error):
            return GitIgnoreSpec.from_lines([pattern for pattern in listed if means_something(pattern)])


def means_something(pattern: str) -> bool:
    """Whether a pattern can be read as one."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return any(each.include is not None for each in GitIgnoreSpec.from_lines([pattern]).patterns)
        except (ValueError, re.error):
            return False
