"""Who speaks in each point of a readout, and what its verb does."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.annotation.attribution.discovery import learn_participants
from readcmp.annotation.attribution.grammar import UNSPACED, load_grammar
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.partner import find_partners
from readcmp.annotation.attribution.tagger import Tagger
from readcmp.annotation.attribution.verbs import Speech
from readcmp.lexicon import Lexicon
from readcmp.model import NONE, OTHER, Point, Readout
from readcmp.text import short


def attribute(
    readout: Readout, points: Sequence[Point], lexicon: Lexicon, *, sides: Sequence[str] = ()
) -> tuple[Speech, ...]:
    """Return the speaker and the act of each point; ``none`` and None in a language without a grammar.

    ``sides`` are the ids of all sides of the contact. Where they tell no other side (a readout alone), whom the own
    side met is learnt from the text, and speaks as ``other``. Where two accounts are of one state, what a third gives
    to that state is the speech of the one whose id comes first, in whatever order they are given.
    """
    language = short(readout.language)
    grammar = load_grammar(language)
    if grammar is None:
        return tuple(Speech(NONE, None) for _ in points)
    own = actor_of(readout.side, readout.label, lexicon)
    others = {actor_of(side, "", lexicon): side for side in sorted(sides, reverse=True) if side != readout.side}
    ids = {actor: side for actor, side in others.items() if actor != own}  # another version of the own account is none
    if not ids:
        ids = dict.fromkeys(find_partners(readout, lexicon, grammar, language, own) or (OTHER,), OTHER)
    ids[own] = readout.side
    participants = Participants(lexicon, grammar, language, own=readout.side, sides=ids)
    if grammar.way == UNSPACED:
        from readcmp.annotation.attribution.chinese import UnspacedTagger

        return tuple(UnspacedTagger(readout, lexicon, grammar, language, participants).tag(points))
    learn_participants(participants, readout, lexicon, grammar, language)
    return tuple(Tagger(readout, lexicon, grammar, language, participants).tag(points))


def actor_of(side: str, label: str, lexicon: Lexicon) -> str:
    """Return the lexicon's actor that a side is, by its id or by its label; the side's id where there is none.

    A version of a side's account (``ru-en``) is of the side.
    """
    if side in lexicon.actors:
        return side
    if (base := side.rpartition("-")[0]) in lexicon.actors:
        return base
    for entry in lexicon.actors.values():
        if entry.label.lower() in (side.lower(), label.lower()):
            return entry.id
    hits = lexicon.find(label, "en", "actor") or lexicon.find(side.replace("-", " "), "en", "actor")
    return hits[0].id if hits else side
