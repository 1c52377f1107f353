"""What each speaker says of a launch, kind by kind: where all of them meet, and who stands apart by how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.compatible import compatible, seconds_apart
from checker.events import same_voice
from checker.frozen import dataclass
from checker.report import Agreement, Apart, Row
from checker.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims import Claim
    from checker.events import Account, Comparison, Event
    from checker.figures.interval import Interval

KINDS = (
    "range",
    "altitude",
    "flight_time",
    "speed",
    "time",
    "site",
    "missile_class",
    "missile_name",
    "count",
    "eez",
    "impact_area",
)


@dataclass(slots=True)
class _Voice:
    """What one speaker says of a kind, in whatever documents; the draft is a voice of its own."""

    speaker: str | None
    draft: bool
    told: list[tuple[Account, Claim]] = field(default_factory=list)

    @property
    def claims(self) -> list[Claim]:
        """One claim for each thing said."""
        made: dict[object, Claim] = {}
        for _, claim in self.told:
            made.setdefault(_said(claim), claim)
        return list(made.values())

    @property
    def name(self) -> str:
        """Who it is: a speaker, or else a document."""
        return self.told[0][0].path if self.draft else self.speaker or self.told[0][0].path

    @property
    def rows(self) -> Iterator[Row]:
        """What is said, each thing once a document; what the draft says with the speakers that it names."""
        made: dict[object, Row] = {}
        for account, claim in self.told:
            speaker = ", ".join(claim.attributed_to) or account.speaker if self.draft else self.speaker
            row = Row(account.path, claim.id, speaker, claim.interval, _plain(claim), claim.basis)
            made.setdefault((account.path, _said(claim)), row)
        yield from made.values()


def _said(claim: Claim) -> object:
    # One clock time is one, also where only one of two texts says which zone is meant.
    return claim.value, claim.unit, claim.interval, claim.entity, claim.kind != "time" and claim.resolved


def agreement(comparison: Comparison) -> Iterator[Agreement]:
    """Yield, for each kind of claim of a launch, the rows of the draft and of each speaker in its sources."""
    unclear = tuple(path for path, _ in comparison.unclear)
    yield from agreed(comparison.draft.event, comparison.draft, comparison.sources, unclear)


def agreed(
    event: Event, draft: Account | None, sources: Sequence[Account], unclear: tuple[str, ...] = ()
) -> Iterator[Agreement]:
    """Yield the rows of each kind of claim of a launch that a draft and its sources, or sources alone, tell of."""
    speakers = _speakers(sources)
    for kind in KINDS:
        voices = _voices(draft, sources, kind, speakers)
        if not voices:
            continue
        basis = _basis(voices)
        agree, outliers = _judged(voices)
        yield Agreement(
            event.date,
            event.country,
            kind,
            tuple(row for voice in voices for row in voice.rows),
            _consensus([claim.interval for voice in voices for claim in voice.claims if claim.basis == basis]),
            tuple(voice.name for voice in outliers),
            agree,
            tuple(apart for voice in outliers if (apart := _apart(voice, voices))),
            draft.path if draft else None,
            event.id,
            unclear,
        )


def _speakers(sources: Sequence[Account]) -> list[str]:
    """Return who speaks, those whose own documents are at hand first: a part of one of them is the same voice."""
    own = [account.speaker for account in sources if account.speaker]
    named = [voice for account in sources for claim in account.claims for voice in account.voices(claim)]
    return list(dict.fromkeys([*own, *named]))


def _voices(draft: Account | None, sources: Sequence[Account], kind: str, speakers: Sequence[str]) -> list[_Voice]:
    """Return who says something of a kind: the draft, and each speaker once, though another passes it on."""
    mine = _Voice(None, draft=True, told=[(draft, claim) for claim in draft.of_kind(kind)] if draft else [])
    made: dict[object, _Voice] = {}
    for account in sources:
        for claim in account.of_kind(kind):
            for name in _labels(account, claim, speakers):
                made.setdefault(name or (account.path,), _Voice(name, draft=False)).told.append((account, claim))
    return [*([mine] if mine.told else []), *made.values()]


def _labels(account: Account, claim: Claim, speakers: Sequence[str]) -> list[str | None]:
    """Return whose voices a claim is, None for a document's that names nobody."""
    names = [next((one for one in speakers if same_voice(one, voice)), voice) for voice in account.voices(claim)]
    return list(dict.fromkeys(names)) or [None]


