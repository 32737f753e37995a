"""What a text of an article tells: that somebody reports, does something, or was only in contact."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.annotation.attribution.grammar import INFLECTED, UNSPACED, fold_words
from readcmp.annotation.attribution.mentions import Pronoun
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, Hit
from readcmp.splitting.speakers import Speakers

_ALONE, _HEADING = 1, 6
"""Words of a clause that is only a word, and of a heading at most."""

_WORD = 60
"""Characters before a verb in which the word before it stands."""


class Deeds:
    """The verbs of one article, and what they tell."""

    def __init__(self, lexicon: Lexicon, language: str, speakers: Speakers) -> None:
        """Ask them of the lexicon and of a language's lists."""
        self._lexicon, self._language, self._speakers = lexicon, language, speakers
        self._words, self._grammar = speakers.words, speakers.grammar
        self._states, self._cast = speakers.states, speakers.cast

    def acts(self, text: str) -> bool:
        """Return whether a text has a verb that tells what was said, agreed or asked, the contact itself apart."""
        return any(hit.id != "fact" for hit in self._lexicon.find(text, self._language, "act"))

    def verbs(self, text: str) -> list[Hit]:
        """Return the verbs of reporting in a text, without what only looks like one: "a RECORD", "United STATES"."""
        named = {i for hit in self._states.find(text) for i in range(hit.start, hit.end)}
        found = [hit for hit in self._words.reporting.find(text) if hit.start not in named]
        if self._grammar.way != INFLECTED:
            return found
        return [
            hit
            for hit in found
            if not self._is_no_verb(hit, fold_words(text[max(0, hit.start - _WORD) : hit.start])[-1:])
        ]

    def tells_contact(self, text: str, subject: str = "", *, anywhere: bool = False) -> bool:
        """Return whether a text tells of the call itself ("spoke with"), and no seat or text is its subject.

        That is so where it is the first that somebody does, or with ``anywhere`` among what is done.
        """
        if self._states.has_seat(subject) or self._speakers.is_text(subject):
            return False
        acts = sorted(self._lexicon.find(text, self._language, "act"), key=lambda hit: hit.start)
        if self._words.contact.within(text) and not self._words.reporting.within(text):
            return True
        return any(act.id == "fact" for act in (acts if anywhere else acts[:1]))

    def inside(self, text: str) -> bool:
        """Return whether a text begins with what tells of the call itself: "during the call"."""
        return any(not fold_words(text[: hit.start]) for hit in self._words.inside.find(text))

    def joint(self, text: str) -> bool:
        """Return whether a text begins with both leaders as those who act."""
        hits = self._lexicon.find(text, self._language, "joint") if self._grammar.way == UNSPACED else ()
        subject = self._cast.subject(text)
        return subject == BOTH or subject is Pronoun.SEVERAL or bool(hits)

    def is_heading(self, clause: str) -> bool:
        """Return whether a clause is a heading: in capitals, or a few words without a stop at their end."""
        words = fold_words(clause)
        if self._grammar.way == UNSPACED or len(words) <= _ALONE:
            return self._grammar.way != UNSPACED and clause.strip()[-1:].isalpha()
        return clause.isupper() or (len(words) <= _HEADING and clause.strip()[-1:].isalpha() and not self.verbs(clause))

    def _is_no_verb(self, hit: Hit, before: Sequence[str]) -> bool:
        """Return whether what looks like a verb is none, or has one for its subject who was told: "had been TOLD"."""
        passive = hit.text.lower() != "quoted" and self._grammar.passive_auxiliaries.any_of(before)
        return passive or self._grammar.no_verb_after.any_of(before)
