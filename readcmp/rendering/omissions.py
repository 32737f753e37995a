"""What only one side tells, with the nearest that another side has: "not found in", never "left out by"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from readcmp.finding import Nearest
from readcmp.rendering.view import View
from readcmp.rendering.wording import NEAR, plural
from readcmp.text import count_words
from readcmp.vocabulary import Verdict


class Alone(Struct, frozen=True):
    """The points of one side that no other side has, by the verdicts.

    ``others`` names the other sides; ``groups`` are topics with their points, those with most words first; ``rest``
    is how many points are not in them since they are no news; ``total`` is how many points the side has.
    """

    side: int
    others: str
    groups: tuple[tuple[str | None, tuple[str, ...]], ...]
    rest: int
    total: int

    @property
    def points(self) -> tuple[str, ...]:
        """The points of all groups."""
        return tuple(point for _, points in self.groups for point in points)

    @property
    def remark(self) -> str:
        """Describe how many of its passages no other side has: ``2 of 5 passages, no match in RU``."""
        return f"{self.count}, no match in {self.others}"

    @property
    def count(self) -> str:
        """Describe how many of its passages these are: ``2 of 5 passages``."""
        return f"{len(self.points)} of {plural(self.total, 'passage')}"


def alone(view: View, side: int, *, every: bool = False) -> Alone:
    """Return what only one side tells, by main topic; ``every`` adds what is no news: the call itself, no topic."""
    here = view.comparison.sides[side]
    found = [point for point in here.points if view.standing_elsewhere(point.id) is Verdict.ONLY]
    shown = [point for point in found if every or view.is_news(point.id)]
    groups: dict[str | None, list[str]] = {}
    for point in shown:
        groups.setdefault(next(iter(point.topics), None), []).append(point.id)

    def order(group: tuple[str | None, list[str]]) -> tuple[int, str]:
        return -sum(count_words(view.points[point].text) for point in group[1]), group[0] or ""

    return Alone(
        side,
        " or ".join(tag for n, tag in enumerate(view.tags) if n not in view.own(side)),
        tuple((topic, tuple(points)) for topic, points in sorted(groups.items(), key=order)),
        len(found) - len(shown),
        len(here.points),
    )


def candidates(
    view: View, point: str, following: str | None, *, every: bool = False
) -> Iterator[tuple[int, str, Nearest]]:
    """Return what comes nearest on each other side: its place, how to name it, and the candidate.

    Left out are those that are not near, and those that the next point (``following``) has too and will name;
    ``every`` keeps the former.
    """
    for n, side in enumerate(view.comparison.sides):
        if n in view.own(view.home[point]):
            continue
        nearest = view.comparison.nearest.get((point, side.id))
        if nearest is None or not (every or nearest.score >= NEAR):
            continue
        after = view.comparison.nearest.get((following, side.id)) if following else None
        if after is not None and after.point == nearest.point and (every or after.score >= NEAR):
            continue
        covers = view.points[nearest.point].placeholder
        yield n, f"{'may be covered by' if covers else 'closest in'} {view.tags[n]} ({nearest.score:.2f})", nearest


def remarks(view: View, found: Alone, *, every: bool = False) -> str:
    """Describe what the groups do not: that nothing comes near some points, and how many are no news."""
    shown, notes = set(found.points), []
    if not every and any(near.score < NEAR for (point, _), near in view.comparison.nearest.items() if point in shown):
        notes.append(f"No closest passage is shown where none scores {NEAR:.2f}.")
    if found.rest:
        more, has = ("One more passage is", "has") if found.rest == 1 else (f"{found.rest} more passages are", "have")
        notes.append(f"{more} about the call itself or {has} no topic.")
    return " ".join(notes)
