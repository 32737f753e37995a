"""What each sentence of an article shows by itself of whose account it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from readcmp.annotation.attribution.grammar import fold_words
from readcmp.encoding.words import shipped, stems
from readcmp.model import Hit
from readcmp.splitting.chunks import MARKS, chunks, without_dateline
from readcmp.splitting.clauses import namings
from readcmp.splitting.labelling.introductions import NOBODY, Introductions, Person
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import Statement
from readcmp.splitting.neighbours import is_quoted
from readcmp.splitting.pieces import found_subject
from readcmp.splitting.sources import Sources
from readcmp.text import unspaced

_OPENING = 6
"""Words, and twice as many characters of a script without spaces, that a sentence begins with."""

_NAMES = 10
"""Words of a sentence without a source in which a name may be that of its subject."""

_BEFORE = 400
"""Characters before a sentence in which the state named last is looked for."""

_PERSONS = ("person", "leader", "voice")
"""The kinds of sources that have a name of their own."""

_SPEAKS = ("voice", "state")
"""As what a subject speaks for its state without a verb of reporting."""


class Evidence(Struct, frozen=True):
    """What one statement of an article shows.

    ``reading`` are the sides whose account it is by the rules of one walk through the article, ``reason`` why.
    ``source`` is the kind and the side of the first source that it names, ``joint`` the sides of several, ``never``
    those that have no such office, ``hint`` one that has it; ``subject`` is the same of what it begins with, ``named``
    the side that it names itself, each empty where there is none. ``signs`` are the kinds of words found in
    it, ``states`` how often it names which; ``begins`` those among its first words, ``cue`` those in the words that
    name its source, with how, and ``place`` that of where it says it happened. ``office`` is the side of the last
    holder of its source's office, ``holders`` those of all. ``person`` is who is named as its source. ``before``
    are the states named last before it, first in the sentence before, and first in its paragraph. ``words`` name its
    source.
    """

    reading: tuple[str, ...]
    reason: str
    opens: bool
    paragraph: int
    length: int
    source: tuple[str, str]
    joint: tuple[str, ...]
    never: tuple[str, ...]
    hint: str
    subject: tuple[str, str]
    named: str
    signs: frozenset[str]
    states: Mapping[str, int]
    begins: frozenset[str]
    cue: tuple[tuple[str, str], ...]
    place: str
    office: str
    holders: frozenset[str]
    person: Person
    pronoun: str
    before: tuple[str, str, str]
    words: str
    vector: tuple[float, ...]
    stems: frozenset[str]

    @property
    def private(self) -> bool:
        """Whether its source speaks for no government."""
        return self.source[0] == "outsider"


class Gathered(Struct, frozen=True):
    """The evidence of an article: of each statement, and of the whole.

    ``sides`` are those whose account any statement may be, ``mentions`` how often the article names each state,
    ``holders`` the share 0..1 of each in the offices that stand beside their state.
    """

    statements: tuple[Evidence, ...]
    sides: tuple[str, ...]
    mentions: Mapping[str, int]
    title: frozenset[str]
    opening: frozenset[str]
    dateline: frozenset[str]
    holders: Mapping[str, float]
    language: str


def gather(
    text: str, read: Sequence[Statement], quotes: Sequence[tuple[int, int]], sources: Sources, title: Sequence[str]
) -> Gathered:
    """Return the evidence in a text with its quoted words masked, and in what rules made of its statements.

    ``title`` are the states that the article's title names.
    """
    gatherer = _Gatherer(text, read, quotes, sources)
    found = tuple(gatherer.evidence(n) for n in range(len(read)))
    mentions = Counter(hit.id for hit in gatherer.states)
    often = [side for side, count in mentions.most_common(_SIDES) if count >= _OFTEN]
    told = Counter(side for one in read for side in one.sides if len(one.sides) == 1 and side != ALL)
    sides = tuple(dict.fromkeys([*(side for side, _ in told.most_common(_SIDES)), *title, *often]))[:_SIDES]
    opening = frozenset(hit.id for hit in gatherer.states if hit.start < _BEFORE)
    line = text[: len(text) - len(without_dateline(text))]
    return Gathered(
        found,
        sides,
        mentions,
        frozenset(title),
        opening,
        frozenset(sources.actors(line)),
        gatherer.holders,
        sources.language,
    )


_SIDES = 8
"""So many governments at most have an account in an article."""

_OFTEN = 3
"""A state that is named so often may have an account in an article."""


class _Gatherer:
    """Looks for evidence in the statements of one article."""

    def __init__(
        self, text: str, read: Sequence[Statement], quotes: Sequence[tuple[int, int]], sources: Sources
    ) -> None:
        self.text, self.read, self.quotes, self.sources = text, read, quotes, sources
        self.states = sources.states.find(text)
        self._starts = [hit.start for hit in self.states]
        self._known = Introductions(text, self.states, sources)
        self.holders = self._known.holders
        self._namings = [namings(text[one.start : one.end], sources) for one in read]
        for found in self._namings:
            if found and found[0].source.kind in _PERSONS:
                self._known.learn_speaker(found[0].cue)
        self._begins: dict[int, int] = {}
        for one in reversed(read):
            self._begins[one.paragraph] = one.start

    def evidence(self, n: int) -> Evidence:
        """Return what the statement of a number shows."""
        one, sources = self.read[n], self.sources
        clause = self.text[one.start : one.end]
        found, (subject, _) = self._namings[n], found_subject(clause, sources)
        first = found[0] if found else None
        source = (first.source.kind, first.source.side) if first else ("", "")
        acting = (subject.kind, subject.side) if subject is not None else ("", "")
        named = source[1] if first else acting[1] if acting[0] in _SPEAKS else ""
        cue = first.cue if first else ""
        bare = without_dateline(clause)
        office, holders = self._known.office(cue, one.start) if first and not source[1] else ("", frozenset())
        person = self._known.person(cue or _opening(clause, _NAMES), one.start) if first or subject else NOBODY
        if not person.name:
            person = self._known.speaker(clause, one.start)
        return Evidence(
            reading=one.sides,
            reason=one.reason,
            opens=n == 0 or self.read[n - 1].paragraph != one.paragraph,
            paragraph=one.paragraph,
            length=len(clause) // 2 if unspaced(clause) else len(fold_words(clause)),
            source=source,
            joint=first.source.sides if first else (),
            never=first.source.never if first else (),
            hint=first.source.hint if first else "",
            subject=acting,
            named=named,
            signs=self._signs(clause, one),
            states=Counter(sources.actors(bare)),
            begins=frozenset(sources.actors(_opening(bare, _OPENING))),
            cue=tuple((hit.id, self._how(hit)) for hit in sources.states.find(cue)),
            place=self._place(bare),
            office=office,
            holders=holders,
            person=person,
            pronoun=next((hit.text.lower() for hit in sources.words.people.find(clause)), ""),
            before=self._before(n),
            words=cue,
            vector=shipped().encode([(clause, "")], sources.language)[0].vector,
            stems=frozenset() if unspaced(clause) else frozenset(stems(clause, sources.language)),
        )

    def _signs(self, clause: str, one: Statement) -> frozenset[str]:
        """Return which kinds of words and marks stand in a clause."""
        sources, words = self.sources, self.sources.words
        bare = clause.strip()
        found = {
            "verb": bool(sources.deeds.verbs(clause)),
            "acts": sources.deeds.acts(clause),
            "contact": sources.deeds.tells_contact(clause),
            "quoted": is_quoted(one.start, one.end, self.quotes),
            "quotes": any(mark in clause for mark in MARKS),
            "question": bare.endswith(("?", "\uff1f")),
            "colon": bare.endswith((":", "\uff1a")),
            "year": any(word.isdigit() and len(word) == _YEAR for word in fold_words(clause)),
            "group": sources.is_group(clause, words.parties),
            "heading": sources.is_heading(clause),
            "speaks": bool(sources.speakers.speaking(clause)),
            "office": sources.grammar.offices.within(clause),
            "person": words.people.opened(bare) > 0,
            "thing": words.things.opened(bare) > 0,
            "its": words.its.opened(bare) > 0,
        }
        lists = {name: getattr(words, name) for name in _LISTS}
        return frozenset(
            [
                *(name for name, there in found.items() if there),
                *(n for n, terms in lists.items() if terms.within(clause)),
            ]
        )

    def _how(self, hit: Hit) -> str:
        """Return how a state is named: by its seat, its name, or an adjective."""
        return "seat" if hit.weak else "name" if self.sources.states.is_name(hit) else "adjective"

    def _place(self, clause: str) -> str:
        """Return the state of the place that a clause begins with: "In Ankara, an official said"."""
        first, *more = chunks(clause) or [""]
        words = fold_words(first)
        if not self.sources.grammar.prepositions.any_of(words[:1]):
            return ""
        if more and len(words) <= _OPENING:
            return next(reversed(self.sources.actors(first)), "")
        return next((hit.id for hit in self.sources.states.find(_opening(first, _PLACE)) if hit.weak), "")

    def _before(self, n: int) -> tuple[str, str, str]:
        """Return the states named last before a statement, first in the one before, and first in its paragraph."""
        start = self.read[n].start
        last = bisect_left(self._starts, start)
        near = self.states[bisect_left(self._starts, start - _BEFORE, hi=last) : last]
        edges = (self.read[n - 1].start if n else start, self._begins[self.read[n].paragraph])
        firsts = [next((hit.id for hit in near if hit.start >= edge), "") for edge in edges]
        return near[-1].id if near else "", firsts[0], firsts[1]


_LISTS = (
    "moves",
    "writer",
    "background",
    "mute",
    "private",
    "telling",
    "everyone",
    "media",
    "public",
    "pairs",
    "joint",
)
"""The lists of a language's reporting.yaml of which it tells something that one of their terms is there."""

_PLACE = 3
"""Words among which a seat stands that no comma parts from what happened there: "In Ankara the minister said"."""

_YEAR = 4
"""Digits of a year."""


def _opening(clause: str, words: int) -> str:
    """Return what a clause begins with."""
    return clause[: 2 * words] if unspaced(clause) else " ".join(clause.split()[:words])
