"""Who says it: speakers, the verbs that make them speak, and how far their word reaches in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.gazetteer import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_SUBJECT_REACH = 14
_BODY_REACH = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who can speak, in tokens `first` to `last`."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Word:
    """A speech act: who speaks, in tokens `first` to `last`, and the tokens `low` to `high` that it covers."""

    names: tuple[str, ...]
    first: int
    last: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Who spoke last in the text, and in whose quotation it stands, for "it said" and for a quotation that goes on."""

    names: tuple[str, ...] = ()


def speakers(scene: Scene) -> tuple[Speaker, ...]:
    """Return the speakers of a sentence, in order."""
    analysis = scene.analysis
    found: list[Speaker] = []
    covered = -1
    marks = sorted(analysis.of("speaker", "country", "body"), key=lambda mark: (mark.first, mark.first - mark.last))
    for mark in marks:
        if mark.first < covered:
            continue
        for speaker in _speakers_at(scene, mark):
            found.append(speaker)
            covered = max(covered, speaker.last)
    return tuple(found)


def _speakers_at(scene: Scene, mark: Mark) -> Iterator[Speaker]:
    analysis = scene.analysis
    if mark.category == "country":
        listed, body = _countries_of(scene, mark)
        if body is not None:
            for country in listed:
                yield Speaker(canonical(str(body.value), country), mark.first, body.last)
            return
        longer = analysis.mark_at("speaker", mark.first)
        if longer and longer.last >= mark.last:
            yield Speaker(str(longer.value), longer.first, longer.last)
            return
        name = analysis.lexicon.states.get(str(mark.value))
        before = scene.tokens[mark.first - 1].folded if mark.first else ""
        if name and before not in analysis.lexicon.words["place_prepositions"]:
            yield Speaker(name, mark.first, mark.last)
    elif mark.category == "speaker":
        yield Speaker(str(mark.value), mark.first, mark.last)


def _countries_of(scene: Scene, mark: Mark) -> tuple[list[str], Mark | None]:
    """Read "U.S., South Korean and Japanese officials", "Japan's defense ministry": the countries and the body."""
    analysis, tokens = scene.analysis, scene.tokens
    listed, at = [str(mark.value)], mark.last
    while True:
        possessive = at < len(tokens) and tokens[at].folded in {"'s", "'"}
        start = at + 1 if possessive else at
        for skip in range(_BODY_REACH):
            body = analysis.mark_at("body", start + skip)
            if body:
                return listed, body
            if start + skip >= len(tokens) or tokens[start + skip].folded not in analysis.lexicon.words["body_leads"]:
                break
        step = at
        while step < len(tokens) and tokens[step].text in {",", "and", "or", "&"}:
            step += 1
        following = analysis.mark_at("country", step) if step > at else None
        if following is None:
            return listed, None
        listed.append(str(following.value))
        at = following.last


def words(scene: Scene, memory: Memory) -> tuple[tuple[Word, ...], Memory]:
    """Return the speech acts of a sentence, and what the next sentence may carry over."""
    found = speakers(scene)
    acts: list[Word] = []
    acts += _according(scene, found)
    acts += _said(scene, found, memory, acts)
    heard = tuple(dict.fromkeys(name for act in acts for name in act.names))
    return tuple(acts), Memory(heard) if heard else memory


def _group(scene: Scene, found: Sequence[Speaker], at: int) -> tuple[tuple[str, ...], int]:
    """Return the speakers named from a token on, joined by commas and "and", and the token after them."""
    names: list[str] = []
    last = at
    tokens, lexicon = scene.tokens, scene.analysis.lexicon
    while True:
        start = last
        while start < len(tokens) and (
            tokens[start].folded in lexicon.words["speaker_leads"] or tokens[start].text in {",", '"', "'s"}
        ):
            start += 1
        here = [speaker for speaker in found if start <= speaker.first <= start + 2]
        if not here or (names and here[0].first > start + 1):
            break
        same = [speaker for speaker in here if speaker.last == here[0].last]
        names += [speaker.name for speaker in same]
        last = here[0].last
        if not (
            last < len(tokens) and (tokens[last].text in {",", "and", "&", "(", "'s"} or tokens[last].folded == "and")
        ):
            break
    return tuple(dict.fromkeys(names)), last


