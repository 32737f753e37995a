"""The verb that governs a point: the first that tells what somebody said or did, with the stretch before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from readcmp.lexicon import Lexicon, reading
from readcmp.marking.grammar import Grammar, words_of
from readcmp.model import Hit

NEAR = 4
"""How many words back an auxiliary makes a past form passive: "was (also thoroughly) discussed"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A governing verb: ``hit`` in the text, its ``form``, and ``before``, the stretch where its subject stands.

    ``form`` is ``past``, ``third``, ``base`` or ``gerund``. ``shared`` says that it has no subject of its own.
    """

    hit: Hit
    form: str
    before: str
    passive: bool = False
    shared: bool = False


def governing_verb(
    text: str, lexicon: Lexicon, grammar: Grammar, language: str, is_subject: Callable[[str], bool]
) -> Verb | None:
    """Give the verb that governs a clause or None; ``is_subject`` says whether a stretch names one who speaks."""
    reached = 0
    for hit in lexicon.find(text, language, "act"):
        if hit.start < reached:
            continue
        before = text[: hit.start]
        form = form_of(hit.text, language)
        opener = grammar.openers.match(before.lstrip(" ,;:–—-"))
        bare = before.strip(" ,;:–—-")[opener.end() if opener else 0 :].strip(" ,")
        verb = _accept(hit, form, before, bare, grammar, is_subject)
        if verb is not None:
            return verb
        reached = hit.start + 1
    return None


def _accept(  # noqa: PLR0911, PLR0913, PLR0917 - one return a case reads best, and each is needed
    hit: Hit, form: str, before: str, bare: str, grammar: Grammar, is_subject: Callable[[str], bool]
) -> Verb | None:
    if not bare:
        if form == "gerund" and hit.id == "fact":
            return None
        return Verb(hit, form, before, shared=True)
    words = words_of(bare)
    if words[0] in grammar.relatives and "," not in bare:
        return None
    last = words[-1]
    if form == "gerund":
        return None
    if form == "base":
        if last in ("to", "will", "would", "shall", "must", "should", "can", "could", "may", "might", "did", "not"):
            return None
        return Verb(hit, form, before) if is_subject(bare) else None
    if form == "past" and last in grammar.no_verb_after:
        return None
    first = words_of(hit.text)[0]
    if form == "past" and first not in grammar.auxiliaries and grammar.auxiliaries.intersection(words[-NEAR:]):
        return Verb(hit, form, before, passive=True)
    if is_subject(bare):
        return Verb(hit, form, before)
    return None


@cache
def form_of(text: str, language: str) -> str:
    """Give the form of the verb that an act's words in a text begin with."""
    words = words_of(text)
    verb = words[1] if len(words) > 1 and words[0].endswith("ly") else words[0]
    if verb in ("is", "are", "has"):
        return "third"
    if verb in ("was", "were", "had") or verb in _pasts(language) or verb.endswith("ed"):
        return "past"
    if verb.endswith("ing") and verb not in ("bring",):
        return "gerund"
    if re.search(r"[^s]s$", verb) and verb not in ("express", "stress", "discuss", "focus"):
        return "third"
    return "base"


@cache
def _pasts(language: str) -> frozenset[str]:
    irregular = reading.read(f"acts.{language}").get("forms", {}).get("irregular", "")
    return frozenset(word for entry in irregular.split(",") for word in entry.split()[1:]) - {"come"}
