"""What every part of the screen needs to know: the comparison, its points at hand, the width, the grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readcmp.model import QUIET_TOPICS, Comparison, Point, Topic
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import BLANK, Line, flush, width_of, wrap

SIDE_BY_SIDE = 90
"""From this many columns on, the points of two sides stand beside each other."""

WIDEST = 140
"""Wider lines are hard to read; what is left of a wider screen stays empty."""

SIDE_ROOM = 26
"""A side's column in a table is not made narrower than this to make room for labels."""

LABEL_ROOM = 22
"""Nor are the labels squeezed into less than this: a narrower screen has no columns."""

ASIDE = 72
"""From this many columns on, topics stand beside running text, under this above it."""

UNNAMED = "No topic named"


@dataclass(frozen=True)
class Screen:
    """A comparison as the parts of the screen look at it. ``width`` is in columns."""

    comparison: Comparison
    width: int
    color: bool
    verbose: bool

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """Every side's points by id."""
        return {point.id: point for side in self.comparison.sides for point in side.points}

    @cached_property
    def home(self) -> Mapping[str, int]:
        """Which side a point belongs to, by its place in the order given."""
        return {point.id: n for n, side in enumerate(self.comparison.sides) for point in side.points}

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The sides' short names: ``US``, ``RU``."""
        return tuple(safe(side.id).upper() for side in self.comparison.sides)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The ledger's topics by id."""
        return {topic.id: topic for topic in self.comparison.topics}

    @property
    def count(self) -> int:
        """How many sides there are."""
        return len(self.comparison.sides)

    @property
    def two_columns(self) -> bool:
        """Whether points stand beside each other."""
        return self.count == 2 and self.width >= SIDE_BY_SIDE

    @property
    def margin(self) -> int:
        """How wide the column of labels at the left of a table is: as they need, if the sides have room."""
        longest = max((len(self.label(topic)) for topic in self.topics), default=0)
        return min(longest + 4, self.width - SIDE_ROOM * self.count)

    @property
    def has_grid(self) -> bool:
        """Whether a table has a column a side; else the sides stand under each other in it."""
        return self.width - SIDE_ROOM * self.count >= LABEL_ROOM

    @property
    def aside(self) -> int:
        """How wide the column of topics beside running text is; 0 where there is no room for one."""
        return max(16, min(self.margin, self.width * 3 // 10)) if self.width >= ASIDE else 0

    def tag(self, side: int, role: str = "tag") -> Line:
        """Give a side's short name in its colour."""
        return ((self.tags[side], f"{role}{side}"),)

    def label(self, topic: str | None) -> str:
        """Give a topic's label, in quotation marks if it is named from the text."""
        if topic is None:
            return UNNAMED
        label = safe(self.topics[topic].label if topic in self.topics else topic.lstrip("~").replace("-", " "))
        return f"“{label}”" if topic.startswith("~") else label

    def importance(self, topic: str | None) -> float:
        """Give the mean over all sides of the share 0..1 that they give a topic."""
        if topic is None or topic not in self.topics:
            return 0.0
        return sum(e.share for e in self.topics[topic].sides.values() if e) / self.count

    def is_quiet(self, point: str) -> bool:
        """Say whether a point tells only that there was a contact or on what agenda."""
        topics = self.points[point].topics
        return bool(topics) and set(topics) <= QUIET_TOPICS

    def place(self, point: str) -> float:
        """Give how far into its text a point begins, 0..1."""
        text = self.comparison.sides[self.home[point]].readout.text
        return self.points[point].start / max(1, len(text))

    def heading(self, title: str, remark: str = "") -> list[Line]:
        """Give the line that opens a part of the screen, and an empty one."""
        left: Line = ((f"{title} ", "strong"),)
        right: Line = ((f" {remark}", "quiet"),) if remark else ()
        if width_of(left) + width_of(right) < self.width:
            return [flush(left, right, self.width, "─", "quiet"), BLANK]
        return [flush(left, BLANK, self.width, "─", "quiet"), *wrap(((remark, "quiet"),), self.width), BLANK]
