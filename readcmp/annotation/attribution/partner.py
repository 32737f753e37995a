"""Whom the own side met, told by a readout alone: by its title, else by its first sentence."""

from __future__ import annotations

import re

from readcmp.annotation.attribution.grammar import Grammar
from readcmp.lexicon import Lexicon
from readcmp.model import Readout

STOP = re.compile(r"(?<![A-Z])(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)\.\s|。|\n\s*\n")
"""What ends the first sentence, in which the contact is told of."""


def find_partners(readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str, own: str) -> tuple[str, ...]:
    """Return the actor ids of those met; none where the lexicon has no actor for them.

    The first place that names an actor besides the own one decides: what follows "with" in the title, the title,
    what follows "with" in the first sentence. All are given of those whom one "with" joins in the title.
    """
    title = readout.title or ""
    for text, met in ((title, True), (title, False), (STOP.split(readout.text, maxsplit=1)[0], True)):
        actors = [hit for hit in lexicon.find(text, language, "actor") if hit.id != own]
        if met:
            start = next((hit.end for hit in grammar.meets.find(text)), len(text))
            end = next((hit.start for hit in grammar.about.find(text) if hit.start > start), len(text))
            actors = [hit for hit in actors if start <= hit.start < end]
        if actors:
            joined = met and text == title and grammar.joiners.within(text[actors[0].end : actors[-1].start])
            return tuple(dict.fromkeys(hit.id for hit in actors)) if joined else (actors[0].id,)
    return ()
