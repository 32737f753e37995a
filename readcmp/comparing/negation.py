"""Negations that one of two points has and the other has not: a statement and its contrary share all other words."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.annotation.content import TextContent
from readcmp.content import Negation
from readcmp.model import Gap
from readcmp.vocabulary import GapKind


def find_negation_gaps(ours: TextContent, theirs: TextContent) -> list[Gap]:
    """Return a gap for each negation that only one of two texts has.

    Negations of the same words cancel each other out. Of those left, one is told where the other text has none
    left, or says unnegated what it denies. Exchanging the texts exchanges the ends.
    """
    left, right = _unmatched(ours.negations, theirs.negations), _unmatched(theirs.negations, ours.negations)
    here = [n.words for n in left if n.told and (not right or n.denied & theirs.unnegated)]
    there = [n.words for n in right if n.told and (not left or n.denied & ours.unnegated)]
    return [Gap(GapKind.NEGATION, words, None) for words in here] + [Gap(GapKind.NEGATION, None, w) for w in there]


def _unmatched(these: Sequence[Negation], those: Sequence[Negation]) -> list[Negation]:
    """Return the negations that have no counterpart: one that denies the same."""
    denied = frozenset[str]().union(*(other.denied for other in those))
    return [n for n in these if n.denied.isdisjoint(denied)]
