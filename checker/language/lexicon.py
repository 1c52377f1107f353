"""The words of one language, read from `seeds/lexicon/` and from the gazetteers, as one tree of phrases."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.data import read
from checker.frozen import dataclass
from checker.language.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

LANGUAGES = ("en",)
_CHOICE = re.compile(r"\(([^()]*)\)")
_END = ""
_FURTHER = "\n# Only for missiles:"


class Mark(NamedTuple):
    """A phrase of the lexicon in a sentence: tokens `first` to `last`, exclusive; a tuple for speed, as tokens are."""

    category: str
    value: Any
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's phrases and word lists. `tree` maps folded words to nodes; the key "" holds what ends there."""

    language: str
    tree: Mapping[str, Any]
    words: Mapping[str, frozenset[str]]
    numbers: Mapping[str, float]
    states: Mapping[str, str]

    def has(self, word: str, category: str) -> bool:
        """Whether a folded word alone is a phrase of a category."""
        return any(found == category for found, _ in self.tree.get(word, {}).get(_END, ()))

    def marks(self, sentence: Sequence[str]) -> list[Mark]:
        """Return every category's longest phrase from each folded token on, in order, past hyphens between words."""
        found: list[Mark] = []
        new, add = tuple.__new__, found.append
        for first, (node, ahead) in enumerate(zip(map(self.tree.get, sentence), (*sentence[1:], _END), strict=True)):
            if node is None:
                continue
            if ahead != "-" and (ahead not in node or ahead == _END):
                for category, value in node.get(_END, ()):
                    add(new(Mark, (category, value, first, first + 1)))
            else:
                found += _longest(sentence, first, node)
        return found


def _longest(sentence: Sequence[str], first: int, node: Mapping[str, Any]) -> list[Mark]:
    at, size = first + 1, len(sentence)
    best: dict[str, tuple[Any, int]] = {}
    while True:
        for category, value in node.get(_END, ()):
            best[category] = (value, at)
        if at < size and sentence[at] == "-" and "-" not in node:
            at += 1
        following = node.get(sentence[at]) if at < size else None
        if following is None:
            new = tuple.__new__
            return [new(Mark, (category, value, first, last)) for category, (value, last) in best.items()]
        node, at = following, at + 1


def spellings(phrase: str) -> Iterator[str]:
    """Yield every reading of a phrase with choices: "(a|an) apogee" is two, "(the|) sea" one with and one without."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for picked in itertools.product(*choices):
        yield "".join(picked)


def plant_phrase(tree: dict[str, Any], phrase: str, category: str, value: object) -> None:
    """Add every reading of a phrase to a tree: what stands before and after a choice is walked once."""
    parts = _CHOICE.split(phrase)
    whole = all(
        (not part[:1].strip() or not at) and (not part[-1:].strip() or at == len(parts) - 1)
        for at, part in enumerate(parts)
        if at % 2 == 0
    )
    if not whole:
        for spelling in spellings(phrase):
            plant(tree, folded(spelling), category, value)
        return
    nodes = [tree]
    for at, part in enumerate(parts):
        choices = [folded(choice) for choice in (part.split("|") if at % 2 else [part])]
        nodes = [_walked(node, words) for node in nodes for words in choices]
    for node in nodes:
        plant(node, (), category, value)


def _walked(node: dict[str, Any], words: Iterable[str]) -> dict[str, Any]:
    for word in words:
        node = node.setdefault(word, {})
    return node


def plant(tree: dict[str, Any], words: Iterable[str], category: str, value: object) -> None:
    """Add a phrase to a tree, unless the category ends there already."""
    ends = _walked(tree, words).setdefault(_END, [])
    if all(known != category for known, _ in ends):
        ends.append((category, value))


def _plant_names(into: Callable[[tuple[str, ...], str, object], None]) -> dict[str, str]:
    from checker.language.names import plant_names

    return plant_names(into)


def _parted(listed: str | list[str]) -> list[str]:
    """Return the entries of a list: parted by semicolons, or an array where one of them is a semicolon."""
    return listed if isinstance(listed, list) else [entry.strip() for entry in listed.split(";")]


@cache
def telltales(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the parts of words, and the words in capitals, by which a text is known to speak of missiles.

    Only the head of the lexicon is read for them.
    """
    import tomllib

    head = tomllib.loads(read("seeds", f"lexicon/{language}.toml").partition("\n[")[0])
    return tuple(head["stems"]), frozenset(head["initials"])


@cache
def lexicon(language: str, *, figures_only: bool = False) -> Lexicon:
    """Return a language's lexicon, or only what figures, dates and clock times need of it, which loads faster.

    Raise KeyError for a language that has none.
    """
    import tomllib

    if language not in LANGUAGES:
        raise KeyError(language)
    text = read("seeds", f"lexicon/{language}.toml")
    data = tomllib.loads(text.partition(_FURTHER)[0] if figures_only else text)
    tree: dict[str, Any] = {}
    for category, phrases in data["phrases"].items():
        entries = phrases.items() if isinstance(phrases, dict) else [(category, phrases)]
        for value, listed in entries:
            for phrase in _parted(listed):
                plant_phrase(tree, phrase, category, value)
    states = {} if figures_only else _plant_names(lambda phrase, category, value: plant(tree, phrase, category, value))
    return Lexicon(
        language,
        tree,
        {name: frozenset(_parted(listed)) for name, listed in data["words"].items()},
        data["numbers"],
        states,
    )
