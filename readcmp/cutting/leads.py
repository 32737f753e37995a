"""What governs a listed matter: the subject and the verb that it shares with the matters before it."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.cutting.clauses import Clause
from readcmp.cutting.grammar import Grammar
from readcmp.text import squeeze

_NEAR = 6
"""Words after its verb within which a lead still finds what the verb is said of: "voiced his deep concern about"."""


def leads_of(g: Grammar, text: str, clauses: Sequence[Clause]) -> list[tuple[str, str]]:
    """Give for each clause the lead of its own beginning and that of the matters which it lists.

    A clause with a verb has none of its own. A lead is on one line, whatever the text's line breaks.
    """
    found: list[tuple[str, str]] = []
    subject = said = ""
    for clause in clauses:
        start = g.after_adverbs(clause.start + g.of("conjunctions", clause.start))
        verb = next((i for i in range(clause.start, clause.end) if g.finite(i)), None)
        if verb is not None:
            start = _subject(g, start, verb)
        own = ""
        if verb is not None:
            phrase = _phrase(g, text, min(start, verb), g.main(verb), clause)
            if start < verb:
                subject, said = _stretch(g, text, start, verb - 1), phrase
            else:
                said = f"{subject} {phrase}".strip()
            listed = said
        elif clause.opener is None:
            listed = said
        elif g.of("to", clause.start):
            listed = f"{said} {_stretch(g, text, clause.start, clause.opener)}"
        elif clause.opener <= clause.start and not g.of("adding", clause.opener):
            own = listed = said
            if g.of("about", clause.opener) or g.of("on", clause.opener):
                listed = f"{said} {g.low(clause.opener)}"
        else:
            listed = _phrase(g, text, min(start, clause.opener), clause.opener, clause)
        found.append((own, listed))
    return found


def without_repetition(g: Grammar, lead: str, i: int) -> str:
    """Give the lead of the item at ``i`` without its last preposition where the item repeats it: "sur", "et sur"."""
    rest, _, last = lead.rpartition(" ")
    again = g.profile.has("list_prepositions", last) and last in (g.low(i), g.low(g.after_joint(i)))
    return rest if again else lead


def _subject(g: Grammar, start: int, verb: int) -> int:
    """Give where the subject begins that may stand behind phrases of time and place: "During the call, the leaders"."""
    while any(g.of(kind, start) for kind in ("prepositions", "asides", "subordinators")):
        comma = next((i for i in range(start, verb) if g.low(i) == ","), None)
        if comma is None:
            break
        start = comma + 1
    return start


def _phrase(g: Grammar, text: str, start: int, verb: int, clause: Clause) -> str:
    """Give the text from ``start`` to the verb, or on to what it is said of or to what opens the list."""
    last = verb
    for i in range(verb + 1, min(verb + _NEAR, clause.end)):
        if g.of("speech_nouns", i) or i == clause.opener:
            last = i + (i != clause.opener and g.of("prepositions", i + 1))
            break
    return _stretch(g, text, start, last)


def _stretch(g: Grammar, text: str, first: int, last: int) -> str:
    return squeeze(text[g.tokens[first].start : g.tokens[last].end]) if first <= last else ""
