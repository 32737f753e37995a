"""Whom an article introduces: the holders of offices with their states, and people with their names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from readcmp.annotation.attribution.grammar import UNSPACED, WORD, fold_words
from readcmp.languages import load
from readcmp.model import Hit
from readcmp.patterns import compiled
from readcmp.splitting.sources import Sources
from readcmp.text import capitals

_BEFORE = 30
"""Characters before an office in which its state may stand: "GHANA'S food and agriculture minister"."""

_FAR = 80
"""Characters before an office in which the name of its state begins at most."""

_AFTER = 6
"""Characters after an office before its state: "the foreign minister OF Ghana"."""

_BESIDE = 60
"""Characters before and after a name in which the state of its bearer may stand."""

_STOP = compiled(r"[.;:,!?]")
"""What parts an office from a state that is not its own; a bracket between them does not."""

_END = compiled(r"[.;:!?]\s")
"""What parts a name from a state that is not its bearer's; a comma does not."""

_NAME = compiled(rf"(?: [{capitals()}][\w-]+){{1,3}}(?!\w)")
"""Words with capitals."""

_FIRST = 3
"""Words of a clause among which one who does something stands: "Mr Murphy remembers"."""

_LETTERS = 3
"""Letters that a name has at least."""


class Person(Struct, frozen=True):
    """Somebody who is named."""

    name: str = ""
    """The name, of its words the last."""
    state_beside: str = ""
    """The state that stands beside its first mention."""
    state_before: str = ""
    """The state named last before that."""
    new: bool = False
    """Whether the first mention is the one at hand."""


UNNAMED = Person()


