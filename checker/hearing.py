"""What the sources of a draft say to one of its claims, whose voice that is, and whether it can be true with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.compatible import ONE_MOMENT, compatible, relative_gap, same, seconds_apart, value_in
from checker.claims.saying import said
from checker.events import origins, same_voice
from checker.figures.writing import listed
from checker.findings import Related
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.claims import Claim
    from checker.events import Account, Comparison

# Within which share two figures are one and the same, one of them converted and rounded.
ONE_FIGURE = 0.05
# Two figures that differ by no more may be one event as two services tracked it.
SLIGHT = 0.12


@dataclass(frozen=True, slots=True)
class Heard:
    """A source's claim beside one of the draft's; `fits` says whether both can be true, None where that is open."""

    account: Account
    claim: Claim
    fits: bool | None
    same: bool

    @property
    def voices(self) -> tuple[str, ...]:
        """Who says it, by the source."""
        return self.account.voices(self.claim)

    @property
    def speaker(self) -> str:
        """Who says it, for a message: a name, or the file where nobody is named."""
        return listed(self.voices) or self.account.path

    @property
    def is_plain(self) -> bool:
        """Whether it is told as a fact, by nobody: a report's own words, which may be anybody's."""
        from checker.gazetteer import is_press

        speaker = self.account.speaker
        return not self.claim.attributed_to and (speaker is None or is_press(speaker) or not _is_known(speaker))

    def says(self, unit: str | None = None) -> str:
        """Return who says what, where, in the source's words: also in the draft's unit."""
        return f"{self.speaker} says {self.put(unit)}"

    def put(self, unit: str | None = None) -> str:
        """Return what is said with its words and place, converted into a unit if it stands in another."""
        own = said(self.claim)
        there = ""
        if self.claim.interval and unit and unit != self.claim.unit:
            pair = next((each.text for each in self.claim.conversions if each.unit == unit), None)
            there = f", which is {pair or said(self.claim, unit)}"
        quote = self.account.phrase(self.claim)
        words = f'"{quote}", ' if quote != own else ""
        return f"{own}{there} ({words}{self.account.place(self.claim)})"

    @property
    def related(self) -> Related:
        """The place in the source, for a finding."""
        return Related(self.claim.span, f"{self.speaker} says {said(self.claim)}", path=self.account.path)

    @property
    def cited(self) -> str:
        """The place and the words in the source, for what a finding rests on."""
        return self.account.cite(self.claim)


def told(comparison: Comparison, kind: str) -> tuple[Claim, ...]:
    """Return what a draft asserts of a kind, and what it leaves open in a source's own sentence, which it repeats."""
    mine = comparison.draft.claims
    return tuple(
        claim for claim in mine if claim.kind == kind and (claim.modality == "asserted" or claim.id in comparison.twins)
    )


def heard(comparison: Comparison, claim: Claim) -> tuple[Heard, ...]:
    """Return what each source says of the same kind; where it has the draft's own sentence, what it says there."""
    if claim.id not in comparison.memory:
        comparison.memory[claim.id] = _heard(comparison, claim)
    return comparison.memory[claim.id]  # type: ignore[no-any-return]


def _heard(comparison: Comparison, claim: Claim) -> tuple[Heard, ...]:
    twins = set(comparison.twins.get(claim.id, ()))
    found: list[Heard] = []
    for account in comparison.sources:
        said_there = account.of_kind(claim.kind) if claim.modality == "asserted" else ()
        alike = [other for other in account.claims if (account.path, other.id) in twins]
        for other in _distinct(alike or said_there):
            fits = compatible(claim, other)
            if fits is False and claim.kind == "time":
                # The day beside a clock of elsewhere may be that of the clock or of the launch.
                days = account.path not in comparison.other_day and claim.unit == other.unit
                fits = (seconds_apart(claim, other, days=days) or 0.0) <= ONE_MOMENT
            found.append(Heard(account, other, fits, same(claim, other, ONE_FIGURE)))
    return tuple(found)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for each thing that is said by somebody, the first."""
    found: dict[object, Claim] = {}
    for claim in claims:
        told = (
            claim.value,
            claim.unit,
            claim.qualifier,
            claim.entity,
            claim.resolved,
            claim.attributed_to,
            claim.basis,
        )
        found.setdefault(told, claim)
    return list(found.values())


def said_by(speakers: Iterable[str], found: Iterable[Heard]) -> list[Heard]:
    """Return what is said by one of some speakers, or by a part of one."""
    names = tuple(speakers)
    return [one for one in found if any(same_voice(name, voice) for name in names for voice in one.voices)]


def ruled_out(claim: Claim, found: Sequence[Heard]) -> Heard | None:
    """Return what rules a claim out, None where it is borne out, or nobody speaks, or the words leave it open.

    Where the draft names speakers, each of them is asked first, and rules it out alone; what a report tells as a
    fact may be theirs. Otherwise whatever any source bears out is let be.
    """
    named: list[Sequence[Heard]] = [group for name in origins(claim.attributed_to) if (group := said_by([name], found))]
    if named and any(one.fits for one in found if one.is_plain):
        return None
    against = [nearest(claim, group) for group in named or [found] if _all_against(group)]
    return max(against, key=lambda one: gap(claim, one.claim), default=None)


def _all_against(group: Sequence[Heard]) -> bool:
    """Whether something that is said rules it out and nothing bears it out; what is open says nothing."""
    return any(one.fits is False for one in group) and not any(one.fits for one in group)


def nearest(claim: Claim, group: Sequence[Heard]) -> Heard:
    """Return what comes nearest to a claim and does not fit: for quantities the smallest gap, else the first."""
    unfit = [one for one in group if one.fits is False] or group
    return min(unfit, key=lambda one: gap(claim, one.claim))


def gap(claim: Claim, other: Claim) -> float:
    """Return how far a source's quantity lies from the draft's, 0 for what is no quantity."""
    if not (claim.interval and other.interval):
        return 0.0
    return relative_gap(claim.interval, other.interval)


def apart(claim: Claim, other: Claim) -> float:
    """Return by which share two values differ, whatever their hedges, relative to the smaller; 0 for no quantities."""
    value, there = value_in(claim, claim.unit), value_in(other, claim.unit)
    if not value or not there:
        return 0.0
    return abs(value - there) / min(abs(value), abs(there))


def once(claims: Iterable[Claim], judge: Callable[[Claim], Heard | None]) -> list[tuple[list[Claim], Heard]]:
    """Judge claims, and return those ruled out: what is said several times together, with what rules it out."""
    found: dict[object, tuple[list[Claim], Heard]] = {}
    for claim in claims:
        against = judge(claim)
        if against is not None:
            key = (claim.kind, claim.value, claim.unit, against.claim.value)
            found.setdefault(key, ([], against))[0].append(claim)
    return list(found.values())


def judge(comparison: Comparison) -> Callable[[Claim], Heard | None]:
    """Return what says of a claim what rules it out, if anything does."""
    return lambda claim: ruled_out(claim, heard(comparison, claim))


def again(claims: Sequence[Claim]) -> list[Related]:
    """Return the other places of a draft that say what the first of some claims says."""
    return [Related(claim.span, "said here too") for claim in claims[1:]]


def lands(names: Iterable[str | None]) -> set[str]:
    """Return the countries of official speakers; the press speaks for none."""
    from checker.gazetteer import country_of, is_press

    return {land for name in names if name and not is_press(name) and (land := country_of(name))}


def _is_known(speaker: str) -> bool:
    from checker.gazetteer import country_of

    return country_of(speaker) is not None
