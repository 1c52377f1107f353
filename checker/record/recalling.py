"""What the record has of what a draft tells: the one door of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.record.counting import counted
from checker.record.lookup import record
from checker.record.matching import joins
from checker.record.naming import misspelt
from checker.record.retelling import retold
from checker.record.revising import as_it_stands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.events import Comparison
    from checker.prose import Prose
    from checker.record.counted import Counted
    from checker.record.known import Known
    from checker.record.misspelt import Misspelt
    from checker.record.retold import Retold


def recalled(
    compared: Sequence[Comparison], prose: Prose, published: str | None, paths: tuple[str, ...]
) -> tuple[Known | Retold | Counted | Misspelt, ...]:
    """Return the values that the rules of the record look at."""
    held = record(paths)
    known = joins(compared, published, held)
    stand = as_it_stands(known, prose)
    return (*stand, *retold(prose, published), *counted(prose, known, published, held), *misspelt(prose))
