"""The tables and their rows. Columns are named as the model names the same things; ids join one table to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from readcmp.model import Link, Nearest, Point
from readcmp.rendering.csv.cells import Value
from readcmp.rendering.reasons import reasons
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import trimmed
from readcmp.text import count_words
from readcmp.vocabulary import Verdict

Row = tuple[Value, ...]
Table = tuple[tuple[str, ...], Callable[[View], Iterator[Row]]]

LINKS = (
    "kind", "topic", "side_a", "text_a", "side_b", "text_b", "score", "gaps_a", "gaps_b", "why", "a", "b",
    "nearest", "nearest_score",
)  # fmt: skip
POINTS = (
    "side", "id", "topic", "topics", "lead", "text", "words", "start", "end", "speaker", "act", "act_term", "strength",
    "placeholder", "linked", "links", "score", "nearest", "nearest_score",
)  # fmt: skip
FINDINGS = ("kind", "weight", "doubtful", "topic", "side", "text", "points", "nearest", "nearest_score")
TOPICS = ("topic", "label", "group", "side", "words", "share", "rank", "first", "points")


def _links(view: View) -> Iterator[Row]:
    """Give all that is told, side by side: each link, each possible one, each point for which another side has none.

    ``kind`` is ``link``, ``possible``, ``not found``, ``not sure`` (that it is not there), or ``quiet`` for what has no
    match and is no news, since it tells of the contact itself or names no topic. Side a comes before side b in the
    order of the comparison, so that each side's texts stand in one column where there are two.
    """
    for kind, links in (("link", view.comparison.links), ("possible", view.comparison.possible)):
        for link in links:
            yield _pair(view, kind, link)
    shown = (*view.likely, *view.weak)
    told = {(link.a, view.home[link.b]) for link in shown} | {(link.b, view.home[link.a]) for link in shown}
    for side in view.comparison.sides:
        for point in side.points:
            for n, other in enumerate(view.comparison.sides):
                if other is not side and (point.id, n) not in told:
                    only = view.comparison.verdicts.get((point.id, other.id)) is Verdict.ONLY
                    kind = "not found" if only else "not sure"
                    yield _alone(view, kind if view.is_news(point.id) else "quiet", point, n)


def _pair(view: View, kind: str, link: Link) -> Row:
    a, b = view.points[link.a], view.points[link.b]
    topic = next((view.label(topic) for topic in a.topics if topic in b.topics), None)
    gaps = ["; ".join(f"{gap.kind}: {words}" for gap, words in side if words)
            for side in ([(gap, gap.a) for gap in link.gaps], [(gap, gap.b) for gap in link.gaps])]  # fmt: skip
    why = "; ".join(reasons(view, [link], every=True))
    return (
        kind, topic, _side(view, a), _told(a), _side(view, b), _told(b), round(link.score, 3), *gaps, why, a.id, b.id,
        None, None,
    )  # fmt: skip


def _alone(view: View, kind: str, point: Point, other: int) -> Row:
    """Give a point in its own side's columns; the other side's stay empty but for its name."""
    name = view.comparison.sides[other].id
    own, empty = (_side(view, point), _told(point)), (name, None)
    first = view.home[point.id] < other
    topic = view.label(point.topics[0]) if point.topics else None
    ids = (point.id, None) if first else (None, point.id)
    nearest = view.comparison.nearest.get((point.id, name))
    sides = (*own, *empty) if first else (*empty, *own)
    return (kind, topic, *sides, None, None, None, None, *ids, *_nearest(nearest))


def _points(view: View) -> Iterator[Row]:
    """Give every point, in the order of the texts. ``score`` is that of its best link, ``nearest`` if it has none."""
    for side in view.comparison.sides:
        text = side.readout.text
        for point in side.points:
            own = [link for link in view.comparison.links if point.id in (link.a, link.b)]
            partners = " ".join(link.b if point.id == link.a else link.a for link in own)
            near = [found for (name, _), found in view.comparison.nearest.items() if name == point.id and not own]
            act = point.act and (point.act.kind, point.act.term, point.act.strength)
            yield (
                side.id, point.id, view.label(point.topics[0]) if point.topics else None, " ".join(point.topics),
                point.lead, point.text, count_words(text, point.start, point.end), point.start, point.end,
                point.speaker, *(act or (None, None, None)), point.placeholder, bool(own),
                partners, max((round(link.score, 3) for link in own), default=None),
                *_nearest(max(near, key=lambda found: found.score, default=None)),
            )  # fmt: skip


def _topics(view: View) -> Iterator[Row]:
    """Give each topic once a side; a side that does not mention it gives it no words, and no rank."""
    for topic in view.comparison.topics:
        for side, given in topic.sides.items():
            head = (topic.id, topic.label, topic.group, side)
            if given is None:
                yield (*head, 0, 0.0, None, None, None)
            else:
                figures = (given.words, round(given.share, 4), given.rank, round(given.first, 4))
                yield (*head, *figures, " ".join(given.points))


def _findings(view: View) -> Iterator[Row]:
    """Give the findings, the weightiest first."""
    for found in view.comparison.findings:
        topic = view.label(found.topic) if found.topic else None
        head = (found.kind, round(found.weight, 3), found.doubtful, topic, found.side, found.text)
        yield (*head, " ".join(found.points), *_nearest(found.nearest))


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "links": (LINKS, _links),
        "points": (POINTS, _points),
        "topics": (TOPICS, _topics),
        "findings": (FINDINGS, _findings),
    }
)
"""Each table's columns and what makes its rows, the one that shows most first."""


def _side(view: View, point: Point) -> str:
    return view.comparison.sides[view.home[point.id]].id


def _told(point: Point) -> str:
    """Give a point's words after the clause that governs them."""
    return f"{safe(point.lead)} … {trimmed(point.text)}" if point.lead else trimmed(point.text)


def _nearest(found: Nearest | None) -> tuple[Value, Value]:
    return (None, None) if found is None else (found.point, round(found.score, 3))
