"""Words of a source as a reader sees them: messages quote drafts that may be written in HTML or Markdown."""

from __future__ import annotations

import html
import re
from functools import lru_cache

_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>|<!--(?:[^-]|-(?!->))*+-->")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}+|#[xX][0-9a-fA-F]{1,8}+|[a-zA-Z][a-zA-Z0-9]{1,31}+);")
_BLOCK = re.compile(
    r"</?(?:article|blockquote|br|dd|div|dt|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|section|t[dhr]|table|ul)\b[^<>]*+>",
    re.IGNORECASE,
)
# Emphasis that opens before or closes behind a letter or digit; a lone tilde means "about".
_EMPHASIS = re.compile(r"(?<![\w*])(?:\*{1,3}|_{1,3})(?=\S)|(?<=[\w.)])(?:\*{1,3}|_{1,3}(?!\w))")
_LINK = re.compile(r"\[([^\[\]]*+)\](?:\([^()\s]*+\)|\[[^\[\]]*+\])")
_LINE_END = re.compile(r"[\r\n]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def readable(words: str) -> str:
    """Return words on one line, without tags, entities and emphasis among them."""
    return " ".join(_bare(words).split())


@lru_cache(maxsize=8)
def levelled(words: str, *, page: bool) -> str:
    """Return a stretch of a source, as long as it was, laid out as plain text: tags part the paragraphs of a `page`."""
    if not page:
        return words
    words = _LINE_END.sub(" ", words)
    words = _BLOCK.sub(lambda match: "\n\n".ljust(len(match[0])), words)
    words = _TAG.sub(lambda match: " " * len(match[0]), words)
    return _REFERENCE.sub(lambda match: html.unescape(match[0])[:1].ljust(len(match[0])), words)


def written_alike(new: str, old: str) -> str:
    """Return new words with the entities of the old for the spaces that they stood for: `620&nbsp;miles`."""
    for match in _REFERENCE.finditer(old) if "\u00a0" in new else ():
        if html.unescape(match[0]).isspace():
            return new.replace("\u00a0", match[0])
    return new


def _bare(words: str) -> str:
    if "<" in words:
        words = _TAG.sub("", _BLOCK.sub(" ", words))
    if "&" in words:
        words = _REFERENCE.sub(lambda match: html.unescape(match[0]), words)
    if "[" in words:
        words = _LINK.sub(r"\1", words)
    if "*" in words or "_" in words:
        words = _EMPHASIS.sub("", words)
    if not words.isascii():
        words = _INVISIBLE.sub("", words)
    return words
