"""The matches of a report: passages side by side, and why they stand in one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcmp.rendering.clusters import Cluster, absent, linked, possible, shares
from readcmp.rendering.marked_passage import speakers, told, unplaced
from readcmp.rendering.reasons import reasons
from readcmp.rendering.report.passages import Closest, Match, Matches, Matter, Passage
from readcmp.rendering.topics import folded
from readcmp.rendering.view import View
from readcmp.rendering.wording import DIFFERENT, UNMATCHED, confidence, in_both, possibly, trimmed
from readcmp.vocabulary import Verdict


def matches_of(view: View, *, every: bool) -> Matches:
    """Return what accounts have in common, under topics; ``every`` adds what is about the call itself."""
    found, rest = linked(view, every=every)
    party = _parties(view)
    found = [(topic, [row for row in rows if every or _is_of_several(row, party)]) for topic, rows in found]
    matters = tuple(
        Matter(
            view.label(topic) if topic else DIFFERENT,
            tuple(shares(view, topic)),
            tuple(_match(view, cluster, every=every) for cluster in rows),
            formal=topic is not None and topic in view.topics and folded(view.topics[topic]),
        )
        for topic, rows in found
        if rows
    )
    return Matches(in_both(len(view.parties)), matters, rest)


def possible_of(view: View, *, every: bool) -> Matches:
    """Return what accounts may have in common, the likeliest first; ``every`` adds the less likely."""
    found, left = possible(view, every=every)
    party = _parties(view)
    found = [row for row in found if every or _is_of_several(row, party) or _is_unsettled(view, row)]
    rows = tuple(_match(view, cluster, every=every, faint=True) for cluster in found)
    rest = f"{left} weaker {'match is' if left == 1 else 'matches are'} not shown." if left else ""
    return Matches(possibly(len(view.parties)), (Matter("", (), rows),) if rows else (), rest)


def _parties(view: View) -> Mapping[int, int]:
    """Return the place of each side's government."""
    return {n: place for place, party in enumerate(view.parties) for n in party.sides}


def _is_unsettled(view: View, cluster: Cluster) -> bool:
    """Whether a row is a passage by itself that another government's account may have."""
    points = [point for points in cluster.sides for point in points]
    return len(points) == 1 and view.standing_elsewhere(points[0]) is Verdict.UNSURE


def _is_of_several(cluster: Cluster, party: Mapping[int, int]) -> bool:
    """Whether a row has passages of several governments, not only of several versions of one account."""
    return len({party[n] for n, points in enumerate(cluster.sides) if points}) > 1


def _match(view: View, cluster: Cluster, *, every: bool, faint: bool = False) -> Match:
    """Return a row; a ``faint`` one is for a second look: no marks, and reasons only with ``every``."""
    scores = sorted({f"{link.score:.2f}" for link in cluster.links})
    named = [] if faint and not every else reasons(view, cluster.links, topic=cluster.topic, every=every)
    return Match(
        tuple(_passages(view, cluster, points, faint=faint) for points in cluster.sides),
        tuple(
            "" if points or faint or view.count < 3 else absent(view, cluster, n)
            for n, points in enumerate(cluster.sides)
        ),
        "–".join(dict.fromkeys((scores[0], scores[-1]))) if scores else UNMATCHED,
        tuple(named),
        () if faint and not every else tuple(_apart(view, cluster, every=every)),
        () if faint else tuple(_beyond(view, cluster)),
    )


def _passages(view: View, cluster: Cluster, points: Sequence[str], *, faint: bool) -> tuple[Passage, ...]:
    """Return one side's passages; a governing clause is not repeated from one list item to the next."""
    found, lead = [], ""
    for point in points:
        own = view.points[point].lead
        words = told(view, point, () if faint else cluster.links, short=bool(own) and own == lead)
        score = cluster.score(point)
        mark = confidence(0.0 if faint else score) if cluster.links else ""
        found.append(Passage(view.home[point], point, tuple(words), mark, score))
        lead = own
    return tuple(found)


def _apart(view: View, cluster: Cluster, *, every: bool) -> list[str]:
    """Describe what differs without showing in the words: what one side alone has, and who is said to speak."""
    found = []
    for n, points in enumerate(cluster.sides):
        words = [words for point in points for words in unplaced(view, point, cluster.links)]
        if words:
            found.append(f"in {view.tags[n]} only: {', '.join(f'“{one}”' for one in dict.fromkeys(words))}")
    return [*found, *speakers(view, cluster.links)[: None if every else 1]]


def _beyond(view: View, cluster: Cluster) -> list[Closest]:
    found = []
    for link in cluster.beyond:
        n = view.home[link.b]
        name = f"also matches {view.tags[n]} ({link.score:.2f})"
        found.append(Closest(n, link.b, name, trimmed(view.points[link.b].text)))
    return found
