"""How well launches are joined on the set in `joining.toml`: by pairs of a draft's launch and a source's.

python -m tests.joining        prints precision and recall by kind of case, and what went wrong
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.engine import Options, understand, well_formed
from checker.joining import accounts
from checker.joining.matching import Pairing
from checker.readers import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Document

FILE = Path(__file__).with_name("joining.toml")
Pairs: TypeAlias = "frozenset[tuple[str, str]]"


@dataclass(frozen=True, slots=True)
class Result:
    """The pairs of launches that were joined in a case and those that should be, and whether a join was left open."""

    kind: str
    draft: str
    got: Pairs
    wanted: Pairs
    unclear: bool
    wanted_unclear: bool

    @property
    def right(self) -> bool:
        """Whether all is as it should be."""
        return self.got == self.wanted and self.unclear == self.wanted_unclear


def results() -> list[Result]:
    """Join the draft and the source of each case."""
    return [_result(case) for case in tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]]


def _result(case: dict[str, Any]) -> Result:
    options = Options(str(case["published"]))
    mine, theirs = (
        well_formed(understand(read_text(str(case[name]), name), options, name)).document
        for name in ("draft", "source")
    )
    pairing = Pairing(accounts(mine, None), accounts(theirs, None))
    joined = [(account, found) for account in pairing.draft if (found := pairing.of(account))]
    got = {(account.event.id, one.event.id) for account, found in joined for one in found.launches}

    def launch(document: Document, words: str) -> str:
        claims = [claim for claim in document.claims if words in claim.text]
        if not claims:
            message = f"no claim says {words!r} in {case['draft']!r} or its source"
            raise LookupError(message)
        return str(claims[0].event)

    wanted = {(launch(mine, one), launch(theirs, other)) for one, other in case["joins"]}
    unclear = any(found.unclear for _, found in joined)
    return Result(
        str(case["kind"]), str(case["draft"]), frozenset(got), frozenset(wanted), unclear, bool(case.get("unclear"))
    )


def scores(found: list[Result]) -> tuple[float, float]:
    """Return precision and recall over the pairs."""
    right = sum(len(one.got & one.wanted) for one in found)
    return right / max(1, sum(len(one.got) for one in found)), right / max(1, sum(len(one.wanted) for one in found))


def lines() -> Iterator[str]:
    """Yield the scores of each kind of case, and what went wrong."""
    found = results()
    for kind in [*Counter(one.kind for one in found), "all"]:
        mine = [one for one in found if kind in {one.kind, "all"}]
        precision, recall = scores(mine)
        right = f"{sum(one.right for one in mine)}/{len(mine)} cases"
        yield f"{kind:12} {right:12} precision {precision:.2f}, recall {recall:.2f}"
    for one in found:
        if not one.right:
            yield f"WRONG {one.kind}: {one.draft}"
            yield f"  got {sorted(one.got)}, unclear {one.unclear}; wanted {sorted(one.wanted)}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
