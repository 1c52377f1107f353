"""`cached_property` without the lock that it takes up to Python 3.11, which costs more than most of what it guards."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 it stands for the one of functools
        """A property that is found out once, and then stands among the attributes of its object."""

        def __init__(self, function: Callable[[Any], Any]) -> None:
            """Take the method that finds it out."""
            self.function = function
            self.__doc__ = function.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.function(instance)
            return value


class Caching:
    """A base for records with slots that have cached properties: what those find out stands beside the slots."""

    __slots__ = ("__dict__",)


__all__ = ["Caching", "cached_property"]
