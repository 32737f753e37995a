"""The governing verb in a language whose acts are given by words and stems as they stand in texts."""

from __future__ import annotations

from readcmp.annotation.attribution.grammar import Grammar, fold_words
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.verbs import REACH, Verb
from readcmp.lexicon import Lexicon
from readcmp.model import Hit
from readcmp.text import CLAUSE_BREAK

NEAR = 4
"""How many words before a verb, and after it in a subordinate clause, an auxiliary makes it passive."""

SUBJECT_AFTER = 45
"""How many characters after a verb that begins its clause its subject may take up."""


def find_governing_verb(
    text: str, lexicon: Lexicon, grammar: Grammar, language: str, participants: Participants
) -> Verb | None:
    """Return the verb that governs a clause or None; ``participants`` knows who can be a subject."""
    for hit in lexicon.find(text[:REACH], language, "act"):
        verb = _accept(hit, text, grammar, participants)
        if verb is not None:
            return verb
    return None


def _covers(prefix: str, grammar: Grammar) -> bool:
    """Whether nothing but adverbs stands before the word in which a verb is passive: "обстоятельно обсуждены"."""
    return grammar.openers.opened(prefix) == len(prefix)


def _accept(hit: Hit, text: str, grammar: Grammar, participants: Participants) -> Verb | None:
    before = text[: hit.start]
    if before.endswith("-") or text[hit.end : hit.end + 1] == "-":
        return None
    clause = CLAUSE_BREAK.split(before)[-1]
    words = fold_words(clause[grammar.openers.opened(clause.strip()) :])
    if words and (words[-1] in grammar.no_verb_after or words[0] in grammar.relatives):
        return None
    said = fold_words(hit.text)
    passive = any(_covers(hit.text[: p.start], grammar) for p in grammar.passives.find(hit.text))
    if not passive and said[0] not in grammar.passive_auxiliaries:
        near = [*fold_words(before)[-NEAR:], *said[1:], *fold_words(CLAUSE_BREAK.split(text[hit.end :])[0])[:1]]
        passive = grammar.passive_auxiliaries.any_of(near)
    if passive:
        return Verb(hit, "past", before, passive=True)
    if participants.subject(before) is not None:
        return Verb(hit, "past", before)
    after = CLAUSE_BREAK.split(text[hit.end : hit.end + SUBJECT_AFTER])[0]
    if not words and participants.subject_after(after) is not None:
        return Verb(hit, "past", after)
    return Verb(hit, "past", before, shared=True)
