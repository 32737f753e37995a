"""Which states an article names, and as what: by its name, its seat, its people, or with a thing or a person of it."""

from __future__ import annotations

from collections.abc import Mapping

from readcmp.annotation.attribution.discovery import POSSESSIVE
from readcmp.annotation.attribution.grammar import TermList, fold_words
from readcmp.languages import load
from readcmp.lexicon import Lexicon
from readcmp.lexicon.reading import state_names
from readcmp.model import Hit, Readout
from readcmp.patterns import compiled
from readcmp.text import short

NAMESAKES: Mapping[str, str] = {"eu": "be"}
"""Whose seat is another's too: Brussels is Belgium where an article names Belgium, and nothing else of the Union."""


_NEAR = 5
"""Characters that may stand between a state and what its account is called: "the Turkish view", "version de la"."""


_ENDING = 3
"""Letters of the longest ending that a state's name takes."""


def is_possessive(text: str, hit: Hit) -> bool:
    """Return whether what was found has something: "the MINISTER'S adviser"."""
    return hit.text.endswith(("'s", "’s")) or POSSESSIVE.match(text, hit.end) is not None


class States:
    """The states of one article."""

    def __init__(self, article: Readout, lexicon: Lexicon) -> None:
        """Learn which states an article names."""
        self._lexicon, self._language = lexicon, short(article.language)
        reporting = load(self._language).reporting
        self._whole, self._one = TermList(reporting.whole), TermList(reporting.one)
        self._plural = compiled(reporting.peoples) if reporting.peoples else None
        self._names = state_names(self._language)
        self._people = frozenset(person.name for person in lexicon.people(self._language))
        hits = lexicon.find(f"{article.title or ''}\n{article.text}", self._language, "actor")
        self.named = frozenset(hit.id for hit in hits)
        named = {hit.id for hit in hits if not hit.weak}
        self._instead = {one: other for one, other in NAMESAKES.items() if other in named and one not in named}

    def find(self, text: str) -> list[Hit]:
        """Return where a text names states, their seats, peoples and leaders."""
        hits = self._lexicon.find(text, self._language, "actor")
        if text.isupper() and " " in text.strip():  # in a heading WHO is a question
            hits = tuple(hit for hit in hits if not hit.term.isupper())
        if self._whole:  # a capital's 方面 holds no 法方, which is France
            whole = self._whole.find(text)
            hits = tuple(hit for hit in hits if not any(one.start < hit.end < one.end for one in whole))
        if not self._instead:
            return list(hits)
        return [Hit(h.kind, self.meant(h.id), h.term, h.text, h.start, h.end, h.weak) for h in hits]

    def meant(self, state: str) -> str:
        """Return the state that is meant by a name which two of them bear."""
        return self._instead.get(state, state)

    def ids(self, text: str) -> list[str]:
        """Return the states that a text names, in its order."""
        return [hit.id for hit in self.find(text)]

    def has_seat(self, text: str, state: str = "") -> bool:
        """Return whether a text names a government, or one state's, by its seat first: "the Kremlin", "Ankara"."""
        return any(hit.weak for hit in [hit for hit in self.find(text) if state in ("", hit.id)][:1])

    def is_named(self, text: str) -> bool:
        """Return whether a state or a people is the first that a text names: "India on Tuesday", "the Danes"."""
        hits = self.find(text)
        if not hits or is_possessive(text, hits[0]):
            return False
        return self.is_name(hits[0]) or self._ends(hits[0], text)

    def is_adjective(self, text: str) -> bool:
        """Return whether the last state that a text names is named by an adjective only."""
        last = self.find(text)[-1]
        return not (last.weak or last.term in self._people or self.is_name(last) or self._ends(last, text))

    def has_stranger(self, text: str) -> bool:
        """Return whether a text names states only to say whose somebody is: "Polish farmers", "Poland's farmers"."""
        hits = self.find(text)
        return bool(hits) and all(
            not hit.weak
            and hit.term not in self._people
            and not self._ends(hit, text)
            and (not self.is_name(hit) or is_possessive(text, hit))
            for hit in hits
        )

    def version(self, text: str, versions: TermList) -> str:
        """Return the state beside whose name stands what an account is called: "Athens' line", "la version turque"."""
        for hit in self.find(text):
            for one in versions.find(text):
                if 0 <= one.start - hit.end <= _NEAR or 0 <= hit.start - one.end <= _NEAR:
                    return hit.id
        return ""

    def is_name(self, hit: Hit) -> bool:
        """Return whether a state is named as such and not by an adjective of that stem: Österreichs, Казахстаном."""
        ending = len(hit.text) - len(hit.term.removesuffix("*"))
        return hit.term in self._names and ending <= _ENDING

    def _ends(self, hit: Hit, text: str) -> bool:
        """Return whether a people is named: by a plural, or by an adjective that no word follows: "the Danish"."""
        if hit.term in self._people or hit.weak:
            return False
        if self._plural and not self.is_name(hit) and self._plural.search(hit.text):
            return True
        rest = fold_words(text[hit.end :])
        return not rest or (len(rest) == 1 and rest[0] in self._one)
