"""Count the steps in which `re` would find all matches of a pattern: work that is the same on every machine.

A plain interpreter of the parsed pattern, which tries what `re` tries in the same order. It knows what the
patterns of this project use, and raises KeyError at anything else.
"""

from __future__ import annotations

import re
from functools import cache
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SINGLE = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_CATEGORIES = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}


class Search:
    """A search in one text; `steps` counts characters and positions looked at."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        """Parse the pattern; nothing is searched yet."""
        self.text = text
        self.flags = pattern.flags
        self.steps = 0
        self._nodes = list(parser.parse(pattern.pattern, pattern.flags))

    def match(self) -> int | None:
        """Return where `match` ends, None where it finds nothing."""
        return next(self._sequence(self._nodes, 0, 0), None)

    def spans(self) -> list[tuple[int, int]]:
        """Return the spans that `finditer` gives, but for empty ones."""
        found, at = [], 0
        while at <= len(self.text):
            end = next(self._sequence(self._nodes, 0, at), None)
            if end is not None and end > at:
                found.append((at, end))
                at = end
            else:
                at += 1
        return found

    def _sequence(self, nodes: list[Any], index: int, at: int) -> Iterator[int]:
        if index == len(nodes):
            yield at
            return
        code, argument = nodes[index]
        for end in self._node(str(code), argument, at):
            yield from self._sequence(nodes, index + 1, end)

    def _node(self, name: str, argument: Any, at: int) -> Iterator[int]:
        self.steps += 1
        if name in _SINGLE:
            if at < len(self.text) and _fits(name, _frozen(argument), self.text[at], self.flags):
                yield at + 1
        elif name == "SUBPATTERN":
            yield from self._sequence(list(argument[3]), 0, at)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from self._sequence(list(branch), 0, at)
        elif name == "ATOMIC_GROUP":
            yield from self._first(list(argument), at)
        elif name in {"ASSERT", "ASSERT_NOT", "AT"}:
            if self._holds(name, argument, at):
                yield at
        else:
            low, high, body = argument
            ends = {"MAX_REPEAT": self._greedy, "MIN_REPEAT": self._lazy, "POSSESSIVE_REPEAT": self._possessive}[name]
            yield from ends(int(low), int(high), list(body), at)

    def _first(self, nodes: list[Any], at: int) -> Iterator[int]:
        end = next(self._sequence(nodes, 0, at), None)
        if end is not None:
            yield end

    def _holds(self, name: str, argument: Any, at: int) -> bool:
        if name == "AT":
            return self._stands(str(argument), at)
        direction, inside = argument
        start = at if direction > 0 else at - inside.getwidth()[0]
        seen = start >= 0 and next(self._sequence(list(inside), 0, start), None) is not None
        return seen == (name == "ASSERT")

    def _run(self, high: int, body: list[Any], at: int) -> list[int]:
        """Return the ends of a repeat that takes the first way through its body each time."""
        ends = [at]
        while len(ends) <= high:
            end = next(self._sequence(body, 0, ends[-1]), None)
            if end is None or end == ends[-1]:
                break
            ends.append(end)
        return ends

    def _possessive(self, low: int, high: int, body: list[Any], at: int) -> Iterator[int]:
        ends = self._run(high, body, at)
        if len(ends) > low:
            yield ends[-1]

    def _greedy(self, low: int, high: int, body: list[Any], at: int) -> Iterator[int]:
        if len(body) == 1 and str(body[0][0]) in _SINGLE:
            for end in reversed(self._run(high, body, at)[low:]):
                self.steps += 1
                yield end
            return
        if high:
            for end in self._sequence(body, 0, at):
                if end > at:
                    yield from self._greedy(max(0, low - 1), high - 1, body, end)
        if not low:
            yield at

    def _lazy(self, low: int, high: int, body: list[Any], at: int) -> Iterator[int]:
        if not low:
            yield at
        if high:
            for end in self._sequence(body, 0, at):
                if end > at:
                    yield from self._lazy(max(0, low - 1), high - 1, body, end)

    def _stands(self, name: str, at: int) -> bool:
        text, lines = self.text, bool(self.flags & re.MULTILINE)
        words = [index >= 0 and index < len(text) and bool(re.match(r"\w", text[index])) for index in (at - 1, at)]
        return {
            "AT_BEGINNING": at == 0 or (lines and text[at - 1] == "\n"),
            "AT_BEGINNING_STRING": at == 0,
            "AT_END": at == len(text) or text[at:] == "\n" or (lines and text[at] == "\n"),
            "AT_END_STRING": at == len(text),
            "AT_BOUNDARY": words[0] != words[1],
            "AT_NON_BOUNDARY": words[0] == words[1],
        }[name]


def _frozen(argument: Any) -> Any:
    return tuple(argument) if isinstance(argument, list) else argument


@cache
def _fits(name: str, argument: Any, char: str, flags: int) -> bool:
    chars = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
    if name == "ANY":
        return char != "\n" or bool(flags & re.DOTALL)
    if name == "LITERAL":
        return any(one in chars for one in (chr(argument), chr(argument).lower()))
    if name == "NOT_LITERAL":
        return chr(argument) not in chars
    negated = str(argument[0][0]) == "NEGATE"
    return negated != any(_member(str(code), what, one) for code, what in argument[negated:] for one in chars)


def _member(name: str, argument: Any, char: str) -> bool:
    if name == "LITERAL":
        return ord(char) == argument if len(char) == 1 else False
    if name == "RANGE":
        return len(char) == 1 and argument[0] <= ord(char) <= argument[1]
    return bool(re.fullmatch({"CATEGORY": _CATEGORIES}[name][argument], char))


def alphabet(pattern: re.Pattern[str]) -> set[str]:
    """Return characters that a pattern names, and one or two for each class of it."""
    found: set[str] = set()

    def visit(part: Any) -> None:
        if isinstance(part, tuple) and len(part) == 2 and str(part[0]) in {"LITERAL", "NOT_LITERAL"}:
            found.add(chr(part[1]))
        elif isinstance(part, tuple) and len(part) == 2 and str(part[0]) == "RANGE":
            found.update({chr(part[1][0]), chr(part[1][1])})
        elif isinstance(part, tuple) and len(part) == 2 and str(part[0]) == "CATEGORY":
            kind = str(part[1]).rpartition("_")[2]
            found.update({"DIGIT": "7", "SPACE": " \n", "WORD": "a7"}[kind])
        elif isinstance(part, (tuple, list, parser.SubPattern)):
            for inner in part:
                visit(inner)

    visit(parser.parse(pattern.pattern, pattern.flags))
    return found
