"""The search for terms: an index of all terms of one kind in one language, and what it finds in a text.

Of the terms that fit, the longest wins over all entries: a shorter one inside it counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from readcmp.data import kept
from readcmp.lexicon.entries import Term
from readcmp.lexicon.openers import Openers
from readcmp.lexicon.packing import grouped, packed, unpacked
from readcmp.lexicon.spelling import MET, Spelling
from readcmp.lexicon.terms import GAP, REACH, capitals, key_words, opening_keys
from readcmp.lexicon.tokens import JOINED, STOP, Tokens, first_word, fold, tokenise
from readcmp.model import Hit
from readcmp.text import CHARACTERS, unspaced

NEUTRAL = "-"
"""The entry whose terms mean nothing, whatever entry the words would else belong to."""


class _Node:
    """What may come next in a term, and the terms that are complete here."""

    __slots__ = ("gap", "stems", "terms", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.stems: dict[str, _Node] = {}
        self.gap: _Node | None = None
        self.terms: list[Term] = []

    def add(self, keys: Sequence[str], term: Term) -> None:
        node = self
        for key in keys:
            if key == GAP:
                node.gap = node.gap or _Node()
                node = node.gap
            elif key.endswith("*"):
                node = node.stems.setdefault(key[:-1], _Node())
            else:
                node = node.words.setdefault(key, _Node())
        node.terms.append(term)

    def goes_on(self, tokens: Tokens, folded: Sequence[str], at: int) -> bool:
        """Return whether a term may go on at a word: for most that begin in a text none does."""
        if self.gap is not None:
            return True
        if at >= len(folded) or tokens.breaks[at] != JOINED:
            return False
        return bool(self.stems) or folded[at] in self.words or tokens.raw[at] in self.words

    def follow(self, raw: str, folded: str) -> list[_Node]:
        """Return the nodes that a word of the text leads to."""
        found = []
        if (node := self.words.get(folded)) is not None:
            found.append(node)
        if raw != folded and (node := self.words.get(raw)) is not None and capitals(raw):
            found.append(node)
        if self.stems:
            found += [node for stem, node in self.stems.items() if folded.startswith(stem)]
        return found


class _Match(NamedTuple):
    """A term that fits, with the numbers of the words it took."""

    term: Term
    words: tuple[int, ...]


class Index:
    """All terms of one kind in one language. Only the terms whose first word a text has are ever taken apart."""

    def __init__(
        self,
        kind: str,
        terms: Callable[[], Iterable[Term]],
        forms: Callable[[], Callable[[str], Iterable[str]] | None] = lambda: None,
        *,
        ships: str = "",
        openers: Openers | None = None,
    ) -> None:
        """Take the terms; slips of spelling are forgiven in topics, and more freely in the names of actors.

        ``forms`` gives what forms the word that a term begins with may have instead. Both are called when they are
        needed: for terms that ship, whose language is given, once and for all. ``openers`` are shared with others.
        """
        self._kind = kind
        made = (
            kept(f"index.{kind}.{ships}", lambda: packed(grouped(terms(), forms())))
            if ships
            else grouped(terms(), forms())
        )
        self._size, self._by_first = made
        self._starts: dict[str, tuple[_Node, ...]] = {}  # where terms go on that begin with a word of the texts so far
        self._trees: dict[str, _Node] = {}
        self._spelling = None
        if kind in ("topic", "actor"):
            self._spelling = Spelling(
                lambda: (t.pattern or t.text for t in terms()), names=kind == "actor", ships=ships
            )
        self._openers = Openers(self._meant) if openers is None or self._spelling else openers
        self._bit = self._openers.add(self._by_first)

    def __len__(self) -> int:
        return self._size

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return what the terms find in a text, by where it stands."""
        if not self._size:
            return ()
        tokens = tokenise(text)
        openers, bit = self._openers, self._bit
        if not openers.of_text(tokens.words) & bit:  # as in most texts: no word of it is looked at
            return ()
        raw, folded = tokens.raw, tokens.folded
        if self._spelling is not None:
            folded = tuple(map(self._spelling.correct, raw, folded))
        found: list[_Match] = []
        for i in [i for i, opens in enumerate(map(openers.__getitem__, raw)) if opens & bit]:
            for node in self._starts.get(raw[i]) or self._start(raw[i]):
                if node.goes_on(tokens, folded, i + 1):
                    self._walk(node, tokens, folded, (i,), found, set())
                elif node.terms:
                    found += [_Match(term, (i,)) for term in node.terms]
        return self._hits(text, tokens, _longest(found)) if found else ()

    def may_open(self, text: str) -> bool:
        """Return whether a term begins with the first word of a text, so that one may stand there."""
        word = first_word(text) if self._size else None
        return word is not None and bool(self._openers[word] & self._bit)

    def _meant(self, word: str) -> str:
        """Return how a word of a text is looked up."""
        return fold(word) if self._spelling is None else self._spelling.correct(word, fold(word))

    def _start(self, word: str) -> tuple[_Node, ...]:
        """Return where terms go on that begin with a word of a text."""
        if len(self._starts) > MET:  # names never end: over many texts there is no end of words
            self._starts.clear()
        firsts = (first for first in opening_keys(word, self._meant(word)) if first in self._by_first)
        found = self._starts[word] = tuple(map(self._tree, firsts))
        return found

    def corrects(self, text: str) -> bool:
        """Return whether a word of a text is read as another, since it seems a slip for that."""
        if self._spelling is None:
            return False
        tokens = tokenise(text)
        return any(self._spelling.correct(raw, folded) != folded for raw, folded in zip(*tokens[:2], strict=True))

    def _tree(self, first: str) -> _Node:
        tree = self._trees.get(first)
        if tree is None:
            tree = self._trees[first] = _Node()
            for term in unpacked(self._by_first[first]):
                tree.add(key_words(term.pattern or term.text)[1:], term)
        return tree

    def _walk(
        self,
        node: _Node,
        tokens: Tokens,
        folded: Sequence[str],
        taken: tuple[int, ...],
        found: list[_Match],
        seen: set[tuple[int, int]],
    ) -> None:
        """Follow a term from a word on; of several ways to one place the nearest words are taken, and once."""
        at = taken[-1] + 1
        if (id(node), at) in seen:
            return
        seen.add((id(node), at))
        for term in node.terms:
            found.append(_Match(term, taken))
        if at < len(folded) and tokens.breaks[at] == JOINED and (node.words or node.stems):
            for after in node.follow(tokens.raw[at], folded[at]):
                self._walk(after, tokens, folded, (*taken, at), found, seen)
        if node.gap is not None:
            reach = REACH * CHARACTERS if at < len(folded) and unspaced(folded[at]) else REACH
            for word in range(at, min(at + reach + 1, len(folded))):
                if tokens.breaks[word] == STOP:
                    break
                for after in node.gap.follow(tokens.raw[word], folded[word]):
                    self._walk(after, tokens, folded, (*taken, word), found, seen)

    def _hits(self, text: str, tokens: Tokens, matches: Sequence[_Match]) -> tuple[Hit, ...]:
        bars = [m for m in matches if m.term.unless]
        sentence = _sentences(tokens) if bars else ()
        barred = {(m.term.id, sentence[m.words[0]]) for m in bars}
        hits: dict[tuple[int, int, str], Hit] = {}
        for match in matches:
            term, first, last = match.term, match.words[0], match.words[-1]
            if term.neutral or term.unless or (barred and (term.id, sentence[first]) in barred):
                continue
            start, end = tokens.starts[first], tokens.ends[last]
            other = hits.get((start, end, term.id))
            if other is None or (other.weak and not term.weak):
                hits[start, end, term.id] = Hit(self._kind, term.id, term.text, text[start:end], start, end, term.weak)
        return tuple(sorted(hits.values(), key=lambda h: (h.start, -h.end, h.id)))