class Introductions:
    """Whom one article introduces."""

    def __init__(self, text: str, states: Sequence[Hit], sources: Sources) -> None:
        """Learn who holds which office; ``states`` are where the text names one."""
        self._text, self._sources = text, sources
        self._states, self._starts = states, [hit.start for hit in states]
        self._common = (sources.grammar.articles, sources.words.its, sources.grammar.prepositions)
        self._of_states = {word for hit in states for word in fold_words(hit.text)}
        self._offices: dict[str, list[tuple[int, str]]] = {}
        for hit in self._offices_in(text):
            if (side := self._side_of(hit)) is not None:
                for name in dict.fromkeys((hit.term, self._name_of(text, hit))):
                    self._offices.setdefault(name, []).append((hit.start, side))
        self._words: dict[str, int] = {}
        for word in WORD.finditer(text):
            self._words.setdefault(bare(word.group()), word.start())
        self._speakers: set[str] = set()
        self._nouns = load(sources.language).traits.nouns_capitalised
        self._introduced = set(self._after_offices()) if self._nouns else set[str]()

    @property
    def holders(self) -> dict[str, float]:
        """The share of each state in the offices that the article names beside their state."""
        counts = Counter(side for side in dict(pair for found in self._offices.values() for pair in found).values())
        return {side: count / counts.total() for side, count in counts.items()}

    def office(self, cue: str, at: int) -> tuple[str, frozenset[str]]:
        """Return the side of the last holder, before an offset, of the office that a cue names, and all holders'."""
        offices = self._offices_in(cue)
        found = self._offices.get(self._name_of(cue, offices[-1]), []) if offices else []
        before = bisect_left(found, (at, ""))
        return found[before - 1][1] if before else "", frozenset(side for _, side in found)

    def person(self, phrase: str, at: int) -> Person:
        """Return who is named in a phrase that stands at an offset; nobody where no name is."""
        if self._sources.grammar.way == UNSPACED:
            return UNNAMED
        taken = {word for hit in self._offices_in(phrase) for word in fold_words(hit.text)} | self._of_states
        names = [
            bare(word.group())
            for word in WORD.finditer(phrase)
            if word.group()[0].isupper() and len(word.group()) >= _LETTERS and not self._is_common(word, phrase, taken)
        ]
        return self._known(names[-1], at) if names and names[-1] in self._words else UNNAMED

    def learn_speaker(self, cue: str) -> None:
        """Note the name in the words that name a source."""
        if name := self.person(cue, 0).name:
            self._speakers.add(name)

    def speaker(self, clause: str, at: int) -> Person:
        """Return whom a clause names that spoke elsewhere: at its beginning, or beside a verb of reporting."""
        verbs = [(hit.start, hit.end) for hit in self._sources.deeds.verbs(clause)] if self._speakers else []
        for n, word in enumerate(WORD.finditer(clause)):
            name = bare(word.group())
            beside = n < _FIRST or any(
                0 <= word.start() - end <= 1 or 0 <= start - word.end() <= 1 for start, end in verbs
            )
            if beside and name in self._speakers:
                return self._known(name, at)
        return UNNAMED

    def _known(self, name: str, at: int) -> Person:
        """Return what is known of the bearer of a name that stands at an offset."""
        start = self._words[name]
        end = start + len(name)
        before = [hit.id for hit in self._near(start - _BESIDE, start) if not self._parted(hit.end, start)]
        after = [hit.id for hit in self._near(end, end + _BESIDE) if not self._parted(end, hit.start)]
        earlier = bisect_left(self._starts, start)
        home = before[-1] if before else after[0] if after else ""
        return Person(name, home, self._states[earlier - 1].id if earlier else "", start >= at)

    def _is_common(self, word: re.Match[str], phrase: str, taken: set[str]) -> bool:
        """Return whether a word with a capital is no name: an office, a state, or what only begins a sentence."""
        folded = fold_words(word.group())
        if all(part in taken for part in folded) or self._sources.grammar.titles.within(word.group()):
            return True
        if self._nouns:
            return bare(word.group()) not in self._introduced
        begins = not any(map(str.isalnum, phrase[: word.start()]))
        return begins and word.group().lower() in self._words

    def _after_offices(self) -> Iterator[str]:
        """Return the last of the words with capitals right after each office, where every noun has one."""
        grammar = self._sources.grammar
        titles = (hit for hit in grammar.titles.find(self._text) if not grammar.articles.any_of(fold_words(hit.text)))
        for hit in (*self._sources.speakers.speaking(self._text), *grammar.offices.find(self._text), *titles):
            if (run := _NAME.match(self._text, hit.end)) is not None:
                yield run.group().split()[-1]

    def _offices_in(self, text: str) -> list[Hit]:
        sources = self._sources
        found = {
            (hit.start, hit.end): hit
            for hit in (*sources.words.sources.find(text), *sources.grammar.offices.find(text))
        }
        return [found[span] for span in sorted(found)]

    def _name_of(self, text: str, office: Hit) -> str:
        """Return an office with the word before it that tells which it is: "trade minister"."""
        before = text[max(0, office.start - _FAR) : office.start]
        word = fold_words(before)[-1:]
        plain = not word or word[0] in self._of_states or any(word[0] in words for words in self._common)
        return office.term if plain or not before[-1:].isspace() else f"{word[0]} {office.term}"

    def _side_of(self, office: Hit) -> str | None:
        """Return the state of an office, by what stands right before or after it; None for none."""
        before = [
            hit
            for hit in self._near(office.start - _FAR, office.start)
            if 0 <= office.start - hit.end <= _BEFORE and not _STOP.search(self._text[hit.end : office.start])
        ]
        if before:
            return before[-1].id
        after = self._near(office.end, office.end + _AFTER + 1)
        return next((hit.id for hit in after if not _STOP.search(self._text[office.end : hit.start])), None)

    def _near(self, start: int, end: int) -> Sequence[Hit]:
        """Return where states are named from an offset up to another."""
        return self._states[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _parted(self, start: int, end: int) -> bool:
        """Return whether a sentence ends between two offsets."""
        return _END.search(self._text[start:end]) is not None


def bare(name: str) -> str:
    """Return a name without the ending of what is its bearer's: "Tamm's"."""
    return name.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
