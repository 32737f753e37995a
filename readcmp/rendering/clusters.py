"""Links put together to what is shown in one row, under one topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from readcmp.model import Link
from readcmp.rendering.view import View
from readcmp.rendering.wording import NEAR, NO_MATCH, percent
from readcmp.vocabulary import Verdict


class Cluster(Struct, frozen=True):
    """Points that belong in one row, in the order of their texts, a tuple of ids for each side.

    ``topic`` is one that points of several sides have, None if there is no such; ``beyond`` are links from the
    first of two sides' points here to points of other rows, which they fit better.
    """

    topic: str | None
    sides: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    beyond: tuple[Link, ...] = ()

    def score(self, point: str) -> float:
        """Return the best score 0..1 that a point has here."""
        return max((link.score for link in self.links if point in (link.a, link.b)), default=0.0)


def linked(view: View, *, every: bool = False) -> tuple[list[tuple[str | None, list[Cluster]]], str]:
    """Return the links in rows under their topics, and a word on those left out, which are about the call itself.

    ``every`` leaves out none.
    """
    found = clusters(view, view.likely)
    shown = [cluster for cluster in found if every or cluster.topic not in view.quiet_topics]
    left = len(found) - len(shown)
    rest = "One more match is" if left == 1 else f"{left} more matches are"
    return by_topic(view, shown), f"{rest} only about the call itself." if left else ""


def possible(view: View, *, every: bool = False) -> tuple[list[Cluster], int]:
    """Return what is possibly in both in rows, the likeliest first, and how many weaker pairs are left out.

    Every point that another side may tell, and that no likely link joins to it, stands here with its best candidate
    there, or by itself where there is none; ``every`` adds the other pairs, and those about the call itself.
    """
    needed = dict.fromkeys(_unsettled(view, every=every))
    links, rest = [], 0
    pairs = (*view.weak, *_nearest(view, needed))
    for link in sorted(pairs, key=lambda link: (-link.score, view.place(link.a) + view.place(link.b))):
        ends = [(link.a, view.home[link.b]), (link.b, view.home[link.a])]
        if any(end in needed for end in ends):
            links.append(link)
            needed = {end: None for end in needed if end not in ends}
        elif every:
            links.append(link)
        else:
            rest += view.is_news(link.a) and view.is_news(link.b)
    rows = clusters(view, links)
    shown = {point for row in rows for points in row.sides for point in points}
    alone = [point for point in dict.fromkeys(point for point, _ in needed) if point not in shown]
    rows += [Cluster(_topic(view, sides), sides, ()) for point in alone if (sides := _by_itself(view, point))]
    return sorted(rows, key=lambda row: -max((link.score for link in row.links), default=0.0)), rest


def _unsettled(view: View, *, every: bool) -> Iterable[tuple[str, int]]:
    """Return each point, with the place of each side that may tell it and that no likely link joins to it."""
    joined = {(k.a, view.home[k.b]) for k in view.likely} | {(k.b, view.home[k.a]) for k in view.likely}
    for point in view.points:
        for n, side in enumerate(view.comparison.sides):
            verdict = view.comparison.verdicts.get((point, side.id))
            told = verdict is None or verdict is Verdict.ONLY or (point, n) in joined
            if not told and (every or view.is_news(point)):
                yield point, n


def _nearest(view: View, needed: Iterable[tuple[str, int]]) -> Iterable[Link]:
    """Return the nearest candidates of points that have no weak link, as if they were linked."""
    has = {(k.a, view.home[k.b]) for k in view.weak} | {(k.b, view.home[k.a]) for k in view.weak}
    for point, n in needed:
        near = view.comparison.nearest.get((point, view.comparison.sides[n].id))
        if near is None or near.score < NEAR or (point, n) in has:
            continue
        if view.verdict(near.point, point) is not Verdict.ONLY:
            ends = (point, near.point) if view.home[point] < n else (near.point, point)
            yield Link(*ends, near.score)


def _by_itself(view: View, point: str) -> tuple[tuple[str, ...], ...]:
    return tuple((point,) if n == view.home[point] else () for n in range(view.count))


def absent(view: View, cluster: Cluster, side: int) -> str:
    """Describe what is known of a side without a point in a row: that it has none, or that this is not sure."""
    name = view.comparison.sides[side].id
    told = {view.comparison.verdicts.get((point, name)) for points in cluster.sides for point in points}
    return NO_MATCH if told <= {Verdict.ONLY} else "not sure"


def shares(view: View, topic: str | None) -> list[str]:
    """Return what each side gives a topic of its own words: ``US 31%``; nothing for no topic."""
    if topic is None or topic not in view.topics:
        return []
    given = [view.topics[topic].sides.get(side.id) for side in view.comparison.sides]
    return [f"{tag} {percent(e.share) if e else '–'}" for tag, e in zip(view.tags, given, strict=True)]


def clusters(view: View, links: Sequence[Link]) -> list[Cluster]:
    """Put every point into one row with the partner that it fits best, so that a row stays readable.

    All that hangs together by links would at times be half of both texts. The rows come in the order in which
    the texts tell them.
    """
    best: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (-link.score, view.place(link.a) + view.place(link.b))):
        best.setdefault(link.a, link)
        best.setdefault(link.b, link)
    row: dict[str, set[str]] = {}
    for link in best.values():
        merged = row.get(link.a, {link.a}) | row.get(link.b, {link.b})
        for point in merged:
            row[point] = merged
    found = []
    for members in {id(points): points for points in row.values()}.values():
        sides = tuple(tuple(point.id for point in side.points if point.id in members) for side in view.comparison.sides)
        inside = tuple(link for link in links if link.a in members and link.b in members)
        beyond = tuple(link for link in links if link.a in members and link.b not in members)
        found.append(Cluster(_topic(view, sides), sides, inside, beyond))
    return sorted(found, key=lambda cluster: (_place(view, cluster), cluster.sides))


def by_topic(view: View, found: Iterable[Cluster]) -> list[tuple[str | None, list[Cluster]]]:
    """Sort rows under their topics, those first to which the sides give the most, the quiet ones last."""
    under: dict[str | None, list[Cluster]] = {}
    for cluster in found:
        under.setdefault(cluster.topic, []).append(cluster)

    def order(topic: str | None) -> tuple[bool, bool, float, str]:
        return topic in view.quiet_topics, topic is None, -view.importance(topic), topic or ""

    return sorted(under.items(), key=lambda item: order(item[0]))


def _topic(view: View, sides: Sequence[Sequence[str]]) -> str | None:
    """Return the topic that most sides have, then most points; of equals what more are mainly about, then the rarer."""
    has, mainly, several = Counter[str](), Counter[str](), Counter[str]()
    for points in sides:
        topics = [view.points[point].topics for point in points]
        has.update(topic for found in topics for topic in found)
        mainly.update(topic for found in topics for topic in found[:1])
        several.update({topic for found in topics for topic in found})
    shared = [topic for topic, count in several.items() if count > 1]
    return min(shared, key=lambda t: (-several[t], -has[t], -mainly[t], view.importance(t), t), default=None)


def _place(view: View, cluster: Cluster) -> float:
    told = [min(view.place(point) for point in points) for points in cluster.sides if points]
    return sum(told) / len(told)
