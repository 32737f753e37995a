"""Web pages: the account among menus, notices and related links, found by trafilatura.

Trafilatura gets the page without the parts that say of themselves what they are, since most readouts are shorter than
the notices around them. What it gives is looked up among the page's own blocks, so that what it passes over inside the
account (a list, a lead) is kept and all else can be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from readcmp.extraction import LeftOut
from readcmp.loading.dates import find_date
from readcmp.loading.documents.about import day_beside, read_about
from readcmp.loading.documents.beside import leave_beside
from readcmp.loading.documents.cards import find_cards
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.footnotes import find_footnotes
from readcmp.loading.documents.page_blocks import Block, blocks_of, find_parts, key_of
from readcmp.loading.documents.scripts import account_in_scripts
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIBRARY = "trafilatura"
_LEAST = 12
"""Characters of a block that counts as found wherever they stand in the library's text; a shorter one is a line."""
_LINKED = 0.5
_IN_CELL = 0.5
_MORE_THAN_TITLE = 8
"""Words beside the page's title ("No: 112", a date) with which a block is still the title."""
_STOPS = (".", "!", "?", "。", "”", "»", '"')
_LEAST_ABOVE = 20
"""Words above a list of accounts that make them an account with others behind it."""
_NOTHING = 12
"""Words: "Loading", "You need to enable JavaScript"."""
_FEW = 40
"""Words. A page with fewer may have its account in a script."""
_HINT_NONE = "save the page of the readout itself, or its text as a .txt file"


def read_page(data: bytes) -> Document:
    """Return the account on a web page; DocumentError where there is none or more than one."""
    from readcmp.loading.documents.markup import page_of

    return read_tree(page_of(data))


def read_tree(root: HtmlElement) -> Document:
    """Return the account in a page that is parsed already."""
    about = read_about(root)
    parts = find_parts(root) | find_footnotes(root)
    blocks = blocks_of(root, parts)
    cards = find_cards(blocks)
    if cards:
        parts |= cards
        blocks = blocks_of(root, parts)
    kept = _find_account(root, parts, blocks)
    titles = _find_title(blocks, kept, about["title"])
    kept -= titles
    about["date"] = about["date"] or day_beside(blocks, kept, titles, about["language"])
    script = account_in_scripts(root) if _count(blocks, kept) < _FEW else None
    if script is not None and _goes_before(script.text, [blocks[n] for n in sorted(kept)]):
        told = {name: value or about[name] for name, value in script.about.items()}
        return Document(script.text, "html", "lxml", _rest(blocks, set(), titles), **about | told)
    linked = sum(blocks[n].linked for n in kept)
    if linked >= _LINKED * sum(len(blocks[n].text) for n in kept):  # also where there is nothing
        raise DocumentError("is a web page without an account in it", _HINT_NONE)
    beside = leave_beside(blocks, kept, titles, about["language"])
    kept = _the_one(blocks, kept - beside.keys(), titles)
    text = join_paragraphs([block for n, block in enumerate(blocks) if n in kept])
    return Document(text, "html", LIBRARY, _rest(blocks, kept, titles, beside), **about)


def _find_account(root: HtmlElement, parts: dict[HtmlElement, str], blocks: list[Block]) -> set[int]:
    """Return the numbers of the blocks that are the account."""
    lines = [key for line in _main_text(root, parts).split("\n") if (key := key_of(line.removeprefix("- ")))]
    open_ = [n for n, block in enumerate(blocks) if block.part is None and block.key]
    matcher = SequenceMatcher(None, [blocks[n].key for n in open_], lines, autojunk=False)
    found = {open_[at + k] for at, _, size in matcher.get_matching_blocks() for k in range(size)}
    whole = "".join(lines)
    for n in open_:
        if n not in found and len(blocks[n].key) >= _LEAST and blocks[n].key in whole:
            found.add(n)
    piece = root.find("head") is None and not parts and not any(block.heading for block in blocks)
    if piece or not found:  # the library passes over pages of a sentence or two
        return {n for n in open_ if _is_prose(blocks[n]) and blocks[n].text.endswith(_STOPS)}
    return _within_cell(blocks, _filled(blocks, found))


def _main_text(root: HtmlElement, parts: dict[HtmlElement, str]) -> str:
    """Return what trafilatura takes for the main text of a page without its known parts."""
    from trafilatura import extract

    copy = deepcopy(root)
    twins = dict(zip(root.iter(), copy.iter(), strict=True))
    for element in parts:
        twin = twins[element]
        if twin.getparent() is not None:
            twin.drop_tree()
    return extract(copy, include_comments=False, include_tables=True, deduplicate=False, fast=False) or ""


