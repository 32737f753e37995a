"""What each sentence of an article shows by itself of whose account it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from readcmp.annotation.attribution.grammar import UNSPACED, fold_words
from readcmp.encoding.words import shipped, stems
from readcmp.model import Hit
from readcmp.splitting.chunks import MARKS, chunks, without_dateline
from readcmp.splitting.clauses import namings
from readcmp.splitting.labelling.introductions import UNNAMED, Introductions, Person
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import Statement
from readcmp.splitting.neighbours import is_quoted
from readcmp.splitting.pieces import found_subject
from readcmp.splitting.sources import OPENING, Sources

_FIRST = 6
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
    """What one statement of an article shows; names of states are empty where there is none."""

    reading: tuple[str, ...]
    """The sides whose account it is by the rules, which read the article once from its beginning to its end."""
    reason: str
    """Why, by the rules."""
    opens: bool
    """Whether it opens its paragraph."""
    paragraph: int
    """The number of its paragraph."""
    length: int
    """Its words; half its characters in a script without spaces."""
    source: tuple[str, str]
    """The kind and the state of the first source that it names."""
    joint: tuple[str, ...]
    """The states of that source, where it is several governments."""
    never: tuple[str, ...]
    """The states that have no such source."""
    hint: str
    """The state that has one."""
    subject: tuple[str, str]
    """The kind and the state of what it begins with."""
    named: str
    """The state that it names as its source itself."""
    signs: frozenset[str]
    """The kinds of words and marks that stand in it."""
    states: Mapping[str, int]
    """How often it names which state."""
    begins: frozenset[str]
    """The states among its first words."""
    cue: str
    """The words that name its source, or those of its subject where that speaks by itself."""
    cue_states: tuple[tuple[str, str], ...]
    """The states in those words that name its source, each with how it is named."""
    place: str
    """The state of the place that it begins with."""
    office: str
    """The state of the last holder of its source's office."""
    holders: frozenset[str]
    """The states of all holders of that office."""
    person: Person
    """Who speaks in it by name."""
    pronoun: str
    """The first pronoun in it that stands for a person."""
    before: tuple[str, str, str]
    """The states named last before it, first in the statement before, and first in its paragraph."""
    vector: tuple[float, ...]
    """Its word vector."""
    stems: frozenset[str]
    """The stems of its words; none in a script without spaces."""

    @property
    def by_outsider(self) -> bool:
        """Whether its source speaks for no government."""
        return self.source[0] == "outsider"


class ArticleEvidence(Struct, frozen=True):
    """The evidence of an article: of each statement, and of the whole."""

    statements: tuple[Evidence, ...]
    """The evidence of each statement, in their order."""
    sides: tuple[str, ...]
    """The states whose account a statement may be."""
    mentions: Mapping[str, int]
    """How often the article names each state."""
    title: frozenset[str]
    """The states that its title names."""
    opening: frozenset[str]
    """The states that its first characters name."""
    dateline: frozenset[str]
    """The states that its dateline names."""
    holders: Mapping[str, float]
    """The share 0..1 of each state in the offices that are named beside their state."""
    language: str
    """The language, as ISO 639-1."""


_SIDES = 8
"""So many governments at most have an account in an article."""

_OFTEN = 3
"""A state that is named so often may have an account in an article."""


def collect_evidence(
    text: str, read: Sequence[Statement], quotes: Sequence[tuple[int, int]], sources: Sources
) -> ArticleEvidence:
    """Return the evidence in a text with its quoted words masked, and in what rules made of its statements."""
    collector = _Collector(text, read, quotes, sources)
    mentions = Counter(hit.id for hit in collector.states)
    often = [side for side, count in mentions.most_common(_SIDES) if count >= _OFTEN]
    told = Counter(one.sides[0] for one in read if len(one.sides) == 1 and one.sides != (ALL,))
    sides = dict.fromkeys([*(side for side, _ in told.most_common(_SIDES)), *sources.titled, *often])
    return ArticleEvidence(
        statements=tuple(collector.evidence(n) for n in range(len(read))),
        sides=tuple(sides)[:_SIDES],
        mentions=mentions,
        title=frozenset(sources.titled),
        opening=frozenset(hit.id for hit in collector.states if hit.start < OPENING),
        dateline=frozenset(sources.actors(text[: len(text) - len(without_dateline(text))])),
        holders=collector.holders,
        language=sources.language,
    )


