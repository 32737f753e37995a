"""The pieces of a report's first screen: text that is fit to show, with the place of the side that each belongs to.

``n`` is always the place of a side, 0 for the first. ``Words`` are pairs of words and what they are: running text, the
governing clause, or wording that differs (see ``readcmp.rendering.marked_passage``). ``passages`` has the other pieces.
"""

from __future__ import annotations

from msgspec import Struct

from readcmp.rendering.header import Row
from readcmp.rendering.marked_passage import Words

_LONG = 4
"""Words of so many letters say what a topic is; shorter ones are mostly "and" and "the"."""


class Account(Struct, frozen=True):
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


class Header(Struct, frozen=True):
    """Which call or meeting, when, the accounts of it, and what each says of the call itself.

    ``facts`` have a cell for each side; ``cautions`` say which accounts are in a language that is not analysed.
    """

    title: str
    date: str
    accounts: tuple[Account, ...]
    facts: tuple[Row, ...]
    cautions: tuple[str, ...]


class Quote(Struct, frozen=True):
    """What one side has of a difference: the ``words`` of a passage, what differs marked (``quotes.cut`` cuts them).

    ``note`` stands before the words, or alone where the side has no passage: ``no matching passage``. ``weak`` words
    are the closest passage, which is no match.
    """

    n: int
    point: str | None
    words: tuple[Words, ...] = ()
    note: str = ""
    weak: bool = False


class Difference(Struct, frozen=True):
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


class TopicList(Struct, frozen=True):
    """A heading, and the names of the topics under it, those with the most words first.

    ``remark`` counts the passages, where there are any to count; ``kind`` is ``both``, ``only``, ``possible`` or
    ``watch``; ``n`` is the side of an ``only`` bin.
    """

    kind: str
    heading: str
    topics: tuple[str, ...]
    remark: str = ""
    n: int | None = None


class Foot(Struct, frozen=True):
    """What a reader should know at the end: how the comparison was made, and how far to trust it."""

    means: str
    caution: str
