"""A comparison as a reader looks at it, whatever it is shown on: its points at hand, the sides' and topics' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readcmp.model import QUIET_TOPICS, Comparison, Point, Topic
from readcmp.rendering.safe import safe

UNNAMED = "No topic named"


@dataclass(frozen=True)
class View:
    """A comparison with what every part of an output looks up in it."""

    comparison: Comparison

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