def _filled(blocks: list[Block], found: set[int]) -> set[int]:
    """Add what the library passed over inside the account, and the lead before it."""
    numbers = sorted(found)
    result = set(found)
    for before, after in pairwise(numbers):
        between = [n for n in range(before + 1, after) if blocks[n].part is None]
        if between and sum(len(blocks[n].text) for n in between) < sum(len(blocks[n].text) for n in found):
            result.update(n for n in between if _is_prose(blocks[n]))
    if numbers:
        leads = [n for n in range(numbers[0]) if blocks[n].lead and blocks[n].part is None and _is_prose(blocks[n])]
        result.update(leads)
    return result


def _within_cell(blocks: list[Block], found: set[int]) -> set[int]:
    """Keep to one cell where a page is laid out as a table and most of what was found stands in that cell."""
    letters: Counter[HtmlElement] = Counter()
    for n in found:
        for cell in blocks[n].element.iterancestors("td"):
            letters[cell] += len(blocks[n].text)
        if blocks[n].element.tag == "td":
            letters[blocks[n].element] += len(blocks[n].text)
    most = _IN_CELL * sum(len(blocks[n].text) for n in found)
    cells = [cell for cell, count in letters.items() if count >= most]
    if not cells:
        return found
    inmost = min(cells, key=lambda cell: letters[cell])
    return {n for n in found if inmost is blocks[n].element or inmost in blocks[n].element.iterancestors()}


def _is_prose(block: Block) -> bool:
    return block.linked < _LINKED * len(block.text) and not block.heading


def _find_title(blocks: list[Block], kept: set[int], title: str | None) -> set[int]:
    """Return the numbers of the blocks that say the title: the first main heading, and any that repeats it."""
    first = next((n for n, block in enumerate(blocks) if block.heading == 1 and block.part is None), None)
    found = set() if first is None else {first}
    if not title or not key_of(title):
        return found
    for n in kept:
        text = blocks[n].text
        more = count_words(text) - count_words(title)
        sentence = text.startswith(title) and text.endswith((".", "。"))
        if blocks[n].key == key_of(title) or (title in text and more <= _MORE_THAN_TITLE and not sentence):
            found.add(n)
    return found


def _count(blocks: list[Block], kept: set[int]) -> int:
    return sum(count_words(blocks[n].text) for n in kept)


def _goes_before(script: str, blocks: list[Block]) -> bool:
    """Whether the text in a script is the account: the page shows next to nothing, or the beginning of that text."""
    words = sum(count_words(block.text) for block in blocks)
    return words < _NOTHING or (count_words(script) > words and all(block.key in key_of(script) for block in blocks))


def _the_one(blocks: list[Block], kept: set[int], titles: set[int]) -> set[int]:
    """Return the blocks of the one account on a page; DocumentError where it lists several.

    A list has headings of one rank, each a link or above a date of its own. Behind an account it is what else the site
    has.
    """
    numbers = sorted(kept | titles)
    headings: dict[int, list[int]] = {}
    for n, following in pairwise(numbers):
        block, below = blocks[n], blocks[following]
        linked = block.linked >= _LINKED * len(block.text) and not below.heading
        dated = find_date(below.text) is not None and count_words(below.text) <= _MORE_THAN_TITLE
        if block.heading and (linked or dated):
            headings.setdefault(block.heading, []).append(n)
    listed = max(headings.values(), key=len, default=[])
    if len(listed) < 2:
        return kept
    before = {n for n in kept if n < listed[0]}
    if _count(blocks, before) < _LEAST_ABOVE:
        raise DocumentError(f"is a web page with {len(listed)} accounts in it", "save the page of the one readout")
    return before


def _rest(
    blocks: list[Block], kept: set[int], titles: set[int], beside: Mapping[int, str] = MappingProxyType({})
) -> tuple[LeftOut, ...]:
    """Return the blocks that are left out, each with what it is."""
    found = []
    for n, block in enumerate(blocks):
        if n not in kept and block.part != "unseen":
            kind = "title" if n in titles else beside.get(n) or block.part or ("menu" if block.linked else "other")
            found.append(LeftOut(kind, block.text))
    return tuple(found)


def join_paragraphs(blocks: Sequence[Block]) -> str:
    """Return blocks as a text with empty lines between them, but for lines of a paragraph and items of a list."""
    text = ""
    before: Block | None = None
    for block in blocks:
        if before is not None:
            near = block.soft or (block.mark and before.mark)
            text += "\n" if near else "\n\n"
        text += block.mark + block.text
        before = block
    return text + "\n"
