"""The rules: one file each in `rules/`, found by its presence."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Any

from checker.data import folder
from checker.findings import Evidence, Finding, Fix, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from checker.source import Span

_FILE = re.compile(r"fc(\d{3})_([a-z0-9_]+)\.py")


@dataclass(frozen=True, slots=True)
class Rule:
    """The card of a rule. `looks_at` is the type, or the types, of value that its `check` takes.

    `refines` names rules that this one makes silent where both speak of the same words: the more specific wins.
    """

    code: str
    name: str
    severity: Severity
    looks_at: type[Any] | UnionType
    since: str
    refines: tuple[str, ...] = ()
    default: bool = True

    def finding(
        self,
        span: Span,
        message: str,
        *,
        severity: Severity | None = None,
        claims: Iterable[str] = (),
        related: Iterable[Related] = (),
        evidence: Evidence | None = None,
        fixes: Iterable[Fix] = (),
        sources: Iterable[str] = (),
    ) -> Finding:
        """Return a finding of this rule; `severity` only where the register grades it by the case."""
        return Finding(
            code=self.code,
            rule=self.name,
            severity=severity or self.severity,
            message=message,
            span=span,
            claims=tuple(claims),
            related=tuple(related),
            evidence=evidence or {},
            fixes=tuple(fixes),
            sources=tuple(sources),
        )


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its check and its page."""

    card: Rule
    check: Callable[[Any], Iterator[Finding]]
    page: str


def rule_files() -> dict[str, Path]:
    """Return the file of each rule by its code, without importing one."""
    found = ((_FILE.fullmatch(path.name), path) for path in sorted(folder("rules").glob("*/*.py")))
    return {f"FC{match[1]}": path for match, path in found if match}


@cache
def load_rule(code: str) -> LoadedRule:
    """Import one rule; KeyError for a code that no file bears."""
    path = rule_files()[code]
    module = importlib.import_module(f"checker.rules.{path.parent.name}.{path.stem}")
    return LoadedRule(module.RULE, module.check, module.__doc__ or "")


@cache
def load_rules() -> Mapping[str, LoadedRule]:
    """Import every rule, by code in order."""
    return MappingProxyType({code: load_rule(code) for code in sorted(rule_files())})
