"""What stands beside an account and the layout does not name: notes, repeated quotations, another language.

Each function returns the numbers of the blocks to leave out of those that were found, with what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import TYPE_CHECKING

from readcmp.loading.dates import find_date
from readcmp.loading.documents.blocks import Block
from readcmp.loading.language import guess_language, language_code
from readcmp.loading.lines import Line
from readcmp.loading.phrases import phrases, words_of
from readcmp.patterns import compiled
from readcmp.text import WORD, count_words
from readcmp.vocabulary import BoilerplateKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_ABOVE = 12
"""Words above a heading such as "Background" that make it a heading of what stands beside the account."""
_HEADING = 6
"""Words of such a heading, also where it is a paragraph."""
_MOST_NOTES = 0.8
"""Share of the account's words that stand above such a heading, and no less, where nothing ends what is below it."""
_DEEPEST = 12
"""Elements above a block in which a heading may have a part of the page for itself."""
_MOST_HEADS = 50
"""Headings and quotations that are looked at; pages have a few."""
_REPEAT = 4
"""Words. A quotation that stands apart and has fewer may be the account's own."""
_CONTENT = 4
"""Letters of a word that counts when a lead is set against the text."""
_TELLING = 12
"""Words of a block whose language can be told."""
_FOREIGN = 30
"""Words in another language that are another version of the account."""
_LIKE = (frozenset({"no", "da", "sv", "nn", "nb"}), frozenset({"hr", "sr", "bs", "sl", "mk", "bg"}),
         frozenset({"id", "ms"}), frozenset({"cs", "sk"}), frozenset({"es", "gl", "pt", "ca"}))  # fmt: skip
"""Languages that are taken for one another."""
_SIGNED = 10
"""Words of the office that signs an account."""
_DETAIL = 12
"""Words of a line between title and day."""
_STOP = compiled(r"[.!?…。！？:：;；][\"'”’»」』）)\]]*$")
_APART = frozenset({"blockquote", "figure", "q"})


def leave_beside(blocks: Sequence[Block], kept: set[int], language: str | None) -> dict[int, str]:
    """Return the blocks that stand beside the account, with what each is."""
    found: dict[int, str] = {}
    for find in (_details, _notes, _versions, _repeats, _signatures):
        rest = kept - found.keys()
        found |= find(blocks, sorted(rest), language)
    return found if kept - found.keys() else {}


def heads_beside(text: str) -> bool:
    """Whether a heading says that no account follows below it: "Background", "Media enquiries", "Documents"."""
    key = Line(0, len(text), text, opens=True, closes=True, gap_after=True).key
    menu, footer = phrases(BoilerplateKind.MENU), phrases(BoilerplateKind.FOOTER)
    return key in words_of("related") or key in words_of("notes") or key in menu.whole or footer.fit(key)


def _versions(blocks: Sequence[Block], kept: Sequence[int], language: str | None) -> dict[int, str]:
    """Return the account's versions in other languages, above or below the one in the page's own."""
    heard = {n: guess_language(blocks[n].text) for n in kept if count_words(blocks[n].text) >= _TELLING}
    words: Counter[str] = Counter()
    for n, code in heard.items():
        words[code] += count_words(blocks[n].text)
    if len(words) < 2:
        return {}
    told = language_code(language or "") or ""
    most = max(words.values())
    own = told if 2 * words[told] >= most else max(words, key=lambda code: words[code])
    mine = [n for n, code in heard.items() if _alike(code, own)]
    found: set[int] = set()
    above, below = [n for n in heard if n < mine[0]], [n for n in heard if n > mine[-1]]
    if _count(blocks, above) >= _FOREIGN:
        found |= {n for n in kept if n <= above[-1]}
    if _count(blocks, below) >= _FOREIGN:
        start = below[0]
        while start - 1 > mine[-1] and not _ends_sentence(blocks[start - 1]):  # its heading, its day
            start -= 1
        found |= {n for n in kept if n >= start}
    return dict.fromkeys(found, "translation")


def _count(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    return sum(count_words(blocks[n].text) for n in numbers)


def _ends_sentence(block: Block) -> bool:
    return _STOP.search(block.text) is not None


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _LIKE)


def _notes(blocks: Sequence[Block], kept: Sequence[int], _: str | None) -> dict[int, str]:
    """Return what stands below headings such as "Background" and "Contact", up to the end of their part of the page."""
    found: dict[int, str] = {}
    inside = set(kept)
    spans = _spans_of(blocks)
    above = heads = 0
    for n, block in enumerate(blocks):
        if block.part is None and n not in found and above >= _LEAST_ABOVE and heads < _MOST_HEADS and _is_head(block):
            heads += 1
            below = _box(block, n, spans) or _below(blocks, n, inside, above)
            found |= dict.fromkeys(inside & {n, *below}, "note")
        if n in inside and n not in found:
            above += count_words(block.text)
    return found


