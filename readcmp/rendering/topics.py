"""The topics in groups by which sides tell of them, in the order in which a table shows them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct

from readcmp.model import Topic
from readcmp.rendering.view import View
from readcmp.rendering.wording import in_all, only_in, percent
from readcmp.vocabulary import Trait, Verdict

NAMED = "~"
"""Begins the ids of topics that the lexicon does not have, which are named from the text."""


class Tellers(Struct, frozen=True):
    """The sides, by their places, that have passages on a topic; ``sure`` if the other sides are known to have none."""

    sides: tuple[int, ...]
    sure: bool = True


def grouped(view: View) -> list[tuple[Tellers, list[Topic]]]:
    """Return each set of sides with the topics that just these have, those with the largest shares first.

    What all have comes first; then, with two sides, what each has and the other may have, and what each alone has.
    Topics of the call itself and those named from the text are not in it.
    """
    rows = rows_of(view)
    have = {topic.id: tellers(topic, view) for topic in rows}
    found = []
    for group in _groups(view):
        members = [topic for topic in rows if have[topic.id] == group]
        if members:
            found.append((group, sorted(members, key=lambda topic: (-view.importance(topic.id), topic.id))))
    return found


def rows_of(view: View) -> list[Topic]:
    """Return the topics that are rows of a table: not those of the call itself, and none named from the text.

    The names of these are words of a passage, too rough to be set beside topics.
    """
    return [topic for topic in view.comparison.topics if not folded(topic) and not topic.id.startswith(NAMED)]


def folded(topic: Topic) -> bool:
    """Whether a topic is about the call itself: that there was one, how it went, what was said in passing."""
    return Trait.FOLDED in topic.traits


def told_by(view: View, group: Tellers) -> list[tuple[str, int | None]]:
    """Name a group in words, ``Only in the US account``: pieces, each with the place of the side it names, or None."""
    if len(group.sides) == view.count:
        return [(in_all(view.count), None)]
    called = view.accounts if len(group.sides) == 1 else view.tags
    pieces: list[tuple[str, int | None]] = [(only_in("") if group.sure else "In ", None)]
    for place, n in enumerate(group.sides):
        pieces += [(_before(place, len(group.sides)), None)] * bool(place) + [(called[n], n)]
    if group.sure:
        return pieces
    return [*pieces, (", possibly in both" if view.count == 2 else ", possibly in others", None)]


def _before(place: int, count: int) -> str:
    return " and " if place == count - 1 else ", "


def absent(group: Tellers) -> str:
    """Describe what is known of a side that has no passage on a topic of a group."""
    return "not mentioned" if group.sure else "possibly"


def left_out(view: View) -> str:
    """Describe what a table of these leaves out: the topics of the call itself, in one line."""
    parts = []
    for topic in view.comparison.topics:
        if folded(topic):
            given = [topic.sides.get(side.id) for side in view.comparison.sides]
            shares = [f"{tag} {percent(e.share)}" for tag, e in zip(view.tags, given, strict=True) if e]
            parts.append(f"{view.label(topic.id)} ({', '.join(shares)})")
    return f"Not shown, about the call itself: {'; '.join(parts)}." if parts else ""


def _groups(view: View) -> Iterable[Tellers]:
    """Return every set of sides that can have a topic, in the order in which they are shown."""
    sides = range(view.count)
    groups = (group for size in range(view.count, 0, -1) for group in combinations(sides, size))
    found = [Tellers(group, sure) for group in groups for sure in (True, False) if sure or len(group) < view.count]
    return sorted(found, key=lambda group: (-len(group.sides), group.sure, group.sides))


def tellers(topic: Topic, view: View) -> Tellers:
    """Return the sides that have a topic, by their places; ``sure`` if none of the others may have it."""
    have = tuple(n for n, side in enumerate(view.comparison.sides) if topic.sides.get(side.id) is not None)
    return Tellers(have, sure=not any(may_have(view, topic, n) for n in range(view.count) if n not in have))


def may_have(view: View, topic: Topic, n: int) -> bool:
    """Whether a side without a passage on a topic may yet tell of it.

    It does not where the passages are not found in its account, which has none on any topic of these.
    """
    side = view.comparison.sides[n]
    points = [point for given in topic.sides.values() if given for point in given.points]
    if any(view.comparison.verdicts.get((point, side.id)) is not Verdict.ONLY for point in points):
        return True
    also = {about for point in points for about in view.points[point].topics} - view.quiet_topics
    named = {hit.id for point in side.points for hit in point.hits if hit.kind == "topic" and not hit.weak}
    return topic.id in named or any(view.topics[t].sides.get(side.id) for t in also if t in view.topics)
