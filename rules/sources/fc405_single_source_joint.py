"""A claim is given to several speakers, but only some of them made it.

## What it checks
A claim that the draft attributes to two speakers or more, as in `according to Seoul and Tokyo`, where a
document of each of them is among the sources. It is flagged if only some of them give that kind of fact.
What every statement has by its own date, and a single missile, which is seldom counted, is let be.

## Why it matters
Two ministries that agree are stronger evidence than one, and the reader is told that both said it.

## Flagged
[South Korea JCS] The missile was launched on Jan. 14 and flew about 1,000 km.
[Japan MOD] The missile was launched on Jan. 14. It reached a maximum altitude of about 50 km.
The missile rose to about 50 km, according to South Korea's military and Japan's defense ministry.
                    ^^^^^^^^^^^ but only Japan MOD says it

## Not flagged
[South Korea JCS] The missile was launched on Jan. 14. It reached a maximum altitude of 50 km.
[Japan MOD] The missile was launched on Jan. 14. It reached a maximum altitude of about 50 km.
The missile rose to about 50 km, according to South Korea's military and Japan's defense ministry.

## Fix
None: name the speaker who said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.facts import LACKING
from checker.events import Comparison, origins, same_voice
from checker.figures.writing import listed
from checker.findings import Related
from checker.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims import Claim
    from checker.events import Account
    from checker.findings import Finding

RULE = Rule(code="FC405", name="single-source-joint", severity="warning", looks_at=Comparison, since="0.1")


class Split(NamedTuple):
    """A claim, where the speakers who made it do so, and the documents of those who did not."""

    claim: Claim
    made: tuple[tuple[str, Account, Claim], ...]
    silent: tuple[tuple[str, str], ...]


def check(comparison: Comparison) -> Iterator[Finding]:
    """Flag each attributing phrase once, on the first of the claims that it gives to too many."""
    slips: dict[object, list[Split]] = {}
    for claim in comparison.draft.claims:
        split = _split(claim, comparison)
        if split is not None:
            made = tuple(speaker for speaker, _, _ in split.made)
            slips.setdefault((claim.attribution_spans, claim.attributed_to, made), []).append(split)
    for splits in slips.values():
        yield _finding(splits)


def _split(claim: Claim, comparison: Comparison) -> Split | None:
    """Return who made a joint claim and who did not; None if all did, none did, or one is not at hand."""
    speakers = origins(claim.attributed_to)
    if len(speakers) < 2 or claim.modality != "asserted" or claim.kind not in LACKING:
        return None
    if claim.kind == "count" and claim.value == 1:
        return None
    documents = {
        speaker: [(path, voice) for path, voice in comparison.documents if voice and same_voice(speaker, voice)]
        for speaker in speakers
    }
    if not all(documents.values()):
        return None
    made = {speaker: _said(speaker, claim, comparison) for speaker in speakers}
    silent = tuple((voice, path) for speaker in speakers if made[speaker] is None for path, voice in documents[speaker])
    found = tuple((speaker, *said) for speaker, said in made.items() if said is not None)
    return Split(claim, found, silent) if found and silent else None


def _said(speaker: str, claim: Claim, comparison: Comparison) -> tuple[Account, Claim] | None:
    """Return where a speaker, or a document of that speaker's, gives the same kind of fact."""
    for account in comparison.sources:
        for other in account.of_kind(claim.kind):
            voices = (*account.voices(other), *filter(None, (account.speaker,)))
            if any(same_voice(speaker, voice) for voice in voices):
                return account, other
    return None


def _finding(splits: list[Split]) -> Finding:
    first, rest = splits[0], splits[1:]
    givers = [speaker for speaker, _, _ in first.made]
    only = f"only {listed(givers)} {'says' if len(givers) == 1 else 'say'} it"
    lacking = listed(list(dict.fromkeys(LACKING[split.claim.kind] for split in splits)))
    silent = "; ".join(f"{voice} gives {lacking} ({path})" for voice, path in first.silent)
    related = [Related(span, "given to all of them here") for span in first.claim.attribution_spans]
    related += [Related(each.claim.span, f"here too {only} ({_quotes(each)})") for each in rest]
    related += [
        Related(other.span, f"{speaker} says it here", path=account.path)
        for split in splits
        for speaker, account, other in split.made
    ]
    return RULE.finding(
        first.claim.span,
        f"Given to {listed(origins(first.claim.attributed_to))}, but {only} ({_quotes(first)}); {silent}",
        claims=[split.claim.id for split in splits],
        related=related,
        evidence={"attributed_to": ", ".join(first.claim.attributed_to), "said_by": ", ".join(givers)},
        sources=[account.cite(other) for split in splits for _, account, other in split.made],
    )


def _quotes(split: Split) -> str:
    return ", ".join(f'"{account.phrase(other)}", {account.place(other)}' for _, account, other in split.made)