class _Collector:
    """Looks for evidence in the statements of one article.

    Sources are looked for anew: the rules have learnt names since they read the first statements.
    """

    def __init__(
        self, text: str, read: Sequence[Statement], quotes: Sequence[tuple[int, int]], sources: Sources
    ) -> None:
        self.text, self.read, self.quotes, self.sources = text, read, quotes, sources
        self._unspaced = sources.grammar.way == UNSPACED
        self.states = sources.states.find(text)
        self._starts = [hit.start for hit in self.states]
        self._known = Introductions(text, self.states, sources)
        self.holders = self._known.holders
        self._namings = [namings(text[one.start : one.end], sources) for one in read]
        for found in self._namings:
            if found and found[0].source.kind in _PERSONS:
                self._known.learn_speaker(found[0].cue)
        self._paragraph_starts: dict[int, int] = {}
        for one in reversed(read):
            self._paragraph_starts[one.paragraph] = one.start

    def evidence(self, n: int) -> Evidence:
        """Return what the statement of a number shows."""
        one, sources = self.read[n], self.sources
        clause = self.text[one.start : one.end]
        found, (subject, subject_words) = self._namings[n], found_subject(clause, sources)
        first = found[0] if found else None
        source = (first.source.kind, first.source.side) if first else ("", "")
        acting = (subject.kind, subject.side) if subject is not None else ("", "")
        named = source[1] if first else acting[1] if acting[0] in _SPEAKS else ""
        cue = first.cue if first else ""
        spoken = cue or (subject_words if named else "")
        bare = without_dateline(clause)
        office, holders = self._known.office(cue, one.start) if first and not source[1] else ("", frozenset())
        person = self._known.person(cue or self._opening(clause, _NAMES), one.start) if first or subject else UNNAMED
        if not person.name:
            person = self._known.speaker(clause, one.start)
        return Evidence(
            reading=one.sides,
            reason=one.reason,
            opens=n == 0 or self.read[n - 1].paragraph != one.paragraph,
            paragraph=one.paragraph,
            length=len(clause) // 2 if self._unspaced else len(fold_words(clause)),
            source=source,
            joint=first.source.sides if first else (),
            never=first.source.never if first else (),
            hint=first.source.hint if first else "",
            subject=acting,
            named=named,
            signs=self._signs(clause, one),
            states=Counter(sources.actors(bare)),
            begins=frozenset(sources.actors(self._opening(bare, _FIRST))),
            cue=spoken,
            cue_states=tuple((hit.id, self._how(hit)) for hit in sources.states.find(cue)),
            place=self._place(bare),
            office=office,
            holders=holders,
            person=person,
            pronoun=next((hit.text.lower() for hit in sources.words.people.find(clause)), ""),
            before=self._before(n),
            vector=shipped().encode([(clause, "")], sources.language)[0].vector,
            stems=frozenset() if self._unspaced else frozenset(stems(clause, sources.language)),
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
            "heading": sources.deeds.is_heading(clause),
            "speaks": bool(sources.speakers.speaking(clause)),
            "office": sources.grammar.offices.within(clause),
            "person": words.people.opened(bare) > 0,
            "thing": words.things.opened(bare) > 0,
            "its": words.its.opened(bare) > 0,
        }
        found |= {name: getattr(words, name).within(clause) for name in _LISTS}
        return frozenset(name for name, there in found.items() if there)

    def _opening(self, clause: str, words: int) -> str:
        """Return what a clause begins with."""
        return clause[: 2 * words] if self._unspaced else " ".join(clause.split()[:words])

    def _how(self, hit: Hit) -> str:
        """Return how a state is named: by its seat, its name, or an adjective."""
        return "seat" if hit.weak else "name" if self.sources.states.is_name(hit) else "adjective"

    def _place(self, clause: str) -> str:
        """Return the state of the place that a clause begins with: "In Ankara, an official said"."""
        first, *more = chunks(clause) or [""]
        words = fold_words(first)
        if not self.sources.grammar.prepositions.any_of(words[:1]):
            return ""
        if more and len(words) <= _FIRST:
            return next(reversed(self.sources.actors(first)), "")
        return next((hit.id for hit in self.sources.states.find(self._opening(first, _PLACE)) if hit.weak), "")

    def _before(self, n: int) -> tuple[str, str, str]:
        """Return the states named last before a statement, first in the one before, and first in its paragraph.

        Only those named a little before it are looked at.
        """
        start = self.read[n].start
        last = bisect_left(self._starts, start)
        near = self.states[bisect_left(self._starts, start - _BEFORE, hi=last) : last]
        edges = (self.read[n - 1].start if n else start, self._paragraph_starts[self.read[n].paragraph])
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
