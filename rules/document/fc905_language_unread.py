"""A text is in a language that is not read, so nothing in it was checked.

## What it checks
The language that front matter names (`language: ko`), else the letters of the text. English is read. A text in
any other language is left alone, and this note says so.

## Why it matters
Silence about a text that was not read could be taken for a clean one.

## Flagged
북한이 탄도미사일을 발사했다.
^^^^^^^^^^^^^^^^ nothing in it was checked

## Not flagged
North Korea fired a ballistic missile, which it calls 화성, into the sea.

## Fix
None. Name the language in front matter where it was told wrongly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import Unread
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.findings import Finding

RULE = Rule(code="FC905", name="language-unread", severity="note", looks_at=Unread, since="0.1")


def check(text: Unread) -> Iterator[Finding]:
    """Note that a text was not read."""
    name = {"ko": "Korean", "ja": "Japanese"}.get(text.language, f"the language {text.language}")
    yield RULE.finding(
        text.span,
        f"the text is in {name}, which is not read yet; nothing in it was checked",
        evidence={"language": text.language},
    )
