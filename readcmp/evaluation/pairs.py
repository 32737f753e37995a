"""Gold pairs: two readouts of one contact, cut, marked and linked by hand."""

from __future__ import annotations

from msgspec import Struct

from readcmp.lexicon import topics_with
from readcmp.model import Readout
from readcmp.text import letters_of
from readcmp.vocabulary import Trait


def unscored() -> frozenset[str]:
    """Return the topics whose points are marked but not scored: that there was a call is no matter."""
    return topics_with(Trait.QUIET)


class GoldPoint(Struct, frozen=True):
    """A point as an editor cut it: the offsets of its words in the side's text, its topics, main one first.

    ``speaker`` (``own``, ``other``, ``both``, ``none``, ``third``) and ``act`` are empty where nobody marked them.
    """

    id: str
    words: frozenset[int]
    topics: tuple[str, ...]
    speaker: str = ""
    act: str = ""

    @property
    def scored(self) -> bool:
        """Whether it tells more than that there was a contact."""
        return not unscored().issuperset(self.topics)


class GoldPair(Struct, frozen=True):
    """Two readouts of one contact with points and links made by hand.

    ``aside`` says that the pair is kept for measuring: nothing may be trained on it; ``invented``, that no such
    contact took place. ``asked`` are the pairs of which somebody said whether they are links, None where that is all of
    them; ``unsure_only`` says that these are the ones that the program was unsure of.
    """

    name: str
    tags: tuple[str, ...]
    readouts: tuple[Readout, Readout]
    points: tuple[tuple[GoldPoint, ...], tuple[GoldPoint, ...]]
    links: frozenset[tuple[str, str]]
    aside: bool = False
    invented: bool = False
    asked: frozenset[tuple[str, str]] | None = None
    unsure_only: bool = False


def place_of(quote: str, squeezed: tuple[str, list[int]]) -> tuple[int, int]:
    """Return from where to where a quote stands in a text of these letters; ValueError where it does not."""
    text, at = squeezed
    wanted, _ = letters_of(quote)
    found = text.find(wanted)
    if not wanted or found < 0:
        raise ValueError(f"not in the text: {quote[:60]!r}")
    return at[found], at[found + len(wanted) - 1] + 1
