"""Join what a draft and its sources say into launches, and say where all of them meet."""

from checker.joining.agreement import agreement
from checker.joining.comparing import accounts, comparisons, unjoined

__all__ = ["accounts", "agreement", "comparisons", "unjoined"]
