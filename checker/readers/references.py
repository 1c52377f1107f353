"""Character references of HTML: `&nbsp;`, `&#8239;`, and the old names that need no semicolon."""

from __future__ import annotations

import html
import re

REFERENCE = r"&(?:#[0-9]{1,8}+;?|#[xX][0-9a-fA-F]{1,8}+;?|[a-zA-Z][a-zA-Z0-9]{1,31}+;?)"
_ALONE = re.compile(REFERENCE)


def decoded(written: str) -> tuple[str, int]:
    """Return the characters that a reference stands for, and how much of it they stand for; "" and 0 for no reference.

    Of `&nbsp1` the first five characters are one.
    """
    if written[1] == "#" or written.endswith(";"):
        made = html.unescape(written)
        if made != written and ";" not in made:
            return made, len(written)
    from html.entities import html5

    for end in range(min(len(written), 8), 2, -1):
        if written[1:end] in html5:
            return html5[written[1:end]], end
    return "", 0


def plain(text: str) -> str:
    """Return text, such as the value of an attribute, with its references decoded."""
    return html.unescape(text) if _ALONE.search(text) else text
