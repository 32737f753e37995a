"""The tables and their rows. Columns are named as the JSON names the same things; ids join one table to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from readcmp.errors import UsageError
from readcmp.finding import Nearest
from readcmp.model import Link, Point
from readcmp.rendering.csv.cells import Value
from readcmp.rendering.event import title_of_event
from readcmp.rendering.json import to_dict
from readcmp.rendering.reasons import reasons
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import LIKELY, SURE, trimmed
from readcmp.text import count_words
from readcmp.vocabulary import Verdict

Row = tuple[Value, ...]
Table = tuple[tuple[str, ...], Callable[[View], Iterator[Row]]]

EVENT = ("event", "date")
"""The first columns of every table, so that those of many calls can stand in one file."""

LINKS = (
    "kind", "topic_id", "topic", "side_a", "id_a", "text_a", "side_b", "id_b", "text_b", "score", "strength",
    "differs_a", "differs_b", "reasons", "closest", "closest_score",
)  # fmt: skip
POINTS = (
    "side", "id", "topic_id", "topic", "topic_ids", "lead", "text", "words", "start", "end", "speaker", "act",
    "act_term", "act_strength", "placeholder", "verdict", "links", "score", "closest", "closest_score",
)  # fmt: skip
FINDINGS = (
    "kind", "weight", "doubtful", "topic_id", "topic", "headline", "told_by", "missing_from", "side_a", "quote_a",
    "side_b", "quote_b", "points", "closest", "closest_score",
)  # fmt: skip
TOPICS = ("topic_id", "topic", "group", "side", "words", "share", "rank", "first", "points")


def _links(view: View) -> Iterator[Row]:
    """Return all that is told, side by side: each link, each possible one, each point for which another side has none.

    ``kind`` is ``link``, ``possible``, the verdict ``only`` or ``unsure`` of a point without a link, or ``minor`` where
    such a point is no news, since it tells of the contact itself or names no topic. Side a comes before side b in the
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
                    verdict = view.comparison.verdicts.get((point.id, other.id), Verdict.UNSURE)
                    yield _alone(view, str(verdict) if view.is_news(point.id) else "minor", point, n)


def _pair(view: View, kind: str, link: Link) -> Row:
    a, b = view.points[link.a], view.points[link.b]
    topic = next((topic for topic in a.topics if topic in b.topics), None)
    differs = ["; ".join(f"{gap.kind}: {words}" for gap, words in side if words)
               for side in ([(gap, gap.a) for gap in link.gaps], [(gap, gap.b) for gap in link.gaps])]  # fmt: skip
    why = "; ".join(reasons(view, [link], every=True))
    ends = (*_told(view, a), *_told(view, b))
    return (kind, *_topic(view, topic), *ends, round(link.score, 3), _strength(link.score), *differs, why, None, None)


def _alone(view: View, kind: str, point: Point, other: int) -> Row:
    """Return a point in its own side's columns; the other side's stay empty but for its name."""
    name = view.comparison.sides[other].id
    own, empty = _told(view, point), (name, None, None)
    ends = (*own, *empty) if view.home[point.id] < other else (*empty, *own)
    topic = point.topics[0] if point.topics else None
    closest = _closest(view.comparison.nearest.get((point.id, name)))
    return (kind, *_topic(view, topic), *ends, None, None, None, None, None, *closest)


def _points(view: View) -> Iterator[Row]:
    """Return every point, in the order of the texts. ``score`` is that of its best link, ``closest`` if it has none."""
    for side in view.comparison.sides:
        text = side.readout.text
        for point in side.points:
            own = [link for link in view.comparison.links if point.id in (link.a, link.b)]
            partners = " ".join(link.b if point.id == link.a else link.a for link in own)
            near = [found for (name, _), found in view.comparison.nearest.items() if name == point.id and not own]
            act = point.act and (point.act.kind, point.act.term, point.act.strength)
            yield (
                side.id, point.id, *_topic(view, point.topics[0] if point.topics else None), " ".join(point.topics),
                point.lead, point.text, count_words(text, point.start, point.end), point.start, point.end,
                point.speaker, *(act or (None, None, None)), point.placeholder, str(view.standing(point.id)),
                partners, max((round(link.score, 3) for link in own), default=None),
                *_closest(max(near, key=lambda found: found.score, default=None)),
            )  # fmt: skip


def _topics(view: View) -> Iterator[Row]:
    """Return each topic once for every side that mentions it."""
    for topic in view.comparison.topics:
        for side, given in topic.sides.items():
            if given is not None:
                figures = (given.words, round(given.share, 4), given.rank, round(given.first, 4))
                yield (topic.id, topic.label, topic.group, side, *figures, " ".join(given.points))


def _findings(view: View) -> Iterator[Row]:
    """Return the findings, the weightiest first, each with what the two sides that are compared say."""
    order = [side.id for side in view.comparison.sides]
    for found in to_dict(view.comparison)["findings"]:
        involved = found["between"] or [*found["told_by"], *found["missing_from"]]
        pair = sorted(dict.fromkeys(involved), key=order.index)[:2]
        quotes: list[Value] = []
        for side in (*pair, None, None)[:2]:
            quotes += (side, _quoted(found["quotes"], side))
        closest = found["closest"]
        yield (
            found["kind"], found["weight"], found["doubtful"], *_topic(view, found["topic"]), found["headline"],
            " ".join(found["told_by"]), " ".join(found["missing_from"]), *quotes, " ".join(found["points"]),
            *((closest["point"], closest["score"]) if closest else (None, None)),
        )  # fmt: skip


def _with_event(rows: Callable[[View], Iterator[Row]]) -> Callable[[View], Iterator[Row]]:
    """Return the rows with what they are of before them: the title of the contact, else the sides, and its day."""

    def rows_of_event(view: View) -> Iterator[Row]:
        title = title_of_event(view.comparison) or " / ".join(side.readout.label for side in view.comparison.sides)
        for row in rows(view):
            yield (title, view.comparison.event.date, *row)

    return rows_of_event


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        name: ((*EVENT, *columns), _with_event(rows))
        for name, columns, rows in (
            ("links", LINKS, _links),
            ("points", POINTS, _points),
            ("topics", TOPICS, _topics),
            ("findings", FINDINGS, _findings),
        )
    }
)
"""Each table's columns and what makes its rows, the one that shows most first."""


def table_of(name: str) -> Table:
    """Return a table by its name; UsageError for one that there is not."""
    if name not in TABLES:
        raise UsageError(f"no table is called {name!r}", hint=f"there are {', '.join(TABLES)}")
    return TABLES[name]


def _topic(view: View, topic: str | None) -> tuple[Value, Value]:
    """Return a topic's id and label, as all tables have them."""
    return (None, None) if topic is None else (topic, view.topics[topic].label if topic in view.topics else topic)


def _told(view: View, point: Point) -> tuple[Value, Value, Value]:
    """Return whose a point is, its id, and its words after the clause that governs them."""
    text = f"{safe(point.lead)} … {trimmed(point.text)}" if point.lead else trimmed(point.text)
    return view.comparison.sides[view.home[point.id]].id, point.id, text


def _quoted(quotes: Sequence[Mapping[str, Any]], side: str | None) -> str | None:
    """Return the passages of one side that prove a finding, None where there is none."""
    return " … ".join(trimmed(quote["text"]) for quote in quotes if quote["side"] == side) or None


def _strength(score: float) -> str:
    return "strong" if score >= SURE else "likely" if score >= LIKELY else "weak"


def _closest(found: Nearest | None) -> tuple[Value, Value]:
    return (None, None) if found is None else (found.point, round(found.score, 3))
