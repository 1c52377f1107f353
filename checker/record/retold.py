"""An act of the record as a draft retells it, as the rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from checker.record.facts import Fact
    from checker.source import Span

Slip: TypeAlias = Literal["actor", "part", "tense"]


@dataclass(frozen=True, slots=True)
class Retold:
    """Acts that one stretch of a draft, `span`, tells otherwise than the record.

    `slip` is what is otherwise: who did it, that it was so in part only, or that it is past. `acts` are the words of
    the acts, `told` who the draft says did it (a country's name), `beside` further facts that bear on it.
    """

    slip: Slip
    span: Span
    facts: tuple[Fact, ...]
    acts: tuple[Span, ...] = ()
    told: str = ""
    beside: tuple[Fact, ...] = ()
    published: str = ""
