"""What stands beside an account and the layout does not name: notes, repeated quotations, another language.

Each function returns the numbers of the blocks to leave out of those that were found, with what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from readcmp.loading.dates import find_date
from readcmp.loading.documents.notes import ends_sentence, find_notes
from readcmp.loading.documents.page_blocks import Block, with_ancestors
from readcmp.loading.language import guess_language, language_code
from readcmp.patterns import compiled
from readcmp.text import WORD, count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
_CAPTION = 25
"""Words of a caption."""
_BESIDE_PICTURE = 3
"""Elements above a caption among which is the one that it shares with its picture."""
_ALL = 0.9
_DETAIL = 12
"""Words of a line between title and day."""
_LABEL = compiled(r"(?P<label>[^:：]{2,30}[:：]\s*)(?P<rest>\S.*)")
_CONTACT = compiled(r"\+\d[\d ()./-]{7,20}|[\w.+-]{1,60}@[\w.-]{3,80}|©")
_APART = frozenset({"blockquote", "figure", "q"})


def leave_beside(blocks: Sequence[Block], kept: set[int], titles: set[int], language: str | None) -> dict[int, str]:
    """Return the blocks that stand beside the account, with what each is."""
    steps: tuple[Callable[[list[int]], dict[int, str]], ...] = (
        lambda rest: _above(blocks, rest, titles),
        lambda rest: _labels(blocks, rest),
        lambda rest: _captions(blocks, rest),
        lambda rest: _details(blocks, rest) if titles else {},
        lambda rest: find_notes(blocks, rest),
        lambda rest: _versions(blocks, rest, language),
        lambda rest: find_notes(blocks, rest),
        lambda rest: _repeats(blocks, rest),
        lambda rest: _contacts(blocks, rest),
        lambda rest: _signatures(blocks, rest),
    )
    found: dict[int, str] = {}
    for step in steps:
        rest = sorted(kept - found.keys())
        found |= step(rest) if rest else {}
    return found if kept - found.keys() else {}


def _above(blocks: Sequence[Block], kept: Sequence[int], titles: set[int]) -> dict[int, str]:
    """Return short lines above the title: the section of the site."""
    title = min(titles, default=0)
    return {n: "menu" for n in kept if n < title and not ends_sentence(blocks[n].text)}


def _labels(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return lines that are a label before links and nothing else: "Region: Europe", "Read also: ..."."""
    found: dict[int, str] = {}
    for n in kept:
        match = _LABEL.fullmatch(blocks[n].text) if blocks[n].linked else None
        if match is not None and blocks[n].linked >= _ALL * len("".join(match["rest"].split())):
            found[n] = "menu"
    return found


def _captions(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return lines that stand with a picture, and with nothing else, in an element of theirs."""
    found: dict[int, str] = {}
    for n in kept:
        block = blocks[n]
        if block.heading or ends_sentence(block.text) or count_words(block.text) > _CAPTION:
            continue
        for element in islice(with_ancestors(block.element), _BESIDE_PICTURE):
            if "".join(element.itertext()).split() != block.text.split():
                break
            if next(element.iter("img", "picture", "amp-img"), None) is not None:
                found[n] = "caption"
                break
    return found


def _contacts(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return addresses at the foot, outside the part of the page that most of the account stands in."""
    parents: Counter[HtmlElement | None] = Counter()
    for n in kept:
        parents[blocks[n].element.getparent()] += count_words(blocks[n].text)
    most = max(parents, key=lambda parent: parents[parent])
    found: dict[int, str] = {}
    for n in reversed(kept):
        if blocks[n].element.getparent() is most or not _CONTACT.search(blocks[n].text):
            break
        found[n] = "footer"
    return found


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
        while start - 1 > mine[-1] and not ends_sentence(blocks[start - 1].text):  # its heading, its day
            start -= 1
        found |= {n for n in kept if n >= start}
    return dict.fromkeys(found, "translation")


def _count(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    return sum(count_words(blocks[n].text) for n in numbers)


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _LIKE)


def _repeats(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
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
            found[next(n for n in kept if n not in found)] = "repeat"
    return found


def _apart(element: HtmlElement) -> HtmlElement | None:
    return next((each for each in with_ancestors(element) if each.tag in _APART), None)


def _content(text: str) -> set[str]:
    return {word for word in WORD.findall(text.lower()) if len(word) >= _CONTENT}


def _same_part(one: Block, other: Block) -> bool:
    return one.element.getparent() is other.element.getparent()


def _signatures(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return the office that signs below the account: short lines set apart, where paragraphs end as sentences do."""
    found: dict[int, str] = {}
    for n in reversed(kept):
        block = blocks[n]
        if block.mark or block.heading or ends_sentence(block.text) or count_words(block.text) > _SIGNED:
            break
        found[n] = "signature"
    rest = [blocks[n] for n in kept if n not in found]
    if not rest or not ends_sentence(rest[-1].text) or rest[-1].mark:
        return {}
    return found if all(_set_apart(blocks[n], rest[-1]) for n in found) else {}


def _details(blocks: Sequence[Block], kept: Sequence[int]) -> dict[int, str]:
    """Return what stands between the title and the day of publication: what kind of text it is, whose office."""
    head: list[int] = []
    for n in kept:
        if ends_sentence(blocks[n].text) or blocks[n].heading > 1 or count_words(blocks[n].text) > _DETAIL:
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
