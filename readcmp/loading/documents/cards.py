"""What else a site has, as cards: elements of one kind, each a linked title with some words below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from readcmp.loading.documents.page_blocks import Block, with_ancestors
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINKED = 0.9
_TITLE = 4
"""Characters of a linked title."""
_BEFORE = 4
"""Words before a card's title: a date, a rubric."""
_LONGEST = 120
"""Words of a card that are no link. An account below a link has more, or stands beside no other of its kind."""
_DEEPEST = 6
"""Elements above a title among which its card is."""
_LEAST = 20
"""Words outside cards that are an account with cards behind it; with fewer the page is a list."""
_STOPS = (".", "!", "?", "。", "！", "？", "…", "”", "»", '"')

Group = tuple["HtmlElement | None", str, str]
"""Elements of one kind: their parent, tag and class."""


class _Card:
    """What is known of an element while its blocks go by: whether it begins with a title, and its words below that."""

    __slots__ = ("before", "below", "titled")

    def __init__(self) -> None:
        self.before = self.below = 0
        self.titled = False

    def take(self, block: Block, words: int) -> None:
        linked = block.linked >= _LINKED * len(block.text)
        if self.titled:
            self.below += 0 if linked else words
        elif linked and len(block.text) >= _TITLE and self.before <= _BEFORE:
            self.titled = True
        else:
            self.before += words

    @property
    def whole(self) -> bool:
        return self.titled and 0 < self.below <= _LONGEST


def find_cards(blocks: Sequence[Block]) -> dict[HtmlElement, str]:
    """Return the cards of a page; none where there is nothing but cards, which is a list of accounts."""
    cards: dict[HtmlElement, _Card] = {}
    for block in blocks:
        if block.part is None:
            words = count_words(block.text)
            for element in islice(with_ancestors(block.element), _DEEPEST):
                cards.setdefault(element, _Card()).take(block, words)
    groups: dict[Group, list[HtmlElement]] = {}
    for element, card in cards.items():
        if card.whole:
            groups.setdefault((element.getparent(), element.tag, element.get("class") or ""), []).append(element)
    found = {element for group in groups.values() if len(group) > 1 for element in group}
    outside = (block for block in blocks if block.part is None and found.isdisjoint(with_ancestors(block.element)))
    told = sum(
        count_words(block.text)
        for block in outside
        if block.text.endswith(_STOPS) and 2 * block.linked < len(block.text)
    )
    return dict.fromkeys(found, "menu") if told >= _LEAST else {}
