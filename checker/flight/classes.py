"""Range classes: whose band a missile's class is judged by. Kilometres.

Authorities differ, and a class that any of them in the text would accept is right.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims import Claim
    from checker.events import Account

RANGED = ("CRBM", "SRBM", "MRBM", "IRBM", "ICBM")
WORDS = {
    "CRBM": "close-range",
    "SRBM": "short-range",
    "MRBM": "medium-range",
    "IRBM": "intermediate-range",
    "ICBM": "intercontinental",
}
# The treaty's words for its classes.
_TREATY = {"shorter-range": "SRBM", "intermediate-range": "IRBM"}
# A band's ends are round figures, and so are the distances.
SLACK = 1.1


class Scheme(NamedTuple):
    """An authority's bands, each from a least to a most range in km."""

    name: str
    common: bool
    speakers: tuple[str, ...]
    bands: Mapping[str, tuple[float, float]]
    id: str = ""

    def accepts(self, label: str, low: float, high: float) -> bool:
        """Whether a range from `low` to `high` km may be of a class, ends taken loosely."""
        if label not in self.bands:
            return False
        least, most = self.bands[label]
        return low <= most * SLACK and high >= least / SLACK


@cache
def _seeds() -> dict[str, Any]:
    import tomllib

    from checker import data

    return tomllib.loads(data.read("seeds", "classes.toml"))


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return the bands of every authority, the commonest first."""
    close = _seeds()["terms"]["CRBM"]["range_km"]
    made = []
    for scheme in _seeds()["schemes"]:
        bands = {_TREATY.get(label, label): (float(low), float(high)) for label, (low, high) in scheme["bands"].items()}
        if scheme["common"]:
            bands.setdefault("CRBM", (float(close[0]), float(close[1])))
        made.append(Scheme(scheme["name"], scheme["common"], tuple(scheme["speakers"]), bands, scheme["id"]))
    return tuple(made)


def schemes_of(account: Account) -> tuple[Scheme, ...]:
    """Return the bands that an account may go by: those of its speakers first, then the common ones."""
    from checker.events import same_voice

    voices = {voice for claim in account.claims for voice in account.voices(claim)}
    own = [s for s in schemes() if any(same_voice(voice, speaker) for voice in voices for speaker in s.speakers)]
    return tuple(own) + tuple(scheme for scheme in schemes() if scheme.common and scheme not in own)


def accepted(label: str, low: float, high: float, among: Sequence[Scheme]) -> bool:
    """Whether some authority would call a missile of a range from `low` to `high` km by a class."""
    return any(scheme.accepts(label, low, high) for scheme in among)


def band_of(label: str, among: Sequence[Scheme]) -> tuple[Scheme, float, float] | None:
    """Return the first authority that has a class, with its least and most range in km."""
    return next(((scheme, *scheme.bands[label]) for scheme in among if label in scheme.bands), None)


def ranged(account: Account) -> tuple[Claim, ...]:
    """Return the claims of classes that a range decides, one class of one launch or nothing."""
    told = [claim for claim in account.of_kind("missile_class") if claim.value != "ballistic"]
    return tuple(told) if all(claim.value in RANGED for claim in told) else ()


def band_words(label: str, low: float, high: float) -> str:
    """Return a band in words: "short-range is up to 1,000 km"."""
    word = WORDS[label]
    if low == 0:
        return f"{word} is up to {high:,.0f} km"
    if high == float("inf"):
        return f"{word} is from {low:,.0f} km"
    return f"{word} is {low:,.0f} to {high:,.0f} km"


@cache
def known_ranges() -> Mapping[str, tuple[str, str, float, float]]:
    """Return name, class and least and most range in km of each missile that a source gives them for, by its id."""
    from checker import gazetteer

    return {
        missile.id: (missile.name, missile.missile_class, low, high or low)
        for missile in gazetteer.missiles()
        for low, high in [missile.range_km]
        if missile.missile_class in RANGED and low and missile.sources != ("GENERAL",)
    }
