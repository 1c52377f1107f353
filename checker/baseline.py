"""A baseline: findings that are known and let be, by file, fingerprint and count. No text, no line, no time."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.settings.finding import real
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.findings import Finding
    from checker.report import Report

NAME = "factcheck-baseline.json"
VERSION = "1"
Known: TypeAlias = "dict[str, dict[str, int]]"
Entries: TypeAlias = "dict[str, dict[str, dict[str, Any]]]"


def key(name: str, baseline: Path) -> str:
    """Return the name of a draft in a baseline: its path from the baseline's folder on, with "/"."""
    home = real(baseline).parent
    try:
        return Path(os.path.relpath(real(name), home)).as_posix()
    except ValueError:  # another drive
        return real(name).as_posix()


def read_baseline(path: Path) -> Known:
    """Return counts by draft and fingerprint; InputError where the file is no baseline."""
    return {draft: {name: entry["count"] for name, entry in found.items()} for draft, found in _loaded(path).items()}


def _loaded(path: Path) -> Entries:
    try:
        loaded: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        remedy = "factcheck baseline write makes one"
        raise InputError(str(path), "there is no such baseline", remedy) from None
    except OSError as trouble:
        reason = (trouble.strerror or "it cannot be read").lower()
        raise InputError(str(path), reason, "check the file and its permissions") from None
    except (ValueError, RecursionError):
        loaded = None
    if not _is_baseline(loaded):
        remedy = "write it anew with factcheck baseline write"
        raise InputError(str(path), f"is no baseline of version {VERSION}", remedy)
    drafts: Entries = loaded["drafts"]
    return drafts


def _is_baseline(loaded: Any) -> bool:
    if not isinstance(loaded, dict) or loaded.get("version") != VERSION or not isinstance(loaded.get("drafts"), dict):
        return False
    return all(
        isinstance(found, dict)
        and all(isinstance(entry, dict) and type(entry.get("count")) is int for entry in found.values())
        for found in loaded["drafts"].values()
    )


def entries(report: Report, baseline: Path) -> Entries:
    """Return what a baseline of a report holds: by draft, each fingerprint with its rule and how often it stands."""
    made: Entries = {}
    known: dict[str, list[Finding]] = {}
    for each in report.suppressed:
        if each.by == "baseline" and each.finding is not None:
            known.setdefault(each.path, []).append(each.finding)
    for document in report.documents:
        found = [*document.findings, *(known.get(document.path, ()) if document.role == "draft" else ())]
        counts = Counter((each.fingerprint, each.code) for each in found)
        if counts:
            made[key(document.path, baseline)] = {
                name: {"code": code, "count": count} for (name, code), count in counts.items()
            }
    return made


def text(drafts: Entries) -> str:
    """Return a baseline as it is written: sorted, one line a finding, so that two branches merge."""
    lines = ["{", f'  "version": "{VERSION}",', '  "drafts": {']
    for number, (draft, found) in enumerate(sorted(drafts.items()), 1):
        lines.append(f"    {json.dumps(draft, ensure_ascii=False)}: {{")
        rows = [f'      "{name}": {json.dumps(found[name], sort_keys=True)}' for name in sorted(found)]
        lines += [row + "," * (at < len(rows)) for at, row in enumerate(rows, 1)]
        lines.append("    }" + "," * (number < len(drafts)))
    return "\n".join([*lines, "  }", "}"]) + "\n"


def left_over(known: Known, report: Report, baseline: Path) -> dict[str, Counter[str]]:
    """Return what a baseline has of the drafts of a report, or of drafts that are gone, and is found no longer."""
    found: dict[str, Counter[str]] = {}
    for each in report.suppressed:
        if each.by == "baseline" and each.finding is not None:
            found.setdefault(key(each.path, baseline), Counter())[each.finding.fingerprint] += 1
    checked = {key(document.path, baseline) for document in report.documents if document.role == "draft"}
    left = {}
    for draft, counts in known.items():
        gone = draft not in checked and not (real(baseline).parent / draft).exists()
        rest = Counter(counts) - found.get(draft, Counter()) if draft in checked or gone else Counter[str]()
        if rest:
            left[draft] = rest
    return left


def pruned(known: Entries, left: Mapping[str, Counter[str]]) -> Entries:
    """Return the entries of a baseline without what is left over."""
    kept: Entries = {}
    for draft, found in known.items():
        gone = left.get(draft, Counter())
        rest = {name: {**entry, "count": entry["count"] - gone[name]} for name, entry in found.items()}
        if some := {name: entry for name, entry in rest.items() if entry["count"] > 0}:
            kept[draft] = some
    return kept


def known_entries(path: Path) -> Entries:
    """Return the entries of a baseline with their rules, as `entries` makes them."""
    return _loaded(path)
