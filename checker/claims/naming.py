"""Reads who is named where somebody speaks: bodies in a row, people with their office, and those named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.speakers import capitals, person
from checker.claims.speech import bare, meant
from checker.gazetteer import country_of, is_press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.scene import Scene
    from checker.claims.speakers import Speaker
    from checker.claims.speech import Memory
    from checker.language.lexicon import Mark

_CARRY_REACH = 3
_OFFICE_REACH = 6
_INSTITUTES = 3


class Names:
    """One sentence, its speakers, and what the text said before; `people` are those it names, by surname."""

    def __init__(self, scene: Scene, found: Sequence[Speaker], memory: Memory) -> None:
        """Listen to a sentence in which `found` are the speakers named whole."""
        self.scene = scene
        found = [meant(scene, speaker, memory) for speaker in found]
        more = tuple(bare(scene, found, memory))
        # "The militaries of South Korea and Japan": the countries are only part of a longer name.
        self.found = (*(s for s in found if not any(b.first <= s.first and s.last <= b.last for b in more)), *more)
        self.memory = memory
        self.people: dict[str, tuple[str, ...]] = {}
        self.lexicon = scene.analysis.lexicon

    def _group(self, at: int) -> tuple[tuple[str, ...], int]:
        """Return the speakers named from a token on, joined by commas and "and", and the token after them."""
        tokens = self.scene.tokens
        leads = self.lexicon.words["speaker_leads"]
        names: list[str] = []
        last = at
        while True:
            start = last
            comma = start < len(tokens) and tokens[start].text == ","
            while start < len(tokens) and (tokens[start].folded in leads or tokens[start].text in {",", '"'}):
                if any(speaker.first == start and speaker.sort != "state" for speaker in self.found):
                    break
                start += 1
            if tokens[start : start + 1] and tokens[start].folded in self.lexicon.words["papers"]:
                start += any(token.folded in self.lexicon.words["issuing"] for token in tokens[start + 1 : start + 2])
            here = [speaker for speaker in self.found if start <= speaker.first <= start + 2]
            here = [speaker for speaker in here if ";" not in (token.text for token in tokens[start : speaker.first])]
            if not here or (names and here[0].first > start + 1):
                break
            if names and comma and not self._closes_list(here[0].last):
                break
            names += [speaker.name for speaker in here if speaker.last == here[0].last]
            last = here[0].last
            goes_on = {",", "("} | self.lexicon.words["possessives"] | self.lexicon.words["joins"]
            if last >= len(tokens) or tokens[last].folded not in goes_on:
                break
        return tuple(dict.fromkeys(names)), last

    def _closes_list(self, at: int) -> bool:
        """Whether a name behind a comma is one of several, and not the subject of what they say."""
        joins = self.lexicon.words["joins"] | self.lexicon.words["possessives"]
        return (
            at >= len(self.scene.tokens) or self.scene.tokens[at].kind == "p" or self.scene.tokens[at].folded in joins
        )

    def _person_before(self, verb: Mark) -> tuple[str, int] | None:
        """Read a person's name before a verb: "Jeffrey Lewis said", "Jeffrey Lewis, an analyst in ..., said"."""
        tokens = self.scene.tokens
        end = verb.first - 1
        if end >= 0 and tokens[end].text == ",":
            run = capitals(self.scene, end - 1, -1)
            apart = run and run[0] > 0 and tokens[run[0] - 1].text == ","
            beside = person(self.scene, run) if apart else None
            if beside:
                return beside
            opening = max((index for index in range(end) if tokens[index].text == ","), default=-1)
            return person(self.scene, capitals(self.scene, opening - 1, -1)) if opening > 0 else None
        return self._member(capitals(self.scene, end, -1))

    def _member(self, run: list[int]) -> tuple[str, int] | None:
        """Read the person of "Jane Roe of the Institute of Peace said", whose run of capitals ends before the verb."""
        folds, words = self.scene.analysis.folds, self.lexicon.words
        named = person(self.scene, run)
        for _ in range(_INSTITUTES):
            at = run[0] - 1 if run else -1
            at -= at > 0 and folds[at] in self.scene.analysis.articles
            if at < 1 or folds[at] not in words["memberships"]:
                break
            run = capitals(self.scene, at - 1, -1)
            named = person(self.scene, run)
        return named

    def _apposed(self, name: int, verb: Mark) -> str | None:
        """Return the office beside a name: "Itsunori Onodera, Japan's defense minister, said"."""
        beside = [s for s in self.found if name < s.first and s.last <= verb.first and not self._in_relative(s.first)]
        offices = [s for s in beside if self._speaks_for(s, verb.first)]
        return offices[0].name if offices else None

    def _speaks_for(self, speaker: Speaker, last: int) -> bool:
        """Whether a speaker beside a name is an office up to a token, or a body that the named "spokesman for" it."""
        office = speaker.sort == "office" and speaker.first <= last
        return office or self.scene.analysis.mark_ending("spokesman", speaker.first) is not None

    def _in_relative(self, at: int) -> bool:
        """Whether a token stands in a clause between commas that tells of somebody: ", who met Japan's minister,"."""
        before = [token.folded for token in self.scene.tokens[:at]]
        opening = max((index for index, word in enumerate(before) if word == ","), default=at)
        return not self.lexicon.words["clause_breaks"].isdisjoint(before[opening:])

    def _person_after(self, at: int) -> tuple[tuple[str, ...], int]:
        """Read a person's name after a verb or "according to", with an office in apposition."""
        tokens = self.scene.tokens
        run = capitals(self.scene, at, 1)
        named = person(self.scene, run)
        if named is None:
            known = self._known(self.scene.tokens[run[0]].folded) if len(run) == 1 else ()
            return known, at + bool(known)
        last = run[-1] + 1
        if last < len(tokens) and tokens[last].text == ",":
            offices = [s for s in self.found if 0 < s.first - last <= _OFFICE_REACH and self._speaks_for(s, 3 + last)]
            if offices:
                self.people[named[0].split()[-1].casefold()] = (offices[0].name,)
                return (offices[0].name,), offices[0].last
        self.people[named[0].split()[-1].casefold()] = (named[0],)
        return (named[0],), last

    def _carried_before(self, verb: Mark) -> tuple[tuple[str, ...], int] | None:
        carry = self.scene.nearest_left(verb.first, self.scene.analysis.of("carry"))
        if carry is None or verb.first - carry.last > _CARRY_REACH or self._verb_between(carry.last, verb.first):
            return None
        if any(token.folded in self.lexicon.words["passives"] for token in self.scene.tokens[carry.last : verb.first]):
            return None
        names = self._meant(carry)
        return (names, carry.first) if names else None

    def _carried_after(self, at: int) -> tuple[tuple[str, ...], int]:
        carry = self.scene.analysis.mark_at("carry", at)
        return (self._meant(carry), carry.last) if carry else ((), at)

    def _meant(self, carry: Mark) -> tuple[str, ...]:
        """Return who "the ministry" is: the last one mentioned by that word; "it" is who spoke last."""
        said = frozenset(token.folded for token in self.scene.tokens[carry.first : carry.last])
        groups = [group for group in self.lexicon.words["carried"] if said & set(group.split())]
        wanted = frozenset(word for group in groups for word in group.split())
        here = [s.name for s in self.found if s.last <= carry.first and s.sort == "body"]
        if not said.isdisjoint(self.lexicon.words["documents"]) and self.memory.names:
            return self.memory.names
        body = self.scene.analysis.mark_ending("body", carry.last)
        called = self.memory.called(wanted) if wanted else tuple(here[-1:])
        if body and called == self.memory.called(said - self.scene.analysis.articles):
            called = self.memory.whole(said - self.scene.analysis.articles, str(body.value)) or called
        return called or self.memory.names

    def _surname(self, verb: Mark) -> tuple[tuple[str, ...], int]:
        """Read "Esper said" of somebody named before."""
        at = verb.first - 1
        token = self.scene.tokens[at] if at >= 0 else None
        if token is None or token.kind != "w" or not token.text[0].isupper():
            return (), 0
        names = self._known(token.folded) or self.memory.called(frozenset({token.folded}))
        if names:
            return names, at
        known = any(mark.first <= at < mark.last for marks in self.scene.analysis.marks.values() for mark in marks)
        alone = at > 0 and self.scene.tokens[at - 1].text in {",", '"'} and len(token.text) > 2
        return ((token.text,), at) if alone and not known else ((), 0)

    def _known(self, surname: str) -> tuple[str, ...]:
        """Return whose word somebody named before gives."""
        return next((names for known, names in reversed(self.memory.people) if known == surname), ())

    def _joined(self, left: Sequence[Speaker], nearest: Speaker) -> tuple[tuple[str, ...], int]:
        """Return all speakers of "A, B and C said", and where they begin."""
        names, first = [nearest.name], nearest.first
        joins = self.lexicon.words["joins"]
        leads = self.lexicon.words["speaker_leads"] - joins
        for speaker in sorted(left, key=lambda item: (-item.last, -item.first)):
            if speaker is nearest:
                continue
            if speaker.first == nearest.first and speaker.last == nearest.last:
                names.append(speaker.name)
            elif speaker.last <= first:
                gap = [token.folded for token in self.scene.tokens[speaker.last : first]]
                joint = [word for word in gap if word not in leads]
                listed = joint and all(word == "," or word in joins for word in joint)
                if listed and (len(names) > 1 or not joins.isdisjoint(joint)):
                    names.insert(0, speaker.name)
                    first = speaker.first
        return tuple(dict.fromkeys(names)), first

    def _ranked(self, name: int, speaker: Speaker) -> bool:
        """Whether a soldier's rank stands between a body and a name: then the name speaks, not the body."""
        between = self.scene.analysis.folds[speaker.last - 1 : name]
        spoken_for = self.scene.analysis.mark_ending("spokesman", speaker.first) is not None
        spoken_for = spoken_for or not self.lexicon.words["spokespeople"].isdisjoint(between)
        return not spoken_for and not self.lexicon.words["ranks"].isdisjoint(between[1:])

    def _works_at(self, name: int, speaker: Speaker) -> bool:
        """Whether somebody named before an institute speaks, and not the institute: "Jane Roe of SIPRI"."""
        independent = speaker.sort == "name" and country_of(speaker.name) is None and not is_press(speaker.name)
        spokesman = self.scene.analysis.mark_ending("spokesman", speaker.first)
        return independent and name < speaker.first and not spokesman

    def _verb_between(self, first: int, last: int) -> bool:
        marks = self.scene.analysis.of("launch", "landing", "before")
        return any(first <= mark.first < last and mark.value in {"verb", "range"} for mark in marks)
