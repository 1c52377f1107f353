"""Plain text: paragraphs between blank lines, headlines, hard-wrapped lines joined."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from checker.prose import Prose, ProseBuilder, Scope
from checker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.source import Source

_LEADING_DATE = re.compile(r"\s*+date:?[ \t]++(\d{4}-\d\d-\d\d)(?!\S)", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]++")
_BREAK = re.compile(r"\r\n|\n|\r")
_ENDS = (".", "!", "?", '"', "\u201d", ":", ";", ")", "\u3002")
_COMMENT = re.compile(r"<!--[ \t]*+factcheck:")
_CLOSE = "-->"
# "according to the U.S." ends a line and no sentence.
_ABBREVIATED = re.compile(r"\b(?:(?:[A-Z]\.){2,4}|(?:Gen|Lt|Adm|Col|Maj|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)\Z")
_WRAP = range(40, 101)
_HEADLINE = 130
_BULLET = re.compile(r"[ \t]*[-*\u2022\u2013][ \t]")


def leading_date(source: Source, body: int) -> tuple[str | None, int]:
    """Return the publication date that a text opens with, "date 2024-01-14", and where the body goes on."""
    match = _LEADING_DATE.match(source.text, body)
    if match is None:
        return None, body
    try:
        return datetime.date.fromisoformat(match[1]).isoformat(), match.end()
    except ValueError:
        return None, body


def plain_prose(source: Source, body: Span) -> Prose:
    """Return the prose of plain text."""
    builder = ProseBuilder()
    for lines in _paragraphs(source.text, body):
        wrapped = _is_wrapped(source.text, lines)
        for index, line in enumerate(lines):
            if index and wrapped:
                builder.run(" ", Span(lines[index - 1].end, line.start))
            for part in _told(source.text, line):
                builder.run(source.text[part.start : part.end], part)
            if not wrapped or index == len(lines) - 1:
                builder.end_block(_scope(source.text, line, alone=len(lines) == 1))
    return builder.made()


def _paragraphs(text: str, body: Span) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph; a line of spaces is blank."""
    lines: list[Span] = []
    at = body.start
    while at < body.end:
        ended = _BREAK.search(text, at)
        stop = ended.start() if ended else body.end
        line = Span(at, stop)
        if _words(text, line).strip():
            lines.append(line)
        elif lines and not text[at:stop].strip():
            yield lines
            lines = []
        at = ended.end() if ended else body.end
    if lines:
        yield lines


def _told(text: str, line: Span) -> Iterator[Span]:
    """Yield the parts of a line that are no comment to us."""
    at = line.start
    while opened := _COMMENT.search(text, at, line.end):
        closed = text.find(_CLOSE, opened.end(), line.end)
        if closed < 0:
            break
        yield Span(at, opened.start())
        at = closed + len(_CLOSE)
    yield Span(at, line.end)


def _words(text: str, line: Span) -> str:
    """Return the text of a line without comments to us."""
    return "".join(text[part.start : part.end] for part in _told(text, line))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether a paragraph's lines are one text, wrapped: of a column's width and mostly broken inside a sentence."""
    head = lines[:-1]
    told = [_words(text, line).strip() for line in head]
    if not head or any(len(words) not in _WRAP for words in told):
        return False
    if sum(_BULLET.match(_words(text, line)) is not None for line in lines) > 1:
        return False
    inside = sum(not words.endswith(_ENDS) or _ABBREVIATED.search(words) is not None for words in told)
    return inside * 2 > len(head) or (inside * 2 == len(head) and inside > 0)


def _scope(text: str, line: Span, *, alone: bool) -> Scope:
    words = _words(text, line).strip()
    return Scope.HEADLINE if alone and len(words) < _HEADLINE and not words.endswith(_ENDS) else Scope.BODY
