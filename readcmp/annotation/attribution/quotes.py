"""Long quotations and whose they are: by what follows them (", Biden said") or leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from readcmp.annotation.attribution.grammar import Grammar
from readcmp.annotation.attribution.mentions import Pronoun
from readcmp.annotation.attribution.participants import Participants
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, NONE, THIRD, Act, Hit
from readcmp.patterns import compiled
from readcmp.vocabulary import ActClass

LONG = 60
"""Characters from which on quoted words are a statement of their own and no mere term."""

LONGEST = 6000
"""Characters that a quotation may have; a mark that is never closed opens none."""

LEADING = 200
"""Characters before a quotation in which words lead to it."""

TRAILING = 125
"""Characters after a quotation in which words say whose it is."""

CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“”", "「": "」"}
"""What closes a quotation, by what opens it."""

_MARK = compiled(r"[“”\"«»„「」]|[ \t\r\f\v]*\n\s*")
_MARKED = compiled("|".join(f"{a}[^{a}{b}]*[{b}]" for a, b in CLOSING.items()))
_AFTER = compiled(r"([\s,–—-]*)([^.\n“\"«„]{3,120})")
_BEFORE = compiled(r"([^.\n“”\"«»„]{3,160})$")
_BETWEEN = compiled(r"[\s,–—-]*+([^.\n“”\"«»„]{3,160})[.:]?\s*+")


class Quotation(NamedTuple):
    """A stretch of quoted words, its speaker (a side's id or ``both``), and the act of what it is said with.

    ``said`` is where the verb of speech stands; ``named`` says that its subject is no pronoun.
    """

    start: int
    end: int
    speaker: str
    act: Act
    said: int
    named: bool


def strip_quotations(text: str) -> str:
    """Return a text without the words that stand in quotation marks."""
    return _MARKED.sub(" ", text)


def find_quotations(
    text: str, participants: Participants, lexicon: Lexicon, grammar: Grammar, language: str
) -> Iterator[Quotation]:
    """Find the long quotations, and those that go on with another, whose speaker the text tells."""
    person = participants.own
    for (_, last), (start, end) in pairwise([(0, 0), *find_quoted_spans(text)]):
        for place, at in _places(text, last, start, end):
            said = grammar.saying.find(place)
            subject = participants.subject(place) if said else None
            if subject in (None, NONE, THIRD, Pronoun.SEVERAL, Pronoun.COUNTERPART):
                continue
            speaker = subject if isinstance(subject, str) else person
            person = speaker if speaker != BOTH else person
            act = _act(said[0], lexicon, language)
            yield Quotation(start, end, speaker, act, at + said[0].start, isinstance(subject, str))
            break


def _act(said: Hit, lexicon: Lexicon, language: str) -> Act:
    """Return the act of a verb of speech: words quoted at length are a side's own statement."""
    hits = lexicon.find(said.text, language, "act")
    return Act(ActClass(hits[0].id) if hits and hits[0].id != ActClass.REPORT else ActClass.ASSERT, said.text, 2)


def find_quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Find where words stand between quotation marks.

    A mark that is opened again at the head of a paragraph goes on with the quotation that was not closed before.
    """
    opened, mark, again = -1, "", -1
    for match in _MARK.finditer(text):
        at, found = match.start(), match.group()
        if opened < 0 or at - opened > LONGEST:
            opened, mark = (at, found) if found in CLOSING else (-1, "")
        elif found.isspace():
            goes_on = text[match.end() : match.end() + 1] == mark
            again = match.end() if goes_on else -1
            if found.count("\n") > 1 and not goes_on:
                opened = -1
        elif at == again:
            continue
        elif found in CLOSING[mark]:
            yield opened, at + 1
            opened = -1
        elif found == mark:
            opened = at


def _places(text: str, last: int, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Return the stretches that may say whose a quotation is, the likeliest first, and where each begins.

    ``last`` is the end of the quotation before it: what stands between the two is of both.
    """
    inner = text[start + 1 : end - 1].strip()
    sentence = inner.endswith((".", "!", "?", "…", "。", "！", "？"))
    after = _AFTER.match(text, end, end + TRAILING)
    before = _BEFORE.search(text[max(0, start - LEADING) : start])
    between = _BETWEEN.fullmatch(text, last, start) if last and start - last < LEADING else None
    told = [(before.group(1), max(0, start - LEADING) + before.start(1))] if before else []
    told += [(between.group(1), between.start(1))] if between else []
    if after and not sentence:
        told.insert(0, (after.group(2), after.start(2)))
    elif after and after.group(1).strip():
        told.append((after.group(2), after.start(2)))
    if len(inner) >= LONG:
        yield from told
    elif after and inner.endswith(","):
        yield after.group(2), after.start(2)
    elif between and sentence and inner[0].isupper():
        yield between.group(1), between.start(1)
