"""Whose a source is that a clause names without its state, by how the clause begins."""

from __future__ import annotations

from msgspec.structs import replace

from readcmp.splitting.chunks import CHUNK, chunks
from readcmp.splitting.model import Naming
from readcmp.splitting.sources import Sources


def by_opening(found: list[Naming], clause: str, sources: Sources) -> list[Naming]:
    """Return sources with what the opening of their clause tells of their side: whose they are, or whose not."""
    if met := tuple(sources.counterparts(clause)):
        found = [one if one.source.side else _of_others(one, met) for one in found]
    if sources.words.answering.opened(clause):  # "Asked about the Turkish statement, a spokesman said"
        others = tuple(sources.actors(CHUNK.split(clause)[0]))
        return [one if one.source.side else _of_others(one, others) for one in found]
    begins = set(sources.actors(next(iter(chunks(clause)), "")))
    if len(begins) == 1:  # "Warsaw accepted nothing, its officials say"
        own = begins.pop()
        found = [_of_side(one, own) if sources.words.its.opened(one.cue) and one.put_in else one for one in found]
    opening, colon, _ = clause.partition(":")
    states = set(sources.actors(opening)) if colon else set()
    if len(states) != 1:
        return found
    side = states.pop()  # "Word from the Danes: all is well, says an aide"
    return [_of_side(one, side) if one.source.kind in ("person", "thing", "he", "it") else one for one in found]


def _of_side(naming: Naming, side: str) -> Naming:
    """Return a naming whose source is a side's, where its own words do not tell whose it is."""
    return replace(naming, source=replace(naming.source, side=naming.source.side or side))


def _of_others(naming: Naming, states: tuple[str, ...]) -> Naming:
    """Return a naming whose source is of none of some states."""
    return replace(naming, source=replace(naming.source, never=(*naming.source.never, *states)))
