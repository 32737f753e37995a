"""The pieces of a report: text that is fit to show, with the place of the side that each belongs to.

``n`` is always the place of a side, 0 for the first. ``Words`` are pairs of words and what they are: running text, the
governing clause, or wording that differs (see ``readcmp.rendering.differences``).
"""

from __future__ import annotations

from dataclasses import dataclass

from readcmp.rendering.differences import Words
from readcmp.rendering.header import Row

_LONG = 4
"""Words of so many letters say what a topic is; shorter ones are mostly "and" and "the"."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account: whose it is, who published it when and where, and how long it is.

    ``url`` is an address on the web that is safe to follow, or empty; ``source`` is the file.
    """

    n: int
    tag: str
    name: str
    title: str
    publisher: str
    date: str
    url: str
    source: str
    language: str
    words: int
    passages: int

    @property
    def origin(self) -> str:
        """Who published it, or else the file."""
        return self.publisher or self.source


@dataclass(frozen=True, slots=True)
class Header:
    """Which call or meeting, when, the accounts of it, and what each says of the call itself.

    ``facts`` have a cell for each side; ``cautions`` say which accounts are in a language that is not analysed.
    """

    title: str
    date: str
    accounts: tuple[Account, ...]
    facts: tuple[Row, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What one side has of a difference: the ``words`` of a passage, what differs marked (``quotes.cut`` cuts them).

    ``note`` stands before the words, or alone where the side has no passage: ``no matching passage``. ``weak`` words
    are the closest passage, which is no match.
    """

    n: int
    point: str | None
    words: tuple[Words, ...] = ()
    note: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: a kicker (topic and kind), a headline, and a quotation from each side that it sets apart.

    ``points`` are the passages that prove it; ``silent`` are the places of the sides that have none of it;
    ``doubtful`` rests on a weak match; ``kind`` is the finding's.
    """

    kind: str
    kicker: str
    headline: str
    quotes: tuple[Quote, ...]
    points: tuple[str, ...]
    topic: str | None
    silent: tuple[int, ...]
    doubtful: bool

    @property
    def needs_kicker(self) -> bool:
        """Whether the headline does not say by itself what the difference is about."""
        about, parted, _ = self.kicker.partition(" · ")
        words = about.casefold().split()
        telling = [word for word in words if len(word) >= _LONG] or words
        return bool(parted) and not any(word in self.headline.casefold() for word in telling)


@dataclass(frozen=True, slots=True)
class Bin:
    """A heading, and the names of the topics under it, those with the most words first.

    ``remark`` counts the passages, where there are any to count; ``kind`` is ``both``, ``only``, ``possible`` or
    ``watch``; ``n`` is the side of an ``only`` bin.
    """

    kind: str
    heading: str
    topics: tuple[str, ...]
    remark: str = ""
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in a row or in a list: its words, and how sure its match is.

    ``mark`` is the sign of its best match in the row, empty where there is none; ``score`` is that match's, 0..1.
    ``closest`` are the closest passages of other sides, for a passage that one side alone has, and ``weight`` is how
    much news it is.
    """

    n: int
    point: str
    words: tuple[Words, ...]
    mark: str = ""
    score: float = 0.0
    closest: tuple[Closest, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Closest:
    """The closest passage of another side: ``name`` says what it is (``closest in US (0.21)``), ``text`` its words."""

    n: int
    point: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Passages that belong in one row, a tuple for each side, and why they do.

    ``absent`` says of each side without a passage what is known of it, of the others nothing; ``scores`` is the range
    of the scores; ``reasons`` name what made the match; ``apart`` is what differs without showing in the words;
    ``beyond`` are matches with passages of other rows.
    """

    sides: tuple[tuple[Passage, ...], ...]
    absent: tuple[str, ...]
    scores: str
    reasons: tuple[str, ...]
    apart: tuple[str, ...]
    beyond: tuple[Closest, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, side by side."""
        return tuple(passage for side in self.sides for passage in side)


@dataclass(frozen=True, slots=True)
class Matter:
    """The matches under one topic; ``shares`` are what each side gives it (``US 31%``).

    ``formal`` is a topic of the call itself, such as courtesies.
    """

    label: str
    shares: tuple[str, ...]
    matches: tuple[Match, ...]
    formal: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """Matches under topics, and a sentence on those that are left out."""

    heading: str
    matters: tuple[Matter, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Only:
    """What only one account has: its passages under topics, and sentences on how many, and on what is left out.

    ``count`` says in short how many: ``7 of 24 passages``.
    """

    n: int
    heading: str
    count: str
    remark: str
    groups: tuple[tuple[str, tuple[Passage, ...]], ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What a reader should know at the end: how the comparison was made, and how far to trust it."""

    means: str
    caution: str
