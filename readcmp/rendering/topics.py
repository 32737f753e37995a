"""The topics in groups by which sides tell of them, in the order in which a table shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from readcmp.model import QUIET_TOPICS, Topic
from readcmp.rendering.view import View
from readcmp.rendering.wording import percent
from readcmp.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Tellers:
    """The sides, by their places, that have passages on a topic; ``sure`` if the other sides are known to have none."""

    sides: tuple[int, ...]
    sure: bool = True


def grouped(view: View) -> list[tuple[Tellers, list[Topic]]]:
    """Give each set of sides with the topics that just these tell; within it the first side's weight falls.

    With two sides the sets are *only A*, *A, possibly both*, *both*, *B, possibly both*, *only B*, so that what divides
    stands at the two ends and what is shared in the middle, and exchanging the sides turns the table upside down.
    Topics of the contact itself are not in it.
    """
    rows = [topic for topic in view.comparison.topics if topic.id not in QUIET_TOPICS]
    found = []
    for group in _groups(view):
        members = [topic for topic in rows if tellers(topic, view) == group]
        if members:
            found.append((group, sorted(members, key=lambda topic: _order(topic, view, group.sides))))
    return found


def told_by(view: View, group: Tellers) -> list[tuple[str, int | None]]:
    """Name a group in words, ``only in US and RU``: each piece with the place of the side that it names, or None."""
    if len(group.sides) == view.count:
        return [("in both" if view.count == 2 else "in all", None)]
    pieces: list[tuple[str, int | None]] = [("only in " if group.sure else "in ", None)]
    for place, n in enumerate(group.sides):
        pieces += [(" and ", None)] * bool(place) + [(view.tags[n], n)]
    if group.sure:
        return pieces
    return [*pieces, (", possibly in both" if view.count == 2 else ", possibly in others", None)]


def left_out(view: View) -> str:
    """Say what a table of these leaves out: the topics of the contact itself, which every account has."""
    parts = []
    for topic in view.comparison.topics:
        if topic.id in QUIET_TOPICS:
            given = [topic.sides.get(side.id) for side in view.comparison.sides]
            shares = [f"{tag} {percent(e.share)}" for tag, e in zip(view.tags, given, strict=True) if e]
            parts.append(f"{view.label(topic.id)} ({', '.join(shares)})")
    return f"Not shown: {'; '.join(parts)}." if parts else ""


def _groups(view: View) -> Iterable[Tellers]:
    """Give every set of sides that a topic can be told by, in the order in which they are shown."""
    sides = range(view.count)
    if view.count == 2:
        return (Tellers((0,)), Tellers((0,), sure=False), Tellers((0, 1)), Tellers((1,), sure=False), Tellers((1,)))
    groups = (group for size in range(view.count, 0, -1) for group in combinations(sides, size))
    return (Tellers(group, sure) for group in groups for sure in (False, True) if sure or len(group) < view.count)


def tellers(topic: Topic, view: View) -> Tellers:
    """Give the sides that tell of a topic, by their places.

    They alone do where the passages are not found on the other sides, which have none on any topic of these.
    """
    have = tuple(n for n, side in enumerate(view.comparison.sides) if topic.sides.get(side.id) is not None)
    points = [point for given in topic.sides.values() if given for point in given.points]
    also = {about for point in points for about in view.points[point].topics} - QUIET_TOPICS
    for n, side in enumerate(view.comparison.sides):
        told = (view.comparison.verdicts.get((point, side.id)) is not Verdict.ONLY for point in points)
        if n in have:
            continue
        named = {hit.id for point in side.points for hit in point.hits if hit.kind == "topic" and not hit.weak}
        if any(told) or topic.id in named or any(view.topics[t].sides.get(side.id) for t in also if t in view.topics):
            return Tellers(have, sure=False)
    return Tellers(have)


def _order(topic: Topic, view: View, group: tuple[int, ...]) -> tuple[float, str]:
    """Order by how much more the first of two sides gives a topic, with more sides by how far they differ."""
    given = [topic.sides[view.comparison.sides[n].id] for n in group]
    shares = [emphasis.share for emphasis in given if emphasis]
    if view.count == 2:
        if group == (1,):
            return shares[0], topic.id
        return -(shares[0] - (shares[1] if len(shares) > 1 else 0.0)), topic.id
    return -(max(shares) - min(shares) if len(shares) > 1 else shares[0]), topic.id
