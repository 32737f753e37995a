"""The forms of English verbs: urge, urges, urged, urging."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

VOWELS = "aeiou"
BE = ("be", "is", "are", "was", "were", "been", "being")
THIRD = {"have": "has"}


def inflected(term: str, forms: Mapping[str, str]) -> tuple[str, ...]:
    """Return a term once for each form of its verb, the word after ``~``.

    ``forms`` is as ``forms_of`` takes it.
    """
    words = term.split()
    at = next(i for i, word in enumerate(words) if word.startswith("~"))
    verbs = forms_of(words[at].removeprefix("~"), forms)
    return tuple(" ".join((*words[:at], form, *words[at + 1 :])) for form in verbs)


def forms_of(verb: str, forms: Mapping[str, str]) -> tuple[str, ...]:
    """Return all forms of a verb; what is no plain word stays as it is.

    ``forms`` holds ``irregular``, a comma-separated text of verbs each with its past forms (``say said``), and
    ``doubling``, the verbs of two syllables that double their last letter (``commit``).
    """
    if not verb.isalpha():
        return (verb,)
    return verb_forms(verb, *_parsed(forms.get("irregular", ""), forms.get("doubling", "")))


@cache
def _parsed(irregular: str, doubling: str) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    pairs = (part.split() for part in irregular.split(",") if part.strip())
    return {verb: tuple(past) for verb, *past in pairs}, frozenset(doubling.replace(",", " ").split())


def verb_forms(verb: str, irregular: Mapping[str, tuple[str, ...]], doubling: frozenset[str]) -> tuple[str, ...]:
    """Return the forms of a verb given in its base form, the base form first.

    ``irregular`` maps verbs to their past forms; ``doubling`` holds verbs that double their last letter.
    """
    if verb == "be":
        return BE
    consonant_y = verb.endswith("y") and verb[-2:-1] not in VOWELS
    if consonant_y:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        past = ""
    stem = verb
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        stem = verb[:-1]
    elif verb in doubling or _doubles(verb):
        stem = verb + verb[-1]
    past = past or (verb + "d" if verb.endswith("e") else stem + "ed")
    gerund = verb[:-2] + "ying" if verb.endswith("ie") else stem + "ing"
    return tuple(dict.fromkeys((verb, THIRD.get(verb, third), *irregular.get(verb, (past,)), gerund)))


def _doubles(verb: str) -> bool:
    """Whether a verb of one syllable doubles its last letter: plan, planning."""
    return (
        2 < len(verb) < 5  # one syllable with one vowel is no longer in practice
        and sum(c in VOWELS for c in verb) == 1
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in VOWELS
    )
