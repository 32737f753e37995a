"""The ledger of topics: what each side gives each of its own words, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from readcmp.model import Emphasis
from readcmp.rendering.html.page import Page
from readcmp.rendering.topics import grouped, told_by
from readcmp.rendering.wording import percent, plural


@dataclass(frozen=True, slots=True)
class Bar:
    """What one side gives a topic: ``length`` 0..100 of the longest bar."""

    n: int
    tag: str
    length: float
    share: str
    rank: int
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic with a bar for each side, None for one that does not tell of it."""

    ref: str
    label: str
    bars: tuple[Bar | None, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The topics that just some sides tell; ``name`` says which, in pieces with the place of the side they name."""

    name: tuple[tuple[str, int | None], ...]
    entries: tuple[Entry, ...]


def ledger(page: Page) -> list[Group]:
    """Give the groups of topics in the order in which the table shows them."""
    groups = grouped(page)
    largest = max((e.share for _, rows in groups for t in rows for e in t.sides.values() if e), default=0.0) or 1.0

    def bar(n: int, emphasis: Emphasis | None) -> Bar | None:
        if emphasis is None:
            return None
        length = round(100 * emphasis.share / largest, 1)
        return Bar(n, page.tags[n], length, percent(emphasis.share), emphasis.rank, plural(emphasis.words, "word"))

    return [
        Group(
            tuple(told_by(page, sides)),
            tuple(
                Entry(
                    page.topic_refs[topic.id],
                    page.label(topic.id),
                    tuple(bar(n, topic.sides.get(side.id)) for n, side in enumerate(page.comparison.sides)),
                )
                for topic in topics
            ),
        )
        for sides, topics in groups
    ]
