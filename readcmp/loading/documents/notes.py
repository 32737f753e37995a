"""What stands below the account under a heading of its own: background, contacts, attachments, what else there is."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice
from typing import TYPE_CHECKING

from readcmp.loading.documents.page_blocks import Block, with_ancestors
from readcmp.loading.lines import Line
from readcmp.loading.phrases import phrases, words_of
from readcmp.patterns import compiled
from readcmp.text import count_words
from readcmp.vocabulary import BoilerplateKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_ABOVE = 12
"""Words above a heading such as "Background" that make it a heading of what stands beside the account."""
_LONGEST = 8
"""Words of such a heading."""
_MOST = 0.8
"""Share of the words above such a heading that may stand below it, where it has no part of the page for itself."""
_DEEPEST = 12
"""Elements above a heading in which it may have a part of the page for itself."""
_MOST_HEADS = 50
"""Headings that are looked at; pages have a few."""
_BRACKETED = compiled(r"[\[【(（](?P<words>[^\])】）]{2,30})[\])】）]")
_STOP = compiled(r"[.!?…。！？:：;；][\"'”’»」』）)\]]*$")


def find_notes(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return what stands below headings such as "Background" and "Contact", up to the end of their part of the page."""
    found: dict[int, str] = {}
    inside = set(kept)
    spans = _spans_of(blocks)
    above = heads = 0
    for n, block in enumerate(blocks):
        if block.part is None and n not in found and above >= _LEAST_ABOVE and heads < _MOST_HEADS and _is_head(block):
            heads += 1
            below = _below(blocks, n, inside, above, spans)
            found |= dict.fromkeys(inside & {n, *below}, "note")
        if n in inside and n not in found:
            above += count_words(block.text)
    return found


def _is_head(block: Block) -> bool:
    if block.mark or count_words(block.text) > _LONGEST or not heads_beside(block.text):
        return False
    return block.heading > 0 or not ends_sentence(block.text.rstrip(":："))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, or with a colon above a list."""
    return _STOP.search(text) is not None


def _spans_of(blocks: Sequence[Block]) -> dict[HtmlElement, tuple[int, int]]:
    """Return the numbers of the first and the last block in each element that is no farther than a few above one."""
    spans: dict[HtmlElement, tuple[int, int]] = {}
    for n, block in enumerate(blocks):
        for element in islice(with_ancestors(block.element), _DEEPEST):
            spans[element] = (spans.get(element, (n, n))[0], n)
    return spans


def _below(
    blocks: Sequence[Block], head: int, kept: Set[int], above: int, spans: dict[HtmlElement, tuple[int, int]]
) -> range:
    """Return the blocks that a heading is above: all of the part of the page that it has for itself.

    Where it shares one with the account, they end with the next heading of its rank, and are none where so much stands
    below it that the account may go on there.
    """
    last = len(blocks) - 1
    for element in islice(with_ancestors(blocks[head].element), _DEEPEST):
        start, end = spans[element]
        if start < head:
            last = end
            break
        if end > head:
            return range(head, end + 1)
    rank = blocks[head].heading or 7
    end = next((n for n in range(head + 1, last + 1) if 0 < blocks[n].heading <= rank), last + 1)
    lost = sum(count_words(blocks[n].text) for n in range(head, end) if n in kept)
    return range(head, end if lost <= _MOST * above else head)


def heads_beside(text: str) -> bool:
    """Whether a heading says that no account follows below it: "Background", "Media enquiries", "Documents"."""
    bracketed = _BRACKETED.match(text)
    text = bracketed["words"] if bracketed else text
    key = Line(0, len(text), text, opens=True, closes=True, gap_after=True).key
    return key in words_of("related") or key in words_of("notes") or phrases(BoilerplateKind.FOOTER).fit(key)
