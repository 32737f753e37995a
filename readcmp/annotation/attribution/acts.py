"""What the verb of a point does: its class and its step on the ladder from mention to threat."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from readcmp.annotation.attribution.grammar import Grammar, fold_words
from readcmp.annotation.attribution.verbs import Verb
from readcmp.languages import load
from readcmp.lexicon import Lexicon
from readcmp.lexicon.terms import split_terms
from readcmp.model import Act, Hit
from readcmp.patterns import compiled
from readcmp.text import AFTER, BEFORE, plain
from readcmp.vocabulary import ActClass

STRONGEST = 5
TURNED = frozenset({ActClass.AGREE, ActClass.APPROVE, ActClass.COMMIT})
"""Classes that a "not" turns into opposition; a "not" with another class is part of what is said."""

REACH = 600
"""Characters behind a verb within which a threat in what is said stands."""

NEAR = 12
"""Characters before a verb in which a negator begins."""

PARTS = 40
"""Characters behind a verb within which the second part of a negator stands."""

WARNING = frozenset({ActClass.ASSERT, ActClass.REPORT, ActClass.WISH_OFFER, ActClass.COMMIT})
"""Classes that a threat in what is said turns into a warning."""


def derive_act(verb: Verb, text: str, lexicon: Lexicon, grammar: Grammar, language: str) -> Act:
    """Return the act of a governing verb: its class, the words that say so, its step 0..5.

    A "not" turns assent into opposition; an adverb such as "strongly" puts the step one higher, "in principle"
    one lower.
    """
    hit = verb.hit
    entry = lexicon.acts(language).get((hit.id, hit.term))
    strength = entry.strength if entry else 2
    near = text[max(0, hit.start - 25) : hit.end + 25]
    kind = ActClass(hit.id)
    if kind in TURNED and _is_denied(text, hit, language):
        kind, strength = ActClass.OPPOSE, 3
    elif grammar.softeners.within(text) and grammar.softeners.within(near):
        strength = max(0, strength - 1)
    elif grammar.intensifiers.any_of(fold_words(text[max(0, hit.start - 20) : hit.end])):
        strength = min(STRONGEST, strength + 1)
    if kind in WARNING and strength > 0 and lexicon.find(text, language, "threat"):
        threat = next(iter(lexicon.find(text[hit.end : hit.end + REACH], language, "threat")), None)
        if threat is not None:
            return Act(ActClass.WARN, f"{hit.text} … {threat.text}", 4)
    return Act(kind, hit.text, strength)


def derive_act_of_statement(text: str, grammar: Grammar, *, promised: bool) -> Act:
    """Return the act of a sentence that has no verb of speech: a promise, a duty, or a plain statement.

    ``promised`` says that somebody who can promise is its subject: "it will take a year" promises nothing.
    """
    found = [(hit.start, ActClass.COMMIT, hit) for hit in grammar.promises.find(text) if promised]
    found += [(hit.start, ActClass.ASSERT, hit) for hit in grammar.duties.find(text)]
    for _, kind, hit in sorted(found, key=lambda one: one[0]):
        return Act(kind, hit.text, 3)
    return Act(ActClass.ASSERT, "", 2)


@lru_cache(maxsize=32)
def joint_acts(lexicon: Lexicon, language: str) -> frozenset[tuple[str, str]]:
    """Return the acts, by class and term, that both sides agree on where both are their subject."""
    joint = split_terms(load(language).verbs.joint)
    return frozenset(key for key in lexicon.acts(language) if key[1] in joint)


def _is_denied(text: str, hit: Hit, language: str) -> bool:
    """Return whether a negator begins shortly before a verb; its second part may follow it: "n'appuiera pas"."""
    start = max(0, hit.start - NEAR)
    before, around = plain(text[start : hit.start]).text, plain(text[start : hit.end + PARTS]).text
    return any(match.start() < len(before) for match in _negators(language).finditer(around))


@cache
def _negators(language: str) -> re.Pattern[str]:
    negators = "|".join(load(language).negation.negators) or r"(?!)"
    return compiled(rf"{BEFORE}(?:{negators}){AFTER}", re.I)
