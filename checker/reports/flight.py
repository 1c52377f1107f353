"""The calculator's answer as text and as JSON."""

from __future__ import annotations

import json
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.writing import number
from checker.flight.wording import minutes
from checker.reports.outline import outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.findings import Finding
    from checker.flight.desk import Drawn, Given, Sum
    from checker.flight.told import Reading
    from checker.reports.cells import Paint

NAMES = {"distance": "distance", "apogee": "apogee", "time": "flight time", "speed": "speed"}
_UNITS = {"distance": "km", "apogee": "km", "time": "s", "speed": "km/s"}
_OFFICIAL_MACH = 0.34
_LABELS = 24
_SLOW = 0.3  # below the speed of sound nobody speaks of Mach
# What a figure leaves open is said from 1 % on.
_CLOSE = 1.01


class Answer(NamedTuple):
    """Figures, the arcs to draw, what the rules found, and why there is no arc, where there is none."""

    given: Given
    drawn: Sequence[Drawn]
    findings: Sequence[Finding]
    trouble: str | None = None


def said(value: float, unit: str) -> str:
    """Return a figure as a desk rounds it: "1,240 km", "68.5 minutes", "5.67 km/s (Mach 17)"."""
    if unit == "s":
        return minutes(value)
    if unit == "km/s":
        if value < _SLOW:
            return f"{number(float(f'{value:.3g}'))} km/s"
        return f"{number(float(f'{value:.3g}'))} km/s (Mach {number(float(f'{value / _OFFICIAL_MACH:.2g}'))})"
    return f"{number(float(f'{value:.4g}'))} {unit}".rstrip()


def span_said(low: float, high: float, unit: str) -> str:
    """Return a span of values: "66.6 to 71.2 minutes", "at least 50 km"."""
    if high == inf:
        return f"at least {said(low, unit)}"
    if low <= 0:
        return f"at most {said(high, unit)}"
    first, last = said(low, unit), said(high, unit)
    if first == last:
        return first
    name = last.rpartition(" ")[2] if unit in {"s", "km"} else ""
    return f"{first.removesuffix(name).rstrip()} to {last}" if name and first.endswith(name) else f"{first} to {last}"


def render_text(answer: Answer, *, width: int, paint: Paint) -> str:
    """Return the answer for a terminal: the figures, the sums, what does not go together, and an outline."""
    given, drawn, findings = answer.given, answer.drawn, answer.findings
    lines = [paint("Given", "bold")]
    lines += [_row(NAMES[name], _given(getattr(given, name), _UNITS[name])) for name in given.names]
    sums = given.sums()
    if sums:
        lines += ["", paint("What they say of each other", "bold"), *(_row(one.name, _sum(one)) for one in sums)]
    if drawn:
        lines += ["", paint("Free arcs, without air, the Earth at rest", "bold")]
        lines += [_row(one.name, _arc(one)) for one in drawn]
    for finding in findings:
        lines += ["", f"{paint(finding.severity, finding.severity)}  {finding.code} {finding.rule}", finding.message]
    if answer.trouble:
        lines += ["", f"No free arc has these figures: {answer.trouble}."]
    elif not findings and len(given.names) > 1:
        lines += ["", "No rule speaks against these figures."]
    if drawn:
        lines += ["", *outline(drawn, width)]
    return "".join(f"{line}\n" for line in lines)


def _row(name: str, words: str) -> str:
    return f"  {name:<{_LABELS}} {words}"


def _given(figure: Reading, unit: str) -> str:
    words = " ".join(figure.claim.text.split())
    if figure.bounded and (figure.high <= _CLOSE * figure.low or figure.claim.qualifier == "range"):
        return words
    return f"{words}: {span_said(figure.low, figure.high, unit)}"


def _sum(one: Sum) -> str:
    return span_said(one.low, one.high, one.unit) + (f", {one.words}" if one.words else "")


def _arc(one: Drawn) -> str:
    made = one.arc
    figures = (said(made.distance, "km"), f"apogee {said(made.apogee, 'km')}", said(made.time, "s"))
    return f"{', '.join(figures)}, {said(made.speed, 'km/s')}"


def render_json(answer: Answer) -> str:
    """Return the answer as JSON, with units named and an open end null."""
    given, drawn, findings = answer.given, answer.drawn, answer.findings
    made = {
        "given": {
            name: {
                "text": getattr(given, name).claim.text,
                **_interval(getattr(given, name).low, getattr(given, name).high, _UNITS[name]),
            }
            for name in given.names
        },
        "latitudes": list(given.latitudes) or None,
        "sums": [
            {"name": one.name, **_interval(one.low, one.high, one.unit or "1"), "words": one.words or None}
            for one in given.sums()
        ],
        "arcs": [
            {
                "name": one.name,
                "distance": {"value": _six(one.arc.distance), "unit": "km"},
                "apogee": {"value": _six(one.arc.apogee), "unit": "km"},
                "time": {"value": _six(one.arc.time), "unit": "s"},
                "speed": {"value": _six(one.arc.speed), "unit": "km/s"},
                "elevation": {"value": _six(one.arc.elevation), "unit": "degree"},
            }
            for one in drawn
        ],
        "trouble": answer.trouble,
        "findings": [
            {
                "code": finding.code,
                "rule": finding.rule,
                "severity": finding.severity,
                "message": finding.message,
                "evidence": dict(finding.evidence),
            }
            for finding in findings
        ],
    }
    return json.dumps(made, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _interval(low: float, high: float, unit: str) -> dict[str, float | str | None]:
    return {"low": _six(low) or None, "high": None if high == inf else _six(high), "unit": unit}


def _six(value: float) -> float:
    """Round to six digits, as evidence is."""
    return float(f"{value:.6g}")
