"""Web pages: the words that a browser shows, each on its place in the source; and what is too much to read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import check_file, check_text
from checker.cli import main
from checker.prose import Prose, Scope
from checker.readers import read_bytes, read_file, read_text
from checker.readers.formats import MEDIA_TYPES
from checker.readers.limits import LIMITS, Limits
from checker.trouble import InputError

if TYPE_CHECKING:
    from checker.claims import Claim

PAGE = Path(__file__).parent / "pages" / "launch.html"


def prose_of(text: str) -> Prose:
    return read_text(text, "draft.html", "text/html").prose


def blocks(text: str) -> list[str]:
    prose = prose_of(text)
    return [prose.text[block.start : block.end].strip() for block in prose.blocks]


def ranges(text: str) -> list[tuple[object, str | None, str]]:
    document = check_text(text, name="draft.html", media_type="text/html").documents[0]
    found: list[Claim] = [claim for claim in document.claims if claim.kind == "range"]
    assert [claim.text for claim in found] == [text[each.span.start : each.span.end] for each in found]
    return [(claim.value, claim.unit, claim.text) for claim in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>The missile flew <b>1,000</b> km.", "<b>1,000</b> km"),
        ("<p>The missile flew 1,<em>0</em>00 km.", "1,<em>0</em>00 km"),
        ("<p>The missile flew <b>1,000 km</b>.", "1,000 km"),
        ("<p>The missile flew 1,000&nbsp;km.", "1,000&nbsp;km"),
        ("<p>The missile flew 1,000&nbspkm.", "1,000&nbspkm"),
        ("<p>The missile flew 1,000&#160;km.", "1,000&#160;km"),
        ("<p>The missile flew 1,000&#xA0;km.", "1,000&#xA0;km"),
        ("<p>The missile flew 1&thinsp;000 km.", "1&thinsp;000 km"),
        ("<p>The missile flew 1,000 kilo&shy;meters.", "1,000 kilo&shy;meters"),
        ("<p>The missile flew &#49;,000 km.", "&#49;,000 km"),
        ("<p>The missile flew 1,000\n      km.", "1,000\n      km"),
        ("<p>The missile flew 1,000<br>km.", "1,000<br>km"),
        ("<p>The missile flew 1,000 <!-- by phone --> km.", "1,000 <!-- by phone --> km"),
        ('<p>The missile flew <a href="x?a=1&b=2" title="900 km">1,000 km</a>.', "1,000 km"),
        ("<p>The missile flew <span class=fig><i>1,000</i></span> km.", "<span class=fig><i>1,000</i></span> km"),
        ("<P>The missile flew 1,000<SUP>1</SUP> km.", "1,000<SUP>1</SUP> km"),
        ('<p>The missile flew 1,000 km.<sup><a href="#n1">[1]</a></sup>', "1,000 km"),
        ("<p>The missile flew <del>900 km</del> 1,000 km.", "1,000 km"),
        ("<p>The missile flew <s>900</s> 1,000 km.", "1,000 km"),
        ("<p>The missile flew 1,000 km.<p>It fell.", "1,000 km"),
        ("<p>\U0001f680 5 < 6 & AT&T: the missile flew 1,000 km.", "1,000 km"),
        ("<p>The missile flew <wbr>1,000<wbr> km.", "1,000<wbr> km"),
        ("<article><ul><li>The missile flew 1,000 km<li>It fell</ul></article>", "1,000 km"),
    ],
)
def test_markup_changes_no_value_and_positions_point_into_the_source(text: str, words: str) -> None:
    assert ranges(text) == [(1000, "km", words)]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = 'The missile flew 1,000 km.' < 5</script>",
        "<style>/* The missile flew 1,000 km. */</style>",
        "<!-- The missile flew 1,000 km. -->",
        "<nav><ul><li>The missile flew 1,000 km.</ul></nav>",
        '<div role="navigation"><div>Menu</div>The missile flew 1,000 km.</div>',
        "<form><label>The missile flew 1,000 km.</label></form>",
        "<button>The missile flew 1,000 km.</button>",
        "<noscript>The missile flew 1,000 km.</noscript>",
        "<template><p>The missile flew 1,000 km.</p></template>",
        "<svg><text>The missile flew 1,000 km.</text></svg>",
        "<pre><code>The missile flew 1,000 km.</code></pre>",
        "<p hidden>The missile flew 1,000 km.",
        '<p style="color: red; display: none">The missile flew 1,000 km.</p>',
        "<div hidden><div>The missile flew</div> 1,000 km.</div>",
        '<p title="The missile flew 1,000 km.">Seoul</p>',
        "<footer>The missile flew 1,000 km.</footer><article>Seoul</article>",
        "<aside>The missile flew 1,000 km.</aside><main>Seoul</main>",
    ],
)
def test_what_a_page_does_not_show_as_its_text_is_not_read(hidden: str) -> None:
    text = f"<h1>Launch</h1>{hidden}<p>The missile flew 500 km.</p>"

    assert [words for *_, words in ranges(text)] == ["500 km"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<br>two<br><br>Three", ["One two", "Three"]),
        ("<div>One <div>Two</div> Three</div>", ["One", "Two", "Three"]),
        ("<p>It <code>x</code> flew", ["It \ufffc flew"]),
        ("<q>Yes</q>, he said", ['"Yes", he said']),
        ("<table><tr><td>500 km<td>A<tr><th>B</table>After", ["500 km", "A", "B", "After"]),
        ("<p>Fire <img src=e.png alt=\U0001f680> away", ["Fire \U0001f680 away"]),
        ("<p>See<img alt='A map &amp; a range'>it", ["See", "A map & a range", "it"]),
        ("<figure><img alt=''><figcaption>Cap</figcaption></figure>", ["Cap"]),
        ("3 km<sup>2</sup> on Jan. 5<sup>th</sup>, 14<sup>2</sup>", ["3 km\u00b2 on Jan. 5th, 14"]),
        ("<p hidden>No<ul><li>Yes</ul>", ["Yes"]),
        ("<header><h1>Head</h1></header><p>Body", ["Head", "Body"]),
        ("<blockquote><footer>KCNA</footer></blockquote>", ["KCNA"]),
        ("<article><header>Head</header><aside>Box</aside></article>", ["Head", "Box"]),
        ("<script>x</script ><p>Read", ["Read"]),
        ("<svg/><p>Read", ["Read"]),
        ("a <b>b</b><i> c</i> </p>", ["a b c"]),
        ("<![CDATA[x]]>a<!DOCTYPE x>b<?php echo 1 ?>c<!-->d<!--->e", ["abcde"]),
        ("one <", ["one <"]),
    ],
)
def test_blocks_are_those_that_a_reader_sees(text: str, found: list[str]) -> None:
    assert blocks(text) == found


def test_headings_and_cells_are_known() -> None:
    prose = prose_of("<title>T</title><h2>H</h2><p>P<table><td>C</table><p>Q")

    assert [block.scope for block in prose.blocks] == [
        Scope.HEADLINE,
        Scope.HEADLINE,
        Scope.BODY,
        Scope.CELL,
        Scope.BODY,
    ]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-01-14T16:20:00+09:00">', "2024-01-14"),
        ("<meta content='2024-01-14' name=DC.date>", "2024-01-14"),
        ('<time itemprop="datePublished" datetime="2024-01-14T07:20Z">Sunday</time>', "2024-01-14"),
        ('<time pubdate datetime="2024-01-14">Sunday</time>', "2024-01-14"),
        ('<time datetime="2024-01-14">Sunday</time>', None),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-01-14T01:00"}</script>',
            "2024-01-14",
        ),
        ('<meta name="date" content="last Sunday">', None),
        (
            '<meta name="date" content="2024-01-13"><meta property="article:published_time" content="2024-01-14">',
            "2024-01-14",
        ),
        ('<meta name="description" content="2024-01-14">', None),
    ],
)
def test_a_page_tells_its_day_of_publication(head: str, published: str | None) -> None:
    assert read_text(f"{head}<p>A missile", "draft.html", "text/html").metadata.published == published


def test_front_matter_goes_before_what_the_page_says() -> None:
    text = '---\npublished: 2024-01-15\n---\n<meta name="date" content="2024-01-14"><p>The missile flew 500 km.'
    draft = read_text(text, "draft.html", "text/html")

    assert draft.metadata.published == "2024-01-15"
    assert ranges(text) == [(500, "km", "500 km")]


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("ko", "ko"), ("ja-JP", "ja-JP")])
def test_a_page_in_another_language_says_so(tag: str, language: str) -> None:
    draft = read_text(f'<html lang="{tag}"><p>A missile', "draft.html", "text/html")

    assert (draft.metadata.language or "en") == language


def test_a_whole_page_is_checked_as_a_reader_sees_it() -> None:
    report = check_file(PAGE)
    document = report.documents[0]
    text = document.source.text

    assert (document.media_type, document.published) == ("text/html", "2024-01-14")
    assert [(finding.code, finding.words) for finding in document.findings] == [
        ("FC101", "1,000&nbsp;km (<b>900</b>&nbsp;miles)"),
        ("FC501", "Monday, January 14"),
    ]
    assert all(text[each.span.start : each.span.end] == each.text for each in document.claims)
    assert "menu" not in json.dumps(report.to_dict())
    assert [[edit.text for edit in fix.edits] for fix in document.findings[0].fixes] == [
        ["620&nbsp;miles"],
        ["1,450&nbsp;km"],
    ]


def test_a_message_shows_no_markup() -> None:
    text = "<p>The missile flew <b>25,000</b>&nbsp;km on Tuesday."
    (finding,) = check_text(text, name="a.html", media_type="text/html").findings

    assert finding.message.startswith("25,000 km is not plausible")


# The format


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("draft.html", b"<p>A missile", "text/html"),
        ("draft.HTM", b"A missile", "text/html"),
        ("draft.txt", b"<p>A missile", "text/plain"),
        ("draft.txt", b"\n<!doctype html><p>A missile", "text/html"),
        ("draft.md", b'<!-- saved -->\n<html lang="en"><p>A missile', "text/html"),
        ("draft", b'<?xml version="1.0"?><!DOCTYPE html><html>A missile</html>', "text/html"),
        ("draft", b"A missile", "text/plain"),
        ("draft.md", b"<p>A missile", "text/markdown"),
        ("draft.yaml", b"<!doctype html>", "application/yaml"),
    ],
)
def test_a_format_is_told_by_name_and_by_opening(name: str, data: bytes, media_type: str) -> None:
    assert read_bytes(data, name).media_type == media_type


def test_a_format_that_is_given_goes_before() -> None:
    assert read_bytes(b"<!doctype html><p>A missile", "draft.html", "text/plain").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7", "a PDF"), (b"PK\x03\x04", "a Word document"), (b"{\\rtf1 x}", "rich text"), (b"\0", "binary")],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(data)

    with pytest.raises(InputError, match=words):
        read_file(path)


# Limits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>One\n<a href=x", ":2: the page breaks off inside this tag"),
        ("<p>One\n\n<!-- never", ":3: the page breaks off inside this tag or comment; close it"),
        ("<p>One<script>if (a", ":1: the page breaks off"),
        ("<p>" + "&amp;" * 1_000_000, "more than 200,000 tags, entities"),
        ("<b>x" * 300_000, "more than 200,000 tags, entities"),
        ("<p>" + "word " * 300_000, "1,500,000 characters of text"),
    ],
)
def test_a_page_that_is_broken_or_too_much_is_refused(text: str, words: str) -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match=words):
        prose_of(text)
    assert time.process_time() - begun < 20


def test_a_million_entities_and_a_long_line_of_other_formats_are_refused() -> None:
    with pytest.raises(InputError, match="characters of text"):
        read_text("x" * 2_000_000, "draft.txt")
    with pytest.raises(InputError, match="marks"):
        _ = read_text("&lt;" * 230_000, "draft.md", "text/markdown").prose


NESTED = [
    ("> " * 10_000, "a.md"),
    ("- " * 10_000, "a.md"),
    ("*x " * 10_000, "a.md"),
    ("<div>" * 10_000, "a.md"),
    ("<b>" * 10_000, "a.md"),
    ("<blockquote>" * 10_000, "a.html"),
    ("<i>" * 10_000, "a.html"),
]


@pytest.mark.parametrize(("opening", "name"), NESTED, ids=[f"{opening[:12]} in {name}" for opening, name in NESTED])
def test_what_is_nested_too_deeply_is_refused_unless_the_limit_is_raised(opening: str, name: str) -> None:
    closing = " y*" * 10_000 if opening.startswith("*") else ""
    text = f"{opening}The missile flew 1,000 km (900 miles).{closing}"
    media_type = MEDIA_TYPES[Path(name).suffix]
    begun = time.process_time()
    with pytest.raises(InputError, match=r"more than 1,000 deep in each other; take them out, or set limits\.nesting"):
        _ = read_text(text, name, media_type).prose
    prose = read_text(text, name, media_type, Limits(nesting=20_000)).prose

    assert "The missile flew 1,000 km (900 miles)." in prose.text
    assert time.process_time() - begun < 10


def test_a_line_that_is_too_long_is_refused_by_its_number() -> None:
    text = f"The missile flew 500 km.\r\n{'x' * 101}\r\n"
    assert read_text(text, "a.md", "text/markdown", Limits(line=101)).prose.text
    with pytest.raises(InputError, match=r"^a\.md:2: this line has 101 characters, more than 100; break it into "):
        read_text(text, "a.md", "text/markdown", Limits(line=100))
    assert read_text(text, "a.html", "text/html", Limits(line=100)).prose.text  # a page's lines mean nothing


def test_a_file_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a sparse file of nothing but NUL
        file.write(b"A" * 5000)
    with pytest.raises(InputError, match="is longer than 20 MB; give the text of one draft"):
        read_file(path)


def test_limits_can_be_set() -> None:
    small = Limits(bytes=10, characters=5, marks=2)
    with pytest.raises(InputError, match=r"is longer than 10 bytes"):
        read_bytes(b"A missile flew", "draft.txt", limits=small)
    with pytest.raises(InputError, match=r"has 6 characters of text, more than 5"):
        read_bytes(b"A miss", "draft.txt", limits=small)
    with pytest.raises(InputError, match=r"more than 2 tags"):
        read_text("<b><i><u><s>", "a.html", "text/html", limits=small)


FRAGMENTS = (
    *(
        "<",
        ">",
        "</",
        "/>",
        "<a",
        "<a ",
        "<b>",
        "</b>",
        "<p>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "&",
        "&#",
        "&amp",
        ";",
        "'",
        '"',
        "=",
    ),
    *(
        "<script>",
        "</script",
        "<style>",
        "<title>",
        "<br>",
        "<q>",
        "<sup>1",
        "<nav>",
        "</nav>",
        "<p hidden>",
        "<td>",
        " ",
        "\n",
        "x",
    ),
    *("<img alt='", "&nbsp;", "1,000 km ", "\u00ad", "\U0001f680", "missile "),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_whatever_is_read_stands_in_the_source(text: str) -> None:
    try:
        prose = prose_of("<p>a " + text)
    except InputError:
        return
    source = "<p>a " + text
    assert "".join(prose.text[block.start : block.end] for block in prose.blocks) == prose.text
    for segment in prose.segments:
        written = source[segment.span.start : segment.span.end]
        shown = prose.text[segment.at : segment.at + segment.length]
        same = shown == written or shown == unescape(written) or not shown.strip()
        assert same or shown in {'"', "\ufffc", "\u00a0"} or re.fullmatch(r"[\u00b2\u00b3]", shown)


@pytest.mark.parametrize("tail", ["", ">", "-->", "'>", "</script>", ";"])
@pytest.mark.parametrize("unit", [each for each in FRAGMENTS if each != " "])
def test_time_is_linear_in_the_length(unit: str, tail: str) -> None:
    """Twenty times as long, and not two hundred times as slow: what the standard parser alone would take."""
    taken = []
    for length in (4_000, 80_000):
        text = (unit * (length // len(unit)))[:length] + tail
        begun = time.process_time()
        with suppress(InputError):
            read_text(text, "draft.html", "text/html", Limits(marks=10**9))
        taken.append(time.process_time() - begun)
    assert taken[1] < 100 * taken[0] + 0.2


def test_the_command_reads_a_page_from_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checker.cli", "check", "-", "--format", "json"],
        input=PAGE.read_bytes(),
        capture_output=True,
        check=False,
    )

    assert json.loads(done.stdout)["documents"][0]["media_type"] == "text/html"
    assert LIMITS.bytes > len(PAGE.read_bytes())


@pytest.mark.parametrize(
    ("given", "media_type"), [(["--input-format", "html"], "text/html"), (["--input-format", "text"], "text/plain")]
)
def test_the_command_can_say_the_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], media_type: str
) -> None:
    draft = tmp_path / "draft.wire"
    draft.write_text("<p>The missile flew 1,000&nbsp;km (900 miles).", encoding="utf-8")

    assert main(["check", str(draft), "--isolated", "--format", "json"]) == 2
    assert "say --input-format" in capsys.readouterr().err
    main(["check", str(draft), "--isolated", "--format", "json", *given])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert document["media_type"] == media_type
    assert bool(document["findings"]) is (media_type == "text/html")
