"""Who speaks for whom in an article: the names and the bodies that it presents with a state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readcmp.annotation.attribution.grammar import UNSPACED, WORD, Grammar
from readcmp.annotation.attribution.participants import Participants
from readcmp.lexicon.tokens import fold
from readcmp.model import Hit
from readcmp.splitting.chunks import STOP
from readcmp.splitting.reporting import Reporting
from readcmp.splitting.states import States

_NAMED = 60
"""Characters before and after what a speaker is in which the state and the name stand."""

_APPOSED = 3
"""Words of a name that stands between commas after what a speaker is."""


class Speakers:
    """Those who speak for the states of one article, learnt as it goes on."""

    def __init__(self, words: Reporting, grammar: Grammar, states: States, cast: Participants) -> None:
        """Begin with nobody; ``cast`` is told the names too."""
        self.words, self.grammar, self.states, self.cast = words, grammar, states, cast
        self._bodies: dict[str, set[str]] = {}
        self._names: set[str] = set()

    def learn(self, text: str) -> None:
        """Learn the names that stand after what a state's speakers are: "press secretary NAME"."""
        for hit in self.words.sources.find(text):
            before = STOP.split(text[max(0, hit.start - _NAMED) : hit.start])[-1]
            after = _named_after(text[hit.end : hit.end + _NAMED])
            if side := self._told_by(after) or self._told_by(before):
                self._learn_name(hit, after, side)

    def remember(self, phrase: str, side: str) -> None:
        """Learn the name and the body of one who was found to speak for a side, from the words that told it."""
        for hit in self.words.sources.find(phrase):
            if self.is_text(hit.text):
                self._bodies.setdefault(hit.term, set()).add(side)
            self._learn_name(hit, _named_after(phrase[hit.end : hit.end + _NAMED]), side)
            self._learn_name(hit, _named_before(phrase[max(0, hit.start - _NAMED) : hit.start]), side)
        for hit in self.grammar.offices.find(phrase):
            self._learn_name(hit, _named_after(phrase[hit.end : hit.end + _NAMED]), side)

    def speaking(self, stretch: str) -> list[Hit]:
        """Return the persons, bodies and texts in a stretch that speak for a government, by themselves or as compounds.

        外交部长 is no 外交部, and a "Verkehrsministerium" is a ministry.
        """
        hits = list(self.words.sources.find(stretch))
        if self.grammar.way == UNSPACED:
            return [hit for hit in hits if stretch[hit.end : hit.end + 1] not in self.words.heads]
        taken = {hit.start for hit in hits}
        for word in WORD.finditer(stretch) if self.words.compounds else ():
            if word.start() not in taken and fold(word.group()).endswith(self.words.compounds):
                hits.append(Hit("speech", "", fold(word.group()), word.group(), word.start(), word.end()))
        return hits

    def named(self, stretch: str) -> bool:
        """Return whether a stretch names one who speaks for a state, and does not act for it."""
        return not self._names.isdisjoint(stretch.split())

    def body(self, speaks: Sequence[Hit]) -> str:
        """Return the one side of which such a body was named before: "the ministry"."""
        found = set[str]().union(*(self._bodies.get(hit.term, ()) for hit in speaks))
        return found.pop() if len(found) == 1 else ""

    def is_text(self, stretch: str) -> bool:
        """Return whether a text or a body is the source in a stretch, and no person: "the ministry's spokesman"."""
        texts = {hit.start for hit in self.words.texts.find(stretch)}
        return bool(texts) and all(hit.start in texts for hit in self.speaking(stretch))

    def _told_by(self, phrase: str) -> str:
        """Return the state that a phrase names by one of its institutions or by itself."""
        seats = self.words.institutions.find(phrase)
        return seats[0].id if seats else next(iter(self.states.ids(phrase)), "")

    def _learn_name(self, speaker: Hit, after: str, side: str) -> None:
        if self.grammar.way == UNSPACED or self.is_text(speaker.text):
            return
        taken = [*self.words.institutions.find(after), *self.states.find(after), *self.words.sources.find(after)]
        taken += [*self.grammar.offices.find(after), *self.grammar.titles.find(after)]
        places = {i for one in taken for i in range(one.start, one.end)}
        run: list[re.Match[str]] = []
        for name in WORD.finditer(after):
            if name.group()[0].isupper() and name.start() not in places:
                if run and not after[run[-1].end() : name.start()].isspace():
                    break
                run.append(name)
        if run:
            self.cast.add_name(run[-1].group(), side)
            if not self.grammar.offices.within(speaker.text):  # a minister acts; a spokesman only speaks
                self._names.add(run[-1].group())


def _named_after(text: str) -> str:
    """Return what stands after what a speaker is, with the name that may follow between commas."""
    first, *rest = STOP.split(text, maxsplit=2)
    apart = rest and text[len(first) : len(first) + 1] == "," and len(rest) > 1 and len(rest[0].split()) <= _APPOSED
    return f"{first} {rest[0]}" if apart and all(word[0].isupper() for word in rest[0].split()) else first


def _named_before(text: str) -> str:
    """Return the name that stands before a comma and what a speaker is: "NAME, a spokesman"; empty for none."""
    before, comma, between = text.rpartition(",")
    name = STOP.split(before)[-1].split()[-_APPOSED:] if comma and len(between.split()) <= _APPOSED + 1 else []
    while name and not name[0][0].isupper():
        del name[0]
    return " ".join(name) if len(name) > 1 and all(word[0].isupper() for word in name) else ""
