"""Check drafts about missile launches, and the statements they rest on, for figures that cannot all be true.

>>> from checker import check_text
>>> report = check_text("The missile flew 1,000 km (900 miles).", published="2024-01-14")
>>> [(finding.code, finding.words) for finding in report.findings]
[('FC101', '1,000 km (900 miles)')]

Nothing here prints, reads the network, or changes its host's locale, loggers or pint application registry.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if not (_HERE := Path(__file__).resolve().parent).joinpath("rules").is_dir():
    # In a checkout `rules`, `schemas` and `seeds` lie beside the package, in a wheel inside it.
    __path__.append(str(_HERE.parent))

if TYPE_CHECKING:
    from checker.api import check_file, check_text
    from checker.claims import Claim
    from checker.findings import Edit, Finding, Fix, Related, Severity
    from checker.report import Document, Report
    from checker.source import Span
    from checker.trouble import InputError

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "InputError",
    "Related",
    "Report",
    "Severity",
    "Span",
    "__version__",
    "check_file",
    "check_text",
]
_HOMES = {
    "check_file": "api",
    "check_text": "api",
    "Claim": "claims",
    "Edit": "findings",
    "Finding": "findings",
    "Fix": "findings",
    "Related": "findings",
    "Severity": "findings",
    "Document": "report",
    "Report": "report",
    "Span": "source",
    "InputError": "trouble",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use: `import checker` alone must cost nothing."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"checker.{_HOMES[name]}"), name)
