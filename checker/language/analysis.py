"""A sentence with its marks, ready for the grammar to ask."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.caching import cached_property
from checker.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.language.lexicon import Lexicon, Mark
    from checker.language.sentences import Sentence
    from checker.language.tokens import Token

    _Marks: TypeAlias = Mapping[str, tuple[Mark, ...]]
    _Places: TypeAlias = dict[str, dict[int, Mark]]

_FIRST = attrgetter("first")


@dataclass(frozen=True)
class Analysis:
    """A sentence, its tokens, and what the lexicon says of them."""

    sentence: Sentence
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @cached_property
    def folds(self) -> tuple[str, ...]:
        """The tokens of the sentence, folded."""
        return tuple([token.folded for token in self.tokens])

    @cached_property
    def marks(self) -> _Marks:
        """The marks by category, in order."""
        found = self.lexicon.marks(self.folds)
        like = self.lexicon.words["month_like"]
        if not like.isdisjoint(self.folds):
            months = {at for at, fold in enumerate(self.folds) if fold in like and self._is_month(at)}
            found = [mark for mark in found if mark.first not in months or mark.category == "month"]
        listed: defaultdict[str, list[Mark]] = defaultdict(list)
        for mark in found:
            listed[mark[0]].append(mark)
        return {category: tuple(found) for category, found in listed.items()}

    @cached_property
    def _starts(self) -> _Places:
        """The marks of the categories that were asked for, by their first token."""
        return {}

    @cached_property
    def _ends(self) -> _Places:
        """The marks of the categories that were asked for, by the token after them, of two the longer."""
        return {}

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

    @cached_property
    def number_starts(self) -> tuple[int, ...]:
        """The tokens that a number can begin at: digits and number words."""
        numbers = self.lexicon.numbers
        return tuple([i for i, token in enumerate(self.tokens) if token.kind == "n" or token.folded in numbers])

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that may stand between a hedge and its number."""
        return self.lexicon.words.get("articles", frozenset())

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

    @cached_property
    def _gathered(self) -> dict[tuple[str, ...], tuple[Mark, ...]]:
        return {}

    @cached_property
    def noted(self) -> dict[object, Any]:
        """What was found out about the sentence once and is asked for again, by a key of the finder's own."""
        return {}

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
        if places is None:
            places = self._ends[category] = {mark.last: mark for mark in reversed(self.marks[category])}
        return places.get(last)
