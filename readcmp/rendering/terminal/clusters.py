"""Links put together: what hangs together by links is shown once, under one topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readcmp.model import Link
from readcmp.rendering.terminal.screen import QUIET_TOPICS, Screen


@dataclass(frozen=True, slots=True)
class Cluster:
    """Points that hang together by links, in the order of their texts, a tuple of ids for each side."""

    topic: str | None
    sides: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]

    def score(self, point: str) -> float:
        """Give the best score 0..1 that a point has here."""
        return max(link.score for link in self.links if point in (link.a, link.b))


def clusters(screen: Screen, links: Sequence[Link]) -> list[Cluster]:
    """Group links that share points; the groups come in the order in which the texts tell them."""
    group: dict[str, set[str]] = {}
    for link in links:
        merged = group.get(link.a, {link.a}) | group.get(link.b, {link.b})
        for point in merged:
            group[point] = merged
    found = []
    for members in {id(points): points for points in group.values()}.values():
        sides = tuple(
            tuple(point.id for point in side.points if point.id in members)
            for side in screen.comparison.sides
        )
        inside = tuple(link for link in links if link.a in members)
        found.append(Cluster(_topic(screen, members), sides, inside))
    return sorted(found, key=lambda cluster: (_place(screen, cluster), cluster.sides))


def by_topic(screen: Screen, found: Iterable[Cluster]) -> list[tuple[str | None, list[Cluster]]]:
    """Sort clusters under their topics, those first to which the sides give the most, the quiet ones last."""
    under: dict[str | None, list[Cluster]] = {}
    for cluster in found:
        under.setdefault(cluster.topic, []).append(cluster)
    return sorted(under.items(), key=lambda item: (item[0] in QUIET_TOPICS, -screen.importance(item[0]), item[0] or ""))


def _topic(screen: Screen, members: set[str]) -> str | None:
    """Give the topic that most points have; of equals what more are mainly about, then the rarer."""
    has: Counter[str] = Counter()
    mainly: Counter[str] = Counter()
    for point in members:
        topics = screen.points[point].topics
        has.update(topics)
        mainly.update(topics[:1])
    return min(has, key=lambda t: (-has[t], -mainly[t], screen.importance(t), t), default=None)


def _place(screen: Screen, cluster: Cluster) -> float:
    told = [min(screen.place(point) for point in points) for points in cluster.sides if points]
    return sum(told) / len(told)
