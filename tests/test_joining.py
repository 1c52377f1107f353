"""How launches of a draft and of its sources are joined, and what does not depend on the order of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.joining import Result, lines, results, scores

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = results()


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: f"{result.kind}: {result.draft[:60]}")
def test_launches_are_joined_as_a_reader_would(result: Result) -> None:
    assert (result.got, result.unclear) == (result.wanted, result.wanted_unclear)


def test_precision_and_recall_are_printed() -> None:
    def told(found: Sequence[Result]) -> str:
        precision, recall = scores(list(found))
        return f"precision {precision:.2f}, recall {recall:.2f}"

    printed = list(lines())
    assert printed[-1].split() == f"all {len(RESULTS)}/{len(RESULTS)} cases {told(RESULTS)}".split()
    assert len(printed) == len({result.kind for result in RESULTS}) + 1
