"""Evidence from sentence vectors: how near two points are in meaning, and how much nearer than their rivals.

The cosine alone says little, since all points of a contact are of one kind; by how much a pair beats the next
candidate of either of its points says more.
"""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.aligning.neighbours import Pair

NAMES = ("meaning", "meaning_rank", "meaning_margin", "meaning_lead")
"""The cosine; how many of the two points have no nearer partner (0..2); the lesser and the greater of the two
leads over the next candidate of each point."""

FLOOR = 0.35
"""Pairs that share neither topic nor word come into question from this cosine on."""


def meanings(cosines: Sequence[Sequence[float]]) -> dict[Pair, dict[str, float]]:
    """Give the evidence of every pair from the cosines of every point with every other."""
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
                "meaning": cosine,
                "meaning_rank": float((lead_a >= 0) + (lead_b >= 0)),
                "meaning_margin": min(lead_a, lead_b),
                "meaning_lead": max(lead_a, lead_b),
            }
    return found


def _two_best(values: Sequence[float]) -> tuple[float, float]:
    """Give the two highest values, 0 for one that is not there."""
    best = sorted((*values, 0.0, 0.0), reverse=True)
    return best[0], best[1]
