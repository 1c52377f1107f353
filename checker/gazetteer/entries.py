"""What the files of names hold, and how names are compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Words: TypeAlias = tuple[str, ...]
Alone: TypeAlias = Literal["yes", "context", "no"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A named thing.

    `aliases` are its other spellings. Those in `loose` are everyday words too, or need their capitals: they
    count only beside a fitting word. `shared` spellings belong to another entry first.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    loose: frozenset[str]
    shared: tuple[str, ...]
    sources: tuple[str, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Missile(Entry):
    """A missile, or a family of missiles: then `family` is its own name.

    `alone` says whether the name is enough ("yes"), needs a missile word beside it ("context") or a number
    after it ("no"). `missile_class` is None for what is in none of the classes; ranges are in kilometres.
    """

    country: str
    family: str | None
    alone: Alone
    missile_class: str | None
    range_km: tuple[float | None, float | None]
    propellant: str | None


@dataclass(frozen=True, slots=True)
class Place(Entry):
    """A launch site or a reference place.

    `position` is (latitude, longitude) in degrees, None where no source gives it; `uncertainty_km` is the
    radius that covers the place. `zone` is its IANA zone where that is not the country's.
    """

    country: str
    kind: str
    position: tuple[float, float] | None
    uncertainty_km: float | None
    zone: str | None


@dataclass(frozen=True, slots=True)
class Country(Entry):
    """A country, by ISO 3166 alpha-3 code. `zone` is the IANA zone of the clock in copy about its launches.

    `capitals` stand for the government ("Seoul said"); `eez` are the forms before "exclusive economic zone".
    """

    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    eez: tuple[str, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class Speaker(Entry):
    """A speaker with a name of its own; `id`, `name` and `parents` are canonical names."""

    parents: tuple[str, ...]
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every country may have, with the offices that stand for it ("defense minister").

    `title` makes the canonical name and `parent` is a body; `names` and `parents` are the exceptions by
    country. `country` is the one meant where the text names none.
    """

    id: str
    title: str
    spellings: tuple[str, ...]
    offices: tuple[str, ...]
    parent: str | None
    names: Mapping[str, str]
    parents: Mapping[str, str]
    country: str | None


class _Letters(dict[int, str]):
    """For `str.translate`: apostrophes and the accents of Latin letters vanish, other marks become spaces."""

    def __missing__(self, code: int) -> str:
        """Look a character up for the first time; the sound marks of kana are no accents and stay."""
        letter = plain = chr(code)
        if code < 0x3000:
            parts = unicodedata.normalize("NFD", letter)
            plain = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
        if letter in _APOSTROPHES or (not plain and unicodedata.combining(letter)):
            self[code] = ""
        else:
            self[code] = plain if plain.isalnum() or unicodedata.combining(letter) else " "
        return self[code]


_APOSTROPHES = "'`’‘ʼ"
_LETTERS = _Letters()


def fold(text: str) -> Words:
    """Return the words of a name for comparison: casefolded, no accents or apostrophes, split elsewhere."""
    text = text.casefold()
    if text.isascii() and text.isalnum():
        return (text,)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return tuple(text.translate(_LETTERS).split())
