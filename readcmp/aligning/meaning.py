"""Evidence from vectors: how near two points are in meaning, and how much nearer than their rivals.

The cosine alone says little, since all points of a contact are of one kind; by how much a pair beats the next
candidate of either of its points says more.
"""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.aligning.neighbours import Pair

SENTENCE, WORD, OUTLOOK = "meaning", "sense", "outlook"
"""What is set beside each other: sentence vectors, word vectors, the topics that word vectors make likely."""

PARTS = ("", "_rank", "_margin", "_lead", "_in_step")
"""The cosine; how many of the two points have no nearer partner (0..2); the lesser and the greater of the two
leads over the next candidate of each point; the better cosine of the pairs that come before and after on both sides."""

NAMES = tuple(SENTENCE + part for part in PARTS)
"""The evidence of the encoder's sentence vectors, which is an extra."""

WORD_NAMES = (*(WORD + part for part in PARTS), OUTLOOK, OUTLOOK + "_margin")
"""The evidence of word vectors, which is always there."""

NOTHING_BESIDE = -0.2
"""The cosine taken for the pairs beyond the first and the last points."""

FLOOR, SENSIBLE = 0.35, 0.2
"""Pairs that share neither topic nor word come into question from this cosine of sentence or word vectors on."""


def meanings(cosines: Sequence[Sequence[float]], name: str = SENTENCE) -> dict[Pair, dict[str, float]]:
    """Return the evidence of every pair, each kind begun with ``name``, from the cosines of all points with all."""
    if not cosines or not cosines[0]:
        return {}
    rows = [_two_best(row) for row in cosines]
    columns = [_two_best(column) for column in zip(*cosines, strict=True)]
    found = {}
    for i, row in enumerate(cosines):
        first_a, second_a = rows[i]
        for j, cosine in enumerate(row):
            first_b, second_b = columns[j]
            lead_a = cosine - (second_a if cosine >= first_a else first_a)
            lead_b = cosine - (second_b if cosine >= first_b else first_b)
            found[i, j] = {
                name: cosine,
                f"{name}_rank": float((lead_a >= 0) + (lead_b >= 0)),
                f"{name}_margin": min(lead_a, lead_b),
                f"{name}_lead": max(lead_a, lead_b),
                f"{name}_in_step": max(_at(cosines, i - 1, j - 1), _at(cosines, i + 1, j + 1)),
            }
    return found


def _at(cosines: Sequence[Sequence[float]], i: int, j: int) -> float:
    return cosines[i][j] if 0 <= i < len(cosines) and 0 <= j < len(cosines[i]) else NOTHING_BESIDE


def _two_best(values: Sequence[float]) -> tuple[float, float]:
    """Give the two highest values, 0 for one that is not there."""
    best = sorted((*values, 0.0, 0.0), reverse=True)
    return best[0], best[1]
