"""How one draft is to be checked, as far as anybody says so."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.findings import Severity
    from checker.source import Span

Style: TypeAlias = Literal["ap", "metric"]


class Why(NamedTuple):
    """The reason for which a rule is left out, None where none is given, and who says so: "front matter"."""

    reason: str | None
    by: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How a draft is to be checked; rules are named by code, by name, or by the beginning of their codes.

    `places` tells where a rule is named: the words in the draft itself, or "factcheck.toml:3" or "--select".
    `limits` of what is read of one file, by the names in `settings.schema.json`, are only those that are set.
    `sources`, `record`, `rule_folders` and `baseline` are paths that can be opened from the working folder.
    """

    fail_on: Severity | None = None
    published: str | None = None
    timezone: str | None = None
    style: Style | None = None
    sources: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    ignore: Mapping[str, Why] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    tolerance: Mapping[str, float] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    rule_folders: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    baseline: str | None = None
    places: Mapping[str, Span | str] = field(default_factory=dict)

    def over(self, lower: Settings) -> Settings:
        """Return both, mine first: a list or a word replaces, `ignore` and `enable` add, tables go rule by rule."""
        if lower == NONE:
            return self
        if self == NONE:
            return lower
        return Settings(
            fail_on=self.fail_on or lower.fail_on,
            published=self.published or lower.published,
            timezone=self.timezone or lower.timezone,
            style=self.style or lower.style,
            sources=self.sources or lower.sources,
            record=self.record or lower.record,
            select=self.select or lower.select,
            enable=tuple(dict.fromkeys((*lower.enable, *self.enable))),
            ignore={**lower.ignore, **self.ignore},
            severity={**lower.severity, **self.severity},
            tolerance={**lower.tolerance, **self.tolerance},
            limits={**lower.limits, **self.limits},
            rule_folders=self.rule_folders or lower.rule_folders,
            plugins=self.plugins or lower.plugins,
            baseline=self.baseline or lower.baseline,
            places={**lower.places, **self.places},
        )

    def named(self) -> Iterator[str]:
        """Yield the rules that are named."""
        for rules in (self.select, self.enable, self.ignore, self.severity, self.tolerance):
            yield from rules


NONE = Settings()


def settings_from(values: Mapping[str, Any], by: str, places: Mapping[str, Span | str]) -> Settings:
    """Return settings from values that fit the schema; `by` is who sets them."""
    ignore = values.get("ignore", ())
    reasons = ignore if isinstance(ignore, dict) else dict.fromkeys(ignore)

    def listed(key: str) -> tuple[str, ...]:
        return tuple(values.get(key, ()))

    return Settings(
        fail_on=values.get("fail_on"),
        published=values.get("published"),
        timezone=values.get("timezone"),
        style=values.get("style"),
        sources=listed("sources"),
        record=listed("record"),
        select=listed("select"),
        enable=listed("enable"),
        ignore={rule: Why(reason, by) for rule, reason in reasons.items()},
        severity=values.get("severity", {}),
        tolerance=values.get("tolerance", {}),
        limits=values.get("limits", {}),
        rule_folders=listed("rule_folders"),
        plugins=listed("plugins"),
        baseline=values.get("baseline"),
        places=places,
    )
