"""The list of topics by which the page is filtered: which accounts have each, and the share each gives it."""

from __future__ import annotations

from msgspec import Struct

from readcmp.model import Emphasis
from readcmp.rendering.html.page import Page
from readcmp.rendering.topics import grouped, told_by
from readcmp.rendering.wording import percent


class Share(Struct, frozen=True):
    """What one side gives a topic: ``length`` 0..100 of the longest bar, the share in words."""

    n: int
    tag: str
    length: float
    share: str


class Entry(Struct, frozen=True):
    """A topic with the share of each side, None for one that does not tell of it."""

    ref: str
    label: str
    shares: tuple[Share | None, ...]


class Group(Struct, frozen=True):
    """The topics that just some sides tell; ``name`` says which, in pieces with the place of the side they name."""

    name: tuple[tuple[str, int | None], ...]
    entries: tuple[Entry, ...]


def topics(page: Page) -> list[Group]:
    """Return the groups of topics in the order in which every table shows them."""
    groups = grouped(page)
    largest = max((e.share for _, rows in groups for t in rows for e in t.sides.values() if e), default=0.0) or 1.0

    def share(n: int, emphasis: Emphasis | None) -> Share | None:
        if emphasis is None:
            return None
        length = round(100 * emphasis.share / largest, 1)
        return Share(n, page.tags[n], length, percent(emphasis.share))

    return [
        Group(
            tuple(told_by(page, sides)),
            tuple(
                Entry(
                    page.topic_refs[topic.id],
                    page.label(topic.id),
                    tuple(share(n, topic.sides.get(side.id)) for n, side in enumerate(page.comparison.sides)),
                )
                for topic in topics
            ),
        )
        for sides, topics in groups
    ]
