"""What one account alone has, under topics, with the closest passage of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readcmp.rendering.marked_passage import told
from readcmp.rendering.omissions import alone, candidates, remarks
from readcmp.rendering.report.passages import Closest, Only, Passage
from readcmp.rendering.view import View
from readcmp.rendering.wording import only_in, trimmed


def only_of(view: View, *, every: bool) -> Iterator[Only]:
    """Return, for each side that has any, the passages that no other side has; ``every`` adds what is no news."""
    weights = {
        point: finding.weight
        for finding in reversed(view.comparison.findings)
        for point in finding.points
        if finding.side is not None
    }
    for n in range(view.count):
        found = alone(view, n, every=every)
        if found.groups:
            groups = tuple(
                (view.label(topic), tuple(_passages(view, points, weights, every=every)))
                for topic, points in found.groups
            )
            yield Only(n, only_in(view.accounts[n]), found.remark, groups, remarks(view, found, every=every))


def _passages(view: View, points: Sequence[str], weights: dict[str, float], *, every: bool) -> Iterator[Passage]:
    """Return passages in the order of the text; a governing clause is not repeated from one to the next."""
    lead = ""
    for point, following in pairwise([*points, None]):
        assert point is not None
        own = view.points[point].lead
        closest = tuple(
            Closest(n, nearest.point, name, trimmed(view.points[nearest.point].text))
            for n, name, nearest in candidates(view, point, following, every=every)
        )
        words = tuple(told(view, point, short=bool(own) and own == lead))
        yield Passage(view.home[point], point, words, closest=closest, weight=weights.get(point, 0.0))
        lead = own
