"""Who is named in a sentence that could speak: ministries, agencies, countries, people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.frozen import dataclass
from checker.gazetteer import canonical, countries, country_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

Sort: TypeAlias = Literal["body", "office", "name", "state"]
_BODY_REACH = 4
_BODIES = ("office", "body")
_MEDIA = ("media", "state-media")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who can speak, in tokens `first` to `last`, and what sort of mention it is.

    An office ("defense minister") stands for its ministry; a state is a country's name alone.
    """

    name: str
    first: int
    last: int
    sort: Sort


def speakers(scene: Scene) -> tuple[Speaker, ...]:
    """Return the speakers of a sentence, in order."""
    found: list[Speaker] = []
    covered = -1
    named = scene.analysis.of("speaker", "country")
    marks = sorted(named, key=lambda mark: (mark.first, mark.first - mark.last))
    for mark in marks:
        # "the North Korean military": "the North" is only the head of a longer name.
        cut = any(mark.first < other.first < mark.last < other.last for other in named)
        if found and mark.category == "speaker" and _abbreviates(scene, mark, found[-1]):
            covered = mark.last + 1
            found = [replace(one, last=covered) if one.last == mark.first - 1 else one for one in found]
        elif mark.first >= covered and not cut:
            here = list(_speakers_at(scene, mark))
            found += here
            covered = max([covered, *(speaker.last for speaker in here)])
    return tuple(found)


def _abbreviates(scene: Scene, mark: Mark, body: Speaker) -> bool:
    """Whether capitals in brackets only shorten the name of a body before them: "Ministry of Defence (MOD)"."""
    around = scene.analysis.folds[mark.first - 1 : mark.last + 1 : 2] if mark.first == body.last + 1 else ()
    return around == ("(", ")") and body.sort in _BODIES and scene.tokens[mark.first].text.isupper()


def _speakers_at(scene: Scene, mark: Mark) -> Iterator[Speaker]:
    longer = scene.analysis.mark_at("speaker", mark.first)
    if mark.category == "speaker":
        yield Speaker(str(mark.value), mark.first, mark.last, "name")
        return
    named = scene.analysis.mark_at("speaker", mark.last)
    elsewhere = named is not None and country_of(str(named.value)) not in {None, mark.value}
    whole = _body_at(scene, mark.last) if elsewhere else None
    if named is not None and longer is None and (whole is None or whole.last < named.last):
        yield Speaker(str(named.value), mark.first, named.last, "name")
        return
    listed, body = _countries_of(scene, mark)
    if body is not None and (longer is None or body.last >= longer.last):
        sort: Sort = "office" if body.category == "office" else "body"
        for country in listed:
            yield Speaker(canonical(str(body.value), country), mark.first, body.last, sort)
    elif longer is not None and longer.last >= mark.last:
        yield Speaker(str(longer.value), longer.first, longer.last, "name")
    elif _is_state(scene, mark):
        yield Speaker(scene.analysis.lexicon.states[str(mark.value)], mark.first, mark.last, "state")


def _is_place(scene: Scene, mark: Mark) -> bool:
    """Whether a country's name stands behind a preposition: "from Pyongyang", not "according to Pyongyang"."""
    before = scene.tokens[mark.first - 1].folded if mark.first else ""
    cited = scene.analysis.mark_ending("speech", mark.first)
    placed = before in scene.analysis.lexicon.words["place_prepositions"]
    return placed and not (cited and cited.value == "according")


def _is_state(scene: Scene, mark: Mark) -> bool:
    """Whether a country's name alone can be who speaks: not "from Japan", "Japan's", "Japanese waters"."""
    analysis, tokens = scene.analysis, scene.tokens
    if _is_place(scene, mark) or mark.value not in analysis.lexicon.states:
        return False
    return mark.last >= len(tokens) or tokens[mark.last].folded not in analysis.lexicon.words["possessives"]


def _body_at(scene: Scene, at: int) -> Mark | None:
    found = [mark for category in _BODIES if (mark := scene.analysis.mark_at(category, at))]
    return max(found, key=lambda mark: mark.last, default=None)