def _according(scene: Scene, found: Sequence[Speaker]) -> Iterator[Word]:
    """Yield "according to A and B", which covers its sentence."""
    for mark in scene.analysis.of("speech"):
        if mark.value != "according":
            continue
        names, last = _group(scene, found, mark.last)
        if not names:
            names, last = _named(scene, mark.last)
        if names:
            low, high = _clause(scene, mark.first, last)
            yield Word(names, mark.first, last, low, high)


def _clause(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return how far a speech act between commas reaches: its sentence, or its half of it at a semicolon."""
    texts = [token.text for token in scene.tokens]
    low = max((index + 1 for index, text in enumerate(texts[:first]) if text == ";"), default=0)
    high = next((index for index, text in enumerate(texts) if index >= last and text == ";"), len(texts))
    return low, high


def _said(scene: Scene, found: Sequence[Speaker], memory: Memory, before: Sequence[Word]) -> Iterator[Word]:
    """Yield "X said ...", "..., X said", "..., said X", "it said"."""
    verbs = [mark for mark in scene.analysis.of("speech") if mark.value == "verb"]
    taken: list[tuple[int, int]] = [(word.first, word.last) for word in before]
    covered = -1
    for verb in verbs:
        if verb.first < covered or any(low <= verb.first < high for low, high in taken):
            continue
        names, first = _subject(scene, found, verb, memory)
        last = verb.last
        if not names:
            names, last = _group(scene, found, verb.last)
            first = verb.first
            if names and not _inverted(scene, verb):
                names = ()
            if not names and _inverted(scene, verb):
                names, last = _named(scene, verb.last)
        if not names:
            continue
        low, high = _reach(scene, first, last)
        yield Word(names, first, last, low, high)
        covered = last


def _inverted(scene: Scene, verb: Mark) -> bool:
    """Whether a verb comes after what was said: a comma or a closing quotation mark stands before it."""
    return verb.first > 0 and scene.tokens[verb.first - 1].text in {",", '"', "'", "\u2014"}


def _subject(scene: Scene, found: Sequence[Speaker], verb: Mark, memory: Memory) -> tuple[tuple[str, ...], int]:
    """Return who speaks a verb, looking left: speakers, a person by name, or who spoke before ("it said")."""
    tokens, analysis = scene.tokens, scene.analysis
    left = [speaker for speaker in found if speaker.last <= verb.first]
    if left:
        nearest = max(left, key=lambda speaker: (speaker.last, speaker.first))
        gap = tokens[nearest.last : verb.first]
        plain = all(token.folded not in analysis.lexicon.words["clause_breaks"] for token in gap)
        if plain and len(gap) <= _SUBJECT_REACH and not _verb_between(scene, nearest.last, verb.first):
            names, first = _joined(scene, left, nearest)
            return names, first
    carry = scene.nearest_left(verb.first, analysis.of("carry"))
    if carry and verb.first - carry.last <= 3 and memory.names and not _verb_between(scene, carry.last, verb.first):
        return memory.names, carry.first
    return _person(scene, verb)


def _joined(scene: Scene, left: Sequence[Speaker], nearest: Speaker) -> tuple[tuple[str, ...], int]:
    """Return all speakers of "A, B and C said", and where they begin."""
    names, first = [nearest.name], nearest.first
    for speaker in sorted(left, key=lambda item: -item.last):
        if speaker.first == nearest.first and speaker.name != nearest.name:
            names.insert(0, speaker.name)
            continue
        gap = [token.folded for token in scene.tokens[speaker.last : first]]
        joint = [word for word in gap if word not in scene.analysis.lexicon.words["speaker_leads"]]
        if speaker.last <= first and joint and all(word in {"and", ",", "&"} for word in joint):
            names.insert(0, speaker.name)
            first = speaker.first
        elif speaker.last <= first and joint in ([","], ["'s"]):
            continue
    return tuple(dict.fromkeys(names)), first


def _verb_between(scene: Scene, first: int, last: int) -> bool:
    marks = [*scene.analysis.of("launch"), *scene.analysis.of("landing"), *scene.analysis.of("before")]
    return any(first <= mark.first < last and mark.value in {"verb", "range"} for mark in marks)


def _capitals(scene: Scene, at: int, step: int) -> list[int]:
    """Return the run of capitalised words from a token in a direction, hyphenated given names included."""
    run: list[int] = []
    tokens = scene.tokens
    while 0 <= at < len(tokens):
        token = tokens[at]
        name = token.kind == "w" and token.text[0].isupper() and not scene.analysis.mark_at("weekday", at)
        hyphen = token.text == "-" and run and not token.spaced
        tail = token.kind == "w" and len(run) > 0 and not token.spaced and tokens[at - 1].text == "-"
        if not (name or hyphen or tail):
            break
        run.append(at)
        at += step
    return sorted(run)


def _person(scene: Scene, verb: Mark) -> tuple[tuple[str, ...], int]:
    """Read a person's name before a verb of saying: "Jeffrey Lewis, an analyst in ..., said"."""
    tokens = scene.tokens
    end = verb.first - 1
    if end >= 0 and tokens[end].text == ",":
        opening = max((i for i in range(end) if tokens[i].text == ","), default=-1)
        candidates = _capitals(scene, opening - 1, -1) if opening > 0 else []
    else:
        candidates = _capitals(scene, end, -1)
        if candidates and candidates[0] > 1 and tokens[candidates[0] - 1].folded == "of":
            return (), 0
    return _name(scene, candidates)


def _name(scene: Scene, run: list[int]) -> tuple[tuple[str, ...], int]:
    tokens = scene.tokens
    titles = scene.analysis.lexicon.words["titles"]
    while run and tokens[run[0]].folded in titles | scene.analysis.articles:
        run = run[1:]
    real = [index for index in run if tokens[index].text != "-"]
    if len(real) < 2 or any(scene.analysis.mark_at("country", index) for index in real):
        return (), 0
    if any(scene.analysis.mark_at(category, real[0]) for category in ("month", "site", "missile_name", "sea")):
        return (), 0
    text = scene.analysis.sentence.prose.text
    return (text[tokens[run[0]].start : tokens[run[-1]].end],), run[0]


def _named(scene: Scene, at: int) -> tuple[tuple[str, ...], int]:
    """Read a person's name after a verb or "according to"."""
    run = _capitals(scene, at, 1)
    names, _ = _name(scene, run)
    return names, (run[-1] + 1 if run else at)


def _reach(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return the tokens that a speech act covers: what follows it, or what precedes it where it closes the sentence."""
    tokens = scene.tokens
    rest = [token for token in tokens[last:] if token.kind != "p"]
    low, high = _clause(scene, first, last)
    opening = [token for token in tokens[low:first] if token.kind != "p"]
    if len(rest) <= 4 or (
        tokens[first - 1].text in {",", '"'} and first > 2 and last < len(tokens) and tokens[last].text == ","
    ):
        return low, high
    if len(opening) <= 3:
        return low, high
    closing = first > 0 and tokens[first - 1].text in {",", '"'} and len(opening) > 6
    return (low, high) if closing else (first, high)


def attributed(acts: Sequence[Word], first: int, last: int) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return who says tokens `first` to `last`, and the tokens where the text says so."""
    names: list[str] = []
    where: list[tuple[int, int]] = []
    for act in acts:
        if act.low <= first < act.high and not (act.first <= first and last <= act.last):
            names += act.names
            where.append((act.first, act.last))
    return tuple(dict.fromkeys(names)), tuple(where)
