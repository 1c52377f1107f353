"""Which rules a draft is held against, how grave their findings are, and which are set aside."""

from __future__ import annotations

from dataclasses import replace
from os.path import abspath
from typing import TYPE_CHECKING, TypeVar

from checker.frozen import dataclass
from checker.rulebook import book as rulebook
from checker.rulebook import plugin_folders
from checker.settings.values import Why
from checker.suppression import Unknown
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.findings import Finding, Severity
    from checker.rulebook import Entry, LoadedRule
    from checker.settings import Settings
    from checker.source import Source, Span
    from checker.timing import Clock

_T = TypeVar("_T")
_STYLES = {"ap": "pair-miles-first", "metric": "pair-metric-first"}


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules there are and those to run; codes with a reason to ignore, a severity, a tolerance of their own.

    `unknown` is what the draft itself names and no rule is called.
    """

    book: Mapping[str, LoadedRule | Entry]
    rules: tuple[LoadedRule | Entry, ...]
    ignored: Mapping[str, Why]
    severity: Mapping[str, Severity]
    tolerance: Mapping[str, float]
    unknown: tuple[Unknown, ...] = ()

    def for_remark(self, remark: object) -> list[LoadedRule | Entry]:
        """Return the rules on a remark about suppressions; one on a misnamed rule runs whatever was selected."""
        rules = self.book.values() if isinstance(remark, Unknown) else self.rules
        return [rule for rule in rules if rule.takes(remark)]

    def graded(self, finding: Finding) -> Finding:
        """Return a finding with the severity that the desk gives its rule."""
        return replace(finding, severity=self.severity.get(finding.code, finding.severity))

    def aside(self, finding: Finding) -> Why | None:
        """Return why a finding is set aside, None where it stands."""
        if finding.code in self.ignored:
            return self.ignored[finding.code]
        measure = self.book[finding.code].card.measure
        most = self.tolerance.get(finding.code)
        apart = finding.evidence.get(measure) if measure and most is not None else None
        if most is not None and isinstance(apart, (int, float)) and apart <= most:
            return Why(f"within the tolerance of {100 * most:g} percent", "settings")
        return None


def select(settings: Settings, source: Source, clock: Clock | None = None) -> Selection:
    """Return what settings choose for a draft; InputError where they name a rule that there is not."""
    own = tuple(map(abspath, settings.rule_folders))  # what is loaded is kept, the working folder is not
    book = rulebook((*own, *plugin_folders(settings.plugins)) if settings.plugins else own)
    names = {rule.name: code for code, rule in book.items()}
    unknown: list[Unknown] = []

    def codes(name: str) -> list[str]:
        found = named(name, book, names)
        if not found:
            unknown.append(_unknown(name, settings, book, names))
        return found

    def table(values: Mapping[str, _T]) -> dict[str, _T]:
        # The exact name of a rule goes before a group that it belongs to.
        ordered = sorted(values.items(), key=lambda item: -len(codes(item[0])))
        return {code: value for name, value in ordered for code in named(name, book, names)}

    selected = {code for name in settings.select for code in codes(name)}
    enabled = {code for name in settings.enable for code in codes(name)}
    if settings.style is not None:
        enabled.add(names[_STYLES[settings.style]])
    run = (code in selected if settings.select else rule.default or code in enabled for code, rule in book.items())
    rules: tuple[LoadedRule | Entry, ...] = tuple(rule for rule, runs in zip(book.values(), run, strict=True) if runs)
    if clock is not None:
        rules = tuple(replace(rule.loaded, check=clock.timed(rule.code, rule.check)) for rule in rules)
    tolerance = table(settings.tolerance)
    for name in settings.tolerance:
        if codes(name) and not any(book[code].measured for code in codes(name)):
            measured = ", ".join(rule.name for rule in book.values() if rule.measured)
            raise InputError(
                _place(settings.places[name], source), f"{name} measures no difference", f"these do: {measured}"
            )
    return Selection(
        book, rules, table(settings.ignore), table(settings.severity), tolerance, tuple(dict.fromkeys(unknown))
    )


def named(name: str, book: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Return the codes of a rule by its code or name, or of a group by the beginning of its codes."""
    if name in names:
        return [names[name]]
    return [code for code in book if code.startswith(name)] if name.startswith("FC") else []


def _unknown(name: str, settings: Settings, book: Iterable[str], names: Mapping[str, str]) -> Unknown:
    from difflib import get_close_matches

    near = next(iter(get_close_matches(name, [*names, *book], n=1)), None)
    place = settings.places[name]
    if isinstance(place, str):
        remedy = f"did you mean {near}?" if near else "factcheck rules lists them"
        raise InputError(place, f"there is no rule {name}", remedy)
    return Unknown(place, name, "rule", near)


def _place(place: Span | str, source: Source) -> str:
    return place if isinstance(place, str) else f"{source.name}:{source.position(place.start).line}"
