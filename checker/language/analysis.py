"""A sentence with its marks, ready for the grammar to ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.language.lexicon import Lexicon, Mark
    from checker.language.sentences import Sentence
    from checker.language.tokens import Token

    _Marks: TypeAlias = Mapping[str, tuple[Mark, ...]]
    _Places: TypeAlias = dict[str, dict[int, Mark]]

_FIRST = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence, its tokens, and what the lexicon says of them.

    `folds` are the tokens folded, `marks` the marks by category in order, and `noted` what was found out about the
    sentence once and is asked for again, by a key of the finder's own. All are plain attributes: nothing is asked for
    as often, and they are found fastest.
    """

    sentence: Sentence
    lexicon: Lexicon
    tokens: tuple[Token, ...] = field(init=False, compare=False, repr=False)
    folds: tuple[str, ...] = field(init=False, compare=False, repr=False)
    marks: _Marks = field(init=False, compare=False, repr=False)
    noted: dict[object, Any] = field(init=False, compare=False, repr=False)
    articles: frozenset[str] = field(init=False, compare=False, repr=False)
    number_starts: tuple[int, ...] = field(init=False, compare=False, repr=False)
    _gathered: dict[tuple[str, ...], tuple[Mark, ...]] = field(init=False, compare=False, repr=False)
    _starts: _Places = field(init=False, compare=False, repr=False)
    _ends: _Places = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Find the marks."""
        put = object.__setattr__
        put(self, "tokens", self.sentence.tokens)
        put(self, "folds", tuple([token.folded for token in self.tokens]))
        put(self, "marks", self._marked())
        put(self, "noted", {})
        put(self, "articles", self.lexicon.words.get("articles", frozenset()))
        put(self, "number_starts", self._numbered())
        put(self, "_gathered", {})
        put(self, "_starts", {})
        put(self, "_ends", {})

    def _marked(self) -> _Marks:
        found = self.lexicon.marks(self.folds)
        like = self.lexicon.words["month_like"]
        if not like.isdisjoint(self.folds):
            months = {at for at, fold in enumerate(self.folds) if fold in like and self._is_month(at)}
            found = [mark for mark in found if mark.first not in months or mark.category == "month"]
        listed: defaultdict[str, list[Mark]] = defaultdict(list)
        for mark in found:
            listed[mark[0]].append(mark)
        return {category: tuple(found) for category, found in listed.items()}

    def _is_month(self, at: int) -> bool:
        """Whether a word that is also the name of a month ("may") is written as the month."""
        token = self.tokens[at]
        if not token.text[0].isupper():
            return False
        number = at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "n"
        return at > 0 or number

    @property
    def numbers(self) -> Mapping[str, float]:
        """The number words of the language."""
        return self.lexicon.numbers

    def _numbered(self) -> tuple[int, ...]:
        numbers = self.lexicon.numbers
        return tuple([i for i, token in enumerate(self.tokens) if token.kind == "n" or token.folded in numbers])

    def signs(self, first: int, last: int) -> list[str]:
        """Return tokens as signs: marks as they are, small words as "and", "or", "the" in any language, else "*"."""
        words = self.lexicon.words
        roles = (("and", words["joins"]), ("or", words["alternatives"]), ("the", self.articles))
        return [
            token.text
            if token.kind != "w" and token.text not in words["joins"]
            else next((role for role, listed in roles if token.folded in listed), "*")
            for token in self.tokens[first:last]
        ]

    def of(self, category: str, *more: str) -> tuple[Mark, ...]:
        """Return the marks of some categories, in order."""
        if not more:
            return self.marks.get(category, ())
        categories = (category, *more)
        found = self._gathered.get(categories)
        if found is None:
            lists = [marks for name in categories if (marks := self.marks.get(name))]
            found = lists[0] if len(lists) == 1 else tuple(sorted(chain(*lists), key=_FIRST))
            self._gathered[categories] = found
        return found

    def mark_at(self, category: str, first: int) -> Mark | None:
        """Return the category's longest mark that begins at a token."""
        if category not in self.marks:
            return None
        places = self._starts.get(category)
        if places is None:
            places = self._starts[category] = {mark.first: mark for mark in self.marks[category]}
        return places.get(first)

    def mark_ending(self, category: str, last: int) -> Mark | None:
        """Return the category's longest mark that ends before a token."""
        if category not in self.marks:
            return None
        places = self._ends.get(category)
        if places is None:  # of two that end alike the first is the longer, and is put in last
            places = self._ends[category] = {mark.last: mark for mark in reversed(self.marks[category])}
        return places.get(last)
