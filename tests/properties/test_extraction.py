"""What holds for the claims of any text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker.api import check_text
from checker.claims.claim import KINDS
from checker.source import Span
from checker.trouble import InputError
from tests.test_claims_cases import ALL

if TYPE_CHECKING:
    from checker.claims.claim import Claim
    from checker.report import Document
    from tests.claims_cases import Case

SLOW = settings(suppress_health_check=list(HealthCheck))
NEUTRAL = "The committee will meet again in the spring."
# What the grammar looks for, in an order that no writer would choose.
PIECES = [
    *("The missile", "North Korea", "fired", "launched", "flew", "fell", "reached", "peaked at", "landed", "it"),
    *("about", "at least", "up to", "or so", "more than", "between", "and", "or", "to", "from", "respectively"),
    *("1,000", "1000", "300-350", "1", "1.5", "００", "１，０００", "two", "half an", "twenty-", "dozen", "0"),
    *("km", "miles", "nm", "m", "Mach 10", "minutes and", "seconds", "km/h", "-kilometer", "percent", "feet"),
    *("(621 miles)", "(", ")", "[", "]", '"', "\u201c", "\u2019s", ",", ".", ";", ":", "/", "\u2013", "-", "~", "%"),
    *("2:55 p.m.", "0555 GMT", "noon", "on Sunday", "January 14", "2024-01-14", "the 14th", "today", "24:61", "99"),
    *("Japan's EEZ", "outside", "did not enter", "the Sea of Japan", "Sunan", "Hwasong-14", "ICBM", "KN-23"),
    *("said", "according to", "the ministry", "Yonhap", "citing", "he added", "would have", "will", "if", "not"),
    *("\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u202f", "\u00ad", "\u200b", "\ufeff", "\x0b", "\x85", "\u2028"),
    *("| a | b |", "---", "```", "> ", "# ", "**", "&nbsp;", "<b>", "[x](y)", "\\", "🚀", "é", "e\u0301", "미사일"),
]
MIXED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=40).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)
DATES = st.sampled_from([None, "2024-01-15", "2017-08-29", "2023-02-28"])
CASES = st.sampled_from([case for _, case in ALL])


def read(text: str, published: str | None, media_type: str = "text/plain") -> Document | None:
    """Return the document, None where the text is refused."""
    try:
        return check_text(text, published=published, media_type=media_type).documents[0]
    except InputError:
        return None


def read_case(case: Case, text: str) -> Document:
    return check_text(
        text,
        published=case.settings.get("published"),
        timezone=case.settings.get("timezone"),
        media_type=case.settings.get("media_type", "text/plain"),
    ).documents[0]


def hold(document: Document) -> None:
    text, claims = document.source.text, document.claims
    assert [claim.text for claim in claims] == [text[claim.span.start : claim.span.end] for claim in claims]
    assert all(claim.text.strip() for claim in claims)
    assert [claim.span.start for claim in claims] == sorted(claim.span.start for claim in claims)
    assert [claim.id for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    for claim in claims:
        assert claim.kind in KINDS
        assert claim.figure is None or claim.span.covers(claim.figure)
        for conversion in claim.conversions:
            assert claim.span.covers(conversion.span)
            assert conversion.text == text[conversion.span.start : conversion.span.end]
        assert all(span.end <= len(text) for span in claim.attribution_spans)
    known = {claim.id for claim in claims}
    assert all(set(event.claims) <= known for event in document.events)
    assert {c.event for c in claims} - {None} <= {event.id for event in document.events}


@SLOW
@given(MIXED, DATES, st.sampled_from(["text/plain", "text/markdown"]))
def test_any_text_gives_claims_whose_words_stand_in_it(text: str, published: str | None, media_type: str) -> None:
    document = read(text, published, media_type)
    assume(document is not None)
    assert document is not None

    hold(document)


@SLOW
@given(st.text(min_size=1, max_size=300), st.sampled_from(["text/plain", "text/markdown"]))
def test_no_text_stops_the_checker(text: str, media_type: str) -> None:
    document = read(text, None, media_type)

    if document is None:
        assert not text.strip("\ufeff \t\r\n") or not text.strip() or text.startswith(("---", "\ufeff---"))
    else:
        hold(document)


@SLOW
@given(CASES, st.randoms(use_true_random=False))
def test_the_drafts_of_the_cases_hold_in_any_order_of_words(case: Case, order: Any) -> None:
    words = case.draft.split()
    order.shuffle(words)

    hold(read_case(case, " ".join(words)))


def _moved(claim: Claim, at: int, by: int) -> Claim:
    """Return a claim as it stands after an insertion."""

    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by) if span.start >= at else span

    return replace(
        claim,
        span=move(claim.span),
        figure=None if claim.figure is None else move(claim.figure),
        conversions=tuple(replace(each, span=move(each.span)) for each in claim.conversions),
        attribution_spans=tuple(map(move, claim.attribution_spans)),
    )


@SLOW
@given(st.lists(CASES, min_size=1, max_size=3), st.data())
def test_a_neutral_paragraph_moves_spans_and_changes_nothing_else(cases: list[Case], data: st.DataObject) -> None:
    # A leading headline keeps a dateline's place as it is.
    text = "Missile launched\n\n" + "\n\n".join(case.draft.strip() for case in cases) + "\n"
    published = cases[0].settings.get("published", "2024-06-03")
    before = check_text(text, published=published).documents[0]
    gaps = [0, *(match.end() for match in re.finditer("\n\n", text)), len(text)]
    at = data.draw(st.sampled_from(gaps))
    added = "\n" + NEUTRAL + "\n" if at == len(text) else NEUTRAL + "\n\n"
    after = check_text(text[:at] + added + text[at:], published=published).documents[0]

    assert after.claims == tuple(_moved(claim, at, len(added)) for claim in before.claims)
    assert after.events == before.events
    assert [f.code for f in after.findings] == [f.code for f in before.findings]


GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
WIDE = {ord("0") + digit: ord("０") + digit for digit in range(10)} | {ord(","): ord("，"), ord("."): ord("．")}
STYLES = {
    "plain": lambda figure: figure.replace(",", ""),
    "no-break": lambda figure: figure.replace(",", "\u00a0"),
    "narrow no-break": lambda figure: figure.replace(",", "\u202f"),
    "thin": lambda figure: figure.replace(",", "\u2009"),
    "full-width": lambda figure: figure.translate(WIDE),
}
WITH_FIGURES = [case for _, case in ALL if GROUPED.search(case.draft)]


def said(claim: Claim) -> tuple[Any, ...]:
    """Return what a claim says, without its words and places."""
    conversions = tuple((each.value, each.unit, each.qualifier) for each in claim.conversions)
    return (
        *(claim.kind, claim.value, claim.unit, claim.qualifier, claim.interval, conversions),
        *(claim.attributed_to, claim.modality, claim.event, claim.entity, claim.resolved),
    )


@pytest.mark.parametrize("style", STYLES)
def test_a_figure_in_another_style_keeps_its_value(style: str) -> None:
    differ = []
    for case in WITH_FIGURES:
        rewritten = GROUPED.sub(lambda match: STYLES[style](match[0]), case.draft)
        if [*map(said, read_case(case, rewritten).claims)] != [*map(said, read_case(case, case.draft).claims)]:
            differ.append(rewritten)

    assert len(WITH_FIGURES) > 50
    assert differ == []


@SLOW
@given(st.integers(1, 19_999), st.sampled_from(["", "，", ",", "\u00a0", "\u202f", "\u2009"]), st.booleans())
def test_every_figure_of_a_flight_is_read(value: int, group: str, wide: bool) -> None:  # noqa: FBT001 -- drawn
    figure = f"{value:,}".replace(",", group)
    figure = figure.translate(WIDE) if wide else figure
    (claim,) = check_text(f"The missile flew {figure} km before it fell.").documents[0].claims

    assert (claim.kind, claim.value, claim.unit, claim.text) == ("range", value, "km", f"{figure} km")
