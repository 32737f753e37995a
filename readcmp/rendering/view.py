"""A comparison as a reader looks at it, whatever it is shown on: its points at hand, the sides' and topics' names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from readcmp.model import Comparison, Link, Point, Topic
from readcmp.rendering.naming import Party, account_of, in_running_text, parties_of, tag_of
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import LIKELY, UNNAMED
from readcmp.vocabulary import Trait, Verdict


class View(Struct, frozen=True, dict=True):
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
        """The sides' short names: ``US``, ``RU``; ``IND`` for India, since ``IN`` is a word."""
        return tuple(tag_of(side.id, side.readout.label) for side in self.comparison.sides)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The sides' names in running text: ``the United States``, ``Russia``."""
        return tuple(in_running_text(side.readout.label) for side in self.comparison.sides)

    @cached_property
    def accounts(self) -> tuple[str, ...]:
        """What the sides' accounts are called: ``the US account``, ``Russia’s account``."""
        return tuple(account_of(side.readout) for side in self.comparison.sides)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The governments, each with its sides; where all sides are one government's, each side by itself."""
        found = parties_of([side.readout for side in self.comparison.sides])
        if len(found) > 1:
            return found
        return tuple(Party(self.names[n], self.tags[n], (n,)) for n in range(self.count))

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return {topic.id: topic for topic in self.comparison.topics}

    @cached_property
    def quiet_topics(self) -> frozenset[str]:
        """The topics that say only that there was a contact, or on what agenda."""
        return frozenset(topic.id for topic in self.comparison.topics if Trait.QUIET in topic.traits)

    @property
    def count(self) -> int:
        """How many sides there are."""
        return len(self.comparison.sides)

    @cached_property
    def likely(self) -> tuple[Link, ...]:
        """The links that are likelier right than wrong, between points that both sides tell."""
        return tuple(link for link in self.comparison.links if self._is_told_by_both(link))

    @cached_property
    def weak(self) -> tuple[Link, ...]:
        """All other links, and the possible ones, but none to what a side tells alone: it is no match."""
        links = (*(k for k in self.comparison.links if not self._is_told_by_both(k)), *self.comparison.possible)
        return tuple(k for k in links if Verdict.ONLY not in (self.verdict(k.a, k.b), self.verdict(k.b, k.a)))

    def _is_told_by_both(self, link: Link) -> bool:
        ends = ((link.a, link.b), (link.b, link.a))
        return link.score >= LIKELY and all(self.verdict(*end) is Verdict.BOTH for end in ends)

    def verdict(self, point: str, other: str) -> Verdict:
        """Return whether the side of another point tells a point's matter."""
        side = self.comparison.sides[self.home[other]].id
        return self.comparison.verdicts.get((point, side), Verdict.UNSURE)

    def standing(self, point: str) -> Verdict:
        """Return whether any other side tells a point's matter: ``only`` if none does, ``unsure`` if one may."""
        return self._among(point, (n for n in range(self.count) if n != self.home[point]))

    def standing_elsewhere(self, point: str) -> Verdict:
        """Return whether another government's account tells a point's matter; versions of its own do not count."""
        own = self.own(self.home[point])
        return self._among(point, (n for n in range(self.count) if n not in own))

    def own(self, side: int) -> tuple[int, ...]:
        """Return the places of a side and of the other versions of its government's account."""
        return next(party.sides for party in self.parties if side in party.sides)

    def _among(self, point: str, others: Iterable[int]) -> Verdict:
        sides = (self.comparison.sides[n].id for n in others)
        found = {self.comparison.verdicts.get((point, side), Verdict.UNSURE) for side in sides}
        return Verdict.BOTH if Verdict.BOTH in found else Verdict.ONLY if found == {Verdict.ONLY} else Verdict.UNSURE

    def is_news(self, point: str) -> bool:
        """Return whether who tells of a point is worth a remark: it has a topic, and not a quiet one."""
        return bool(self.points[point].topics) and not self.is_quiet(point)

    def label(self, topic: str | None) -> str:
        """Return a topic's label, in quotation marks if it is named from the text."""
        if topic is None:
            return UNNAMED
        label = safe(self.topics[topic].label if topic in self.topics else topic.lstrip("~").replace("-", " "))
        return f"“{label}”" if topic.startswith("~") else label

    def importance(self, topic: str | None) -> float:
        """Return the mean over all sides of the share 0..1 that they give a topic."""
        if topic is None or topic not in self.topics:
            return 0.0
        return sum(e.share for e in self.topics[topic].sides.values() if e) / self.count

    def is_quiet(self, point: str) -> bool:
        """Return whether a point tells only that there was a contact or on what agenda."""
        return self.points[point].quiet

    def place(self, point: str) -> float:
        """Return how far into its text a point begins, 0..1."""
        text = self.comparison.sides[self.home[point]].readout.text
        return self.points[point].start / max(1, len(text))
