"""Emphasis: what each side gives each topic of its own text."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.lexicon import Lexicon
from readcmp.model import Emphasis, Point, Side, Topic
from readcmp.text import count_words


def measure_emphasis(sides: Sequence[Side], lexicon: Lexicon) -> tuple[Topic, ...]:
    """Return every topic that some side mentions, those with the largest share on any side first.

    A share is the part 0..1 of the side's own words that stand in points of the topic; since a point can have
    several topics, the shares of a side can add up to more than 1. Words, not characters, are compared within
    one side only, so that languages need no common measure.
    """
    given = {side.id: _emphases(side) for side in sides}
    found = {topic for emphases in given.values() for topic in emphases}
    rows = []
    for topic in found:
        entry = lexicon.topics.get(topic)
        rows.append(
            Topic(
                id=topic,
                label=entry.label if entry else topic.lstrip("~").replace("-", " "),
                group=entry.group if entry else "named from the text",
                sides={side.id: given[side.id].get(topic) for side in sides},
                traits=entry.traits if entry else frozenset(),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-max(e.share for e in row.sides.values() if e), row.id)))


def _emphases(side: Side) -> dict[str, Emphasis]:
    text = side.readout.text
    words = {point.id: count_words(text, point.start, point.end) for point in side.points}
    total = sum(words.values())
    by_topic: dict[str, list[Point]] = {}
    for point in side.points:
        for topic in point.topics:
            by_topic.setdefault(topic, []).append(point)
    counted = {topic: sum(words[p.id] for p in points) for topic, points in by_topic.items()}
    ranks = {count: rank for rank, count in enumerate(sorted(set(counted.values()), reverse=True), start=1)}
    return {
        topic: Emphasis(
            points=tuple(p.id for p in points),
            words=counted[topic],
            share=counted[topic] / total if total else 0.0,
            rank=ranks[counted[topic]],
            first=min(p.start for p in points) / len(text),
        )
        for topic, points in by_topic.items()
    }
