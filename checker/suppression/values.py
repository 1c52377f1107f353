"""What a suppression says, and what there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.findings import Edit
    from checker.source import Span

Action: TypeAlias = Literal["ignore", "off", "on"]
ACTIONS: tuple[Action, ...] = ("ignore", "off", "on")


class Named(NamedTuple):
    """A rule as a comment names it, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that begins with `factcheck:`; `word` is its first word, of which only an `Action` does something.

    `span` is all of the comment and `place` what goes where it is taken out: its line, if it stands alone on it.
    Without `rules` it is for all of them. `reach` is what it can set aside: for `on`, nothing.
    """

    span: Span
    word: str
    word_span: Span
    rules: tuple[Named, ...]
    reason: str | None
    place: Span
    reach: Span


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that names nothing: no rule or, in a comment, nothing to be done. `near` is what may have been meant."""

    span: Span
    word: str
    noun: Literal["rule", "suppression"]
    near: str | None


@dataclass(frozen=True, slots=True)
class Unreasoned:
    """A suppression that gives no reason."""

    span: Span


@dataclass(frozen=True, slots=True)
class Idle:
    """A suppression that set nothing aside, or those of its rules that did not; `edits` take them out.

    `rules` are names of rules, empty where it is for all of them.
    """

    span: Span
    rules: tuple[str, ...]
    edits: tuple[Edit, ...]
