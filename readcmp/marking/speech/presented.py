"""Learning a readout's people from how it presents them: with office and country, or where the own side meets them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from readcmp.lexicon import Lexicon
from readcmp.lexicon.tokens import fold
from readcmp.marking.speech.cast import Cast
from readcmp.marking.speech.grammar import INFLECTED, WORD, Grammar
from readcmp.marking.speech.partner import STOP
from readcmp.model import Hit, Readout

OPENING = 1500
"""The verb of the contact is looked for in this many characters."""

REACH = 400
"""Characters after that verb within which the one is presented whom the own side met."""

_ABBREVIATED = re.compile(r"\.?\s+|\.|-")
"""What may part the words of a presentation: "H. R. McMaster", "U.S."."""

_SHORT = 3
"""Letters that a word before a full stop may have for an abbreviation: "Gen.", "Jr."."""


class Word(NamedTuple):
    """A word of a text: where it stands, and whether it can be a part of a name, or can join such parts."""

    start: int
    end: int
    named: bool
    joins: bool


def learn(cast: Cast, readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str) -> None:
    """Teach a cast the names and the offices that a readout presents."""
    title = f"{readout.title}\n\n" if readout.title else ""
    text = title + readout.text
    acts = lexicon.find(readout.text[:OPENING], language, "act")
    met = next((hit.start for hit in acts if hit.id == "fact"), -1)
    met = -1 if STOP.search(readout.text[: max(met, 0)]) else met
    actors, offices = lexicon.find(text, language, "actor"), grammar.offices.find(text)
    for start, end in presentations(text, actors, offices, grammar):
        within, held = _between(actors, start, end), _between(offices, start, end)
        place = _place(cast, title, readout.text, start - len(title), met, grammar)
        side = cast.side_of(within[0].id) if within else place
        if side:
            _present(cast, text[start:end], start, side, (within, held), met=bool(place), grammar=grammar)
    holders = {person.name: person.office for person in lexicon.people(language)}
    for hit in lexicon.find(readout.text, language, "actor"):
        if office := holders.get(hit.term):
            cast.add_office(office, cast.side_of(hit.id))


def _between(hits: Sequence[Hit], start: int, end: int) -> list[Hit]:
    """Give those of some hits, in the order of the text, that begin in a stretch."""
    first = bisect_left(hits, start, key=lambda h: h.start)
    return list(takewhile(lambda h: h.start < end, islice(hits, first, None)))


def presentations(
    text: str, actors: Sequence[Hit], offices: Sequence[Hit], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    """Give where words stand that name somebody: capitals, offices, peoples in a row, with what joins them."""
    words = list(_words(text, actors, offices, grammar))
    at = 0
    while at < len(words):
        if not words[at].named:
            at += 1
            continue
        last, after = at, at + 1
        while after < len(words) and _adjoin(text, words[after - 1], words[after]):
            if words[after].named:
                last = after
            elif not words[after].joins:
                break
            after += 1
        yield words[at].start, words[last].end
        at = last + 1


def _words(text: str, actors: Sequence[Hit], offices: Sequence[Hit], grammar: Grammar) -> Iterator[Word]:
    known = {i for hit in (*actors, *offices) for i in range(hit.start, hit.end)}
    for match in WORD.finditer(text):
        named = match.group()[0].isupper() or match.start() in known
        yield Word(match.start(), match.end(), named, fold(match.group()) in grammar.linking)


def _adjoin(text: str, one: Word, other: Word) -> bool:
    between = text[one.end : other.start]
    if between.isspace():
        return "\n\n" not in between
    return _ABBREVIATED.fullmatch(between) is not None and one.end - one.start <= _SHORT


def _place(cast: Cast, title: str, text: str, at: int, verb: int, grammar: Grammar) -> str:
    """Tell whose a place of title or first sentence is: the own side's before the verb, the other's after "with"."""
    if at < 0:
        return cast.partner if grammar.meets.within(title[:at]) else ""
    if verb < 0:
        return ""
    if at < verb and (grammar.way == INFLECTED or not grammar.meets.within(text[:at])):
        return cast.own
    between = text[verb:at] if verb <= at else text[:at]  # the verb may stand at the end
    if len(between) > REACH or STOP.search(between):
        return ""
    return cast.partner if grammar.meets.within(between) else ""


def _present(
    cast: Cast, phrase: str, start: int, side: str, hits: tuple[list[Hit], list[Hit]], *, met: bool, grammar: Grammar
) -> None:
    office = max(hits[1], key=lambda h: h.end - h.start).id if hits[1] else ""
    if office:
        cast.add_office(office, side)
        if office != "vice president" and office.endswith("president"):
            cast.add_office("president", side)
    if office or met:
        for name in _names(phrase, start, hits, grammar, alone=not office):
            cast.add_name(name, side)


def _names(
    phrase: str, start: int, hits: tuple[list[Hit], list[Hit]], grammar: Grammar, *, alone: bool
) -> Iterator[str]:
    """Give the words of a presentation that are a person's own name, the first and the last of them.

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
