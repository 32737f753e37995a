"""What every part of the page needs to know besides the comparison: tame names for what it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from unicodedata import bidirectional

from readcmp.model import Link, Side
from readcmp.rendering.view import View
from readcmp.vocabulary import Verdict


class Page(View, frozen=True, dict=True):
    """A comparison as the parts of the page look at it.

    Ids come from outside (a side's is the user's), so no attribute of the page is made of one: points and topics
    are referred to by their numbers.
    """

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each point in its side, from 1."""
        return {point.id: n for side in self.comparison.sides for n, point in enumerate(side.points, start=1)}

    @cached_property
    def refs(self) -> Mapping[str, str]:
        """The name of each point in the page: ``p0-3`` is the third of the first side."""
        return {point: f"p{self.home[point]}-{n}" for point, n in self.numbers.items()}

    @cached_property
    def topic_refs(self) -> Mapping[str, str]:
        """The name of each topic in the page: ``t0``, ``t1``."""
        return {topic: f"t{n}" for n, topic in enumerate(self.topics)}

    @cached_property
    def partners(self) -> Mapping[str, list[Link]]:
        """The likely links that each point has, the likeliest first."""
        found: dict[str, list[Link]] = {point: [] for point in self.points}
        for link in sorted(self.likely, key=lambda link: -link.score):
            found[link.a].append(link)
            found[link.b].append(link)
        return found

    def name(self, point: str) -> str:
        """Name a point for a reader: ``US 3``, not to be broken."""
        return f"{self.tags[self.home[point]]}\u00a0{self.numbers[point]}"

    def topics_of(self, points: Iterable[str]) -> str:
        """Return the names in the page of all topics that points have, with spaces between."""
        found = {topic: None for point in points for topic in self.points[point].topics}
        return " ".join(self.topic_refs[topic] for topic in found if topic in self.topic_refs)

    def state(self, point: str) -> str:
        """Return how a point stands in the page: ``linked``, ``unsure``, ``only``, or ``rest`` for what is no news."""
        standing = self.standing(point)
        if standing is Verdict.BOTH:
            return "linked"
        return ("only" if standing is Verdict.ONLY else "unsure") if self.is_news(point) else "rest"


def language_of(side: Side) -> str:
    """Return a readout's language as an attribute can have it; ``und`` for what is none."""
    code = side.readout.language
    return code if code.isascii() and code.replace("-", "").isalnum() else "und"


def direction_of(text: str) -> str:
    """Return the direction in which a text is read, ``rtl`` where most of its letters run so, else ``ltr``."""
    kinds = [bidirectional(char) for char in text]
    return "rtl" if kinds.count("R") + kinds.count("AL") > kinds.count("L") else "ltr"