def _is_head(block: Block) -> bool:
    short = count_words(block.text) <= _HEADING and not block.mark
    return short and heads_beside(block.text) and (block.heading > 0 or not _STOP.search(block.text.rstrip(":：")))


def _spans_of(blocks: Sequence[Block]) -> dict[HtmlElement, tuple[int, int]]:
    """Return the numbers of the first and the last block in each element that is no farther than a few above one."""
    spans: dict[HtmlElement, tuple[int, int]] = {}
    for n, block in enumerate(blocks):
        for element in islice(_with_ancestors(block.element), _DEEPEST):
            spans[element] = (spans.get(element, (n, n))[0], n)
    return spans


def _box(head: Block, n: int, spans: dict[HtmlElement, tuple[int, int]]) -> range:
    """Return the blocks of the part of the page that a heading has for itself; none where it shares one."""
    for element in islice(_with_ancestors(head.element), _DEEPEST):
        start, end = spans[element]
        if start < n:
            break
        if end > n:
            return range(n, end + 1)
    return range(0)


def _below(blocks: Sequence[Block], head: int, kept: Set[int], above: int) -> range:
    """Return the blocks from a heading to the next of its rank; none where an account goes on below it."""
    rank = blocks[head].heading or 7
    below = (n for n in range(head + 1, len(blocks)) if 0 < blocks[n].heading <= rank)
    end = next(below, len(blocks))
    lost = sum(count_words(blocks[n].text) for n in range(head, end) if n in kept)
    return range(head, end if lost <= _MOST_NOTES * above else head)


def _repeats(blocks: Sequence[Block], kept: Sequence[int], _: str | None) -> dict[int, str]:
    """Return quotations that stand apart and again in the text, and a lead that says no more than the text below."""
    found: dict[int, str] = {}
    apart = {n: owner for n in kept if (owner := _apart(blocks[n].element)) is not None}
    told = "\n".join(blocks[n].key for n in kept if n not in apart)
    again = {
        owner
        for n, owner in islice(apart.items(), _MOST_HEADS)
        if count_words(blocks[n].text) >= _REPEAT and blocks[n].key in told
    }
    found |= {n: "repeat" for n, owner in apart.items() if owner in again}
    rest = [blocks[n] for n in kept if n not in found]
    if rest and rest[0].lead:
        words = _content(rest[0].text)
        body = {word for block in rest[1:] if not _same_part(block, rest[0]) for word in _content(block.text)}
        if words and words <= body:
            found[kept[0]] = "repeat"
    return found


def _apart(element: HtmlElement) -> HtmlElement | None:
    return next((each for each in _with_ancestors(element) if each.tag in _APART), None)


def _content(text: str) -> set[str]:
    return {word for word in WORD.findall(text.lower()) if len(word) >= _CONTENT}


def _same_part(one: Block, other: Block) -> bool:
    return one.element.getparent() is other.element.getparent()


def _signatures(blocks: Sequence[Block], kept: Sequence[int], _: str | None) -> dict[int, str]:
    """Return the office that signs below the account: short lines set apart, where paragraphs end as sentences do."""
    found: dict[int, str] = {}
    for n in reversed(kept):
        block = blocks[n]
        if block.mark or block.heading or _ends_sentence(block) or count_words(block.text) > _SIGNED:
            break
        found[n] = "signature"
    rest = [blocks[n] for n in kept if n not in found]
    if not rest or not _ends_sentence(rest[-1]) or rest[-1].mark:
        return {}
    return found if all(_set_apart(blocks[n], rest[-1]) for n in found) else {}


def _details(blocks: Sequence[Block], kept: Sequence[int], _: str | None) -> dict[int, str]:
    """Return what stands between the title and the day of publication: what kind of text it is, whose office."""
    head: list[int] = []
    for n in kept:
        if _ends_sentence(blocks[n]) or blocks[n].heading > 1 or count_words(blocks[n].text) > _DETAIL:
            break
        head.append(n)
    days = [n for n in head if find_date(blocks[n].text) is not None]
    return {n: "masthead" for n in head if days and n < days[-1] and not blocks[n].heading}


def _set_apart(block: Block, last: Block) -> bool:
    """Whether a line looks other than the paragraph before it: by its tag or class, or being all slanted or bold."""
    one, other = block.element, last.element
    looks = [(each.tag, each.get("class"), each.get("style"), each.get("align")) for each in (one, other)]
    inner = [child for child in one if child.tag in {"em", "i", "strong", "b"}]
    whole = len(inner) == 1 and "".join(inner[0].itertext()).split() == block.text.split()
    return whole or looks[0] != looks[1] or not _same_part(block, last)


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
