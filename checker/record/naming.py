"""Find names that are one slip away from one in the lists: a letter too many, too few, another, or two exchanged."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import data, gazetteer
from checker.language.slips import one_slip
from checker.record.misspelt import Misspelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.prose import Prose

_SHORTEST = 5
_SHORTEST_SITE = 6
_PLACES = frozenset({"launch", "region"})
_WORD = re.compile(r"(?<![\w'.-])[A-Z][a-z]{4,20}+(?![\w])")
_AROUND = 24
_AFTER = re.compile(r"(?:'s|,|\.|\)|;)?(?: ([A-Za-z]+))?")
_NUMBERED = re.compile(r"[- ]\d")


class Name(NamedTuple):
    """A name of one word, with its entry; `kind` is country, site or missile."""

    name: str
    entry: str
    kind: str
    sources: tuple[str, ...]


def misspelt(prose: Prose) -> Iterator[Misspelt]:
    """Yield words that are one slip away from a name; what a list of English words has is none."""
    text = prose.text
    found = ((match, _near(match[0], text)) for match in _WORD.finditer(text))
    likely = [(match, [name for name in names if _stands_for(text, match, name)]) for match, names in found if names]
    likely = [(match, names) for match, names in likely if names]
    if not likely:
        return
    ordinary = _ordinary({match[0].casefold() for match, _ in likely})
    for match, names in likely:
        if match[0].casefold() not in ordinary:
            yield Misspelt(
                prose.span(*match.span()),
                match[0],
                names[0].kind,
                tuple(dict.fromkeys(name.name for name in names)),
                tuple(f"record {name.entry}: {', '.join(name.sources)}" for name in names),
            )


def _ordinary(words: Iterable[str]) -> set[str]:
    """Return which words are English, their plurals and possessives with them."""
    from spellchecker import SpellChecker

    spelling = SpellChecker()
    return {word for word in words if spelling.known({word, word.removesuffix("s"), word.removesuffix("es")})}


@cache
def _lists() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(data.read("seeds", "record/naming.toml"))


@cache
def _known() -> frozenset[str]:
    """Return every word of every name in the lists, in any language."""
    kinds: tuple[gazetteer.Kind, ...] = (
        *("missiles", "families", "sites", "seas", "places", "countries", "adjectives", "capitals"),
        *("speakers", "bodies", "offices"),
    )
    listed = frozenset(word for kind in kinds for name in gazetteer.names(kind) for word in name)
    return listed | frozenset(_lists()["korea"].split())


@cache
def _by_deletion() -> dict[str, tuple[Name, ...]]:
    """Return the names by what is left of them without one letter, and whole: how two names one slip apart meet."""
    names = [Name(one.name, one.id, "country", one.sources) for one in gazetteer.countries()]
    names += [Name(one.name, one.id, "site", one.sources) for one in gazetteer.sites() if one.kind in _PLACES]
    names += [Name(one.name, one.id, "missile", one.sources) for one in gazetteer.missiles() if one.family == one.name]
    made: dict[str, tuple[Name, ...]] = {}
    for name in names:
        word = name.name.casefold()
        if word.isascii() and word.isalpha() and len(word) >= (_SHORTEST if name.kind == "country" else _SHORTEST_SITE):
            for key in _deletions(word):
                made[key] = (*made.get(key, ()), name)
    return made


def _deletions(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _near(written: str, text: str) -> list[Name]:
    """Return the names that a word is one slip away from, and not by a way to spell them."""
    word = written.casefold()
    near = {name for key in _deletions(word) for name in _by_deletion().get(key, ())}
    if not near or any(word == name.name.casefold() for name in near):
        return []
    if word in _known() or word.removesuffix("s") in _known():
        return []
    found = [name for name in near if word[0] == name.name[0].casefold() and _slip(word, name.name.casefold())]
    return sorted(name for name in found if name.kind != "country" or name.name in text)


def _slip(word: str, name: str) -> bool:
    """Whether one slip parts two words, and it is none by which a name is spelled in two ways."""
    if not one_slip(word, name):
        return False
    at = next(
        (i for i, (one, two) in enumerate(zip(word, name, strict=False)) if one != two), min(len(word), len(name))
    )
    if len(word) != len(name):
        extra = max(word, name, key=len)[at]
        return extra not in _lists()["silent"] and not word[:at].endswith(extra)
    swapped = "".join(sorted(word[at] + name[at]))
    return word[at + 1 :] != name[at + 1 :] or swapped not in {"".join(sorted(pair)) for pair in _lists()["pairs"]}


def _stands_for(text: str, match: re.Match[str], name: Name) -> bool:
    """Whether a word stands where its name would: a missile before its number, a place after its preposition."""
    start, end = match.span()
    if name.kind == "missile":
        return bool(_NUMBERED.match(text, end))
    lead = [word.casefold() for word in text[max(0, start - _AROUND) : start].split()]
    before = next((word for word in reversed(lead) if word != "the"), None)
    after = _AFTER.match(text, end)
    following = after[1] if after else None
    if following is not None and following[0].isupper() and following.casefold() not in _known():
        return False
    placed = before in _lists()["before"]
    told = following in _lists()["after"] or text.startswith("'s", end)
    return placed or (name.kind == "country" and told)
