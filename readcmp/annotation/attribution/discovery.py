"""Learning a readout's people from how it presents them: with office and country, or where the own side meets them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from readcmp.annotation.attribution.base_forms import classify_form
from readcmp.annotation.attribution.grammar import INFLECTED, WORD, Grammar, fold_words
from readcmp.annotation.attribution.mentions import governed
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.partner import STOP
from readcmp.lexicon import Lexicon
from readcmp.lexicon.tokens import fold
from readcmp.loading import matter_spans
from readcmp.model import Hit, Readout
from readcmp.patterns import compiled

OPENING = 1500
"""The verb of the contact is looked for in this many characters of the account."""

REACH = 400
"""Characters after that verb within which the one is presented whom the own side met."""

HEADLINE = 160
"""Characters that a line before the account may have."""

ENDS = (".", "!", "?", "…", ";", ",", "”", '"', "»", "。")
"""What a line of the account itself may end with."""

NEAR = 40
"""Characters around an office within which a state is one that it belongs to."""

POSSESSIVE = compiled(r"(?<=s)['’]\s|['’]s\b")
"""What follows a name whose something is."""

_ABBREVIATED = compiled(r"\.?\s+|\.|-")
"""What may part the words of a presentation: "H. R. McMaster", "U.S."."""


Span = tuple[int, int]
"""Where a word begins and ends."""


def learn_participants(
    participants: Participants, readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str
) -> None:
    """Teach the participants the names and the offices that a readout presents.

    A title or a subject line teaches the names that stand there with a country, and no offices: "PM call with Prime
    Minister of Norway" does not say whose the Prime Minister of the text is.
    """
    body = headline_end(readout.text)
    _learn_titles(participants, f"{readout.title or ''}\n\n{readout.text[:body]}", lexicon, grammar, language)
    text = "\n\n".join(readout.text[max(start, body) : end] for start, end in matter_spans(readout) if end > body)
    met = _contact_verb(text, lexicon, grammar, language)
    actors, offices = lexicon.find(text, language, "actor"), grammar.offices.find(text)
    given: dict[str, int] = {}
    for start, end in find_presentations(text, actors, offices, grammar):
        within, held = _between(actors, start, end), _between(offices, start, end)
        place = _place(participants, text, start, met, grammar) if met >= 0 else ""
        whose = [hit for hit in within if not _is_purpose(text, hit, held)]
        side = participants.side_of(whose[0].id) if whose else place
        if side:
            taught = _present(
                participants, text[start:end], start, side, (within, held), met=bool(place), grammar=grammar
            )
            for office in taught if side != participants.own else ():
                given.setdefault(office, start)
    holders = lexicon.offices_of_people(language)
    for hit in actors:
        if held_by := holders.get(hit.term):
            participants.add_office(held_by, participants.side_of(hit.id))
    for hit in offices:
        if hit.start < given.get(hit.id, len(text)) and _stands_alone(text, hit, actors, grammar):
            participants.add_office(hit.id, participants.own)


def _is_purpose(text: str, actor: Hit, offices: Sequence[Hit]) -> bool:
    """Whether an office is for a thing of a state and not the state's: "Envoy for Ukraine's Recovery"."""
    return POSSESSIVE.match(text, actor.end) is not None and any(office.end <= actor.start for office in offices)


def _learn_titles(participants: Participants, text: str, lexicon: Lexicon, grammar: Grammar, language: str) -> None:
    """Teach the names that a title gives together with an office and a country."""
    actors, offices = lexicon.find(text, language, "actor"), grammar.offices.find(text)
    for start, end in find_presentations(text, actors, offices, grammar):
        within, held = _between(actors, start, end), _between(offices, start, end)
        if within and held:
            for name in _names(text[start:end], start, (within, held), grammar, alone=False):
                participants.add_name(name, participants.side_of(within[0].id))


def headline_end(text: str) -> int:
    """Return where the lines before the account end: short ones without a full stop that a new line follows.

    A line that was broken to fit a width is none: the next word would not have fitted there.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    at = 0
    for line, following in pairwise(lines):
        begins = following.lstrip()
        fits = len(line) + 1 + len(begins.partition(" ")[0]) <= width
        if not line.strip() or line.rstrip().endswith(ENDS) or len(line) > HEADLINE:
            return at
        if begins and not (fits and begins[0].isupper()):
            return at
        at += len(line) + 1
    return at if at < len(text) else 0


def _contact_verb(text: str, lexicon: Lexicon, grammar: Grammar, language: str) -> int:
    """Return where the verb of the contact stands in the first sentence of an account; -1 for nowhere."""
    stop = STOP.search(text, 0, OPENING)
    first = text[: stop.start() + 1 if stop else OPENING]
    acts = (hit for hit in lexicon.find(first, language, "act") if hit.id == "fact")
    if grammar.way == INFLECTED:
        acts = (hit for hit in acts if classify_form(hit.text, language) != "base")
    met = next((hit.start for hit in acts), -1)
    return -1 if STOP.search(text[: max(met, 0)]) else met


def _stands_alone(text: str, office: Hit, actors: Sequence[Hit], grammar: Grammar) -> bool:
    """Whether an office stands for its holder with no name and no state at it, and as nobody's whom one meets."""
    before, after = text[max(0, office.start - NEAR) : office.start], text[office.end : office.end + NEAR]
    last = fold_words(before)[-1:]
    begins = office.start == 0 or text[: office.start].rstrip(" ").endswith((".", "\n"))
    if grammar.articles and not begins and not (last and last[0] in grammar.articles):
        return False
    if after[:1].isspace() and after.lstrip()[:1].isupper():
        return False
    for hit in _between(actors, office.start - NEAR, office.end + NEAR):
        if hit.end + 1 == office.start:
            return False
        between = WORD.findall(text[office.end : hit.start]) if hit.start >= office.end else ["-"]
        if all(word[0].isupper() or fold(word) in grammar.linking for word in between):
            return False
    return not governed(text, office.start, grammar)


