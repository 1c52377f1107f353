"""HTML in Markdown: its words are read as a page shows them, each on its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import check_text
from checker.prose import Prose, Scope
from checker.readers import read_text
from tests.test_html import FRAGMENTS


def prose_of(text: str) -> Prose:
    return read_text(text, "draft.md", "text/markdown").prose


def blocks(text: str) -> list[str]:
    prose = prose_of(text)
    return [prose.text[block.start : block.end].strip() for block in prose.blocks]


def found(text: str) -> list[str]:
    """Return the words of each conversion that disagrees, which stand in the source as they are."""
    (document,) = check_text(text, media_type="text/markdown").documents
    findings = [each for each in document.findings if each.code == "FC101"]
    assert [each.words for each in findings] == [text[each.span.start : each.span.end] for each in findings]
    return [each.words for each in findings]


WRONG = "The missile flew 1,000 km (900 miles)."
PAIR = "1,000 km (900 miles)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<div>\n{WRONG}\n</div>", PAIR),
        (f"<div>{WRONG}</div>", PAIR),
        (f"<div>\n\n{WRONG}\n\n</div>", PAIR),
        (f"<figure><img src='a.png'>\n<figcaption>{WRONG}</figcaption>\n</figure>", PAIR),
        (f"<figure><img src='a.png' alt='{WRONG}'></figure>", PAIR),
        (f"Text <img src='a.png' alt='{WRONG}'> text", PAIR),
        (f"<p>{WRONG}", PAIR),
        (f"<p class='lead'>\n\U0001f680 {WRONG}</p>\n\nAfter.", PAIR),
        (f"<table><tr><td>{WRONG}</td></tr></table>", PAIR),
        (f"<details><summary>More</summary>\n\n{WRONG}\n\n</details>", PAIR),
        ("<p>The missile flew 1,000&nbsp;km (<b>900</b>&nbsp;miles).</p>", "1,000&nbsp;km (<b>900</b>&nbsp;miles)"),
        ("<p>The missile flew\r\n1,000 km\r\n(900 miles).</p>", "1,000 km\r\n(900 miles)"),
        ("> <p>The missile flew 1,000\n> km (900\n> miles).</p>", "1,000\n> km (900\n> miles)"),
        ("- <div>The missile flew 1,000 km\n  (900 miles).</div>", "1,000 km\n  (900 miles)"),
        (f"---\ntitle: Flugkörper\n---\n<div>\n{WRONG}\n</div>", PAIR),
        ("The missile flew <b>1,000</b> km (<i>900 miles</i>).", "<b>1,000</b> km (<i>900 miles</i>)"),
        ("The missile flew 1,000 km<br>(900 miles).", "1,000 km<br>(900 miles)"),
        ("The missile flew 1,000 km<br>\n(900 miles).", "1,000 km<br>\n(900 miles)"),
        ("The missile flew 1,000 km<sup>1</sup> (900 miles).", "1,000 km<sup>1</sup> (900 miles)"),
        ("The missile flew <del>300</del> 1,000 km (900 miles).", PAIR),
        ("The missile flew <s>300 km (900 miles)</s> 1,000 km (900 miles).", PAIR),
        ("The missile flew <u>**1,000 km**</u> (900 miles).", "<u>**1,000 km**</u> (900 miles)"),
        (f"| a | b |\n| --- | --- |\n| <b>x</b> | {WRONG} |", PAIR),
    ],
)
def test_html_in_markdown_is_read_on_its_place(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        f"<script>\nvar a = '{WRONG}';\n\nvar b = '{WRONG}';\n</script>",
        f"<div><script>\nvar a;\n\n'{WRONG}'</script></div>",
        f"<style>\n/* {WRONG} */\n</style>",
        f"<!-- {WRONG}\n\n{WRONG} -->",
        f"<div hidden>\n\n{WRONG}\n\n</div>",
        f"<nav>\n\n- {WRONG}\n\n</nav>",
        f"<template>\n\n**{WRONG}**\n\n</template>",
        f"Seoul <code>{WRONG}</code> said.",
        f"Seoul <del>{WRONG}</del> said.",
        f"Seoul <span style='display:none'>{WRONG}</span> said.",
        f"<div title='{WRONG}'>Seoul</div>",
        f"<div class='{WRONG}\n\nSeoul",
        f"`<div>{WRONG}</div>`",
        f"```html\n<div>{WRONG}</div>\n```",
        f"~~<b>{WRONG}</b>~~",
    ],
)
def test_what_a_page_would_not_show_is_not_read(text: str) -> None:
    assert found(text + "\n\nSeoul said nothing.") == []
    assert blocks(f"{text}\n\nSeoul said nothing.")[-1] == "Seoul said nothing."


@pytest.mark.parametrize("tag", ["s", "del", "code", "span hidden", "svg", "button"])
def test_a_tag_in_a_paragraph_that_nobody_closes_hides_no_more_than_it(tag: str) -> None:
    assert found(f"Seoul <{tag}> said nothing.\n\n{WRONG}") == [PAIR]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("<div>One</div>\n\n*Two*", ["One", "Two"]),
        ("One <br> two <br><br> three", ["One two", "three"]),
        ("<div>\n**One**\n</div>", ["**One**"]),
        ("One</p> two", ["One", "two"]),
        ("It <code>x</code> flew", ["It \ufffc flew"]),
        ("<p>One\n\nTwo</p>\n\nThree", ["One", "Two", "Three"]),
        ("> <q>Yes</q>", ['"Yes"']),
    ],
)
def test_blocks_are_those_that_a_reader_sees(text: str, parts: list[str]) -> None:
    assert blocks(text) == parts


def test_headings_and_cells_are_known() -> None:
    prose = prose_of("<h2>H</h2>\n\nP\n\n<table><td>C</table>\n\n# G\n\nQ")

    assert [block.scope for block in prose.blocks] == [
        Scope.HEADLINE,
        Scope.BODY,
        Scope.CELL,
        Scope.HEADLINE,
        Scope.BODY,
    ]


MARKS = ("> ", "- ", "**", "`", "\n\n", "[", "](x)", "![", "|", "~~", "<div>", "</div>", "[^1]", "# ", "    ")


@given(st.lists(st.sampled_from((*FRAGMENTS, *MARKS)), max_size=30).map("".join))
def test_every_block_is_of_words_in_their_order(text: str) -> None:
    prose = prose_of(f"a {text}")
    spans = [segment.span for segment in prose.segments]

    assert spans == sorted(spans)
    assert "".join(prose.text[block.start : block.end] for block in prose.blocks) == prose.text
