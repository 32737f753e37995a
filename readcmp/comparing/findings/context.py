"""Two sides of a comparison, and what the findings need to look up between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from readcmp.aligning import Alignment
from readcmp.annotation.attribution import actor_of
from readcmp.annotation.contents import Contents
from readcmp.comparing.findings.sides import name_side
from readcmp.finding import Nearest
from readcmp.lexicon import Lexicon
from readcmp.model import Fact, Gap, Link, Point, Side, Topic
from readcmp.text import squeeze
from readcmp.vocabulary import Trait, Verdict

SURE, LIKELY = 0.75, 0.5
"""Scores from which on a link is sure, and likelier right than wrong."""


class Pair(Struct, frozen=True):
    """A link as one side sees it: its own point, the other's, the score, the gaps with its own end first."""

    own: Point
    other: Point
    score: float
    gaps: tuple[Gap, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the link is likelier wrong than right."""
        return self.score < LIKELY

    def words(self, kind: str) -> list[tuple[str | None, str | None]]:
        """Return the ends of the gaps of a kind."""
        return [(gap.a, gap.b) for gap in self.gaps if gap.kind == kind]


MEANT, SURELY_MEANT = 0.2, 0.8
"""From these likelihoods on, 0..1, the words of a passage mean a topic, and surely do."""

HARDLY_TOLD = 0.2
"""Up to this coverage, 0..1, hardly anything speaks for the other side having a passage."""


class PairContext(Struct, frozen=True, dict=True):
    """What one side tells, as set against another: both ways there is a case for each two sides.

    ``alignment`` has links with their gaps, and verdicts that are settled; ``contents`` are what all points say;
    ``unanalysed`` are the ids of sides whose
    language is not known well enough to say what they do not tell.
    """

    side: Side
    other: Side
    alignment: Alignment
    topics: Mapping[str, Topic]
    facts: Sequence[Fact]
    lexicon: Lexicon
    contents: Contents
    unanalysed: frozenset[str] = frozenset()

    @cached_property
    def ours(self) -> str:
        """The side's name as running text has it."""
        return name_side(self.side, self.other)

    @cached_property
    def theirs(self) -> str:
        """The other side's name as running text has it."""
        return name_side(self.other, self.side)

    def actor(self, side: str) -> str:
        """Return the lexicon's actor that a side is, by its id: two accounts of one state have the same."""
        label = next((one.readout.label for one in (self.side, self.other) if one.id == side), "")
        return actor_of(side, label, self.lexicon)

    @property
    def between(self) -> tuple[str, ...]:
        """The ids of the two sides, in their order."""
        return tuple(sorted((self.side.id, self.other.id)))

    @property
    def first(self) -> bool:
        """Whether this is the one of the two cases that finds what is seen from both sides alike."""
        return self.side.id < self.other.id

    @property
    def analysed(self) -> bool:
        """Whether both languages are known well enough to say what a side does not tell."""
        return not self.unanalysed & {self.side.id, self.other.id}

    def verdict(self, point: Point) -> Verdict:
        """Return whether the other side tells a point's matter."""
        return self.alignment.verdicts.get((point.id, self.other.id), Verdict.UNSURE)

    def coverage(self, point: Point) -> float:
        """Return how likely the other side tells a point's matter, 0..1; 0.5 where nobody knows."""
        return self.alignment.coverage.get((point.id, self.other.id), 0.5)

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """The points of both sides by id."""
        return {point.id: point for side in (self.side, self.other) for point in side.points}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The id of the side that each point belongs to, by the point's."""
        return {point.id: side.id for side in (self.side, self.other) for point in side.points}

    @cached_property
    def points_there(self) -> frozenset[str]:
        """The ids of the other side's points."""
        return frozenset(point.id for point in self.other.points)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The links between the two, the surest first."""
        return self._seen(self.alignment.links)

    @cached_property
    def partners(self) -> Mapping[str, Sequence[Pair]]:
        """The pairs of each of the side's points that has any, by its id."""
        return _by_point(self.pairs)

    @cached_property
    def matches(self) -> Mapping[str, Sequence[Pair]]:
        """The links and the possible ones of each of the side's points that has any, the surest first.

        What one of their ends alone tells is told by no other, so that a weak link to it says nothing.
        """
        pairs = (*self.pairs, *self._seen(self.alignment.possible))
        home = {point.id: self.side.id for point in self.side.points}
        only = {
            point for (point, side), verdict in self.alignment.verdicts.items()
            if verdict is Verdict.ONLY and side == (self.other.id if point in home else self.side.id)
        }  # fmt: skip
        return _by_point(pair for pair in pairs if not pair.doubtful or not {pair.own.id, pair.other.id} & only)

    def _seen(self, links: Iterable[Link]) -> tuple[Pair, ...]:
        own = {point.id for point in self.side.points}
        found = []
        for link in links:
            if {link.a, link.b} <= self.points.keys():
                first = link.a in own
                gaps = link.gaps if first else tuple(Gap(g.kind, g.b, g.a, g.id) for g in link.gaps)
                a, b = (link.a, link.b) if first else (link.b, link.a)
                found.append(Pair(self.points[a], self.points[b], link.score, gaps))
        return tuple(sorted(found, key=lambda pair: (-pair.score, pair.own.start, pair.other.start)))

    def sentence_there(self, point: Point) -> Sequence[Point]:
        """Return the points of the other side's sentence that one of its points stands in."""
        return self._sentences_there[point.sentence]

    @cached_property
    def _sentences_there(self) -> Mapping[int, Sequence[Point]]:
        found: dict[int, list[Point]] = {}
        for point in self.other.points:
            found.setdefault(point.sentence, []).append(point)
        return found

    def nearest(self, point: Point) -> Nearest | None:
        """Return the other side's point that comes nearest to one that has no link there."""
        return self.alignment.nearest.get((point.id, self.other.id))

    @property
    def tones(self) -> Sequence[Fact]:
        """Where the side says how the contact went."""
        return [fact for fact in self.facts if fact.side == self.side.id and fact.kind == "tone"]

    @cached_property
    def figures_there(self) -> frozenset[str]:
        """The numbers and dates that the other account has anywhere."""
        return self.contents.account(self.other).figures

    @cached_property
    def names_there(self) -> frozenset[str]:
        """The ids of those whom the other account names anywhere, the two sides among them."""
        return self.contents.account(self.other).names | {*self.between}

    def named_there(self, actor: str, words: str) -> bool:
        """Return whether the other account names somebody, by any known name or by the very words."""
        return actor in self.names_there or squeeze(words).casefold() in self.contents.account(self.other).folded

    @cached_property
    def topics_there(self) -> frozenset[str]:
        """The topics that the other account has a word of, be it a weak one, or a point about."""
        about = {topic for point in self.other.points for topic in point.topics}
        hits = (hit for point in self.other.points for hit in point.hits)
        return frozenset((*about, *(hit.id for hit in hits if hit.kind == "topic")))

    def mentions(self, topic: str) -> bool:
        """Whether the other side mentions a topic."""
        return topic in self.topics_there

    def topics_with(self, *traits: Trait) -> frozenset[str]:
        """Return the topics that have any of some traits."""
        return self.lexicon.topics_with(*traits)

    @property
    def quiet(self) -> frozenset[str]:
        """The topics that say only that there was a contact, or on what agenda."""
        return self.topics_with(Trait.QUIET)

    @property
    def light(self) -> frozenset[str]:
        """The topics of little weight."""
        return self.topics_with(Trait.LIGHT)

    def news(self, topic: str) -> float:
        """Return how much a reader wants to know of a topic first, 0..1; of a narrower one as of what it is part of."""
        entry = self.lexicon.topics.get(topic)
        if entry is None:
            return 0.0
        return entry.news or (self.news(entry.broader) if entry.broader else 0.0)

    def means(self, point: Point, topic: str) -> bool:
        """Return whether the words of a point mean a topic, or the broader one that it is part of.

        One word may stand for a topic without the passage being about it: of a trade complaint over shrimp, fisheries.
        On events kept for measuring the topic was right in 47 of 55 passages whose words mean it, else in 11 of 25. A
        topic that word vectors do not know, as one of the user's own, is taken at its word.
        """
        return self._meaning(point, topic) >= MEANT

    def is_clear(self, points: Sequence[Point], topic: str) -> bool:
        """Return whether a point surely means a topic and the other side most likely has none of the points."""
        meant = max(self._meaning(point, topic) for point in points)
        return meant >= SURELY_MEANT and max(map(self.coverage, points)) <= HARDLY_TOLD

    def _meaning(self, point: Point, topic: str) -> float:
        """Return how likely the words of a point mean a topic, or the broader one that it is part of; 1 if unknown."""
        likely = self.contents[point].likely_topics
        return max((likely[one] for one in (topic, self.lexicon.broader.get(topic, topic)) if one in likely), default=1)

    def names_place_of(self, topic: str) -> bool:
        """Return whether the accounts name the state that a topic is called after, if it is called after one."""
        states = self.lexicon.states_named_by(topic)
        return not states or bool(states & self.names_anywhere)

    @cached_property
    def names_anywhere(self) -> frozenset[str]:
        """The ids of those whom either account names, the two sides among them."""
        return self.names_there | self.contents.account(self.side).names | {self.actor(side) for side in self.between}

    def share(self, points: Sequence[Point]) -> float:
        """Return the part 0..1 of the side's account that points are, in characters."""
        return sum(p.end - p.start for p in points) / self._length

    @cached_property
    def _length(self) -> int:
        return sum(p.end - p.start for p in self.side.points) or 1

    def label(self, topic: str | None) -> str:
        """Return the label of a topic."""
        return self.topics[topic].label if topic is not None and topic in self.topics else ""


def _by_point(pairs: Iterable[Pair]) -> Mapping[str, Sequence[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.own.id, []).append(pair)
    return found
