"""The words of the field as frozen data: readout, point, link, topic, comparison; findings have a module of their own.

Every offset counts code points in ``Readout.text`` and every ``start``/``end`` is half open, so that
``readout.text[x.start:x.end]`` is the stretch itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import force_setattr

from readcmp.content import Quantity, Variant
from readcmp.extraction import Extraction
from readcmp.finding import Finding, Nearest
from readcmp.showing import Draw, Showing
from readcmp.vocabulary import ActClass, BoilerplateKind, Engine, GapKind, Speaker, Trait, Verdict

BOTH, NONE, THIRD, OTHER = Speaker.BOTH, Speaker.NONE, Speaker.THIRD, Speaker.OTHER
"""Speakers besides the sides' own ids: both sides; nobody whom the text names; someone else; and in a readout alone,
where no other side is given, the one met."""


class Boilerplate(Struct, frozen=True):
    """A stretch of the text that is no part of the account: a menu, a footer, a dateline, ``###``."""

    start: int
    end: int
    kind: BoilerplateKind

    def __post_init__(self) -> None:
        force_setattr(self, "kind", BoilerplateKind(self.kind))


class Readout(Struct, frozen=True):
    """One government's account of one contact, as loaded.

    ``text`` is the decoded body below the front matter, unchanged, or what was extracted from a document, which
    ``extraction`` then tells of; ``source`` says where it came from; ``date`` is ISO 8601 (``2020-07-23``) or None;
    ``notes`` are remarks for the reader, such as a guessed encoding; ``published`` is the moment of publication in UTC
    (``2020-07-23T18:05:00Z``) or None.
    """

    side: str
    label: str
    text: str
    source: str
    language: str = "en"
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    notes: tuple[str, ...] = ()
    extraction: Extraction | None = None
    published: str | None = None


class Hit(Struct, frozen=True):
    """A term of the lexicon found in a text: ``kind`` is ``topic``, ``actor``, ``act`` or ``placeholder``.

    ``id`` is the lexicon's entry, ``term`` the term as the lexicon has it, ``text`` as the readout has it.
    A weak term means its topic only beside another.
    """

    kind: str
    id: str
    term: str
    text: str
    start: int
    end: int
    weak: bool = False


class Act(Struct, frozen=True):
    """What the governing verb does: its class, the words that say so, its step on the ladder 0..5."""

    kind: ActClass
    term: str
    strength: int

    def __post_init__(self) -> None:
        force_setattr(self, "kind", ActClass(self.kind))


class Point(Struct, frozen=True):
    """The smallest stretch of a readout that tells one matter.

    ``lead`` is the clause that governs a list item (``The leaders discussed``), empty where the point has its
    own verb; ``sentence`` counts from 0 and joins the points of one sentence. The rest is filled in by annotation:
    ``topics`` with the main one first, ``hits`` with what in the text made them, ``speaker`` (a side's id or
    ``both``, ``none``, ``third``), ``act``, and whether the point is a ``placeholder`` that names no matter, or
    ``quiet``: that there was a contact, and on what agenda, is no news when only one side says it.
    ``quantities`` are what it says of numbers, dates and quoted words, ``variants`` what it calls things that have two
    names, both by their places in its own text.
    ``attributed`` says that the point's own sentence names the speaker as the subject of a verb; otherwise the speaker
    is inferred from what stands before.
    """

    id: str
    start: int
    end: int
    text: str
    sentence: int = 0
    lead: str = ""
    topics: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    speaker: str = NONE
    act: Act | None = None
    placeholder: bool = False
    quiet: bool = False
    quantities: tuple[Quantity, ...] = ()
    variants: tuple[Variant, ...] = ()
    attributed: bool = False


class Side(Struct, frozen=True):
    """A readout with its points in the order of the text."""

    readout: Readout
    points: tuple[Point, ...]

    @property
    def id(self) -> str:
        """The side's short id: ``us``, ``ru``."""
        return self.readout.side


class Evidence(Struct, frozen=True):
    """One reason for a link: ``topic`` and ``actor`` carry an ``id``, the others the words of both sides.

    ``weight`` is what the reason adds to the link's score, in log-odds.
    """

    kind: str
    id: str | None = None
    a: str | None = None
    b: str | None = None
    weight: float = 0.0


