"""Long quotations and whose they are: by what follows them (", Biden said") or leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readcmp.lexicon import Lexicon
from readcmp.marking.speech.cast import Cast
from readcmp.marking.speech.grammar import Grammar
from readcmp.marking.speech.mentions import Pronoun
from readcmp.model import BOTH, NONE, THIRD, Act

LONG = 60
"""Characters from which on quoted words are a statement of their own and no mere term."""

LEADING = 200
"""Characters before a quotation in which words lead to it."""

QUOTED = re.compile("|".join(
    f"{a}([^{a}{b}]{{{LONG},2500}}){b}" for a, b in ("“”", '""', "«»", "„“", "„”", "「」")
))  # fmt: skip


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


def quotations(text: str, cast: Cast, lexicon: Lexicon, grammar: Grammar, language: str) -> Iterator[Quotation]:
    """Find the long quotations whose speaker the text tells."""
    person = cast.own
    for match in QUOTED.finditer(text):
        after = re.match(r"[\s,–—-]*([^.\n“\"«„]{3,120})", text[match.end() :])
        before = re.search(r"([^.\n“”\"«»„]{3,160})$", text[max(0, match.start() - LEADING) : match.start()])
        for place in (after, before):
            said = grammar.saying.find(place.group(1)) if place else ()
            if not place or not said:
                continue
            subject = cast.subject(place.group(1))
            if subject in (None, NONE, THIRD, Pronoun.SEVERAL):
                continue
            speaker = subject if isinstance(subject, str) else person
            person = speaker if speaker != BOTH else person
            hits = lexicon.find(said[0].text, language, "act")
            kind = hits[0].id if hits and hits[0].id != "report" else "assert"
            # words quoted at length are a side's own statement
            at = place.start(1) + (match.end() if place is after else max(0, match.start() - LEADING))
            act = Act(kind, said[0].text, 2)
            yield Quotation(match.start(), match.end(), speaker, act, at + said[0].start, isinstance(subject, str))
            break
