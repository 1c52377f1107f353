"""Reads one sentence's speech acts: the verbs that make speakers speak, and how far their word reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.dateline import dateline_end
from checker.claims.naming import Names
from checker.claims.speech import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.speakers import Speaker
    from checker.language.lexicon import Mark

_SUBJECT_REACH = 14
_STATE_REACH = 2
_TAIL = 4
_HEAD = 3
ENDING = frozenset({":", "-", "\u2013", "\u2014"})
_OBJECT_REACH = 4


class Listener(Names):
    """Hears who speaks in one sentence."""

    def according(self) -> Iterator[Word]:
        """Yield "according to A and B", which covers its sentence."""
        for mark in self.scene.analysis.of("speech"):
            unsaid = mark.first > 0 and self.scene.tokens[mark.first - 1].folded in self.lexicon.words["withouts"]
            if mark.value != "according" or unsaid:
                continue
            names, last = self._group(mark.last)
            if not names:
                names, last = self._person_after(mark.last)
            if not names:
                names, last = self._carried_after(mark.last)
            if names:
                low, high = self._clause(mark.first, last)
                yield Word(names, mark.first, last, low, high)

    def _is_dateline(self, speaker: Speaker) -> bool:
        """Whether a capital and a colon open a report: "Seoul: North Korea fired ..., KCNA reported"."""
        capital = any(mark.first == 0 and mark.last == speaker.last for mark in self.scene.analysis.of("capital"))
        shouted = all(token.text.isupper() for token in self.scene.tokens[: speaker.last])
        return capital and (shouted or self.scene.analysis.sentence.index == 0)

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
        """Yield "South Korea's JCS: ...", "...: Seoul", which covers its sentence."""
        tokens = self.scene.tokens
        for speaker in self.found[:1]:
            if speaker.first == 0 and speaker.last < len(tokens) and tokens[speaker.last].text == ":":
                if self._is_dateline(speaker):
                    return
                yield Word((speaker.name,), 0, speaker.last, 0, len(tokens))
        for speaker in self.found[-1:]:
            at = speaker.first - 1
            # A headline: "Missile flew 400 km: Seoul".
            if speaker.last == len(tokens) and at > 1 and tokens[at].text in ENDING and tokens[at + 1].spaced:
                yield Word((speaker.name,), at, speaker.last, 0, at)

    def said(self, before: Sequence[Word]) -> Iterator[Word]:
        """Yield "X said ...", "..., X said", "..., said X", "it said"."""
        covered = -1
        for verb in self.scene.analysis.of("speech"):
            inside = any(word.first <= verb.first < word.last for word in before)
            inside = inside or any(sea.first < verb.first < sea.last for sea in self.scene.analysis.of("zone_sea"))
            if verb.value != "verb" or verb.first < covered or inside or self._is_noun(verb):
                continue
            if self._is_passive(verb):
                yield from self._agents(verb)
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
                inner = self._inner(first, last)
                low, high = inner or self._reach(first, last)
                if self.scene.tokens[verb.first].folded in self.lexicon.words["naming_verbs"]:
                    # "A rocket that experts called X flew 1,500 km": only its name is theirs.
                    high = min((deed.first for deed in self.scene.deeds if last <= deed.first < high), default=high)
                yield Word(names, first, last, low, high, alone=inner is not None)
                covered = last

    def _is_passive(self, verb: Mark) -> bool:
        """Whether somebody is only spoken of: "North Korea was believed to have fired"."""
        folds, words = self.scene.analysis.folds, self.lexicon.words
        at = verb.first - (
            verb.first > 1
            and (
                folds[verb.first - 1] in words["hedging_adverbs"]
                or folds[verb.first - 1].endswith(tuple(words["adverb_endings"]))
            )
        )
        if not at or folds[at - 1] not in words["passives"] or folds[verb.last - 1] in words["quoters"]:
            return False
        told = verb.last < len(folds) and folds[verb.last] in words["infinitives"]
        return told or not (
            folds[at - 1] in words["possessives"] or folds[verb.last - 1].endswith(tuple(words["gerund_endings"]))
        )

    def _agents(self, verb: Mark) -> Iterator[Word]:
        """Yield "was estimated at 400 km by Seoul's military", which covers its sentence."""
        folds, words = self.scene.analysis.folds, self.lexicon.words
        by = next((at for at in range(verb.last, len(folds)) if folds[at] in words["by"]), 0)
        between = folds[verb.last : by]
        clause = words["clause_breaks"] | words["infinitives"]
        if (
            by
            and clause.isdisjoint(between)
            and not any(word.endswith(tuple(words["verb_endings"])) for word in between[-1:])
        ):
            names, last = self._group(by + 1)
            if names:
                yield Word(names, by, last, *self._clause(by, last))

    def _is_noun(self, verb: Mark) -> bool:
        """Whether a word is no verb here: "verify the claim", "the report came", "released a photo of"."""
        folds, words = self.scene.analysis.folds, self.lexicon.words
        before, after = folds[max(0, verb.first - 1) : verb.first], folds[verb.last : verb.last + 1]
        if folds[verb.first] in words["showing_verbs"]:
            return not words["pictures"].isdisjoint(folds[verb.last : verb.last + _OBJECT_REACH])
        if folds[verb.first] not in words["speech_nouns"]:
            return False
        if before and before[0] in words["possessives"]:
            return not after or after[0] not in words["clause_openers"]
        article = before and before[0] in self.scene.analysis.articles
        return bool(article or (after and after[0] in words["noun_verbs"]))

    def _as_saying(self, at: int) -> int:
        """Return the token after "as saying", where it stands at a token."""
        tokens = self.scene.tokens
        saying = self.scene.analysis.mark_at("speech", at + 1)
        return (
            saying.last if at < len(tokens) and tokens[at].folded in self.lexicon.words["as_words"] and saying else at
        )

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
        left = [s for s in self.found if s.last <= verb.first and not self._quoted_apart(s, verb)]
        if relayed and any(speaker.last <= relayed[-1].first for speaker in left):
            left = [speaker for speaker in left if speaker.last <= relayed[-1].first]
        named = self._person_before(verb)
        if left:
            nearest = max(left, key=lambda speaker: (speaker.last, speaker.first))
            ranked = named and nearest.sort != "office" and self._ranked(named[1], nearest)
            ranked = ranked or (named is not None and self._works_at(named[1], nearest))
            if self._speaks(nearest, verb) and not ranked:
                names, first = self._joined(left, nearest)
                if named:
                    self.people[named[0].split()[-1].casefold()] = names
                return names, first
        if named:
            apposed = self._apposed(named[1], verb)
            known = () if apposed or " " in named[0] else self._known(named[0].casefold())
            names = (apposed,) if apposed else known or (named[0],)
            self.people[named[0].split()[-1].casefold()] = names
            return names, named[1]
        return self._carried_before(verb) or self._surname(verb)

    def _quoted_apart(self, speaker: Speaker, verb: Mark) -> bool:
        """Whether a speaker is one of whom a quotation tells, and a verb stands outside of it."""
        tokens = self.scene.tokens
        alone = tokens[speaker.last].text == '"' == tokens[max(0, speaker.first - 1)].text
        return self.scene.in_quotation(speaker.first) and not self.scene.in_quotation(verb.first) and not alone

    def _launched(self, speaker: Speaker) -> bool:
        """Whether a speaker is only named as who launched: "the missile fired by Pyongyang"."""
        at = speaker.first - 1
        at -= at > 0 and self.scene.tokens[at].folded in self.scene.analysis.articles
        by = at > 0 and self.scene.tokens[at].folded in self.lexicon.words["by"]
        return by and self.scene.analysis.mark_ending("launch", at) is not None

    def _speaks(self, speaker: Speaker, verb: Mark) -> bool:
        gap = self.scene.tokens[speaker.last : verb.first]
        breaks = self.lexicon.words["clause_breaks"]
        if self._launched(speaker):
            return False
        if speaker.sort == "state" and any(t.text == "," or t.folded in self.lexicon.words["titles"] for t in gap):
            return False
        if gap and gap[0].text == "," and self._in_relative(speaker.first):
            return False
        if len(gap) > 1 and gap[0].text == "," == gap[-1].text:
            return len(gap) <= 2 * _SUBJECT_REACH
        if gap and gap[0].folded in self.lexicon.words["persons"] and gap[-1].text != ",":
            # "An official who spoke on condition of anonymity said".
            gap = gap[1:]
        if len(gap) > (_STATE_REACH if speaker.sort == "state" else _SUBJECT_REACH):
            return False
        return all(token.folded not in breaks for token in gap) and not self._verb_between(speaker.last, verb.first)

    def _tells_nothing(self, first: int, last: int) -> bool:
        """Whether there are no deeds in some tokens, nor figures other than those of days and clock times."""
        if any(first <= deed.first < last for deed in self.scene.deeds):
            return False
        return all(at < first or at >= last or at in self.scene.timed for at in self.scene.analysis.number_starts)

    def _start(self, first: int) -> int:
        """Return where a speaker begins, with the words that lead to it."""
        leads = self.lexicon.words["speaker_leads"] | self.lexicon.words["titles"]
        while first > 0 and self.scene.analysis.folds[first - 1] in leads:
            first -= 1
        one_of = first > 0 and self.scene.analysis.folds[first] in self.lexicon.words["of"]
        return first - (one_of and self.scene.analysis.folds[first - 1] in self.lexicon.words["partitives"])

    def _inner(self, first: int, last: int) -> tuple[int, int] | None:
        """Return what "which Seoul said flew 350 km" covers, between its commas, where nobody else speaks."""
        folds, which = self.scene.analysis.folds, self._start(first) - 1
        if which < 1 or folds[which] not in self.lexicon.words["relatives"] or folds[which - 1] != ",":
            return None
        return which, next((at for at in range(last, len(folds)) if folds[at] in {",", ";"}), len(folds))

    def _reach(self, first: int, last: int) -> tuple[int, int]:
        """Return what a speech act covers: what follows it, or the whole sentence where it closes or opens one."""
        tokens = self.scene.tokens
        start = self._start(first)
        low, high = self._clause(first, last)
        apart = start > 0 and tokens[start - 1].text in {",", '"', "\u2014"}
        rest = sum(token.kind != "p" for token in tokens[last:high])
        opening = sum(token.kind != "p" for token in tokens[low:start])
        ends = {",", "."} | self.lexicon.words["time_clauses"]
        closing = (
            apart
            and opening > _HEAD
            and (last == len(tokens) or tokens[last].folded in ends or self._tells_nothing(last, high))
        )
        opens = max(low, dateline_end(self.scene.analysis))
        before = tokens[start - 1].folded if start > 0 else ""
        if before in self.lexicon.words["time_clauses"]:
            # "Days after Seoul said it flew 400 km, another flew 500 km": another is not Seoul's.
            comma = high if opening > _HEAD else next((at for at in range(last, high) if tokens[at].text == ","), high)
            return first, comma
        subordinate = opens < start and tokens[opens].folded in self.lexicon.words["subordinators"]
        pronouns = self.lexicon.words["launcher_pronouns"] | self.lexicon.words["anaphors"]
        if subordinate and apart and rest > 1 and tokens[last].folded in pronouns:
            return first, high
        if rest <= _TAIL or opening <= _HEAD or closing:
            return low, high
        return (low, high) if apart and opening > 2 * _HEAD and not subordinate else (first, high)