def _sentences(tokens: Tokens) -> tuple[int, ...]:
    """Return, for each word, the number of its sentence."""
    return tuple(accumulate(int(b == STOP) for b in tokens.breaks))


def _longest(found: list[_Match]) -> list[_Match]:
    """Leave out what lies within a longer match, and what neutral terms cover."""
    if len(found) == 1:
        return found
    found.sort(key=_place)
    kept: list[_Match] = []
    simple = True  # no term has a gap, or bars another
    reach = -1  # the last word of the matches without a gap that begin before this one, or with it and are longer
    place, free = (-1, 0), False
    for match in found:
        term, solid = match.term, _solid(match)
        simple = simple and solid and not (term.unless or term.neutral)
        if term.unless or (term.neutral and term.id != NEUTRAL):
            continue
        if place != (place := _place(match)):
            free = reach < match.words[-1]
        if free:
            kept.append(match)
            reach = match.words[-1] if solid else reach
    if simple:
        return kept
    kept = _apart(kept, [m for m in kept if not _solid(m)], lambda m, wide: set(m.words) < set(wide.words))
    bars = [m for m in kept if m.term.neutral] + [m for m in found if m.term.neutral and m.term.id != NEUTRAL]
    kept = _apart(kept, bars, lambda m, bar: bar.term.id in (NEUTRAL, m.term.id) and set(m.words) <= set(bar.words))
    return kept + [m for m in found if m.term.unless]


def _place(match: _Match) -> tuple[int, int]:
    """Return what matches are sorted by: where they begin, and of such the longest first."""
    return match.words[0], -match.words[-1]


def _apart(matches: list[_Match], others: list[_Match], covers: Callable[[_Match, _Match], bool]) -> list[_Match]:
    """Leave out the matches that one of some others covers; only those that begin with one of its words can be."""
    if not others:
        return matches
    by_first: dict[int, list[_Match]] = defaultdict(list)
    for match in matches:
        by_first[match.words[0]].append(match)
    gone: set[int] = set()
    for other in others:
        if id(other) not in gone:
            gone.update(id(m) for first in other.words for m in by_first[first] if covers(m, other))
    return [m for m in matches if id(m) not in gone]


def _solid(match: _Match) -> bool:
    return match.words[-1] - match.words[0] + 1 == len(match.words)