def _countries_of(scene: Scene, mark: Mark) -> tuple[list[str], Mark | None]:
    """Read "U.S., South Korean and Japanese officials", "Japan's defense ministry": the countries and the body."""
    analysis, tokens = scene.analysis, scene.tokens
    leads, possessives = analysis.lexicon.words["body_leads"], analysis.lexicon.words["possessives"]
    listed, at = [str(mark.value)], mark.last
    while True:
        start = at + 1 if at < len(tokens) and (tokens[at].folded in possessives or tokens[at].text == "'") else at
        for skip in range(_BODY_REACH):
            body = _body_at(scene, start + skip)
            if body:
                return listed, body
            if start + skip >= len(tokens) or tokens[start + skip].folded not in leads:
                break
        if _is_place(scene, mark) and analysis.signs(start, start + 1) == [","]:
            return listed, None
        step = start
        while step < len(tokens) and analysis.signs(step, step + 1)[0] in {",", "and", "or"}:
            step += 1
        following = analysis.mark_at("country", step) if step > start else None
        if following is None:
            return listed, None
        listed.append(str(following.value))
        at = following.last


def countries_after(scene: Scene, body: Mark) -> tuple[list[str], int]:
    """Read "Prime Minister Fumio Kishida of Japan", "the Defense Ministry in Tokyo": a body's countries behind it.

    Return them with the token after them.
    """
    analysis, tokens = scene.analysis, scene.tokens
    run = capitals(scene, body.last, 1)
    at = run[-1] + 1 if run else body.last
    words = analysis.lexicon.words
    seated = not run and at < len(tokens) and tokens[at].folded in words["seated_in"]
    if not seated and (at >= len(tokens) or tokens[at].folded not in words["of"] | words["from_only"]):
        return [], body.last
    listed, last = [], body.last
    while country := _bare_country(scene, at + 1, "capital" if seated and body.value not in _MEDIA else "country"):
        listed.append(str(country.value))
        at = last = country.last
        if run or analysis.signs(at, at + 1) != ["and"]:
            break
    return listed, last


def _bare_country(scene: Scene, at: int, category: str) -> Mark | None:
    """Return the country named at a token, unless it is only whose body is named: "of the U.S. military"."""
    country = scene.analysis.mark_at(category, at + (scene.analysis.signs(at, at + 1) == ["the"]))
    whose = country is not None and scene.analysis.signs(country.last, country.last + 1) == ["'s"]
    return None if country is None or whose or _body_at(scene, country.last) else country


def is_body(name: str, body: str) -> bool:
    """Whether a canonical speaker is such a body of some country: "Japan MOD" is a defense ministry."""
    return any(name == canonical(body, country.id) for country in countries())


def capitals(scene: Scene, at: int, step: int) -> list[int]:
    """Return the run of capitalised words from a token on, in a direction, hyphenated given names included."""
    run: list[int] = []
    tokens = scene.tokens
    while 0 <= at < len(tokens):
        token = tokens[at]
        name = token.kind == "w" and token.text[0].isupper() and not scene.analysis.mark_at("weekday", at)
        hyphen = token.text == "-" and not token.spaced and 0 < at < len(tokens) - 1 and not tokens[at + 1].spaced
        tail = token.kind == "w" and at > 0 and not token.spaced and tokens[at - 1].text == "-"
        stop = token.text == "." and at > 0 and tokens[at - 1].folded in scene.analysis.lexicon.words["abbreviations"]
        if not (name or hyphen or tail or stop):
            break
        run.append(at)
        at += step
    return sorted(run)


def person(scene: Scene, run: list[int]) -> tuple[str, int] | None:
    """Return the name in a run of capitalised words, its titles left off, and where it begins; None for no name."""
    analysis, tokens = scene.analysis, scene.tokens
    titles = analysis.lexicon.words["titles"] | analysis.lexicon.words["ranks"] | analysis.articles
    while run:
        body = analysis.mark_at("body", run[0])
        if not body and tokens[run[0]].folded.rstrip(".") not in titles and tokens[run[0]].text not in {"-", "."}:
            break
        if len(run) == 2 and analysis.mark_ending("office", run[0]):
            break
        run = [index for index in run if index >= (body.last if body else run[0] + 1)]
    real = [index for index in run if tokens[index].text not in {"-", "."}]
    if len(real) < 2 or any(analysis.mark_at("country", index) for index in real):
        return None
    if any(analysis.mark_at(category, real[0]) for category in ("month", "site", "missile_name", "sea", "speaker")):
        return None
    text = analysis.sentence.prose.text
    return text[tokens[run[0]].start : tokens[run[-1]].end], run[0]
