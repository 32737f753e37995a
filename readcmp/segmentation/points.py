"""A readout's points put together: sentences, their clauses, the matters that these list, each with what governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from readcmp.loading import text_without_quoting
from readcmp.model import Point, Readout
from readcmp.segmentation.blocks import blocks_of
from readcmp.segmentation.boundaries import Features, extract_features, select_likely
from readcmp.segmentation.class_patterns import class_patterns_of
from readcmp.segmentation.clauses import Clause, split_clauses
from readcmp.segmentation.commas import split_unspaced
from readcmp.segmentation.enumerations import find_listed_matters
from readcmp.segmentation.governing import find_governing_clauses, govern_item
from readcmp.segmentation.lists import find_list_boundaries
from readcmp.segmentation.numbering import find_list_numbers
from readcmp.segmentation.sentence_tokens import SentenceTokens
from readcmp.segmentation.sentences import split_sentences
from readcmp.segmentation.tokens import tokenise
from readcmp.segmentation.word_classes import WordClasses, word_classes_of
from readcmp.text import squeeze

_PROSE = 400
"""Tokens beyond which what has no full stop is a table or a list of names; the longest real sentences have 150."""

_WORD = re.compile(r"[^\W_]")

Piece = tuple[int, int, str]
"""Start and end of what becomes a point, and its lead: the words that govern it."""


def segment(readout: Readout, *, every: bool = False) -> tuple[Point, ...]:
    """Cut a readout into its points, in the order of the text, numbered from 1 after the side: ``us1``.

    Points never overlap, each has a word, and every word outside boilerplate lies in one, but for the numbers of items.
    ``lead`` is set where a point is an item of a list, of a sentence's or a bulleted one below a line that ends in a
    colon. The ``text`` of a point is that of the readout, with spaces in place of the marks before lines that a mail
    quotes. With ``every`` each boundary that the rules propose is made, likely or not.
    """
    text, classes = text_without_quoting(readout), word_classes_of(readout.language)
    told = list(_sentences(readout, text, classes, every=every))
    numbers = find_list_numbers(text, [lo for pieces in told for lo, _, _ in pieces], classes)
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


def propose_boundaries(readout: Readout) -> Iterator[list[tuple[int, Features]]]:
    """Yield for each sentence where the rules propose a boundary in it, with what is weighed of it."""
    text, classes = text_without_quoting(readout), word_classes_of(readout.language)
    if classes.unspaced:
        return
    for block in blocks_of(readout):
        for start, end in split_sentences(text, block.start, block.end, classes):
            g, leads, listed = _proposed(text, start, end, classes)
            yield [(g.tokens[i].start, found) for i, found in extract_features(g, text, leads, listed)]


def _sentences(readout: Readout, text: str, classes: WordClasses, *, every: bool) -> Iterator[list[Piece]]:
    """Yield the pieces of each sentence; the first of a bulleted item has the line above it as its lead."""
    above = ""
    for block in blocks_of(readout):
        pieces: list[Piece] = []
        for n, (start, end) in enumerate(split_sentences(text, block.start, block.end, classes)):
            pieces = list(_pieces(text, start, end, classes, every=every))
            if block.item and n == 0 and pieces:
                pieces[0] = (*pieces[0][:2], above)
            yield pieces
        if not block.item:
            closing = text[pieces[-1][0] : pieces[-1][1]] if pieces else ""
            above = squeeze(closing).removesuffix(":") if closing.endswith(":") else ""


def _pieces(text: str, start: int, end: int, classes: WordClasses, *, every: bool) -> Iterator[Piece]:
    """Return the points of one sentence, trimmed; nothing for one without words."""
    if not _WORD.search(text, start, end):
        return
    leads = (
        _unspaced(text, start, end, classes) if classes.unspaced else _spaced(text, start, end, classes, every=every)
    )
    edges = [start]
    for lo, hi in pairwise([*sorted(leads), end]):
        if _WORD.search(text, edges[-1], lo) and _WORD.search(text, lo, hi):  # marks alone make no point
            edges.append(lo)
    for lo, hi in pairwise([*edges, end]):
        stretch = text[lo:hi]
        left = lo + len(stretch) - len(stretch.lstrip())
        yield left, left + len(stretch.strip()), leads.get(lo, "")


def _spaced(text: str, start: int, end: int, classes: WordClasses, *, every: bool) -> dict[int, str]:
    """Return the offsets at which a sentence goes on to a further matter, each with the lead of that matter."""
    g, leads, listed = _proposed(text, start, end, classes)
    made = leads if every else select_likely(g, text, leads, listed)
    return {g.tokens[i].start: lead for i, lead in leads.items() if i in made}


def _proposed(text: str, start: int, end: int, classes: WordClasses) -> tuple[SentenceTokens, dict[int, str], set[int]]:
    """Return the tokens at which the rules propose a boundary, each with its lead, and those that go on a list."""
    g = SentenceTokens(tokenise(text, start, end, classes.elisions), classes)
    leads: dict[int, str] = {}
    listed: set[int] = set()
    clauses = _clauses(g)
    for clause, lead in zip(clauses, find_governing_clauses(g, text, clauses), strict=True):
        leads[clause.start] = lead.own
        if clause.opener is not None:
            boundaries = find_list_boundaries(g, clause.opener + 1, clause.end)
            leads.update((at, govern_item(g, text, clause, lead, boundaries, at)) for at in boundaries)
            listed.update(boundaries)
    leads.pop(0, None)
    return g, leads, listed


def _unspaced(text: str, start: int, end: int, classes: WordClasses) -> dict[int, str]:
    """Return the same for a sentence of a script without spaces."""
    patterns = class_patterns_of(classes.language)
    plain = patterns.plain(text[start:end])
    leads: dict[int, str] = {}
    for part in split_unspaced(patterns, text[start:end], plain):
        lo, hi = start + part.start, start + part.end
        leads[lo] = squeeze(part.lead)
        boundaries, listed = find_listed_matters(patterns, text[lo:hi], plain[part.start : part.end])
        leads.update((lo + at, squeeze((part.lead or part.subject) + listed)) for at in boundaries)
    leads.pop(start, None)
    return leads


def _clauses(g: SentenceTokens) -> list[Clause]:
    """Return the clauses of a sentence; its parts between semicolons where the grammar is unknown or it is no prose."""
    if g.classes.finite and len(g.tokens) <= _PROSE:
        return split_clauses(g)
    edges = [0, *(i + 1 for i in range(len(g.tokens) - 1) if g.low(i) in {";", "；"}), len(g.tokens)]
    return [Clause(lo, hi, None) for lo, hi in pairwise(edges)]
