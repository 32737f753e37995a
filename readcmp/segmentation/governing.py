"""What governs a listed matter: the subject and the verb that it shares with the matters before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from readcmp.segmentation.clauses import Clause
from readcmp.segmentation.sentence_tokens import SentenceTokens
from readcmp.text import squeeze

_NEAR = 6
"""Words after its verb within which a lead still finds what the verb is said of: "voiced his deep concern about"."""
_MOST = 16
"""Words that a lead may have: a longer one would hide the matter that it leads to."""


class GoverningClause(Struct, frozen=True):
    """What governs the matters of a clause: ``own`` its beginning, ``listed`` the matters that it lists.

    ``before`` and what stands from token ``start`` on govern matters that share more of the clause than its verb. The
    words are on one line, whatever the text's line breaks.
    """

    own: str
    listed: str
    before: str
    start: int


def find_governing_clauses(g: SentenceTokens, text: str, clauses: Sequence[Clause]) -> list[GoverningClause]:
    """Return the lead of each clause. A clause with a verb has none of its own beginning."""
    found: list[GoverningClause] = []
    subject = said = ""
    for clause in clauses:
        start = g.after_adverbs(clause.start + g.of("conjunctions", clause.start))
        verb = g.first_finite(clause.start, clause.end)
        if verb is not None:
            start = min(_subject(g, start, verb), verb)
        own, before = "", said
        if verb is not None:
            phrase = _phrase(g, text, start, g.main(verb), clause)
            if start < verb:
                subject, before = _stretch(g, text, start, verb - 1), ""
            else:
                before = subject
            listed = said = f"{before} {phrase}".strip()
        elif clause.opener is None:
            listed = said
        elif g.of("to", clause.start):
            listed = f"{said} {_stretch(g, text, clause.start, clause.opener)}"
        elif clause.opener <= clause.start and not g.of("adding", clause.opener):
            own = listed = said
            if g.of("about", clause.opener) or g.of("on", clause.opener):
                listed = f"{said} {g.low(clause.opener)}"
        else:
            before, start = "", min(start, clause.opener)
            listed = _phrase(g, text, start, clause.opener, clause)
        found.append(GoverningClause(own, listed, before, start))
    return found


def govern_item(
    g: SentenceTokens, text: str, clause: Clause, lead: GoverningClause, boundaries: Sequence[int], at: int
) -> str:
    """Return the lead of the matter listed at ``at``, one of the ``boundaries`` behind which a further one begins.

    A deed ("and secure supplies") shares the words up to the first deed ("agreed to"); one that repeats its
    preposition ("et sur") shares the words before that. Empty where the lead would be long, and for a clause with a
    verb of its own.
    """
    head = g.after_adverbs(at + (g.phrase("joint_phrases", at) or g.of("joints", at)))
    asked = range(max(lead.start, clause.start), boundaries[0])
    if _whole(g, head, next((cut for cut in boundaries if cut > at), clause.end)):
        return ""
    if clause.opener is not None and g.phrase("such_as", clause.opener - 1):
        return _longer(g, text, lead, clause.opener)
    for is_deed in _deeds(g, head):
        deed = next(filter(is_deed, asked), None)
        if deed is not None:
            return _longer(g, text, lead, deed - 1)
    if word := g.preposition(head):
        again = next((i for i in asked if g.preposition(i) == word), None)
        return lead.listed if again is None else _longer(g, text, lead, again - 1)
    goal = _goal(g, clause)
    return lead.listed + _closing(g, text, clause, boundaries, at) if goal is None else _longer(g, text, lead, goal)


def _whole(g: SentenceTokens, head: int, end: int) -> bool:
    """Return whether what is listed has a verb that no "which" leads to: "and their cabinets will meet"."""
    verb = next((i for i in range(head + 1, end) if (g.verb(i) and not g.name(i)) or g.of("subordinators", i)), None)
    return verb is not None and not g.of("subordinators", verb) and not g.infinitive(head)


def _closing(g: SentenceTokens, text: str, clause: Clause, boundaries: Sequence[int], at: int) -> str:
    """Return the participle that closes the list, for a matter before its last: "habe … gefordert"."""
    verb = g.first_finite(clause.start, clause.end)
    participle = None if verb is None or g.main(verb) != verb else g.participle(verb)
    if participle is None or not at < boundaries[-1] < participle:
        return ""
    return f" … {_stretch(g, text, participle, participle)}"


def _deeds(g: SentenceTokens, head: int) -> list[Callable[[int], bool]]:
    """Return what tells the deeds that a deed at ``head`` is parallel to; none where no deed begins there."""
    if g.preposition(head) and _base(g, head + 1):
        return [lambda i: g.preposition(i) == g.preposition(head) and _base(g, i + 1)]
    if g.infinitive(head) or (_base(g, head) and g.of("determiners", head + 1)):
        return [lambda i: _bare_deed(g, i)]
    return [g.acts] if g.acts(head) else []


def _base(g: SentenceTokens, i: int) -> bool:
    """Return whether the base form of a verb stands at ``i``, one that is a noun elsewhere among them."""
    return g.infinitive(i) or g.low(i) in g.classes.infinitives


def _bare_deed(g: SentenceTokens, i: int) -> bool:
    """Return whether an infinitive stands at ``i``, behind "to" or "will" where its form does not show it."""
    shown = g.ends_as_infinitive(i) or g.of("to", i - 1) or g.of("modals", i - 1)
    return shown and _base(g, i)


def _goal(g: SentenceTokens, clause: Clause) -> int | None:
    """Return the last word that things share whose clause lists them behind a deed: "agreed to cooperate on"."""
    if clause.opener is None:
        return None
    deed = g.after_adverbs(clause.opener + 1) + 1
    if not g.of("to", deed - 1) or not g.infinitive(deed):
        return None
    on = g.after_adverbs(deed + 1)
    return on if g.of("prepositions", on) else deed


def _longer(g: SentenceTokens, text: str, lead: GoverningClause, last: int) -> str:
    """Return the lead that goes on to the token ``last``; an empty text where that is long."""
    words = f"{lead.before} {_stretch(g, text, lead.start, last)}".strip()
    return words if len(words.split()) <= _MOST else ""


def _subject(g: SentenceTokens, start: int, verb: int) -> int:
    """Return where the subject begins, maybe behind phrases of time and place: "During the call, the leaders"."""
    while any(g.of(kind, start) for kind in ("prepositions", "asides", "subordinators")):
        comma = next((i for i in range(start, verb) if g.low(i) == ","), None)
        if comma is None:
            break
        start = comma + 1
    return start


def _phrase(g: SentenceTokens, text: str, start: int, verb: int, clause: Clause) -> str:
    """Return the text from ``start`` to the verb, or on to what it is said of or to what opens the list."""
    last = verb
    for i in range(verb + 1, min(verb + _NEAR, clause.end)):
        if g.of("speech_nouns", i) or i == clause.opener:
            last = i + (i != clause.opener and g.of("prepositions", i + 1))
            break
        if g.of("auxiliary_past", verb) and g.of("meetings", i):
            last = i
            break
    return _stretch(g, text, start, last)


def _stretch(g: SentenceTokens, text: str, first: int, last: int) -> str:
    return squeeze(text[g.tokens[first].start : g.tokens[last].end]) if first <= last else ""
