"""Bytes to prose: plain text and Markdown, and positions that hold whatever the markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.api import check_text
from checker.prose import Prose, Scope
from checker.readers import Draft, read_bytes, read_file, read_text
from checker.trouble import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from checker.claims.claim import Claim


def prose_of(text: str, name: str = "draft.txt") -> Prose:
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    prose = read_text(text, name, media_type).prose
    assert prose is not None
    return prose


def blocks(text: str, name: str = "draft.txt") -> list[str]:
    prose = prose_of(text, name)
    return [prose.text[block.start : block.end].strip() for block in prose.blocks]


def claims(text: str, media_type: str = "text/plain") -> list[Claim]:
    document = check_text(text, media_type=media_type).documents[0]
    words = document.source.text
    assert [claim.text for claim in document.claims] == [words[c.span.start : c.span.end] for c in document.claims]
    return list(document.claims)


def ranges(text: str, media_type: str = "text/plain") -> list[tuple[object, str | None, str]]:
    return [(claim.value, claim.unit, claim.text) for claim in claims(text, media_type) if claim.kind == "range"]


def markdown(text: str) -> list[tuple[object, str | None, str]]:
    return ranges(text, "text/markdown")


WRAPPED = (
    "The missile was fired from the Pyongyang area and flew about\n"
    "1,000 km (600 miles) at a height that the ministry did not give\n"
    "before it fell into the sea.\n"
)


# Plain text


def test_wrapped_lines_are_one_paragraph() -> None:
    assert len(blocks(WRAPPED)) == 1
    assert ranges(WRAPPED) == [(1000, "km", "about\n1,000 km (600 miles)")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_no_claim(end: str) -> None:
    text = WRAPPED.replace("\n", end)

    assert ranges(text) == [(1000, "km", f"about{end}1,000 km (600 miles)")]


def test_a_blank_line_parts_paragraphs_and_spaces_make_none() -> None:
    assert blocks("One.\n\nTwo.\n \t\nThree.") == ["One.", "Two.", "Three."]


def test_short_lines_are_blocks_of_their_own() -> None:
    assert blocks("Range: 500 km\nHeight: 60 km\nSite: Sunan") == ["Range: 500 km", "Height: 60 km", "Site: Sunan"]


def test_a_line_alone_without_a_stop_is_a_headline() -> None:
    prose = prose_of("N. Korea fires missile\n\nIt flew 500 km.")

    assert [block.scope for block in prose.blocks] == [Scope.HEADLINE, Scope.BODY]


def test_a_byte_order_mark_counts_for_nothing() -> None:
    draft = read_bytes(b"\xef\xbb\xbfThe missile flew 500 km.", "draft.txt", "text/plain")

    assert draft.source.text == "The missile flew 500 km."
    assert ranges("\ufeffThe missile flew 500 km.") == [(500, "km", "500 km")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The missile flew 1,000 kilo\u00admeters.", "1,000 kilo\u00admeters"),
        ("The missile flew 1,0\u200b00 km.", "1,0\u200b00 km"),
        ("The missile flew 1,000\u2060\u00a0km.", "1,000\u2060\u00a0km"),
        ("The missile flew １，０００ｋｍ.", "１，０００ｋｍ"),
        ("The missile flew １０００\u3000km.", "１０００\u3000km"),
        ("The missile flew 1\u202f000\u202fkm.", "1\u202f000\u202fkm"),
    ],
)
def test_odd_characters_change_no_value_and_stay_in_the_words(text: str, words: str) -> None:
    assert ranges(text) == [(1000, "km", words)]


def test_an_emoji_moves_offsets_by_one() -> None:
    (claim,) = [c for c in claims("🚀 The missile flew 500 km.") if c.kind == "range"]

    assert claim.span.start == len("🚀 The missile flew ")


# Front matter


FRONT = "---\ntitle: A launch\npublished: 2024-01-15\nlanguage: en\n---\n"


def test_front_matter_is_no_prose() -> None:
    draft = read_text(FRONT + "\nThe missile flew 500 km.", "draft.txt")

    assert draft.prose is not None
    assert "A launch" not in draft.prose.text
    assert (draft.metadata.title, draft.metadata.published) == ("A launch", "2024-01-15")
    assert ranges(FRONT + "\nThe missile flew 500 km.") == [(500, "km", "500 km")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_ends_with_any_line_end(end: str) -> None:
    draft = read_text((FRONT + "\nThe missile flew 500 km.").replace("\n", end), "draft.txt")

    assert draft.metadata.published == "2024-01-15"


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: [\n---\n", "---\ntitle: A\n", "---\n- a\n- b\n---\n", "---\npublished: Tuesday\n---\n"],
)
def test_front_matter_that_cannot_be_read_is_refused(front: str) -> None:
    with pytest.raises(InputError):
        read_text(front + "\nThe missile flew 500 km.", "draft.txt")


ODD = "---\r\ntitle: 'Flugk\u00f6rper \U0001f680\u2028b\u0085c'\r\n"


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("x: [\r\n---\r\n", "d.md:4: "),
        ("factcheck: {ignroe: [FC101]}\r\n---\r\n", "d.md:3: "),
        ("factcheck:\r\n  select: [FC1]\r\n  select: [FC2]\r\n---\r\n", "d.md:5: "),
    ],
)
def test_the_line_of_front_matter_is_that_of_an_editor(front: str, place: str) -> None:
    with pytest.raises(InputError) as raised:
        read_text(ODD + front + "It flew.", "d.md", "text/markdown")
    assert str(raised.value).startswith(place)


def test_what_front_matter_names_stands_where_it_is_written() -> None:
    text = f"{ODD}factcheck:\r\n  ignore: [FC799]\r\n---\r\nIt flew."
    (finding,) = check_text(text, name="d.md", media_type="text/markdown").findings
    assert (finding.code, finding.words) == ("FC902", "FC799")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert blocks("---\n\nThe missile flew 500 km.\n") == ["---", "The missile flew 500 km."]


def test_a_leading_date_is_the_day_of_publication() -> None:
    draft = read_text("date 2024-01-15\n\nThe missile flew 500 km.", "draft.txt")

    assert draft.metadata.published == "2024-01-15"


# Markdown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The missile flew **1,000** km.", "**1,000** km"),
        ("The missile flew 1,**000** km.", "1,**000** km"),
        ("The missile flew ***1,000*** km.", "***1,000*** km"),
        ("The missile flew _1,000_ __km__.", "_1,000_ __km__"),
        ("The missile flew 1,000 **km**.", "1,000 **km**"),
        ("The missile flew **about 1,000** km.", "**about 1,000** km"),
        ("The missile flew **some way, 1,000** km.", "1,000** km"),
        ("The missile flew **1,000 km**.", "1,000 km"),
        ("The missile flew 1,000 ㎞.", "1,000 ㎞"),
        ("The missile flew *about 1,000 km*.", "about 1,000 km"),
        ("The missile flew 1,000&nbsp;km.", "1,000&nbsp;km"),
        ("The missile flew 1,000&#160;km.", "1,000&#160;km"),
        ("The missile flew 1&thinsp;000 km.", "1&thinsp;000 km"),
        ("The missile flew [1,000 km](https://example.org/a_(b)).", "1,000 km"),
        ("The missile flew [1,000][a] km.\n\n[a]: https://example.org", "[1,000][a] km"),
        ("> The missile flew\n> 1,000 km.", "1,000 km"),
        ("> The missile flew 1,000\n> km.", "1,000\n> km"),
        ("- The missile flew 1,000 km.\n- It fell.", "1,000 km"),
        ("## The missile flew 1,000 km", "1,000 km"),
        ("The missile flew 1,000\\\nkm.", "1,000\\\nkm"),
        ("The missile flew 1\\,000 km.", "1\\,000 km"),
        ("The missile flew 1,000 km.[^1]\n\n[^1]: Seoul's figure.", "1,000 km"),
        ("The missile flew <b>1,000</b> km.", "<b>1,000</b> km"),
    ],
)
def test_markup_changes_no_value_and_positions_point_into_the_source(text: str, words: str) -> None:
    found = markdown(text)

    assert (1000, "km") in [(value, unit) for value, unit, _ in found]
    assert [each for *_, each in found][-1].removeprefix("about ") == words.removeprefix("about ")


def test_struck_out_words_are_not_read() -> None:
    assert markdown("The missile flew ~~900~~ 1,000 km.") == [(1000, "km", "1,000 km")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The missile flew ~~about 900 km~~ 1,000 km.", [(1000, "km", "1,000 km")]),
        ("The missile flew ~~900 km~~.", []),
        ("The missile flew about ~~**900**~~ 1,000 km.", [(1000, "km", "about ~~**900**~~ 1,000 km")]),
        ("The missile flew ~1,000 km.", [(1000, "km", "~1,000 km")]),
        ("The missile flew 900~1,000 km and then 50~60 km.", [((900, 1000), "km", "900~1,000 km")]),
    ],
)
def test_two_tildes_strike_out_and_one_is_a_word(text: str, expected: list[object]) -> None:
    assert markdown(text)[: max(1, len(expected))] == expected


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("flew 1,000 km (300 miles)", "flew 1,000 km (620 miles)"),
        ("flew 1,000 km (**300** miles)", "flew 1,000 km (620 miles)"),
        ("flew 1,000 km (**300 miles**)", "flew 1,000 km (**620 miles**)"),
        ("flew 1,000 km (_300_ __miles__)", "flew 1,000 km (620 miles)"),
        ("flew 1,000 km (**about 300** miles)", None),
        ("flew 1,000 km ([300](https://example.org) miles)", None),
        ("flew 1,000 km (<b>300</b> miles)", "flew 1,000 km (620 miles)"),
        ("flew 1,000 km (<b>about 300</b> miles)", None),
        ("flew 1,000 km (<a href='x'>300</a> miles)", None),
        ("flew 1,000 km (300 ~~km~~ miles)", None),
        ("flew 1,000 km (300[^a] miles)\n\n[^a]: Seoul's figure", None),
    ],
)
def test_a_fix_never_tears_markup(text: str, fixed: str | None) -> None:
    source = f"The missile {text}."
    document = check_text(source, media_type="text/markdown").documents[0]
    found = next(each for each in document.findings if each.code.startswith("FC10"))

    edits = found.fixes[0].edits if found.fixes else ()
    assert bool(edits) is (fixed is not None)
    for edit in edits:
        assert source[: edit.span.start] + edit.text + source[edit.span.end :] == f"The missile {fixed}."


def test_what_markdown_does_not_show_as_prose_is_not_read() -> None:
    for text in (
        "```\nThe missile flew 1,000 km.\n```",
        "    The missile flew 1,000 km.",
        "<!-- The missile flew 1,000 km. -->",
        "<script>\nThe missile flew 1,000 km.\n</script>",
        "`The missile flew 1,000 km.`",
    ):
        assert markdown(text + "\n\nSeoul said nothing.") == []


def test_a_code_span_is_no_bridge_between_its_neighbours() -> None:
    assert markdown("The missile flew 1,000 `x` km.") == []


def test_the_cells_of_a_table_are_blocks() -> None:
    text = "| launch | flown |\n| --- | --- |\n| missile A | 500 km |\n| missile B | 60 km |\n"
    prose = prose_of(text, "draft.md")

    assert [prose.text[b.start : b.end].strip() for b in prose.blocks][2:] == [
        "missile A",
        "500 km",
        "missile B",
        "60 km",
    ]
    assert {block.scope for block in prose.blocks} == {Scope.CELL}


def test_front_matter_of_markdown_keeps_offsets() -> None:
    text = FRONT.replace("A launch", "Ein Flugkörper 🚀") + "\nThe missile flew 1,000 km.\n"

    assert markdown(text) == [(1000, "km", "1,000 km")]


# Files


def read(tmp_path: Path, data: bytes, name: str = "draft.txt") -> Draft:
    path = tmp_path / name
    path.write_bytes(data)
    return read_file(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("The missile flew 500 km.".encode("utf-16"), "UTF-16"),
        ("Il vola à 500 km.".encode("latin-1"), "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read(tmp_path, data)


def test_a_missing_file_a_folder_and_an_unknown_format_are_refused(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "folder"),
    ):
        with pytest.raises(InputError, match=words):
            read_file(path)
    with pytest.raises(InputError, match="not known"):
        read(tmp_path, b"x", "draft.xyz")


def test_a_line_of_bad_bytes_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r":3\b"):
        read(tmp_path, b"One.\nTwo.\nThr\xff.\n")
