"""The report for a terminal: findings gravest first, each launch by source, how much was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.findings import SEVERITIES
from checker.reports.cells import Paint, shown, wrap
from checker.reports.cells import width as cells
from checker.reports.claims_text import render_claims
from checker.reports.closing import closing
from checker.reports.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding, Related
    from checker.report import Document, Report
    from checker.reports.excerpts import Mark

__all__ = ["render", "render_claims", "render_comparison"]
_INDENT = "  "
_NARROWEST = 40


def render(report: Report, *, width: int = 100, color: bool = False, draws: bool = True) -> str:
    """Return the report in lines of at most `width` terminal cells, each ended by a line feed.

    `draws` says whether interval lines are drawn with the signs for boxes, or in plain ASCII.
    """
    room, paint = max(width, _NARROWEST), Paint(color=color)
    drafts = [document for document in report.documents if document.role == "draft"]
    found = [(draft, finding) for draft in drafts for finding in draft.findings]
    found.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
    blocks = [list(_finding(report, draft, finding, room, paint)) for draft, finding in found]
    for draft in drafts:
        if not draft.events:
            continue
        from checker.reports.launches import table
        from checker.reports.told import launches

        # Of several drafts each table says whose it is.
        name = draft.path if len(drafts) > 1 else ""
        blocks += [list(table(report, told, room, paint, draws=draws, name=name)) for told in launches(report, draft)]
    blocks.append(list(closing(report, room, paint)))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def render_comparison(report: Report, *, width: int = 100, color: bool = False, draws: bool = True) -> str:
    """Return what documents say of their launches, without a draft among them; else as `render`."""
    from checker.reports.launches import table
    from checker.reports.told import compared

    room, paint = max(width, _NARROWEST), Paint(color=color)
    blocks = [list(table(report, told, room, paint, draws=draws)) for told in compared(report)]
    last = [f"{left.source}: compared with nothing: {left.reason}." for left in report.unjoined]
    launches, documents = plural(len(blocks), "launch", "launches"), plural(len(report.documents), "document")
    last.append(f"{launches} told by more than one of {documents}.")
    blocks.append([line for sentence in last for line in wrap(shown(sentence), room, paths=True)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _finding(report: Report, draft: Document, finding: Finding, room: int, paint: Paint) -> Iterator[str]:
    from checker.reports.excerpts import Mark

    place = draft.source.position(finding.span.start)
    at = f"{shown(draft.path)}:{place.line}:{place.column}"
    rule = f"{finding.code} {finding.rule}"
    graded = f"{paint(finding.severity, finding.severity)}  {rule}"
    if cells(at) + len(f"  {finding.severity}  {rule}") <= room:
        yield f"{paint(at, 'bold')}  {graded}"
    else:
        yield paint(at, "bold")
        yield f"{_INDENT}{graded}"
    here = [one for one in finding.related if one.path in {None, draft.path}]
    aside = [one for one in here if not one.span.overlaps(finding.span)]
    marks = [Mark(one.span, "-", _clause(one.message)) for one in aside]
    yield from _excerpt(draft, [*marks, Mark(finding.span, "^")], room, paint, finding.severity)
    inside = [one.message for one in here if one not in aside and one.message not in finding.message]
    said = " ".join(_sentence(message) for message in dict.fromkeys([finding.message, *inside]))
    yield from _paragraph(said, room)
    told_here = " ".join([finding.message, *(one.message for one in here)])
    for one in finding.related:
        if one not in here:
            yield from _elsewhere(report, one, room, told_here)
    told = tuple(one.path for one in finding.related if one.path)
    if rest := [source for source in finding.sources if not source.startswith(told)]:
        yield from _paragraph(f"Rests on: {', '.join(rest)}.", room)
    for fix in finding.fixes:
        end = "?" if fix.safety == "suggested" else "."
        # The dot of "1:55 p.m." is the figure's own.
        description = fix.description if fix.description.endswith(".m.") else fix.description.rstrip(".?")
        text = shown(description) + ("" if description.endswith(end) else end)
        yield from (paint(f"{_INDENT}{line}", "fix") for line in wrap(text, room - len(_INDENT)))


def _excerpt(draft: Document, marks: list[Mark], room: int, paint: Paint, severity: str) -> Iterator[str]:
    """Show the marked words with their line numbers, signs beneath and labels beside the signs."""
    from checker.reports.excerpts import excerpt

    last = max(draft.source.position(mark.span.end).line for mark in marks)
    gutter = len(_INDENT) + len(str(last)) + 3
    blank = paint(" " * (gutter - 2) + "| ", "dim")
    for row in excerpt(draft.source, marks, room - gutter):
        number = "" if row.line is None else str(row.line)
        yield paint(f"{number:>{gutter - 3}} | ", "dim") + row.text
        if not row.signs:
            continue
        labels = [(at, shown(words)) for at, words in row.labels]
        beside = ""
        fits = labels and len(row.signs) + 1 + cells(labels[-1][1]) <= room - gutter
        if fits and "^" not in row.signs[labels[-1][0] :]:
            beside = f" {labels.pop()[1]}"
        yield blank + _painted(row.signs, paint, severity) + beside
        for at, words in reversed(labels):
            lines = wrap(words, room - gutter, paths=True)
            start = max(0, min(at, room - gutter - max(map(cells, lines))))
            yield from (blank + " " * start + line for line in lines)


def _painted(signs: str, paint: Paint, severity: str) -> str:
    """Colour the runs of carets as the finding and leave the rest."""
    runs, begin = [], 0
    for index in range(1, len(signs) + 1):
        if index == len(signs) or signs[index] != signs[begin]:
            run = signs[begin:index]
            runs.append(paint(run, severity) if run[0] == "^" else run)
            begin = index
    return "".join(runs)


def _elsewhere(report: Report, one: Related, room: int, told: str) -> Iterator[str]:
    """Quote a place in another file with its line, unless it was told already."""
    source = next((each.source for each in report.documents if each.path == one.path), None)
    if source is None:
        text = f"{one.path}: {one.message}"
    else:
        words = " ".join(source.words(one.span).split())
        quoted = f' "{words}"' if words else ""
        place = f"{one.path}:{source.position(one.span.start).line}"
        if place in told and words in told:
            return
        text = f"{place}{quoted}"
        text += f": {one.message}" if one.message else ""
    yield from _paragraph(text, room, hang=_INDENT)


def _paragraph(text: str, room: int, hang: str = "") -> Iterator[str]:
    first, *rest = wrap(shown(text), room - len(_INDENT) - len(hang), paths=True)
    yield f"{_INDENT}{first}"
    yield from (f"{_INDENT}{hang}{line}" for line in rest)


def _sentence(text: str) -> str:
    """End a clause with a full stop."""
    return text if text.endswith((".", "?", "!", '."')) else f"{text}."


def _clause(text: str) -> str:
    return text.removesuffix(".")
