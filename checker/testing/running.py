"""Run a case in a layout, and hold what is found to what it says."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.api import check_text
from checker.fixing import applicable, mend
from checker.readers.formats import MEDIA_TYPES
from checker.testing.cases import Case, Mark
from checker.testing.layouts import Variant, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.findings import Finding
    from checker.report import Document, Report


def run(text: str, case: Case, file: str | None = None) -> Report:
    """Check a text as the case says, in a folder of its own that holds the sources."""
    name = file or case.settings.get("name", "draft.txt")
    with TemporaryDirectory() as folder, chdir(folder):
        for source, words in case.sources:
            Path(source).write_text(words, encoding="utf-8")
        enabled, folders = case.settings.get("enable", "").split(), list(case.rule_folders)
        settings = f"enable = {json.dumps(enabled)}\nrule_folders = {json.dumps(folders)}\n"
        Path("factcheck.toml").write_text(settings, encoding="utf-8")
        return check_text(
            text,
            name=name,
            published=case.settings.get("published"),
            timezone=case.settings.get("timezone"),
            media_type=MEDIA_TYPES[Path(name).suffix],
            sources=[source for source, _ in case.sources],
            settings="factcheck.toml" if enabled or folders else None,
        )


def verify(case: Case, variant: Variant) -> bool:
    """Hold a case to its marks, and its fix to its fixed text; False where the variant does not apply."""
    edits = variant.edits(case.draft.text)
    if edits is None or not variant.applies(case):
        return False
    text, moved = changed(case.draft.text, edits)
    report = run(variant.lead + text, case, variant.file)
    compare(report.findings, [Mark(moved(each.span), each.code, each.words) for each in case.draft.marks], text)
    if not variant.mends:
        return True
    if case.fixed is None:
        promised = [finding.fixes[0].description for finding in report.findings if applies(finding)]
        _same(promised, [], "a case with a fix needs a fixed block")
        return True

    def again(words: str) -> Document:
        return run(variant.lead + words, case, variant.file).documents[0]

    mended = mend(report.documents[0], again, unsafe=True)
    made = mended.after.source.text
    wanted, moved = changed(case.fixed.text, variant.edits(case.fixed.text) or ())
    _same(made, wanted, "what the fix makes of it")
    _same(mended.settled, True, "whether the fixes come to an end")  # noqa: FBT003
    compare(mended.after.findings, [Mark(moved(each.span), each.code, each.words) for each in case.fixed.marks], made)
    return True


def applies(finding: Finding) -> bool:
    """Whether a program may apply the first fix of a finding."""
    return applicable(finding, unsafe=True) is not None


def compare(findings: Sequence[Finding], marks: Sequence[Mark], text: str) -> None:
    """Assert that the findings are exactly those marked, on exactly those words."""
    got = sorted((each.span, each.code, text[each.span.start : each.span.end]) for each in findings)
    wanted = sorted((each.span, each.code, text[each.span.start : each.span.end]) for each in marks)
    _same(got, wanted, "the findings and their words")
    order = sorted(findings, key=lambda each: (each.span, each.code))
    for finding, mark in zip(order, sorted(marks), strict=True):
        _same(finding.words, text[mark.span.start : mark.span.end], "the words of the finding")
        if mark.words not in finding.message:
            _same(finding.message, mark.words, "the message")


def _same(got: object, wanted: object, what: str) -> None:
    if got != wanted:
        message = f"{what}:\n  got    {got!r}\n  wanted {wanted!r}"
        raise AssertionError(message)
