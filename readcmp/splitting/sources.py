"""Who is named as a source in a stretch of an article: a government, one who speaks for it, or someone else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from readcmp.annotation.attribution.discovery import POSSESSIVE, learn_participants
from readcmp.annotation.attribution.grammar import INFLECTED, UNSPACED, WORD, Grammar, fold_words, load_grammar
from readcmp.annotation.attribution.mentions import Pronoun, governed
from readcmp.annotation.attribution.participants import Participants
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, NONE, OTHER, THIRD, Hit, Readout
from readcmp.patterns import compiled
from readcmp.splitting.reporting import Reporting, reporting_of
from readcmp.text import short

JOURNALIST = "journalist"
"""The id that stands for the one who tells the article, in a cast made for readouts."""

OPENING = 400
"""Characters of an article within which those stand who met."""

_BESIDE = 2
"""TermList that may stand between a state and one of its people: "a former senior US official"."""

_NAMED = 60
"""Characters before and after what a speaker is in which the state and the name stand."""

_STOP = compiled(r"[,.;:()\"“”«»„\n]")

_JOINED = 6
"""TermList that a subject of two governments may have: "But Washington and Moscow both"."""

_NOBODY = (BOTH, NONE, THIRD, OTHER, JOURNALIST)


class Source(Struct, frozen=True):
    """Who is named: ``kind`` and, where the words tell it, ``side``.

    ``voice`` is a government's seat, a text of it, or somebody who speaks for it; ``state`` a state by its name;
    ``leader`` a person who acts for it; ``relay`` a medium, which tells what others say (a state's own where ``side``
    is given); ``person`` and ``thing`` are one who speaks for a government, and a text, whose state is not told; ``he``
    and ``it`` stand for the last of them; ``everyone`` is all sides; ``outsider`` speaks for none. ``never`` are states
    that have no such office.
    """

    kind: str
    side: str = ""
    never: tuple[str, ...] = ()


class Sources:
    """The sources of one article."""

    def __init__(self, article: Readout, lexicon: Lexicon) -> None:
        """Learn from an article whom it presents."""
        self.language = short(article.language)
        grammar, reporting = load_grammar(self.language), reporting_of(self.language)
        assert grammar is not None
        assert reporting is not None
        self.grammar: Grammar = grammar
        self.words: Reporting = reporting
        self._lexicon = lexicon
        self._opening = self.actors(f"{article.title or ''}\n{article.text[:OPENING]}")
        self._titled = self.actors(article.title or "") or self._opening
        self._speakers: set[str] = set()
        sides = {actor: actor for actor in lexicon.actors}
        self._cast = Participants(lexicon, grammar, self.language, own=JOURNALIST, sides=sides)
        if grammar.way != UNSPACED:
            learn_participants(self._cast, article, lexicon, grammar, self.language)
            self._learn_speakers(article.text)

    def _learn_speakers(self, text: str) -> None:
        """Learn the names of those who speak for a state, given after what they are: "press secretary NAME"."""
        for hit in self.words.sources.find(text):
            before = _STOP.split(text[max(0, hit.start - _NAMED) : hit.start])[-1]
            after = _STOP.split(text[hit.end : hit.end + _NAMED])[0]
            if side := self._told_by(after) or self._told_by(before):
                self._learn_name(hit, after, side)

    def remember(self, phrase: str, side: str) -> None:
        """Learn the name of one who was found to speak for a side, from the words that told it."""
        for hit in self.words.sources.find(phrase):
            self._learn_name(hit, _STOP.split(phrase[hit.end : hit.end + _NAMED])[0], side)

    def _learn_name(self, speaker: Hit, after: str, side: str) -> None:
        if self.grammar.way == UNSPACED or self.is_text(speaker.text):
            return
        taken = [*self.words.institutions.find(after), *self._lexicon.find(after, self.language, "actor")]
        taken += [*self.grammar.offices.find(after), *self.words.sources.find(after)]
        places = {i for one in taken for i in range(one.start, one.end)}
        run: list[re.Match[str]] = []
        for name in WORD.finditer(after):
            if name.group()[0].isupper() and name.start() not in places:
                if run and not after[run[-1].end() : name.start()].isspace():
                    break
                run.append(name)
        if run:
            self._cast.add_name(run[-1].group(), side)
            if not self.grammar.offices.within(speaker.text):  # a minister acts; a spokesman only speaks
                self._speakers.add(run[-1].group())

    def _told_by(self, phrase: str) -> str:
        """Return the state that a phrase names by one of its institutions or by itself."""
        seats = self.words.institutions.find(phrase)
        return seats[0].id if seats else next(iter(self.actors(phrase)), "")

    def who(self, stretch: str, *, after: bool = False) -> Source | None:
        """Return who is the source in a stretch before a verb of reporting, or ``after`` one; None for nobody."""
        if self.words.everyone.within(stretch):
            return Source("everyone")
        if after and self.words.people.opened(stretch.lstrip()):
            return Source("he")
        return self._medium(stretch) or self._outsider(stretch) or self._government(stretch, after=after)

    def _medium(self, stretch: str) -> Source | None:
        if any(not self._is_passed_over(stretch, hit) for hit in self.words.media.find(stretch)):
            return Source("relay")
        for hit in self.words.agencies.find(stretch):
            if not self._is_passed_over(stretch, hit):
                party = hit.id if hit.id in self._opening else ""
                return Source("voice" if self.is_text(stretch) and party else "relay", party)
        return None

    def _outsider(self, stretch: str) -> Source | None:
        """Return one who speaks for no government: of those named, one who is not spoken to."""
        covering = [*self.words.sources.find(stretch), *(hit for hit in self.words.public.find(stretch) if hit.start)]
        covered = {i for hit in covering for i in range(hit.start, hit.end)}
        found = any(
            hit.start not in covered and not self._is_spoken_to(stretch, hit)
            for hit in self.words.private.find(stretch)
        )
        return Source("outsider") if found else None

    def _government(self, stretch: str, *, after: bool) -> Source | None:
        if seats := self.words.institutions.find(stretch):
            return Source("voice", seats[0].id)
        speaks = self.words.sources.find(stretch)
        side = self._subject(stretch)
        if after and self.grammar.way != INFLECTED:
            side = next(iter(self.actors(stretch)), side)
        if side == BOTH and len(fold_words(stretch)) <= _JOINED and len(set(self.actors(stretch))) > 1:
            return Source("everyone")
        if side in ("", BOTH, None) and (speaks or self.grammar.way != INFLECTED):
            side = next(iter(self.actors(stretch)), "") or side
        if isinstance(side, str) and side not in ("", BOTH):
            return Source(self._kind(stretch, speaks, side), side)
        if speaks:
            never = tuple(dict.fromkeys(hit.id for hit in self.words.never.find(stretch)))
            return Source("thing" if self.is_text(stretch) else "person", self._holder(stretch), never)
        if (stands := self._standing_for(stretch)) is not None:
            return stands
        office = isinstance(side, str) and self.grammar.offices.within(stretch)
        return Source("person", self._holder(stretch)) if office else None

    def _kind(self, stretch: str, speaks: Sequence[Hit], side: str) -> str:
        """Return as what a side is named: by who speaks for it or its seat, by its own name, or by who acts for it."""
        acts = {i for hit in self.grammar.offices.find(stretch) for i in range(hit.start, hit.end)}
        voice = any(hit.start not in acts for hit in speaks) or self.grammar.companions.within(stretch)
        if voice or self._is_seat(stretch, side) or self._speakers.intersection(stretch.split()):
            return "voice"
        return "state" if self._is_state(stretch) else "leader"

    def actors(self, text: str) -> list[str]:
        """Return the states that a text names, in its order."""
        return [hit.id for hit in self._lexicon.find(text, self.language, "actor")]

    def only(self, never: Sequence[str]) -> str:
        """Return the one state named in the title, else the opening, that can have such an office; empty for more."""
        if not never:
            return ""
        found = {side for side in self._titled if side not in never}
        return found.pop() if len(found) == 1 else ""

    def acts(self, text: str) -> bool:
        """Return whether a text has a verb that tells what was said, agreed or asked, the contact itself apart."""
        return any(hit.id != "fact" for hit in self._lexicon.find(text, self.language, "act"))

    def is_text(self, stretch: str) -> bool:
        """Return whether a text or a body is the source in a stretch, and no person: "the ministry's spokesman"."""
        texts = {hit.start for hit in self.words.texts.find(stretch)}
        return bool(texts) and all(hit.start in texts for hit in self.words.sources.find(stretch))

    def tells_contact(self, text: str, subject: str) -> bool:
        """Return whether a text tells of the call itself ("spoke with"), and no seat or text is its subject."""
        return not (self._is_seat(subject) or self.is_text(subject)) and any(
            hit.id == "fact" for hit in self._lexicon.find(text, self.language, "act")
        )

    def inside(self, text: str) -> bool:
        """Return whether a text begins with what tells of the call itself: "during the call"."""
        return any(not fold_words(text[: hit.start]) for hit in self.words.inside.find(text))

    def joint(self, text: str) -> bool:
        """Return whether a text begins with both leaders as those who act."""
        hits = self._lexicon.find(text, self.language, "joint") if self.grammar.way == UNSPACED else ()
        return self._cast.subject(text) == BOTH or self._cast.subject(text) is Pronoun.SEVERAL or bool(hits)

    def _subject(self, stretch: str) -> str | Pronoun | None:
        """Return the side that acts in a stretch; empty for somebody whose side is not told there."""
        if self.grammar.way == UNSPACED:
            return None
        found = self._cast.subject(stretch)
        if found is None or isinstance(found, Pronoun):
            return found
        return BOTH if found == BOTH else "" if found in _NOBODY else found

    def _holder(self, stretch: str) -> str:
        """Return the one side whose office a stretch names; empty where several or none have it."""
        for office in self.grammar.offices.find(stretch):
            holders = self._cast.holders(office.id) - {JOURNALIST}
            if len(holders) == 1:
                return holders.pop()
        return ""

    def _is_spoken_to(self, stretch: str, private: Hit) -> bool:
        """Return whether somebody else acts who is named well before: "the president to a question of REPORTERS"."""
        actors = self._lexicon.find(stretch[: private.start], self.language, "actor")
        far = any(len(fold_words(stretch[hit.end : private.start])) > _BESIDE for hit in actors)
        return far or governed(stretch, private.start, self.grammar)

    def _is_passed_over(self, stretch: str, hit: Hit) -> bool:
        """Return whether a medium is only where something was said: "in an interview WITH it"."""
        before = stretch[: hit.start]
        return self.words.public.within(before) or self.grammar.prepositions.any_of(fold_words(before)[-1:])

    def verbs(self, text: str) -> list[Hit]:
        """Return the verbs of reporting in a text, without what only looks like one: "a RECORD", "United STATES"."""
        named = {i for hit in self._lexicon.find(text, self.language, "actor") for i in range(hit.start, hit.end)}
        found = [hit for hit in self.words.reporting.find(text) if hit.start not in named]
        if self.grammar.way != INFLECTED:
            return found
        return [hit for hit in found if not self.grammar.no_verb_after.any_of(fold_words(text[: hit.start])[-1:])]

    def _is_seat(self, stretch: str, side: str = "") -> bool:
        """Return whether a stretch names a government by its seat: "the Kremlin", "Ankara"."""
        hits = self._lexicon.find(stretch, self.language, "actor")
        return any(hit.weak for hit in hits if side in ("", hit.id))

    def _is_state(self, stretch: str) -> bool:
        """Return whether a stretch names a state that speaks by itself: "India on Tuesday"."""
        hits = self._lexicon.find(stretch, self.language, "actor")
        whole = bool(hits) and hits[0].text == self._lexicon.actors[hits[0].id].label
        return whole and not POSSESSIVE.match(stretch, hits[0].end) and not self.grammar.offices.within(stretch)

    def _standing_for(self, stretch: str) -> Source | None:
        """Return what a pronoun in a stretch stands for."""
        bare = stretch[self.grammar.openers.opened(stretch) :]
        for kind, words in (("he", self.words.people), ("it", self.words.things)):
            if words.opened(bare) or any(hit.end >= len(bare.rstrip()) for hit in words.find(bare)):
                return Source(kind)
        last = fold_words(bare)[-1:]
        if last and last[0] in self.words.people:
            return Source("he")
        return None
