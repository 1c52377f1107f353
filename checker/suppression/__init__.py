"""Words in a draft that set findings aside: comments, read from the draft and answered for one by one."""

from __future__ import annotations

from checker.suppression.comments import directives
from checker.suppression.values import Directive, Idle, Named, Unknown, Unreasoned

__all__ = ["Directive", "Idle", "Named", "Unknown", "Unreasoned", "directives"]
