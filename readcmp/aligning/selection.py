"""Which pairs are links, decided over all pairs at once; no link is always a candidate."""

from __future__ import annotations

from collections.abc import Mapping

from readcmp.aligning.link_model import Weights
from readcmp.aligning.neighbours import Pair


def select_links(scores: Mapping[Pair, float], weights: Weights) -> tuple[list[Pair], list[Pair]]:
    """Return the links and the possible links among scored pairs, many-to-many, each in the order of the texts.

    A pair must reach the threshold, and a part of the best score that its ends reach elsewhere: a point that
    one partner fits far better is not also linked to all that resembles it.
    """
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(best_a.get(i, 0.0), score)
        best_b[j] = max(best_b.get(j, 0.0), score)
    links, possible = [], []
    for (i, j), score in scores.items():
        stands = score >= weights.competition * max(best_a[i], best_b[j])
        if score >= weights.link and stands:
            links.append((i, j))
        elif score >= weights.possible:
            possible.append((i, j))
    done_a, done_b = {i for i, _ in links}, {j for _, j in links}
    return sorted(links), sorted((i, j) for i, j in possible if i not in done_a or j not in done_b)
