"""The dateline of agency copy: "SEOUL, Jan. 14, 2024 (Yonhap) --"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from checker.figures.dates import days
from checker.frozen import dataclass
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    import datetime

    from checker.prose import Prose

_FIRST_SENTENCES = 3
_LONGEST = 18
_PLACE = 9
_AGENCY = 5
_PARTS = frozenset(",()[]")
_DASHES = frozenset({"\u2014", "\u2013", "-"})
_CLOSED = re.compile(r"\)\s*+[\u2014\u2013:-]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the day, where it gives the year as well, and the agency in brackets."""

    date: datetime.date | None = None
    agency: str | None = None


def dateline(prose: Prose, lexicon: Lexicon) -> Dateline:
    """Read the dateline among a text's first sentences; an empty one where there is none."""
    for sentence in islice(sentences(prose, lexicon), _FIRST_SENTENCES):
        if not _may_open(sentence.text):
            continue
        analysis = Analysis(sentence, lexicon)
        end = dateline_end(analysis)
        if end:
            dates = [day for day in days(analysis) if day.last <= end]
            agencies = [m for m in analysis.of("speaker") if m.last <= end]
            return Dateline(dates[0].resolved(None) if dates else None, str(agencies[0].value) if agencies else None)
    return Dateline()


def _may_open(text: str) -> bool:
    """Whether a sentence can open with a dateline: most do not, and need not be read for it."""
    head = text.lstrip()[:3]
    return head == head.upper() or _CLOSED.search(text) is not None


def dateline_end(analysis: Analysis) -> int:
    """Return the token after a dateline's dash, 0 where a sentence opens with none: its place is in capitals."""
    tokens = analysis.tokens[:_LONGEST]
    for mark in analysis.of("speaker"):
        bracketed = mark.first > 0 and mark.last + 1 < len(tokens) and tokens[mark.first - 1].text == "("
        if bracketed and tokens[mark.last].text == ")" and tokens[mark.last + 1].text in {*_DASHES, ":"}:
            return mark.last + 2
    if analysis.of("month") and analysis.sentence.index < _FIRST_SENTENCES and (end := _placed_and_dated(analysis)):
        return end
    if not tokens or not (tokens[0].kind == "w" and tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    for index, token in enumerate(tokens[1:], 1):
        if token.text in _DASHES and token.spaced:
            return index + 1
        if token.text == ":" and any(day.last in {index, index - 1} for day in days(analysis)):
            return index + 1
    return 0


def _placed_and_dated(analysis: Analysis) -> int:
    """Return the token after "Moscow, Sept. 21:" or "NEW DELHI, January 11 (ANI):", 0 where no place and date open."""
    tokens = analysis.tokens[:_LONGEST]
    if not tokens or not any(token.text == ":" or token.text in _DASHES for token in tokens):
        return 0
    day = next(iter(days(analysis)), None)
    if day is None or not 1 < day.first <= _PLACE or tokens[day.first - 1].text not in {",", "]", ")"}:
        return 0
    if any(mark.first < day.first for mark in analysis.of("weekday")):
        return 0
    if not all(token.text[0].isupper() or token.text in _PARTS for token in tokens[: day.first]):
        return 0
    at = day.last
    if at < len(tokens) and tokens[at].text == "(":
        at = next((i + 1 for i in range(at, min(at + _AGENCY, len(tokens))) if tokens[i].text == ")"), at)
    closes = at < len(tokens) and (tokens[at].text == ":" or (tokens[at].text in _DASHES and tokens[at].spaced))
    dashed = closes and at + 1 < len(tokens) and tokens[at + 1].text in _DASHES
    return at + 1 + dashed if closes else 0


def masthead(prose: Prose, lexicon: Lexicon) -> str | None:
    """Return who a text says at its head that it is from: a line with a speaker, a date perhaps, and no sentence."""
    from checker.claims.scene import Scene
    from checker.claims.setting import Setting
    from checker.claims.speakers import speakers
    from checker.claims.speech import Memory, bare

    for sentence in islice(sentences(prose, lexicon), _FIRST_SENTENCES):
        analysis = Analysis(sentence, lexicon)
        if len(analysis.tokens) > _LONGEST or dateline_end(analysis):
            continue
        scene = Scene(analysis, Setting(None), "")
        found = [*(named := speakers(scene)), *bare(scene, named, Memory())]
        if len({speaker.name for speaker in found}) != 1:
            continue
        spans = [(speaker.first, speaker.last) for speaker in found]
        spans += [(mark.first, mark.last) for mark in analysis.of("country", "weekday", "month")]
        taken = {at for first, last in spans for at in range(first, last)}
        rest = [token for at, token in enumerate(analysis.tokens) if at not in taken and token.kind == "w"]
        if all(token.folded in lexicon.words["masthead"] for token in rest):
            return found[0].name
    return None
