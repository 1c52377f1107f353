"""Reads one sentence's speech acts: the verbs that make speakers speak, and how far their word reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.speakers import capitals, person
from checker.claims.speech import Word, bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.scene import Scene
    from checker.claims.speakers import Speaker
    from checker.claims.speech import Memory
    from checker.language.lexicon import Mark

_SUBJECT_REACH = 14
_STATE_REACH = 2
_CARRY_REACH = 3
_TAIL = 4
_HEAD = 3
_OFFICE_REACH = 6


class Listener:
    """One sentence, its speakers, and what the text said before; `people` are those it names, by surname."""

    def __init__(self, scene: Scene, found: Sequence[Speaker], memory: Memory) -> None:
        """Listen to a sentence in which `found` are the speakers named whole."""
        self.scene = scene
        self.found = (*found, *bare(scene, found, memory))
        self.memory = memory
        self.people: dict[str, tuple[str, ...]] = {}
        self.lexicon = scene.analysis.lexicon

    def according(self) -> Iterator[Word]:
        """Yield "according to A and B", which covers its sentence."""
        for mark in self.scene.analysis.of("speech"):
            if mark.value != "according":
                continue
            names, last = self._group(mark.last)
            if not names:
                names, last = self._person_after(mark.last)
            if not names:
                names, last = self._carried_after(mark.last)
            if names:
                low, high = self._clause(mark.first, last)
                yield Word(names, mark.first, last, low, high)

    def reckoning(self) -> Iterator[Word]:
        """Yield "by Tokyo's count", which covers its sentence."""
        tokens, words = self.scene.tokens, self.lexicon.words
        for speaker in self.found:
            at = speaker.last
            if at + 1 >= len(tokens) or tokens[at].folded not in words["possessives"] or not speaker.first:
                continue
            led = any(token.folded in words["by"] for token in tokens[max(0, speaker.first - 2) : speaker.first])
            if led and tokens[at + 1].folded in words["reckonings"]:
                yield Word((speaker.name,), speaker.first, at + 2, *self._clause(speaker.first, at + 2))

    def heading(self) -> Iterator[Word]:
        """Yield "South Korea's JCS: ...", which covers its sentence."""
        tokens = self.scene.tokens
        for speaker in self.found[:1]:
            if speaker.first == 0 and speaker.last < len(tokens) and tokens[speaker.last].text == ":":
                yield Word((speaker.name,), 0, speaker.last, 0, len(tokens))

    def said(self, before: Sequence[Word]) -> Iterator[Word]:
        """Yield "X said ...", "..., X said", "..., said X", "it said"."""
        covered = -1
        for verb in self.scene.analysis.of("speech"):
            inside = any(word.first <= verb.first < word.last for word in before)
            inside = inside or any(sea.first < verb.first < sea.last for sea in self.scene.analysis.of("zone_sea"))
            if verb.value != "verb" or verb.first < covered or inside:
                continue
            names, first = self._subject(verb, before)
            last = verb.last
            quoted, after = self._group(verb.last)
            if names and quoted and self.scene.tokens[verb.first].folded in self.lexicon.words["quoters"]:
                names, last = (*names, *quoted), self._as_saying(after)
            if not names and self._inverted(verb):
                first = verb.first
                for reader in (self._group, self._person_after, self._carried_after):
                    names, last = reader(verb.last)
                    if names:
                        break
            if names:
                low, high = self._reach(first, last)
                yield Word(names, first, last, low, high)
                covered = last

    def _as_saying(self, at: int) -> int:
        """Return the token after "as saying", where it stands at a token."""
        tokens = self.scene.tokens
        saying = self.scene.analysis.mark_at("speech", at + 1)
        return (
            saying.last if at < len(tokens) and tokens[at].folded in self.lexicon.words["as_words"] and saying else at
        )

    def _group(self, at: int) -> tuple[tuple[str, ...], int]:
        """Return the speakers named from a token on, joined by commas and "and", and the token after them."""
        tokens = self.scene.tokens
        leads = self.lexicon.words["speaker_leads"]
        names: list[str] = []
        last = at
        while True:
            start = last
            while start < len(tokens) and (tokens[start].folded in leads or tokens[start].text in {",", '"'}):
                start += 1
            here = [speaker for speaker in self.found if start <= speaker.first <= start + 2]
            here = [speaker for speaker in here if ";" not in (token.text for token in tokens[start : speaker.first])]
            if not here or (names and here[0].first > start + 1):
                break
            names += [speaker.name for speaker in here if speaker.last == here[0].last]
            last = here[0].last
            goes_on = {",", "("} | self.lexicon.words["possessives"] | self.lexicon.words["joins"]
            if last >= len(tokens) or tokens[last].folded not in goes_on:
                break
        return tuple(dict.fromkeys(names)), last

    def _clause(self, first: int, last: int) -> tuple[int, int]:
        """Return how far a speech act between commas reaches: its sentence, or its part of it at a semicolon."""
        texts = [token.text for token in self.scene.tokens]
        low = max((index + 1 for index, text in enumerate(texts[:first]) if text == ";"), default=0)
        high = next((index for index, text in enumerate(texts) if index >= last and text == ";"), len(texts))
        return low, high

    def _inverted(self, verb: Mark) -> bool:
        """Whether a verb comes after what was said: a comma or a closing quotation mark stands before it."""
        return verb.first > 0 and self.scene.tokens[verb.first - 1].text in {",", '"', "'", "\u2014"}

    def _subject(self, verb: Mark, before: Sequence[Word]) -> tuple[tuple[str, ...], int]:
        """Return who speaks a verb, looking left: speakers, a person by name, or who spoke before ("it said")."""
        relayed = [word for word in before if word.last < verb.first and self.scene.tokens[word.first - 1].text == ","]
        left = [speaker for speaker in self.found if speaker.last <= verb.first]
        if relayed and any(speaker.last <= relayed[-1].first for speaker in left):
            left = [speaker for speaker in left if speaker.last <= relayed[-1].first]
        named = self._person_before(verb)
        if left:
            nearest = max(left, key=lambda speaker: (speaker.last, speaker.first))
            ranked = named and nearest.sort != "office" and self._ranked(named[1], nearest.last)
            if self._speaks(nearest, verb) and not ranked:
                names, first = self._joined(left, nearest)
                if named:
                    self.people[named[0].split()[-1].casefold()] = names
                return names, first
        if named:
            apposed = self._apposed(named[1], verb)
            names = (apposed,) if apposed else (named[0],)
            self.people[named[0].split()[-1].casefold()] = names
            return names, named[1]
        return self._carried_before(verb) or self._surname(verb)

    def _speaks(self, speaker: Speaker, verb: Mark) -> bool:
        gap = self.scene.tokens[speaker.last : verb.first]
        breaks = self.lexicon.words["clause_breaks"]
        if speaker.sort == "state" and any(token.text == "," for token in gap):
            return False
        if gap and gap[0].text == "," and self._in_relative(speaker.first):
            return False
        if len(gap) > 1 and gap[0].text == "," == gap[-1].text:
            return len(gap) <= 2 * _SUBJECT_REACH
        if len(gap) > (_STATE_REACH if speaker.sort == "state" else _SUBJECT_REACH):
            return False
        return all(token.folded not in breaks for token in gap) and not self._verb_between(speaker.last, verb.first)

    def _in_relative(self, at: int) -> bool:
        """Whether a token stands in a clause between commas that tells of somebody: ", who met Japan's minister,"."""
        before = [token.folded for token in self.scene.tokens[:at]]
        opening = max((index for index, word in enumerate(before) if word == ","), default=at)
        return not self.lexicon.words["clause_breaks"].isdisjoint(before[opening:])

    def _ranked(self, name: int, speaker: int) -> bool:
        """Whether a soldier's rank stands between a body and a name: then the name speaks, not the body."""
        ranks = self.lexicon.words["ranks"]
        return any(token.folded.rstrip(".") in ranks for token in self.scene.tokens[speaker:name])

    def _joined(self, left: Sequence[Speaker], nearest: Speaker) -> tuple[tuple[str, ...], int]:
        """Return all speakers of "A, B and C said", and where they begin."""
        names, first = [nearest.name], nearest.first
        joins = self.lexicon.words["joins"]
        leads = self.lexicon.words["speaker_leads"] - joins
        for speaker in sorted(left, key=lambda item: (-item.last, -item.first)):
            if speaker is nearest:
                continue
            if speaker.first == nearest.first and speaker.last == nearest.last:
                names.insert(0, speaker.name)
            elif speaker.last <= first:
                gap = [token.folded for token in self.scene.tokens[speaker.last : first]]
                joint = [word for word in gap if word not in leads]
                listed = joint and all(word == "," or word in joins for word in joint)
                if listed and (len(names) > 1 or not joins.isdisjoint(joint)):
                    names.insert(0, speaker.name)
                    first = speaker.first
        return tuple(dict.fromkeys(names)), first

    def _verb_between(self, first: int, last: int) -> bool:
        marks = self.scene.analysis.of("launch", "landing", "before")
        return any(first <= mark.first < last and mark.value in {"verb", "range"} for mark in marks)

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
        return person(self.scene, capitals(self.scene, end, -1))

    def _apposed(self, name: int, verb: Mark) -> str | None:
        """Return the office beside a name: "Itsunori Onodera, Japan's defense minister, said"."""
        beside = [s for s in self.found if name < s.first and s.last <= verb.first and not self._in_relative(s.first)]
        offices = [s for s in beside if self._speaks_for(s, verb.first)]
        return offices[0].name if offices else None

    def _speaks_for(self, speaker: Speaker, last: int) -> bool:
        """Whether a speaker beside a name is an office up to a token, or a body that the named "spokesman for" it."""
        office = speaker.sort == "office" and speaker.first <= last
        return office or self.scene.analysis.mark_ending("spokesman", speaker.first) is not None

    def _person_after(self, at: int) -> tuple[tuple[str, ...], int]:
        """Read a person's name after a verb or "according to", with an office in apposition."""
        tokens = self.scene.tokens
        run = capitals(self.scene, at, 1)
        named = person(self.scene, run)
        if named is None:
            return (), at
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
        return (self.memory.called(wanted) if wanted else tuple(here[-1:])) or self.memory.names

    def _surname(self, verb: Mark) -> tuple[tuple[str, ...], int]:
        """Read "Esper said" of somebody named before."""
        at = verb.first - 1
        token = self.scene.tokens[at] if at >= 0 else None
        if token is None or token.kind != "w" or not token.text[0].isupper():
            return (), 0
        for surname, names in reversed(self.memory.people):
            if token.folded == surname:
                return names, at
        known = any(mark.first <= at < mark.last for marks in self.scene.analysis.marks.values() for mark in marks)
        alone = at > 0 and self.scene.tokens[at - 1].text in {",", '"'} and len(token.text) > 2
        return ((token.text,), at) if alone and not known else ((), 0)

    def _tells_nothing(self, first: int, last: int) -> bool:
        """Whether there are no deeds in some tokens, nor figures other than those of days and clock times."""
        if any(first <= deed.first < last for deed in self.scene.deeds):
            return False
        return all(at < first or at >= last or at in self.scene.timed for at in self.scene.analysis.number_starts)

    def _reach(self, first: int, last: int) -> tuple[int, int]:
        """Return what a speech act covers: what follows it, or the whole sentence where it closes or opens one."""
        tokens = self.scene.tokens
        leads = self.lexicon.words["speaker_leads"] | self.lexicon.words["titles"]
        start = first
        while start > 0 and tokens[start - 1].folded in leads:
            start -= 1
        low, high = self._clause(first, last)
        apart = start > 0 and tokens[start - 1].text in {",", '"', "\u2014"}
        rest = sum(token.kind != "p" for token in tokens[last:high])
        opening = sum(token.kind != "p" for token in tokens[low:start])
        closing = (
            apart
            and opening > _HEAD
            and (last == len(tokens) or tokens[last].text in {",", "."} or self._tells_nothing(last, high))
        )
        if rest <= _TAIL or opening <= _HEAD or closing:
            return low, high
        subordinate = tokens[low].folded in self.lexicon.words["subordinators"]
        return (low, high) if apart and opening > 2 * _HEAD and not subordinate else (first, high)