def _between(hits: Sequence[Hit], start: int, end: int) -> list[Hit]:
    """Return those of some hits, in the order of the text, that begin in a stretch."""
    first = bisect_left(hits, start, key=lambda h: h.start)
    return list(takewhile(lambda h: h.start < end, islice(hits, first, None)))


def find_presentations(
    text: str, actors: Sequence[Hit], offices: Sequence[Hit], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    """Return where words stand that name somebody: capitals, offices, peoples in a row, with what joins them."""
    known = {i for hit in (*actors, *offices) for i in range(hit.start, hit.end)}
    words = [match.span() for match in WORD.finditer(text)]
    named = [n for n, (start, _) in enumerate(words) if text[start].isupper() or start in known]
    among, last = frozenset(named), -1
    for first in named:
        if first <= last:
            continue
        last = first
        for at in range(first + 1, len(words)):
            if _begins(text, words[at - 1], words[at], grammar) or not _adjoin(text, words[at - 1], words[at], grammar):
                break
            if at in among:
                last = at
            elif fold(text[slice(*words[at])]) not in grammar.linking:
                break
        yield words[first][0], words[last][1]


def _begins(text: str, before: Span, word: Span, grammar: Grammar) -> bool:
    """Return whether a word is an article that begins a phrase of its own: "in Paris THE President"."""
    said = fold(text[slice(*word)])
    if said not in grammar.articles or said in grammar.of:
        return False
    return fold(text[slice(*before)]) not in grammar.linking


def _adjoin(text: str, one: Span, other: Span, grammar: Grammar) -> bool:
    between = text[one[1] : other[0]]
    if between.isspace():
        return "\n\n" not in between
    if _ABBREVIATED.fullmatch(between) is None:
        return False
    word = text[slice(*one)]
    return between == "-" or len(word) == 1 or fold(word) in grammar.abbreviations


def _place(participants: Participants, text: str, at: int, verb: int, grammar: Grammar) -> str:
    """Tell whose a place of the first sentence is: the own side's before the verb, the other's after "with"."""
    if at < verb and (grammar.way == INFLECTED or not grammar.meets.within(text[:at])):
        return participants.own
    between = text[verb:at] if verb <= at else text[:at]  # the verb may stand at the end
    if len(between) > REACH or STOP.search(between):
        return ""
    return participants.partner if grammar.meets.within(between) else ""


def _present(
    participants: Participants,
    phrase: str,
    start: int,
    side: str,
    hits: tuple[list[Hit], list[Hit]],
    *,
    met: bool,
    grammar: Grammar,
) -> list[str]:
    """Teach who a presentation is of; return the offices that it gives."""
    office = max(hits[1], key=lambda h: h.end - h.start).id if hits[1] else ""
    given = [office] if office else []
    if office != "vice president" and office.endswith(" president"):
        given.append("president")
    for one in given:
        participants.add_office(one, side)
    if office or met:
        for name in _names(phrase, start, hits, grammar, alone=not office):
            participants.add_name(name, side)
    return given


def _names(
    phrase: str, start: int, hits: tuple[list[Hit], list[Hit]], grammar: Grammar, *, alone: bool
) -> Iterator[str]:
    """Return the words of a presentation that are a person's own name, the first and the last of them.

    ``alone`` says that no office stands there: then a name is two words or more, and ends where "of" goes on.
    """
    taken = [(h.start - start, h.end - start) for h in (*hits[0], *hits[1])]
    free: list[str] = []
    for match in WORD.finditer(phrase):
        word = fold(match.group())
        if alone and len(free) > 1 and word in grammar.prepositions:
            break
        if (
            match.group()[0].isupper()
            and len(word) > 2
            and not any(word in words for words in (grammar.titles, grammar.people, grammar.articles, grammar.linking))
            and not any(a <= match.start() < b for a, b in taken)
        ):
            free.append(match.group())
    if len(free) > alone:
        yield free[-1]
        if len(free) == 2:
            yield free[0]  # the family's name may come first
