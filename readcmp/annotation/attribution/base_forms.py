"""The governing verb in a language whose acts are given in their base form: English."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from readcmp.annotation.attribution.grammar import Grammar, fold_words
from readcmp.annotation.attribution.mentions import Pronoun
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.verbs import REACH, Verb
from readcmp.languages import load
from readcmp.lexicon import Lexicon
from readcmp.lexicon.terms import split_terms
from readcmp.model import BOTH, Hit

NEAR = 4
"""How many words back an auxiliary makes a past form passive: "was (also thoroughly) discussed"."""

CLOSE = 3
"""The last words before a base form among which its subject stands."""

LONGEST = 8
"""A subject of more words before a present form is none: what looks like the verb is a noun."""


def find_governing_verb(
    text: str, lexicon: Lexicon, grammar: Grammar, language: str, participants: Participants
) -> Verb | None:
    """Return the verb that governs a clause or None; ``participants`` knows who can be a subject."""
    fallback = None
    for hit in lexicon.find(text[:REACH], language, "act"):
        if text[hit.start - 1 : hit.start] == "-" or text[hit.end : hit.end + 1] == "-":
            continue  # part of a longer word: "survivor-led"
        verb = _accept(hit, text[: hit.start], lexicon, grammar, language, participants)
        if verb is None or (verb.form == "past" and not verb.passive and _by(text[hit.end :], grammar)):
            continue  # "backed by the full range of"
        if verb.form == "gerund" and verb.shared and text[:1].isupper():
            fallback = fallback or verb  # "Recognizing the challenge, the leaders agreed": what follows governs
        else:
            return verb
    return fallback


def _by(after: str, grammar: Grammar) -> bool:
    """Whether a participle's agent follows: what looks like the past tense is none."""
    return next(iter(fold_words(after[:12])), "") in grammar.agents and not after[:1].strip(" ")


def _accept(
    hit: Hit, before: str, lexicon: Lexicon, grammar: Grammar, language: str, participants: Participants
) -> Verb | None:
    entry = lexicon.acts(language).get((hit.id, hit.term))
    noun_first = entry is not None and " ~" in entry.term and not entry.term.split()[0].endswith("ly")
    if noun_first or " be " in hit.term:
        return Verb(hit, "past", before, passive=True)  # "attention was paid", "participants included"
    form = classify_form(hit.text, language)
    plain = before.strip(' ,;:–—-\n"“”')
    bare = plain[grammar.openers.opened(plain) :].strip(" ,")
    words = fold_words(bare)
    if hit.text[0].isupper() and (form in ("third", "base") or words):
        return None  # a name or a title: "United States", "State Department"
    if not words or (len(words) == 1 and words[0] in grammar.purpose):
        whole = form != "third" and (form != "gerund" or hit.id != "fact")
        return Verb(hit, form, before, shared=True) if whole else None
    if form == "gerund":
        after = bare.partition(" ")[2]
        return Verb(hit, form, after) if words[0] == "with" and participants.subject(after) is not None else None
    close = " ".join(bare.split()[-CLOSE:])
    if not _verb_may_follow(words, bare, form, grammar) or (
        form == "base" and _is_noun(words, close, participants, grammar)
    ):
        return None
    passive = form == "past" and fold_words(hit.text)[0] not in grammar.passive_auxiliaries
    pronoun = any(words[-1] in pronouns for pronouns in (grammar.singular, grammar.plural, grammar.mine))
    passive = passive and not pronoun and grammar.passive_auxiliaries.any_of(words[-NEAR:])
    return Verb(hit, form, before, passive=passive) if passive or participants.subject(bare) is not None else None


def _is_noun(words: list[str], close: str, participants: Participants, grammar: Grammar) -> bool:
    """Whether what looks like a base form is a noun: "the recent visit", "Norway call for"; one who calls "calls"."""
    subject = participants.subject(close)
    if subject in (None, BOTH, Pronoun.SEVERAL) or grammar.mine.any_of(words[-CLOSE:]):
        return subject is None
    several = words[-1].endswith("s") and not close.rsplit(maxsplit=1)[-1].isupper()
    denied = words[-1] in grammar.denials or " ".join(words[-2:]) in grammar.denials
    return not (several or denied or grammar.joiners.any_of(words))


def _verb_may_follow(words: list[str], bare: str, form: str, grammar: Grammar) -> bool:
    """Whether a verb that governs may follow these words; before one in the present stands only a short subject."""
    if words[-1] in grammar.no_verb_after or (words[0] in grammar.relatives and "," not in bare):
        return False
    if next(iter(fold_words(bare.rpartition(",")[2])), "") in grammar.which:
        return False  # "an invitation, which the President accepted"
    pronoun = words[-1] in grammar.singular or words[-1] in grammar.plural
    if pronoun and words[-2:-1] and words[-2] in grammar.relatives:
        return False  # "troops that he called threatening"
    if form == "past":
        return True
    denied = words[-1] in grammar.denials or " ".join(words[-2:]) in grammar.denials
    if words[-1] in grammar.modals and not denied:
        return False
    return len(words) <= LONGEST and not grammar.passive_auxiliaries.any_of(words)


@lru_cache(maxsize=1 << 12)
def classify_form(text: str, language: str) -> str:
    """Return the form of the verb that an act's words in a text begin with."""
    words = fold_words(text)
    verb = words[1] if len(words) > 1 and words[0].endswith("ly") else words[0]
    if verb in _listed("present", language):
        return "third"
    if verb in _listed("past", language) or verb in _pasts(language) or verb.endswith("ed"):
        return "past"
    if verb.endswith("ing") and verb not in _listed("no_gerund", language):
        return "gerund"
    if re.search(r"[^s]s$", verb) and verb not in _listed("no_third", language):
        return "third"
    return "base"


@cache
def _listed(kind: str, language: str) -> frozenset[str]:
    return frozenset(split_terms(load(language).verbs.forms.get(kind, "")))


@cache
def _pasts(language: str) -> frozenset[str]:
    irregular = load(language).verbs.forms.get("irregular", "")
    return frozenset(word for entry in irregular.split(",") for word in entry.split()[1:]) - {"come"}
