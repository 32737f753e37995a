"""A readout's points put together: sentences, their clauses, the matters that these list, each with its lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from readcmp.loading import text_without_quoting
from readcmp.model import Point, Readout
from readcmp.segmentation.blocks import blocks_of
from readcmp.segmentation.boundaries import Features, features_of, likely
from readcmp.segmentation.clauses import Clause, clauses_of
from readcmp.segmentation.commas import parts_of
from readcmp.segmentation.enumerations import matters_of
from readcmp.segmentation.governing import item_lead, leads_of
from readcmp.segmentation.grammar import Grammar
from readcmp.segmentation.lists import list_cuts
from readcmp.segmentation.numbering import number_ends
from readcmp.segmentation.profile import Profile, profile_for
from readcmp.segmentation.sentences import sentences
from readcmp.segmentation.tokens import tokens_of
from readcmp.segmentation.unspaced import signs_for
from readcmp.text import squeeze

_PROSE = 400
"""Tokens beyond which what has no full stop is a table or a list of names; the longest real sentences have 150."""

_WORD = re.compile(r"[^\W_]")

Piece = tuple[int, int, str]
"""Start, end and lead of what becomes a point."""


def segment(readout: Readout, *, every: bool = False) -> tuple[Point, ...]:
    """Cut a readout into its points, in the order of the text, numbered from 1 after the side: ``us1``.

    Points never overlap, each has a word, and every word outside boilerplate lies in one, but for the numbers of items.
    ``lead`` is set where a point is an item of a list, of a sentence's or a bulleted one below a line that ends in a
    colon. The ``text`` of a point is that of the readout, with spaces in place of the marks before lines that a mail
    quotes. With ``every`` each cut that the rules propose is made, also where no further matter is likely to begin.
    """
    text, profile = text_without_quoting(readout), profile_for(readout.language)
    told = list(_sentences(readout, text, profile, every=every))
    numbers = number_ends(text, [lo for pieces in told for lo, _, _ in pieces], profile)
    points: list[Point] = []
    number = 0
    for pieces in told:
        size = len(points)
        for start, hi, lead in pieces:
            lo = numbers.get(start, start)
            if _WORD.search(text, lo, hi):
                name = f"{readout.side}{len(points) + 1}"
                points.append(Point(name, lo, hi, text[lo:hi], sentence=number, lead=lead))
        number += len(points) > size
    return tuple(points)


def proposals(readout: Readout) -> Iterator[list[tuple[int, Features]]]:
    """Yield for each sentence where the rules propose a cut in it, with what is weighed of it."""
    text, profile = text_without_quoting(readout), profile_for(readout.language)
    if profile.unspaced:
        return
    for block in blocks_of(readout):
        for start, end in sentences(text, block.start, block.end, profile):
            g, leads, listed = _proposed(text, start, end, profile)
            yield [(g.tokens[i].start, found) for i, found in features_of(g, text, leads, listed)]


def _sentences(readout: Readout, text: str, profile: Profile, *, every: bool) -> Iterator[list[Piece]]:
    """Yield the pieces of each sentence; the first of a bulleted item has the line above it as its lead."""
    above = ""
    for block in blocks_of(readout):
        pieces: list[Piece] = []
        for n, (start, end) in enumerate(sentences(text, block.start, block.end, profile)):
            pieces = list(_pieces(text, start, end, profile, every=every))
            if block.item and n == 0 and pieces:
                pieces[0] = (*pieces[0][:2], above)
            yield pieces
        if not block.item:
            closing = text[pieces[-1][0] : pieces[-1][1]] if pieces else ""
            above = squeeze(closing).removesuffix(":") if closing.endswith(":") else ""


def _pieces(text: str, start: int, end: int, profile: Profile, *, every: bool) -> Iterator[Piece]:
    """Return the points of one sentence, trimmed; nothing for one without words."""
    if not _WORD.search(text, start, end):
        return
    leads = (
        _unspaced(text, start, end, profile) if profile.unspaced else _spaced(text, start, end, profile, every=every)
    )
    edges = [start]
    for lo, hi in pairwise([*sorted(leads), end]):
        if _WORD.search(text, edges[-1], lo) and _WORD.search(text, lo, hi):  # marks alone make no point
            edges.append(lo)
    for lo, hi in pairwise([*edges, end]):
        stretch = text[lo:hi]
        left = lo + len(stretch) - len(stretch.lstrip())
        yield left, left + len(stretch.strip()), leads.get(lo, "")


def _spaced(text: str, start: int, end: int, profile: Profile, *, every: bool) -> dict[int, str]:
    """Return the offsets at which a sentence goes on to a further matter, each with the lead of that matter."""
    g, leads, listed = _proposed(text, start, end, profile)
    made = leads if every else likely(g, text, leads, listed)
    return {g.tokens[i].start: lead for i, lead in leads.items() if i in made}


def _proposed(text: str, start: int, end: int, profile: Profile) -> tuple[Grammar, dict[int, str], set[int]]:
    """Return the tokens at which the rules propose a cut, each with its lead, and those of them that go on a list."""
    g = Grammar(tokens_of(text, start, end, profile.elisions), profile)
    leads: dict[int, str] = {}
    listed: set[int] = set()
    clauses = _clauses(g)
    for clause, lead in zip(clauses, leads_of(g, text, clauses), strict=True):
        leads[clause.start] = lead.own
        if clause.opener is not None:
            cuts = list_cuts(g, clause.opener + 1, clause.end)
            leads.update((at, item_lead(g, text, clause, lead, cuts, at)) for at in cuts)
            listed.update(cuts)
    leads.pop(0, None)
    return g, leads, listed


def _unspaced(text: str, start: int, end: int, profile: Profile) -> dict[int, str]:
    """Return the same for a sentence of a script without spaces."""
    signs = signs_for(profile.language)
    plain = signs.plain(text[start:end])
    leads: dict[int, str] = {}
    for part in parts_of(signs, text[start:end], plain):
        lo, hi = start + part.start, start + part.end
        leads[lo] = squeeze(part.lead)
        cuts, listed = matters_of(signs, text[lo:hi], plain[part.start : part.end])
        leads.update((lo + at, squeeze((part.lead or part.subject) + listed)) for at in cuts)
    leads.pop(start, None)
    return leads


def _clauses(g: Grammar) -> list[Clause]:
    """Return the clauses of a sentence; its parts between semicolons where the grammar is unknown or it is no prose."""
    if g.profile.finite and len(g.tokens) <= _PROSE:
        return clauses_of(g)
    edges = [0, *(i + 1 for i in range(len(g.tokens) - 1) if g.low(i) in {";", "；"}), len(g.tokens)]
    return [Clause(lo, hi, None) for lo, hi in pairwise(edges)]
