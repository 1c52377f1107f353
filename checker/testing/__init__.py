"""The runner of rules' cases, for our own rules and for a desk's; `checker.pytest_plugin` collects those."""

from __future__ import annotations

from checker.testing.cases import Case, CaseError, CasesFile, Mark, Marked, marked, read_cases
from checker.testing.layouts import VARIANTS, Variant, changed
from checker.testing.running import applies, compare, run, verify

__all__ = [
    "VARIANTS",
    "Case",
    "CaseError",
    "CasesFile",
    "Mark",
    "Marked",
    "Variant",
    "applies",
    "changed",
    "compare",
    "marked",
    "read_cases",
    "run",
    "verify",
]
