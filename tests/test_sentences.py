"""Where sentences end: abbreviations, initials, glued sentences, quotations, and other scripts' stops."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checker.language import lexicon, sentences
from checker.readers import read_text

BAR = "|"


def cut(text: str) -> list[str]:
    prose = read_text(text, "draft.txt").prose
    assert prose is not None
    return [each.text.strip() for each in sentences(prose, lexicon("en"))]


# A bar stands where one sentence ends and the next begins.
PARAGRAPHS = [
    "It flew 500 km.| It fell into the sea.",
    "Did it fly?| It did!| Nobody was hurt.",
    "The U.S. military tracked it.| It fell.",
    "It was tracked by the U.S.| The military said no more.",
    "The U.S. and the U.K. spoke.| Nobody else did.",
    "Officials in the U.S. Treasury spoke.",
    "It was fired at 7:22 a.m. local time.",
    "It was fired at 7:22 a.m. Tokyo time.",
    "It was fired at 7:22 a.m. Sunday.",
    "It was fired at 7:22 p.m. KST.| It fell at 7:44.",
    "It was fired at 7:22 a.m.| The second followed.",
    "It was fired at 7:22 p.m.| It fell at 7:44.",
    "It was fired at about 9 a.m. (0000 GMT).| Seoul protested.",
    "Gen. Mark Milley spoke.| He was brief.",
    "Lt. Gen. Kim and Adm. Park spoke.",
    "Mr. Kim met Dr. Lee.| They spoke.",
    "John F. Kelly spoke.| J. D. Smith listened.",
    "Sen. Bob Corker, R-Tenn., spoke.",
    "It was fired on Jan. 14 at 2:55.| It fell.",
    "On Sept. 15, 2017, it flew 3,700 km.",
    "No. 2 in the line was Choe.| He spoke.",
    "It flew approx. 500 km.| It fell.",
    "It flew 2,111.5 km.| It fell.",
    'It rose to 50 km.| "It fell," he said.',
    '"It fell."| He left.',
    '"It flew 500 km.| It fell," he said.',
    "(It fell.)| He left.",
    'He said: "It fell."| Then he left.',
    "It fell ... and sank.",
    "Hwasong-14 vs. Hwasong-15: which flew?| Neither.",
    "Kim Jong Un Jr. was there.| He left.",
    "It landed near St. Lawrence Island.",
    "Rodong Sinmun Inc. printed it.",
    "It fell (see Fig. 3).| It sank.",
]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(BAR)]


GLUED = {
    "It flew 500 km.It fell into the sea.": ["It flew 500 km.", "It fell into the sea."],
    "Officials spoke.The missile fell.Nobody was hurt.": [
        "Officials spoke.",
        "The missile fell.",
        "Nobody was hurt.",
    ],
}


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert cut(text.replace(BAR, "")) == _parts(text)


@pytest.mark.parametrize("text", GLUED)
def test_glued_sentences_are_parted(text: str) -> None:
    assert cut(text) == GLUED[text]


@pytest.mark.xfail(strict=True, reason="a footnote mark hides the end of the sentence before it")
def test_a_footnote_mark_belongs_to_the_sentence_before_it() -> None:
    assert cut("It flew.[1] It fell.") == ["It flew.[1]", "It fell."]


@pytest.mark.parametrize("name", ["www.example.com", "draft.final", "a.b.C.d"])
def test_a_dotted_name_is_not_parted(name: str) -> None:
    text = f"The missile is on {name} today."

    assert cut(text) == [text]


def test_no_sentence_leaves_its_paragraph() -> None:
    assert cut("It flew far\n\nIt fell into the sea.") == ["It flew far", "It fell into the sea."]


def test_stops_of_other_scripts() -> None:
    assert cut("ミサイルが発射された。落下した！") == ["ミサイルが発射された。", "落下した!"]


@pytest.mark.parametrize("text", ["x" * 5000, ". " * 2000, "A.B." * 2000, "a.m. " * 2000, "U.S. " * 2000])
def test_long_texts_are_cut_without_loss(text: str) -> None:
    prose = read_text(text, "draft.txt").prose
    assert prose is not None
    found = list(sentences(prose, lexicon("en")))

    assert all(one.end == two.start for one, two in pairwise(found))
    assert "".join(each.text for each in found).strip() == prose.text.strip()


def test_sentences_are_numbered_in_order() -> None:
    prose = read_text("One here. Two here.\n\nThree here.", "draft.txt").prose
    assert prose is not None
    found = list(sentences(prose, lexicon("en")))

    assert [each.index for each in found] == [0, 1, 2]
    assert [each.block for each in found] == [0, 0, 1]