def _basis(voices: Sequence[_Voice]) -> str | None:
    """Return what most of the figures were measured by; None, over ground, where as many were."""
    found = Counter(claim.basis for voice in voices for claim in voice.claims)
    return max(found, key=lambda basis: (found[basis], basis is None, basis or ""))


def _judged(voices: Sequence[_Voice]) -> tuple[bool | None, list[_Voice]]:
    """Return whether the voices agree, and those that cannot be true with most of the others."""
    against = [0] * len(voices)
    verdicts: list[bool | None] = []
    for (at, one), (there, other) in combinations(enumerate(voices), 2):
        verdict = _agree(one.claims, other.claims, every=one.draft)
        verdicts.append(verdict)
        if verdict is False:
            against[at] += 1
            against[there] += 1
    worst = max(against)
    outliers = [voice for voice, count in zip(voices, against, strict=True) if worst and count == worst]
    return _all(verdicts) if verdicts else None, outliers


def _agree(mine: Sequence[Claim], theirs: Sequence[Claim], *, every: bool) -> bool | None:
    """Whether each claim of the account that says less can be true with some claim of the other.

    A measured figure of the draft (`every`) has to be borne out though the source says less.
    """
    if len(theirs) < len(mine) and not (every and mine[0].interval):
        mine, theirs = theirs, mine
    return _all([_any([compatible(claim, other) for other in theirs]) for claim in mine])


def _any(verdicts: Sequence[bool | None]) -> bool | None:
    """Whether some claim fits: what is open says nothing beside what does not fit."""
    return True if True in verdicts else False if False in verdicts else None


def _all(verdicts: Sequence[bool | None]) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


def _apart(voice: _Voice, voices: Sequence[_Voice]) -> Apart | None:
    """Return by how much a voice misses the nearest of the others; None for words, which have no distance."""
    others = [claim for other in voices if other is not voice for claim in other.claims]
    gaps = [gap for claim in voice.claims for other in others if (gap := _gap(claim, other))]
    if not gaps:
        return None
    by, unit = min(gaps)
    return Apart(voice.name, by, unit)


def _gap(claim: Claim, other: Claim) -> tuple[float, str] | None:
    if compatible(claim, other) is not False:
        return None
    if claim.interval and other.interval:
        return float(f"{_figures_apart(claim, other):.6g}"), claim.interval.unit
    if claim.kind == "time":
        seconds = seconds_apart(claim, other)
        return None if seconds is None else (seconds / 60, "min")
    if claim.kind == "count" and isinstance(claim.value, int) and isinstance(other.value, int):
        return float(abs(claim.value - other.value)), "missile"
    return None


def _figures_apart(claim: Claim, other: Claim) -> float:
    """Return how far two figures lie apart as they are given, in the first one's unit; of ranges the nearest ends."""
    ends = [[convert(end, one.unit or "", claim.unit or "") for end in _ends(one)] for one in (claim, other)]
    return min(abs(mine - theirs) for mine in ends[0] for theirs in ends[1])


def _ends(claim: Claim) -> tuple[float, ...]:
    if isinstance(claim.value, tuple):
        return claim.value
    return () if isinstance(claim.value, str) else (float(claim.value),)


def _plain(claim: Claim) -> str | None:
    """Return a value that is no quantity in a form that two documents can share."""
    if claim.interval is not None:
        return None
    if isinstance(claim.value, bool):
        return ("inside " if claim.value else "outside ") + (claim.entity or "the zone")
    if claim.kind == "time":
        return claim.resolved or str(claim.value)
    return claim.entity or str(claim.value)


def _consensus(intervals: Sequence[Interval | None]) -> Interval | None:
    """Return what lies in every interval, in the first one's unit, None where no quantity does."""
    meeting: Interval | None = None
    for interval in intervals:
        if interval is None:
            continue
        meeting = interval if meeting is None else meeting.intersection(interval)
        if meeting is None:
            return None
    return meeting
