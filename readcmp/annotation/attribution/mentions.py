"""Who is mentioned in a stretch of text, and whether as one who can act there or only as one spoken of."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from readcmp.annotation.attribution.grammar import WORD, Grammar, fold_words
from readcmp.lexicon.tokens import fold
from readcmp.model import Hit

PHRASE = 6
"""How many words back the preposition may stand that governs a name, across its office and its titles."""

REACH = 120
"""How many characters back it may stand: the words before a place are looked at once for each place."""


class Pronoun(Enum):
    """A word that stands for somebody named before: one person, several, or the one whom the last person met."""

    ONE = "he"
    SEVERAL = "they"
    COUNTERPART = "his counterpart"


Subject = str | Pronoun
"""Who is mentioned: a side's id, ``both``, ``none``, ``third``, or a pronoun that is still to be resolved."""


class Mention(NamedTuple):
    """Somebody who is mentioned, and where the mention begins.

    ``governed`` says that a preposition stands before it ("with President Putin"); ``oblique`` that its form is no
    subject's, in a language whose endings tell that; ``person`` that somebody with a name or an office is meant, not
    a state.
    """

    start: int
    side: Subject
    governed: bool = False
    oblique: bool = False
    person: bool = False

    @property
    def order(self) -> tuple[int, str, bool, bool, bool]:
        """Where it comes among others: by its place, then by a name, be it a side's or a pronoun's."""
        return self.start, str(self.side), self.governed, self.oblique, self.person


def governed(text: str, start: int, grammar: Grammar) -> bool:
    """Return whether a preposition governs what begins at ``start``, across articles, offices, titles and names."""
    words = [(m.group(), fold(m.group())) for m in WORD.finditer(text[max(0, start - REACH) : start])][-PHRASE:]
    for raw, word in reversed(words):
        if word in grammar.articles and raw[0].isupper():
            return False  # a sentence begins
        if word in grammar.linking:
            continue
        if word in grammar.prepositions:
            return True
        if not (raw[0].isupper() or word in grammar.titles or grammar.offices.within(raw)):
            return False
    return False


def oblique(hit: Hit, grammar: Grammar) -> bool:
    """Return whether the first word of a term found in a text has an ending that no subject has."""
    if not grammar.nominative:
        return False
    base = fold(hit.term.split()[0].removesuffix("*"))
    word = fold(hit.text.split()[0])
    return word.removeprefix(base) not in ("", *grammar.nominative)


def stem_of(name: str, grammar: Grammar) -> str:
    """Return a name folded and without the ending of a case, in a language whose names have endings."""
    word = fold(name)
    for ending in grammar.endings:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


def by_number(subject: Subject | None, before: str, verb: str, grammar: Grammar) -> Subject | None:
    """Return a subject, but one person for several where the verb ends so: "sie betonte", and not "betonten"."""
    if subject != Pronoun.SEVERAL or not grammar.either.any_of(fold_words(before)):
        return subject
    return subject if fold_words(verb)[0].endswith(grammar.either_plural) else Pronoun.ONE
