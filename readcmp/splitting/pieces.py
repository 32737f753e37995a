"""The pieces of an article: its sentences, and the clauses in them that name a source of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from readcmp.annotation.attribution.grammar import UNSPACED, fold_words
from readcmp.model import Readout
from readcmp.patterns import compiled
from readcmp.segmentation.blocks import blocks_of
from readcmp.segmentation.sentences import split_sentences
from readcmp.segmentation.word_classes import word_classes_of
from readcmp.splitting.chunks import chunks, without_dateline
from readcmp.splitting.clauses import is_opener, namings
from readcmp.splitting.model import Naming, Source
from readcmp.splitting.sources import Sources

_CUT = compiled(r"[,;\uff0c\uff1b]\s*|\s[–—-]\s")

_MARKS = 30
"""Marks of a sentence at which another account may begin."""

_REST = 400
"""Characters before and after a mark in which sources are looked for."""

_LED = 4
"""Words from which on what stands before a comma is more than when something was."""

_STATE = 1
"""Words of a chunk that is the next of several states."""

_STATES = 12
"""States that a subject names one after the other at most."""

_SUBJECT = 10
"""Words of a clause among which its subject stands."""


def pieces_of(article: Readout, text: str, sources: Sources) -> Iterator[tuple[int, int, int]]:
    """Find where sentences stand, and the clauses in them that name a source of their own, with their paragraph."""
    classes = word_classes_of(article.language)
    for number, block in enumerate(blocks_of(article)):
        for line_start, line_end in _lines(article.text, block.start, block.end):
            for start, end in split_sentences(article.text, line_start, line_end, classes):
                edges = [start, *_cuts(text, start, end, sources), end]
                for lo, hi in pairwise(edges):
                    piece = article.text[lo:hi]
                    if piece.strip():
                        yield lo + len(piece) - len(piece.lstrip()), lo + len(piece.rstrip()), number


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a short line without a full stop, such as the hour in a live blog, from what stands below it."""
    first = text.find("\n", start, end)
    if 0 < first - start <= 30 and not text[start:first].rstrip().endswith((".", "!", "?", ",")):
        yield start, first
        start = first + 1
    yield start, end


def _cuts(text: str, start: int, end: int, sources: Sources) -> Iterator[int]:
    """Find where another account begins within a sentence: at ";" or "while", with a source of its own."""
    at = start
    turned = sources.words.first.opened(text[start:end]) > 0  # "While the one said ..., the other said ..."
    for mark in islice(_CUT.finditer(text, start, end), _MARKS):
        rest = text[mark.end() : min(end, mark.end() + _REST)]
        semicolon = mark.group().startswith((";", "\uff1b"))
        if not semicolon and not turned and not sources.words.contrast.opened(rest):
            continue
        bare = rest[sources.words.contrast.opened(rest) :]
        here, there = _first(text[max(at, mark.start() - _REST) : mark.start()], sources), _first(bare, sources)
        if here and there and here.source != there.source and "outsider" not in (here.source.kind, there.source.kind):
            yield mark.end()
            at = mark.end()


def _first(clause: str, sources: Sources) -> Naming | None:
    return next(iter(namings(clause, sources)), None) or by_subject(clause, sources)


def by_subject(clause: str, sources: Sources, *, leaders: bool = False) -> Naming | None:
    """Return the government that a clause without a verb of reporting begins with: its seat, office, text or name."""
    who, words = found_subject(clause, sources)
    public = who is not None and who.kind == "leader" and (leaders or sources.words.public.within(clause))
    if who is None or (who.kind not in ("voice", "state", "several") and not public):
        return None
    first = next((hit.start for hit in sources.states.find(words)), 0)
    led = (
        sources.grammar.offices.within(words) or len(fold_words(words[:first])) > 1 or sources.words.heads.within(words)
    )
    tells = sources.speakers.speaking(words) or sources.deeds.verbs(clause) or sources.deeds.acts(clause)
    if sources.grammar.way == UNSPACED and not tells:
        return None
    joined = who.kind == "several" and sources.grammar.way != UNSPACED
    if (who.kind == "several" and led) or (sources.meets(words) and not joined):
        return None  # "the leaders of Norway and Chile"
    return Naming(who, words, clause)


def _is_state(chunk: str, sources: Sources) -> bool:
    """Return whether a chunk is nothing but states and what joins them."""
    rest, at = "", 0
    for hit in sources.states.find(chunk):
        rest, at = rest + chunk[at : hit.start], hit.end
    words = fold_words(rest + chunk[at:]) if at else [chunk]
    return all(word in sources.grammar.joiners or word in sources.grammar.articles for word in words)


def found_subject(clause: str, sources: Sources) -> tuple[Source | None, str]:
    """Return who is the subject that a clause begins with, and the words that name it."""
    clause = without_dateline(clause)
    told = (
        chunk
        for chunk in chunks(clause[sources.words.contrast.opened(clause) :])
        if not is_opener(chunk, sources) and not sources.words.answering.opened(chunk.lstrip())
    )
    first = next(told, "")
    following = next(told, "")
    led = fold_words(first)
    apart = following and not sources.grammar.prepositions.any_of(fold_words(following)[:1])
    if apart and (len(led) < _LED or sources.grammar.prepositions.any_of(led[:1])):
        who = sources.who(first, subject=True)  # "With these words, the minister ..."
        first, following = (following, next(told, "")) if who is None or not who.side else (first, following)
    if _is_state(first, sources):
        joined = [first]
        while following and _is_state(" ".join(following.split()[:_STATE]), sources) and len(joined) < _STATES:
            joined.append(following)  # "Oslo, Riga and Vilnius"
            if not _is_state(following, sources):
                break
            following = next(told, "")
        first = " ".join(joined)
    if sources.words.there.opened(first.lstrip()) or sources.words.free.opened(first.lstrip()):
        return None, ""
    ends = [
        hit.start
        for hit in (*sources.deeds.verbs(first), *sources.words.that.find(first))
        if first[: hit.start].strip()
    ]
    words = " ".join(first[: min(ends, default=len(first))].split()[:_SUBJECT])
    return sources.who(words, subject=True), words
