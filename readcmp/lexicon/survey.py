"""What the lexicon holds, for readers of it: a listing, one entry in full, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from readcmp.lexicon.entries import Term
from readcmp.lexicon.lexicon import Lexicon
from readcmp.lexicon.matching import NEUTRAL
from readcmp.lexicon.terms import GAP, key_words

WITH_TERMS = ("topic", "actor", "concept")
"""The kinds whose entries have strong and weak terms; acts have steps."""


class Row(Struct, frozen=True):
    """An entry in a listing: its kind, one of ``WITH_TERMS``, ``act`` or ``naming``; ``terms`` counts by language."""

    kind: str
    id: str
    label: str
    group: str
    terms: Mapping[str, int]
    broader: str = ""


class Problem(Struct, frozen=True):
    """Something wrong with an entry: ``kind`` is ``duplicate``, ``unreachable``, ``unknown`` or ``empty``."""

    kind: str
    id: str
    text: str


def listing(lexicon: Lexicon, languages: Sequence[str] | None = None) -> tuple[Row, ...]:
    """Return topics, actors, concepts, classes of acts and namings, with how many terms each has in each language."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    classes: dict[str, None] = {}
    spoken = languages or lexicon.languages
    for language in spoken:
        for kind in WITH_TERMS:
            for term in lexicon.terms(kind, language):
                counts[kind, term.id][language] += 1
        for act in lexicon.acts(language).values():
            classes[act.kind] = None
            counts["act", act.kind][language] += 1
        for term in lexicon.terms("naming", language):
            counts["naming", _thing(term)][language] += 1
    rows = [
        Row("topic", t.id, t.label, t.group, dict(counts["topic", t.id]), t.broader) for t in lexicon.topics.values()
    ]
    rows += [Row("actor", a.id, a.label, "", dict(counts["actor", a.id])) for a in lexicon.actors.values()]
    rows += [Row("concept", c, c.replace("-", " "), "", dict(counts["concept", c])) for c in lexicon.concepts]
    rows += [Row("act", c, c.replace("_", " or "), "", dict(counts["act", c])) for c in classes]
    rows += [Row("naming", n.id, n.label, "", dict(counts["naming", n.id])) for n in lexicon.namings.values()]
    return tuple(rows)


def show(lexicon: Lexicon, entry: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the terms of an entry of any kind, by language and list; KeyError if there is no such entry.

    The lists are ``strong``, ``weak``, ``not``, ``unless``, for acts the steps ``0`` to ``5``, for namings
    the ways.
    """
    found: dict[str, dict[str, list[str]]] = {}
    known = entry in lexicon.topics or entry in lexicon.actors  # even where no language has a term of it
    for language in lexicon.languages:
        lists: dict[str, list[str]] = defaultdict(list)
        for kind in WITH_TERMS:
            for term in lexicon.terms(kind, language):
                if term.id == entry:
                    lists[_list(term)].append(term.text)
        for act in lexicon.acts(language).values():
            if act.kind == entry:
                lists[str(act.strength)].append(act.term)
        for term in lexicon.terms("naming", language):
            if _thing(term) == entry:
                lists[term.id.partition("/")[2]].append(term.text)
        if lists:
            found[language] = dict(lists)
    if not (found or known):
        raise KeyError(entry)
    return {language: {name: tuple(terms) for name, terms in lists.items()} for language, lists in found.items()}


def check(lexicon: Lexicon) -> tuple[Problem, ...]:
    """Return what is wrong: terms of two topics, terms that can never match, entries unknown or empty."""
    problems = [
        Problem("unknown", entry, f"there is no {kind} {entry}, and a new one needs a label")
        for kind, entry in lexicon.unlabelled
    ]
    known = (lexicon.topics, lexicon.actors, lexicon.concepts)
    for kind, entries in zip(WITH_TERMS, known, strict=True):
        filled = set()
        for language in lexicon.languages:
            terms = list(lexicon.terms(kind, language))
            filled |= {term.id for term in terms if not (term.neutral or term.unless)}
            problems += _unknown(kind, terms, entries, language)
            problems += _duplicates(terms, language)
            problems += _unreachable(terms, language)
        problems += [
            Problem("empty", e, f"the {kind} {e} has no term in any language") for e in entries if e not in filled
        ]
    problems += [
        Problem("unknown", t.id, f"{t.id} is part of {t.broader!r}, which is no topic, or part of another itself")
        for t in lexicon.topics.values()
        if t.broader and t.id not in lexicon.broader
    ]
    return tuple(dict.fromkeys((*problems, *_of_namings(lexicon))))


def _of_namings(lexicon: Lexicon) -> list[Problem]:
    things: set[str] = set()
    problems: list[Problem] = []
    for language in lexicon.languages:
        terms = list(lexicon.terms("naming", language))
        things |= {_thing(term) for term in terms}
        problems += [*_duplicates(terms, language), *_unreachable(terms, language)]
    problems += [
        Problem("unknown", i, f"there are terms for the naming {i}, which there is none of")
        for i in sorted(things - lexicon.namings.keys())
    ]
    return problems + [Problem("empty", i, f"the naming {i} has no term") for i in lexicon.namings if i not in things]


def _thing(term: Term) -> str:
    return term.id.partition("/")[0]


def _list(term: Term) -> str:
    return "unless" if term.unless else "not" if term.neutral else "weak" if term.weak else "strong"


def _unknown(kind: str, terms: Sequence[Term], entries: Collection[str], language: str) -> list[Problem]:
    ids = dict.fromkeys(term.id for term in terms)
    return [
        Problem("unknown", i, f"{language}: there are terms for the {kind} {i}, which there is none of")
        for i in ids
        if i not in entries and i != NEUTRAL
    ]


def _duplicates(terms: Sequence[Term], language: str) -> list[Problem]:
    """Return the terms that two entries claim with the same right, that one has twice, or that mean nothing elsewhere.

    A term that is weak for one topic and strong for another, or weak for several, says what it should.
    """
    owners: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for term in terms:
        if not term.unless:
            owners[tuple(key_words(term.pattern or term.text))].append(term)
    problems = []
    for same in owners.values():
        strong = [t for t in same if not (t.weak or t.neutral)]
        void = [t for t in same if t.neutral and t.id == NEUTRAL]
        twice = len({(t.id, t.neutral) for t in same}) < len(same)
        if len(strong) > 1 or twice or (void and len(same) > len(void)):
            problems.append(Problem("duplicate", same[0].id, f"{language}: {same[0].text!r} stands for {_and(same)}"))
    return problems


def _and(terms: Sequence[Term]) -> str:
    ids = list(dict.fromkeys(f"{term.id} ({_list(term)})" for term in terms))
    return " and ".join(ids) if len(ids) > 1 else f"{ids[0]} twice"


def _unreachable(terms: Sequence[Term], language: str) -> list[Problem]:
    problems = []
    for term in terms:
        keys = key_words(term.text)
        if not keys or GAP in (keys[0], keys[-1]) or "*" in keys:
            problems.append(Problem("unreachable", term.id, f"{language}: {term.text!r} can never match"))
    return problems
