"""Whether a sentence denies a deed ("none landed", "did not fly") or leaves it open ("whether it flew")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.claims.scene import Scene
    from checker.language.lexicon import Mark

_REACH = 60
_CHAIN = 9
_NOUN_REACH = 5
_SUBJECT_REACH = 16
_BESIDE = 3
_SIGNS = frozenset({",", ";", ":", "\u2014", "\u2013"})
_QUESTION = "?"
_CLOSING = frozenset("\"'\u201d\u2019)")


def unsettled(scene: Scene, first: int) -> bool:
    """Whether the sentence asks for what stands at a token, disputes it, or opens with a condition."""
    if any(mark.first == 0 for mark in scene.analysis.of("condition")) or _asks(scene, first):
        return True
    if not scene.analysis.of("unproven", "disproved"):
        return False
    stops = scene.analysis.lexicon.words["turns"]
    before = scene.nearest_left(first, scene.analysis.of("unproven"))
    if before and first - before.last <= _REACH and not hedging(scene, before):
        conceded = scene.tokens[0].folded in stops and scene.analysis.signs(before.last, first).count(",")
        if not conceded and not _stopped(scene, before.last, first, stops, "presupposing"):
            return True
    after = scene.nearest_right(first, scene.analysis.of("disproved"))
    near = after is not None and after.first - first <= _REACH
    return bool(after and near and not _stopped(scene, first, after.first, stops) and _told(scene, after.first))


def _asks(scene: Scene, first: int) -> bool:
    """Whether the sentence, or the quotation in it that holds a token, ends with a question mark."""
    if next((token.text for token in reversed(scene.tokens) if token.text not in _CLOSING), "") == _QUESTION:
        return True
    text, start = scene.analysis.sentence.prose.text, scene.tokens[first].start
    return any(low <= start < high and text[:high].endswith(_QUESTION) for low, high in scene.quoted)


def _told(scene: Scene, at: int) -> bool:
    """Whether what is called false there is a report, named as one or by the "that" which opens the sentence."""
    opens = scene.tokens[0].folded in scene.analysis.lexicon.words["clause_openers"]
    return opens or any(mark.first < at for mark in scene.analysis.of("report_noun"))


def _stopped(scene: Scene, first: int, last: int, stops: Collection[str], category: str | None = None) -> bool:
    """Whether another statement begins between two tokens: at "but", "after", "that reports", a new "and said"."""
    analysis = scene.analysis
    for at in range(first, last):
        if scene.tokens[at].folded in stops or (category and analysis.mark_at(category, at)):
            return True
        opens = scene.tokens[at].folded in analysis.lexicon.words["clause_openers"]
        if opens and any(analysis.mark_at("report_noun", at + step) for step in (1, 2)):
            return True
        speech = analysis.mark_at("speech", at)
        if speech and speech.value == "verb" and at and (scene.tokens[at - 1].text in _SIGNS or _joined(scene, at)):
            return True
    return False


def _joined(scene: Scene, at: int) -> bool:
    return scene.tokens[at - 1].folded in scene.analysis.lexicon.words["joins"]


def denied(scene: Scene, first: int, verb: Mark | None) -> bool:
    """Whether what stands at a token, or the verb that carries it, is denied."""
    if not scene.analysis.of("negation", "non_factive", "counterfactual", "nobody"):
        return False
    ends = {first} | ({verb.first} if verb else set())
    return (
        any(chained(scene, end, "negation", "non_factive") for end in ends)
        or (verb is not None and scene.analysis.mark_ending("counterfactual", verb.first) is not None)
        or any(no_subject(scene, end) for end in ends)
        or _not_this(scene, first)
    )


def chained(scene: Scene, at: int, *categories: str) -> Mark | None:
    """Return the "not" that belongs to a verb: only auxiliaries stand between ("not believed to have flown")."""
    mark = scene.nearest_left(at, scene.analysis.of(*categories))
    if mark is None or at - mark.last > _CHAIN or hedging(scene, mark):
        return None
    between = range(mark.last, at)
    covered = mark.last
    for index in between:
        found = scene.analysis.mark_at("denial_lead", index)
        article = scene.tokens[index].folded in scene.analysis.articles
        covered = max(covered, found.last if found else 0, index + article)
        if covered <= index:
            return None
    return mark


def no_subject(scene: Scene, at: int) -> Mark | None:
    """Return the "no missile", "none", "nothing" of the clause that holds a token, standing before it."""
    for mark in scene.analysis.of("nobody")[::-1]:
        if (
            mark.last <= at <= mark.last + _SUBJECT_REACH
            and not hedging(scene, mark)
            and _of_missiles(scene, mark)
            and not _parted(scene, mark, at)
        ):
            return mark
    return None


def _of_missiles(scene: Scene, mark: Mark) -> bool:
    """Whether "no" stands by itself ("none", "nothing"), or before a missile, a launch, or a report of them."""
    if mark.value == "alone":
        return True
    nouns = scene.analysis.of("missile", "missile_name", "missile_class", "launch_noun", "report_noun")
    noun = scene.nearest_right(mark.last, nouns)
    if noun is None or noun.first >= mark.last + _NOUN_REACH:
        return False
    words = scene.analysis.lexicon.words
    prepositions = words["object_prepositions"] | words["of"]
    return not any(token.folded in prepositions for token in scene.tokens[mark.last : noun.first])


def _parted(scene: Scene, mark: Mark, at: int) -> bool:
    """Whether another clause begins between "no" and a token; "none flew off and landed" is one."""
    words = scene.analysis.lexicon.words
    breaks = (words["clause_breaks"] | words["turns"]) - words["clause_openers"]
    verbs = {verb.first for verb in scene.carriers}
    as_object = any(verb.last == mark.first for verb in scene.carriers)
    for index in range(mark.last, at):
        token = scene.tokens[index]
        if token.folded in breaks or token.text in _SIGNS:
            return True
        if token.folded in words["joins"] and (as_object or index + 1 not in verbs):
            return True
    return False


def _not_this(scene: Scene, first: int) -> bool:
    """Whether "not" stands at the words themselves: "not an ICBM", "not from Sunan"."""
    mark = scene.nearest_left(first, scene.analysis.of("negation"))
    if mark is None or first - mark.last > _BESIDE or hedging(scene, mark):
        return False
    leads = scene.analysis.lexicon.words["noun_leads"] | scene.analysis.lexicon.words["time_leads"]
    return all(token.folded in leads for token in scene.tokens[mark.last : first])


def hedging(scene: Scene, mark: Mark) -> bool:
    """Whether a "no" is part of "no fewer than", "not only", "no doubt"."""
    hedges = scene.analysis.of("hedge", "no_negation")
    return any(hedge.first <= mark.first and mark.last <= hedge.last for hedge in hedges)