class Gap(Struct, frozen=True):
    """A difference inside a link: what one side has (``a`` or ``b``) and the other lacks or says otherwise.

    The ends are words of the two points; those of a ``speaker`` are what ``Point.speaker`` says
    instead. ``id`` is the thing of the lexicon that the two name differently (``naming``).
    """

    kind: GapKind
    a: str | None = None
    b: str | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "kind", GapKind(self.kind))


class Pin(Struct, frozen=True):
    """What an analyst says of two points by quoting them: that they are the ``same``, or not.

    ``ends`` are side id and quoted words, twice; ``where`` names the file and the line.
    """

    same: bool
    ends: tuple[tuple[str, str], tuple[str, str]]
    where: str


class Link(Struct, frozen=True):
    """Two points of two sides that tell of the same matter. ``score`` is a calibrated probability 0..1."""

    a: str
    b: str
    score: float
    why: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Emphasis(Struct, frozen=True):
    """What one side gives one topic: its points, their words, its share 0..1 of the side's own words, its rank.

    Rank 1 is the topic with the largest share. ``first`` is how far into the text the topic first comes, 0..1.
    """

    points: tuple[str, ...]
    words: int
    share: float
    rank: int
    first: float


class Topic(Struct, frozen=True):
    """A topic and what each side gives it; None where a side does not mention it.

    ``traits`` are what the lexicon says of it.
    """

    id: str
    label: str
    group: str
    sides: Mapping[str, Emphasis | None]
    traits: frozenset[Trait] = frozenset()


class Fact(Struct, frozen=True):
    """Something a side reports of the contact itself: ``date``, ``initiator``, ``duration``, ``channel``, ``tone``.

    ``value`` is put in plain words; ``start`` and ``end`` show where the side says so.
    """

    kind: str
    side: str
    value: str
    start: int
    end: int


class Watched(Struct, frozen=True):
    """A topic that the reader expected, and which sides mention it, by side id."""

    id: str
    label: str
    sides: Mapping[str, bool]


class Event(Struct, frozen=True):
    """What is known of the contact itself."""

    title: str | None = None
    date: str | None = None


class Comparison(Showing, Struct, frozen=True):
    """All of this for one event: the object that every output is drawn from.

    ``nearest`` holds, for a point without a link to a side, that side's nearest candidate, by (point id, side id);
    ``coverage`` and ``verdicts`` say by the same keys, for every point, how likely that side tells the matter at all,
    0..1, and what follows from it. ``notes`` are remarks for the reader, such as on pins that were not used;
    ``unanalysed`` are the sides, by id, of whose language too little is known to say what they do not tell; ``watched``
    are the topics that the reader asked to be watched for; ``model`` is the language model that decided the links,
    ``usage`` what was used of it; ``pinned`` says of pairs of points, by their ids, whether a pin made them the same or
    kept them apart; ``draw`` is what the comparison shows itself by.
    """

    event: Event
    sides: tuple[Side, ...]
    links: tuple[Link, ...]
    possible: tuple[Link, ...]
    topics: tuple[Topic, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...] = ()
    engine: str = Engine.FUZZY
    lexicon: str = ""
    nearest: Mapping[tuple[str, str], Nearest] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    watched: tuple[Watched, ...] = ()
    coverage: Mapping[tuple[str, str], float] = field(default_factory=dict)
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    unanalysed: frozenset[str] = frozenset()
    pinned: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    model: str | None = None
    usage: Mapping[str, int | None] | None = None
    draw: Draw | None = None

    __hash__ = None  # type: ignore[assignment]  # as of all that holds mappings

    def __eq__(self, other: object) -> bool:
        """Return whether two say the same of the same readouts, whatever found it out and whatever draws them."""
        if type(other) is not type(self):
            return NotImplemented
        names = (name for name in self.__struct_fields__ if name not in ("usage", "draw"))
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __repr__(self) -> str:
        sides = ", ".join(side.id for side in self.sides)
        return f"<Comparison of {sides}; links: {len(self.links)}, findings: {len(self.findings)}>"
