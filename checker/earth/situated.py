"""Find where copy puts a launch site: in a province, on a coast, in a country."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import data, gazetteer
from checker.earth.passages import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.earth.passages import Passage
    from checker.gazetteer import Place
    from checker.language.lexicon import Mark
    from checker.source import Span

_REACH = 10
_BEFORE = 6
_HOME = "PRK"


class Where(NamedTuple):
    """Where a site is: the provinces that it may be told by, the right one first; its coast, east, west or empty."""

    provinces: tuple[str, ...]
    coast: str
    sources: tuple[str, ...]


class Situated(NamedTuple):
    """A site, as written at `site`, that is put at `span` in a province, on a coast or in a country where it is not.

    `sort` says in which of them; `told` is what the text has, `known` what is right.
    """

    sort: str
    name: str
    site: Span
    span: Span
    told: str
    known: str
    sources: tuple[str, ...]


@cache
def wheres() -> Mapping[str, Where]:
    """Return where the sites are, by their ids."""
    rows = csv.DictReader(data.read("seeds", "provinces.csv").splitlines())
    return {
        row["id"]: Where(tuple(row["provinces"].split("|")), row["coast"], tuple(row["sources"].split(";")))
        for row in rows
    }


def asked(said: str) -> bool:
    """Whether a sentence may put a site somewhere."""
    return any(stem in said for stem in listed("sites")["stems"])


def situated(passage: Passage) -> Iterator[Situated]:
    """Yield the sites that a sentence puts where they are not."""
    for mark in passage.scene.analysis.of("site"):
        where = wheres().get(mark.value.id)
        if where is None or mark.value.kind == "region" or _is_part(passage, mark):
            continue
        for sort, told, first, last, known in _misplaced(passage, mark, where):
            site, span = passage.span(mark.first, mark.last), passage.span(first, last)
            name = passage.text(mark.first, mark.last)
            yield Situated(sort, name, site, span, told, known, where.sources)
            break


_Found = tuple[str, str, int, int, str]


def _is_part(passage: Passage, mark: Mark) -> bool:
    """Whether a longer name covers a site's: the mark of "Wonsan" in "South Wonsan"."""
    others = passage.scene.analysis.of("site")
    return any(o.first <= mark.first and mark.last <= o.last and o[2:] != mark[2:] for o in others)


def _misplaced(passage: Passage, mark: Mark, where: Where) -> Iterator[_Found]:
    yield from _province(passage, mark, where)
    yield from _coast(passage, mark, where)
    yield from _country(passage, mark)


def _province(passage: Passage, mark: Mark, where: Where) -> Iterator[_Found]:
    for region in passage.scene.analysis.of("site"):
        if region.value.kind != "region" or region.value.country != _HOME or _is_part(passage, region):
            continue
        if _paired(passage, mark.first, region.last):
            continue
        follows = _leads_to(passage, mark.last, region.first) and _ends(passage, mark, region)
        if not (follows or _hangs_on(passage, region.last, mark.first)):
            continue
        if not any(_within(province, region.value.id) for province in where.provinces):
            right = _named(where.provinces[0])
            yield "province", region.value.name, region.first, region.last, right


def _within(province: str, told: str) -> bool:
    """Whether a province is the told one, or lies in what is told: "Hamgyong" holds North and South Hamgyong."""
    return province == told or province.endswith(f"-{told}")


def _named(province: str) -> str:
    return next(site.name for site in gazetteer.sites() if site.id == province)


def _ends(passage: Passage, mark: Mark, region: Mark) -> bool:
    """Whether a province behind a comma is not one more of a list: "from Wonsan, North Pyongan and Jagang"."""
    tokens = passage.scene.tokens
    if tokens[mark.last].text != "," or region.first - mark.last > 1:
        return True
    behind = [token.folded for token in tokens[region.last : region.last + 2]]
    before = [token.folded for token in tokens[max(0, mark.first - 2) : mark.first]]
    lists = set(listed("sites")["lists"])
    return not lists & {*behind, *before}


def _paired(passage: Passage, first: int, last: int) -> bool:
    """Whether sites and where they are stand in two lists: "Kusong and Sinpo, in North Pyongan and South Hamgyong"."""
    folds, lists = passage.scene.analysis.folds, set(listed("sites")["lists"])
    return not lists.isdisjoint(folds[max(0, first - 2) : first]) and not lists.isdisjoint(folds[last : last + 2])


def _coast(passage: Passage, mark: Mark, where: Where) -> Iterator[_Found]:
    if not where.coast:
        return
    tokens, words = passage.scene.tokens, listed("sites")
    for at, token in enumerate(tokens):
        if token.folded not in words["coasts"] or not at:
            continue
        first = at - 1
        side = next((name for name in ("east", "west") if tokens[first].folded in words[name]), None)
        if side in {None, where.coast} or tokens[first - 1].folded in words["lists"]:
            continue
        if first > 1 and tokens[first - 1].text == "-":
            first -= 2
        if _paired(passage, mark.first, at + 1):
            continue
        led = _leads_to(passage, mark.last, first) and not _of_another(passage, at + 1)
        if led or _hangs_on(passage, at + 1, mark.first):
            yield "coast", f"{side} coast", first, at + 1, f"{where.coast} coast"


def _of_another(passage: Passage, at: int) -> bool:
    """Whether the coast is another country's: "the east coast of South Korea"."""
    tokens = passage.scene.tokens
    return at < len(tokens) and tokens[at].folded == "of" and _HOME not in _codes(passage, at + 1)


def _codes(passage: Passage, at: int) -> set[str]:
    near = (passage.scene.analysis.mark_at("country", step) for step in (at, at + 1))
    return {str(mark.value) for mark in near if mark}


def _country(passage: Passage, mark: Mark) -> Iterator[_Found]:
    """Yield a country that a site is said to be in, where its name is not one of another place there as well."""
    tokens, words = passage.scene.tokens, listed("sites")
    site: Place = mark.value
    if gazetteer.fold(passage.text(mark.first, mark.last)) != gazetteer.fold(site.name) or mark.last + 1 >= len(tokens):
        return
    lead = tokens[mark.last].folded
    land = passage.scene.analysis.mark_at("country", mark.last + 1)
    if land is None or lead not in {",", "in"} or land.value not in words["countries"]:
        return
    if gazetteer.names("countries").get(gazetteer.fold(passage.text(land.first, land.last))) != land.value:
        return
    behind = [token.folded for token in tokens[land.last : land.last + 2]]
    ends = not behind or behind[0] in {".", ")"} or (behind[0] == "," and behind[-1] in words["after"])
    follows = not behind or behind[0] in {".", ",", ")"} or behind[0] in words["after"]
    if ends if lead == "," else follows:
        name = next(country.name for country in gazetteer.countries() if country.id == land.value)
        yield "country", name, land.first, land.last, "North Korea"


def _leads_to(passage: Passage, last: int, first: int) -> bool:
    """Whether nothing but small words leads from a site to where it is said to be."""
    words = listed("sites")
    gap = [token.folded for token in passage.scene.tokens[last:first]]
    if not 0 < len(gap) <= _REACH or not all(word in words["between"] for word in gap):
        return False
    return any(word in words["joints"] for word in gap)


def _hangs_on(passage: Passage, last: int, first: int) -> bool:
    """Whether a site follows what says where it is: "the west coast city of Wonsan"."""
    words = listed("sites")
    gap = [token.folded for token in passage.scene.tokens[last:first]]
    if not 0 <= len(gap) <= _BEFORE or not all(word in words["before"] for word in gap):
        return False
    return bool(gap) and "and" not in gap[-1:]
