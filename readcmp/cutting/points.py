"""A readout's points put together: sentences, their clauses, the matters that these list, each with its lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.cutting.blocks import blocks_of
from readcmp.cutting.clauses import clause_cuts, is_finite
from readcmp.cutting.lists import list_cuts
from readcmp.cutting.profile import Profile, profile_for
from readcmp.cutting.sentences import sentences
from readcmp.cutting.tokens import Token, tokens_of
from readcmp.model import Point, Readout
from readcmp.text import squeeze

Piece = tuple[int, int, str]
"""Start, end and lead of what may become a point."""


def cut(readout: Readout) -> tuple[Point, ...]:
    """Cut a readout into its points, in the order of the text, numbered from 1 after the side: ``us1``.

    Points never overlap, and every word outside furniture lies in one. ``lead`` is set where a point is an item
    of a list or shares a verb with the point before.
    """
    profile = profile_for(readout.language)
    points: list[Point] = []
    number = 0
    for block in blocks_of(readout):
        for start, end in sentences(readout.text, block.start, block.end, profile):
            pieces = list(_pieces(readout.text, start, end, profile))
            for lo, hi, lead in pieces:
                text = readout.text[lo:hi]
                points.append(Point(f"{readout.side}{len(points) + 1}", lo, hi, text, sentence=number, lead=lead))
            number += bool(pieces)
    return tuple(points)


def _pieces(text: str, start: int, end: int, profile: Profile) -> Iterator[Piece]:
    """Give the points of one sentence, trimmed; nothing for one without words."""
    tokens = tokens_of(text, start, end)
    if not any(token.is_word for token in tokens):
        return
    clauses = clause_cuts(tokens, profile) if profile.finite else [i + 1 for i, t in enumerate(tokens) if t.low == ";"]
    bounds = [0, *clauses, len(tokens)]
    subject, starts = "", {}
    for lo, hi in zip(bounds, bounds[1:], strict=False):
        starts[lo] = ""
        verb = next((i for i in range(lo, hi) if is_finite(tokens, i, profile)), None)
        if verb is None:
            continue
        for i in list_cuts(tokens, verb + 1, hi, profile):
            starts[i] = squeeze(text[tokens[lo].start : tokens[verb].end])
    yield from _spans(text, start, end, tokens, starts)


def _spans(text: str, start: int, end: int, tokens: Sequence[Token], starts: dict[int, str]) -> Iterator[Piece]:
    """Turn the starts of pieces into trimmed spans with words; a piece of marks alone goes to the one before."""
    held = sorted(i for i in starts if i < len(tokens))
    held = [i for n, i in enumerate(held) if n == 0 or any(t.is_word for t in tokens[i : (held[n + 1] if n + 1 < len(held) else None)])]
    edges = [start, *(tokens[i].start for i in held[1:]), end]
    for lo, hi, i in zip(edges, edges[1:], held, strict=False):
        stretch = text[lo:hi]
        left = lo + len(stretch) - len(stretch.lstrip())
        yield left, left + len(stretch.strip()), starts[i]
