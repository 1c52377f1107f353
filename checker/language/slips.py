"""Words that are another but for a slip of the finger."""

from __future__ import annotations


def one_slip(word: str, right: str) -> bool:
    """Whether a word is another but for one letter too many, too few or wrong, or two neighbours exchanged."""
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    at = next(
        (at for at, (one, two) in enumerate(zip(word, right, strict=False)) if one != two), min(len(word), len(right))
    )
    rests = {(word[at + 1 :], right[at + 1 :]), (word[at + 1 :], right[at:]), (word[at:], right[at + 1 :])}
    exchanged = word[at : at + 2] == right[at : at + 2][::-1] and word[at + 2 :] == right[at + 2 :]
    return exchanged or any(one == two for one, two in rests)
