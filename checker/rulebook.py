"""The rules: one file each in `rules/`, found by its presence."""

from __future__ import annotations

import importlib
import importlib.util
import re
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.caching import cached_property
from checker.data import folder
from checker.findings import Evidence, Finding, Fix, Related, Severity
from checker.frozen import dataclass
from checker.settings.finding import shown
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

    from checker.source import Span

OWN = "FC8"
_LOOKS_AT = re.compile(r"looks_at=([\w\s|]+)")
_WORD = re.compile(r"\w+")
_FILE = re.compile(r"fc(\d{3})_([a-z0-9_]+)\.py")


@dataclass(frozen=True, slots=True)
class Rule:
    """The card of a rule. `looks_at` is the type, or the types, of value that its `check` takes.

    `refines` names rules that this one makes silent where both speak of the same words: the more specific wins.
    `measure` names the number of the evidence that tells how far two figures are apart, for a desk's `tolerance`.
    """

    code: str
    name: str
    severity: Severity
    looks_at: type[Any] | UnionType
    since: str
    refines: tuple[str, ...] = ()
    default: bool = True
    measure: str | None = None

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

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.card.code

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.card.name

    @property
    def default(self) -> bool:
        """Whether the rule runs unless a desk says otherwise."""
        return self.card.default

    @property
    def measured(self) -> bool:
        """Whether the rule tells how far two figures are apart."""
        return self.card.measure is not None

    @property
    def loaded(self) -> LoadedRule:
        """The rule itself."""
        return self

    def takes(self, value: object) -> bool:
        """Whether the rule looks at values of this type."""
        return isinstance(value, self.card.looks_at)


class Sketch(NamedTuple):
    """What the text of a rule's file says of its card: the names of the types it looks at, and whether it runs."""

    looks_at: frozenset[str]
    default: bool
    measured: bool


class Entry:
    """A rule in the book, imported when something is to be looked at that its file says it takes."""

    def __init__(self, code: str, name: str, sketch: Sketch, load: Callable[[], LoadedRule]) -> None:
        """Keep what is known without an import."""
        self.code, self.name, self.sketch, self._load = code, name, sketch, load
        self.default, self.measured = sketch.default, sketch.measured

    @cached_property
    def loaded(self) -> LoadedRule:
        """The rule itself."""
        return self._load()

    @property
    def card(self) -> Rule:
        """The card of the rule."""
        return self.loaded.card

    @property
    def check(self) -> Callable[[Any], Iterator[Finding]]:
        """The check of the rule."""
        return self.loaded.check

    def takes(self, value: object) -> bool:
        """Whether the rule looks at values of this type; a value of another is told by its name alone."""
        return type(value).__name__ in self.sketch.looks_at and self.loaded.takes(value)


def rule_files(folders: Iterable[str | Path] = ()) -> dict[str, Path]:
    """Return the file of each rule by its code, without importing one; a desk's own come from `folders`.

    InputError for a folder without rules, and for a code that is not a desk's to give or that stands twice.
    """
    found = ((_FILE.fullmatch(path.name), path) for path in sorted(folder("rules").glob("*/*.py")))
    files = {f"FC{match[1]}": path for match, path in found if match}
    for own in map(Path, folders):
        paths = [(match, path) for path in sorted(own.rglob("*.py")) if (match := _FILE.fullmatch(path.name))]
        if not paths:
            remedy = "a rule is a file such as fc801_house_rule.py"
            raise InputError(shown(own), "there is no rule in this folder", remedy)
        for match, path in paths:
            code = f"FC{match[1]}"
            if not code.startswith(OWN):
                raise InputError(shown(path), f"the code {code} is not a desk's to give", f"take one from {OWN}00 on")
            if code in files:
                raise InputError(shown(path), f"{shown(files[code])} has the code {code} already", "give it another")
            files[code] = path
    return files


@cache
def _ours() -> Mapping[str, Path]:
    return rule_files()


@cache
def load_rule(code: str) -> LoadedRule:
    """Import one rule of ours; KeyError for a code that no file bears."""
    path = _ours()[code]
    return _loaded(importlib.import_module(f"checker.rules.{path.parent.name}.{path.stem}"))


@cache
def load_rules(folders: tuple[str, ...] = ()) -> Mapping[str, LoadedRule]:
    """Import every rule, by code in order; InputError where one of a desk's own cannot be used."""
    files, ours = rule_files(folders), rule_files()
    return MappingProxyType(
        {code: load_rule(code) if code in ours else _own_rule(code, files[code]) for code in sorted(files)}
    )


@cache
def book(folders: tuple[str, ...] = ()) -> Mapping[str, LoadedRule | Entry]:
    """Return every rule by its code, ours not yet imported; InputError where one of a desk's own cannot be used."""
    ours = _ours()
    files = rule_files(folders) if folders else ours
    return MappingProxyType(
        {code: _entry(code, files[code]) if code in ours else _own_rule(code, files[code]) for code in sorted(files)}
    )


def sketched(text: str) -> Sketch:
    """Read the card in the text of a rule's file."""
    card = text.partition("\nRULE = Rule(")[2].partition("\n\n")[0]
    types = _LOOKS_AT.search(card)
    names = frozenset(_WORD.findall(types[1])) if types else frozenset()
    return Sketch(names, "default=False" not in card, "measure=" in card)


def _entry(code: str, path: Path) -> Entry:
    name = path.stem.partition("_")[2].replace("_", "-")
    return Entry(code, name, sketched(path.read_text(encoding="utf-8")), partial(load_rule, code))


def plugin_folders(names: Iterable[str]) -> tuple[str, ...]:
    """Return the folders of the installed packages of rules with these names; InputError for one that is not there."""
    from importlib.metadata import entry_points

    there = {point.name: point for point in entry_points(group="factcheck.rules")}
    found: list[str] = []
    for name in names:
        if name not in there:
            remedy = f"there is {', '.join(sorted(there))}" if there else "install it beside factcheck"
            raise InputError(name, "no package of rules of that name is installed", remedy)
        module = there[name].load()
        found += [str(path) for path in getattr(module, "__path__", None) or [Path(module.__file__).parent]]
    return tuple(found)


def _own_rule(code: str, path: Path) -> LoadedRule:
    """Run the file of a desk's own rule, under a name that nothing else bears."""
    spec = importlib.util.spec_from_file_location(f"factcheck_own_rules.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise InputError(shown(path), "is no Python file", "give a rule as a .py file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        loaded = _loaded(module)
    except Exception as fault:
        kind = type(fault).__name__
        raise InputError(shown(path), f"the rule cannot be loaded ({kind}: {fault})", "mend the file") from fault
    if loaded.card.code != code:
        raise InputError(shown(path), f"its card says {loaded.card.code}", "let the file's name and the card agree")
    return loaded


def _loaded(module: ModuleType) -> LoadedRule:
    return LoadedRule(module.RULE, module.check, module.__doc__ or "")
