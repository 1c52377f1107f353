"""Leave out of what is held against the record what a draft tells as a first announcement, or as one corrected."""

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
    """Return launches without the claims of sentences that say so: "Tokyo initially spoke of two missiles"."""
    text = prose.text.casefold()
    phrases = tuple(phrase for phrase in words()["first_told"] if phrase in text)
    if not known or not phrases:
        return tuple(known)
    spans = [
        prose.span(sentence.start, sentence.end)
        for sentence in sentences(prose, lexicon("en", figures_only=False))
        if has(sentence.tokens, phrases)
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
