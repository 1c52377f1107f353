"""The last lines of the report for a terminal: how much was checked, what was not, and the sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.findings import SEVERITIES
from checker.reports.cells import Paint, shown, wrap
from checker.reports.wording import coverage, fact, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.report import Document, Report

_PLAIN_PATH = re.compile(r"[\w./+,@%-]+", re.ASCII)


def closing(report: Report, room: int, paint: Paint) -> Iterator[str]:
    """Say what was compared with nothing, how much was checked and what was set aside, and sum up."""
    drafts = [document for document in report.documents if document.role == "draft"]
    for sentence in _sentences(report, drafts):
        yield from wrap(shown(sentence), room, paths=True)
    counts = report.counts()
    if not any(counts.values()):
        if len(drafts) != 1:
            yield f"{plural(len(drafts), 'draft')}, no findings."
        return
    some = [paint(plural(count, name), name) for name, count in counts.items() if count]
    yield f"{', '.join(some)}." + ("" if counts["error"] else " No error.")
    gravest, draft = min(
        ((finding, draft) for draft in drafts for finding in draft.findings),
        key=lambda pair: SEVERITIES.index(pair[0].severity),
    )
    more = f"More: factcheck explain {gravest.code}"
    # A path that a shell would not take as it stands, and standard input, cannot be typed again.
    if _PLAIN_PATH.fullmatch(draft.path):
        more += f", factcheck claims {draft.path}"
    yield from (paint(line, "dim") for line in wrap(shown(more), room, paths=True))


def _sentences(report: Report, drafts: Sequence[Document]) -> Iterator[str]:
    silent = {one.path for one in report.documents if one.role == "source" and not one.claims}
    for path in sorted(silent):
        yield f"{path}: no claim about a launch found, so nothing could be compared with it."
    for left in report.unjoined:
        if left.source not in silent:
            yield f"{left.source}: not compared with {left.path}: {left.reason}."
    for document in report.documents:
        for one in document.malformed:
            place = f"{document.path}:{document.source.position(one.span.start).line}"
            words = " ".join(document.source.words(one.span).split())
            kind = one.kind.replace("_", " ")
            yield f'{place}: "{words}" ({kind}) was read in a form that no report can carry, and was left out.'
            yield f"This is a fault in factcheck; please report it ({one.problem})."
    for draft in drafts:
        state = "nothing to flag; " if _is_clean(report, draft, alone=len(drafts) == 1) else ""
        yield f"{draft.path}: {state}{coverage(draft.coverage)}."
    if report.unjudged:
        kinds = dict.fromkeys(fact(each.kind, None) for each in report.unjudged)
        count = plural(len(report.unjudged), "fact")
        differ = "differs" if len(report.unjudged) == 1 else "differ"
        yield f"{count} in the table {differ} without a finding: {', '.join(kinds)}. No rule judges that."
    yield from _set_aside(report, drafts)


def _set_aside(report: Report, drafts: Sequence[Document]) -> Iterator[str]:
    known = sum(aside.by == "baseline" for aside in report.suppressed)
    if known:
        yield f"{plural(known, 'finding')} set aside by the baseline."
    for aside in report.suppressed:
        if aside.by == "baseline":  # an archive has hundreds
            continue
        where = next((each.source for each in drafts if each.path == aside.path), None)
        place = aside.path if where is None else f"{aside.path}:{where.position(aside.span.start).line}"
        reason = aside.reason or "no reason given"
        yield f"Set aside: {place} {aside.code}, by {aside.by} ({reason})."


def _is_clean(report: Report, draft: Document, *, alone: bool) -> bool:
    """Whether a draft was checked, and nothing at all is to be said of it."""
    differ = any(alone or row.path == draft.path for each in report.unjudged for row in each.rows)
    aside = {*(one.path for one in report.unjoined), *(one.path for one in report.suppressed)}
    said = draft.findings or draft.malformed or differ or draft.path in aside
    return bool(draft.coverage.checked) and not said
