"""What any text says twice, with or without a missile in it: figures with conversions, weekdays beside dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims.scene import Scene, Setting, quotations
from checker.figures.figure import FigurePair, WeekdayDate
from checker.language import Lexicon, sentences
from checker.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.prose import Prose

    # Who speaks in quotation marks that hold tokens `first` to `last`: "" for nobody named, None outside of them.
    Quoted = Callable[[int, int], str | None]

_BESIDE: tuple[list[str], ...] = ([], [","], ["("], [",", "the"], ["the"])


@dataclass(frozen=True, slots=True)
class Beside:
    """The pairs and dated weekdays of a text, and the number of its figures."""

    pairs: tuple[FigurePair, ...]
    days: tuple[WeekdayDate, ...]
    figures: int


def beside(prose: Prose, lexicon: Lexicon, setting: Setting) -> Beside:
    """Read only what the rules for any text need."""
    pairs: list[FigurePair] = []
    days: list[WeekdayDate] = []
    figures = 0
    quoted = {number: quotations(prose.text, block.start, block.end) for number, block in enumerate(prose.blocks)}
    for sentence in sentences(prose, lexicon):
        scene = Scene(Analysis(sentence, lexicon), setting, "", quoted[sentence.block])

        def quoted_by(first: int, _: int, scene: Scene = scene) -> str | None:
            return "" if scene.in_quotation(first) else None

        figures += len(scene.reads) + len(scene.clocks)
        pairs += figure_pairs(scene, quoted_by)
        days += weekday_dates(scene, quoted_by)
    return Beside(tuple(pairs), tuple(days), figures)


def figure_pairs(scene: Scene, quoted_by: Quoted) -> Iterator[FigurePair]:
    """Yield each figure with each of its conversions."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for quantity in scene.quantities:
        first = quantity.read
        for second in quantity.conversions:
            end = quantity.last if quantity.conversions[-1] is second else second.last
            span = prose.span(tokens[first.first].start, tokens[end - 1].end)
            yield FigurePair(first.figure, second.figure, span, quoted_by(first.first, end))


def weekday_dates(scene: Scene, quoted_by: Quoted) -> Iterator[WeekdayDate]:
    """Yield each weekday with the date beside it: "Sunday, January 14", "January 14, a Sunday"."""
    prose, tokens = scene.analysis.sentence.prose, scene.tokens
    for mark in scene.analysis.of("weekday"):
        for day in scene.days:
            gap = (mark.last, day.first) if mark.last <= day.first else (day.last, mark.first)
            texts = scene.analysis.signs(*gap)
            if mark.last <= day.first and texts[:1] == ["."]:
                texts = texts[1:]
            date = day.resolved(scene.setting.published)
            if texts not in _BESIDE or day.month is None or date is None:
                continue
            first, last = min(mark.first, day.first), max(mark.last, day.last)
            yield WeekdayDate(
                str(mark.value),
                prose.span(tokens[mark.first].start, tokens[mark.last - 1].end),
                date,
                prose.span(tokens[day.first].start, tokens[day.last - 1].end),
                prose.span(tokens[first].start, tokens[last - 1].end),
                day.year is not None,
                quoted_by(first, last),
                prose.text[tokens[mark.first].start : tokens[mark.last - 1].end],
                prose.text[tokens[day.first].start : tokens[day.last - 1].end],
            )
            break
