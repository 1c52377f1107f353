"""Leave out of what is held against the record what a draft tells as a first announcement, or corrects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.language import lexicon, sentences
from checker.language.phrases import has
from checker.record.clauses import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.prose import Prose
    from checker.record.known import Known


def as_it_stands(known: Sequence[Known], prose: Prose) -> tuple[Known, ...]:
    """Return launches without the claims of sentences that say so: "Tokyo initially spoke of two missiles".

    Of a paragraph that corrects an earlier version all is left out.
    """
    text = prose.text.casefold()
    first, wrong = (tuple(each for each in words()[part] if each in text) for part in ("first_told", "corrections"))
    if not known or not (first or wrong):
        return tuple(known)
    told = list(sentences(prose, lexicon("en", figures_only=False)))
    blocks = {sentence.block for sentence in told if has(sentence.tokens, wrong)}
    spans = [
        prose.span(sentence.start, sentence.end)
        for sentence in told
        if sentence.block in blocks or has(sentence.tokens, first)
    ]
    return tuple(
        replace(
            each,
            account=replace(
                each.account,
                claims=tuple(
                    claim
                    for claim in each.account.claims
                    if not any(span.start <= claim.span.start < span.end for span in spans)
                ),
            ),
        )
        for each in known
    )
