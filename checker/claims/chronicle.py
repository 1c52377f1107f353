"""The day that each sentence is told from: of publication, a dateline, a heading, or an entry of a chronology."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims.dateline import dateline_end
from checker.figures.dates import days

if TYPE_CHECKING:
    import datetime

    from checker.claims.scene import Scene
    from checker.claims.setting import Setting
    from checker.language import Lexicon
    from checker.language.analysis import Analysis
    from checker.prose import Prose

_LONGEST_DATE = 24  # characters: "Wednesday, Sept. 23, 2024"
_HEADINGS = 2


class Chronicle:
    """Follows a text sentence by sentence; lines with nothing but a date are headings where there are several."""

    def __init__(self, prose: Prose, lexicon: Lexicon, setting: Setting) -> None:
        """Begin with what holds for the whole text."""
        if setting.published:
            folded = prose.text.casefold()
            own_clock = any(_has_words(folded, words) for words in lexicon.words["own_clocks"])
            setting = replace(setting, own_clock=own_clock)
        self._text = self._section = self._entry = setting
        self._block = -1
        self._told: datetime.date | None = None
        self._headed = _dated_lines(prose, lexicon) >= _HEADINGS

    def setting_of(self, analysis: Analysis) -> Setting:
        """Return the setting that a sentence is read in."""
        if analysis.sentence.block != self._block:
            self._block, self._entry, self._told = analysis.sentence.block, self._section, None
        published = self._text.published
        if published and analysis.of("month") and (filed := _filed(analysis, published)):
            self._text = self._section = self._entry = replace(self._text, filed=filed)
        return replace(self._entry, told=self._told) if self._told else self._entry

    def entered(self, scene: Scene) -> Scene:
        """Return a sentence in the setting of the heading or entry that it opens, if it opens one."""
        sentence = scene.analysis.sentence
        self._told = next((date for day in scene.days if day.year and (date := day.resolved(None))), self._told)
        opens = scene.days and scene.days[0].first == scene.opening
        if not opens or sentence.text[: scene.tokens[0].start - sentence.start].strip():
            return scene
        heads = self._headed and scene.days[0].last >= len(scene.tokens) - 1
        if heads or scene.opens_entry:
            date = scene.days[0].resolved(self._text.published)
            self._entry = replace(self._text, published=date, entry=date) if date else self._text
        else:
            date = scene.days[0].resolved(None)
            self._entry = replace(self._text, published=date) if date else self._text
        if heads:
            self._section = self._entry
        return replace(scene, setting=self._entry)


def _has_words(folded: str, words: str) -> bool:
    """Whether a folded text has words that are no part of longer ones."""
    at = folded.find(words)
    while at >= 0:
        if not (folded[at - 1 : at].isalpha() or folded[at + len(words) : at + len(words) + 1].isalpha()):
            return True
        at = folded.find(words, at + 1)
    return False


def _filed(analysis: Analysis, published: datetime.date) -> datetime.date | None:
    """Return the day of a dateline, where it is that of publication or the one before."""
    end = dateline_end(analysis)
    dated = (day.resolved(published) for day in days(analysis) if day.last <= end) if end else ()
    return next((day for day in dated if day and 0 <= (published - day).days <= 1), None)


def _dated_lines(prose: Prose, lexicon: Lexicon) -> int:
    """Count the short lines with a month and a number."""
    short = (block for block in prose.blocks if block.end - block.start <= _LONGEST_DATE)
    lines = (prose.text[block.start : block.end].casefold() for block in short)
    numbered = (line.split() for line in lines if any(char.isdecimal() for char in line))
    return sum(any(lexicon.has(word.strip(".,:"), "month") for word in line) for line in numbered)
