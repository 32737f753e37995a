"""A web page as the blocks of text that a reader sees, each with the part of the page that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.patterns import compiled
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "input", "textarea",
    "canvas", "audio", "video",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "o:p", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "svg", "input"})
"""What may stand in the middle of a sentence, and is not seen."""
_BY_TAG = {
    "nav": "menu", "menu": "menu", "aside": "menu", "button": "menu", "select": "menu", "dialog": "menu",
    "amp-ad": "menu", "amp-sidebar": "menu",
    "footer": "footer", "figcaption": "caption", "time": "dateline",
}  # fmt: skip
_BY_TITLE = {"header": "menu", "footer": "footer"}
"""What LibreOffice names the edges of a document's pages in HTML."""
_BY_ROLE = {
    "navigation": "menu", "banner": "menu", "search": "menu", "dialog": "menu", "alertdialog": "menu", "menu": "menu",
    "complementary": "menu", "contentinfo": "footer",
}  # fmt: skip
_NOTICES = "cookies?|consent|gdpr|tarteaucitron|newsletter|subscribe|subscription"
_LIKE = {
    "menu": f"{_NOTICES}|related|recommend|recommended|recommendations|feedback|comments|breadcrumbs?|crumbs?"
    "|crosslinks",
    "other": "twitter-tweet|fb-post|instagram-media|telegram-post",
    "footer": "foot|footer|copy|copyright|disclaimer|legal",
}
"""Words that classes and ids of a page's parts are made of."""
_SMALL = {
    "menu": "nav|navbar|navigation|gnav|menu|hmenu|topmenu|share|sharing|social|soc|sns|tags|langs?|languages?|skip"
    "|also|pagetop|backlink|backtotop|print|toolbar|tools|sidebar|modal|popup|sitemap|pagination|pager|promo|widget"
    "|ads?|adverts?|advertisement|adsbygoogle",
    "footer": "contacts?",
    "caption": "captions?|photo-text|img-text|credit|gallery|slideshow|carousel",
    "dateline": "date|datetime|time|published|pubdate|meta|metadata|byline|dateline",
}
"""Words that also name what holds the account ("print-area", "date-body"): they count for parts with little prose."""
_SENTENCE = 12
"""Words. A heading of so many that ends with a full stop is a sentence of the account."""
_PROSE = 300
"""Characters that are no links. Captions, dates and share buttons have fewer."""

_EMPTY_LINE = compiled(r"\n[ \t\r]*\n")
_CAMEL = compiled(r"(?<=[a-z])(?=[A-Z])")
_LARGE_NAMES, _SMALL_NAMES, _NOTICE_NAMES = (
    compiled(
        "(?<![a-z])(?<!no-)(?<!has-)(?<!with-)(?:" + "|".join(f"(?P<{k}>{v})" for k, v in names.items()) + ")(?![a-z])",
        re.IGNORECASE,
    )
    for names in (_LIKE, _SMALL, {"menu": _NOTICES})
)
_HIDDEN = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LEAD = compiled(r"(?<![a-z])(?:lead|lede|standfirst|summary|intro|introduction|chapo|teaser)(?![a-z])", re.IGNORECASE)
_PART = 0.5
"""Share of a page's text from which on a part is no menu, whatever it is called: ``<body class="no-sidebar">``."""


class Block(Struct):
    """A stretch of text between two breaks.

    ``part`` is the part of the page it belongs to by tag and names (``menu``, ``footer``, ``caption``), None for what
    may be the account. ``linked`` is how many of its characters are links; ``soft`` says that a line break alone parts
    it from the block before; ``heading`` is 1 to 6 or 0; ``lead`` that the page calls it one; ``mark`` goes before it.
    """

    element: HtmlElement
    text: str
    part: str | None
    linked: int
    soft: bool
    heading: int
    lead: bool
    mark: str

    @property
    def key(self) -> str:
        """Its letters and digits alone, by which a block is known in another program's text."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def find_parts(root: HtmlElement) -> dict[HtmlElement, str]:
    """Return the outermost elements that are no account, with what they are: ``menu``, ``footer``, ``unseen``."""
    total = _letters(root) or 1
    parts: dict[HtmlElement, str] = {}
    within: HtmlElement | None = None
    for event, element in _walk(root):
        if event == "end":
            within = None if element is within else within
        elif within is None and element is not root:
            kind = _part_of(element, total)
            if kind:
                parts[element] = kind
                within = element
    return parts


def blocks_of(root: HtmlElement, parts: dict[HtmlElement, str]) -> list[Block]:
    """Return the blocks of a page in the order of reading."""
    return list(_Reader(parts).read(root))


class _Reader:
    """Gathers text between breaks, walking through a page once."""

    def __init__(self, parts: dict[HtmlElement, str]) -> None:
        self._parts = parts
        self._texts: list[str] = []
        self._linked = 0
        self._soft = False
        self._part: str | None = None
        self._part_owner: HtmlElement | None = None
        self._links = 0
        self._kept_lines = 0
        self._mark = ""

    def read(self, root: HtmlElement) -> Iterator[Block]:
        owner = root
        for event, element in _walk(root):
            tag = element.tag
            breaks = tag not in _INLINE or self._parts.get(element, "unseen") != "unseen"
            breaks = breaks and tag not in _SILENT
            if event == "start":
                if breaks:
                    yield from self._flush(owner, soft=tag == "br")
                    owner = element
                self._begin(element)
                yield from self._add(element.text, owner)
            else:
                if breaks and tag != "br":
                    yield from self._flush(owner, soft=False)
                    owner = element.getparent() if element.getparent() is not None else root
                self._end(element)
                if element is not root:
                    yield from self._add(element.tail, owner)
        yield from self._flush(owner, soft=False)

    def _begin(self, element: HtmlElement) -> None:
        if self._part is None and element in self._parts:
            self._part, self._part_owner = self._parts[element], element
        if element.tag == "a":
            self._links += 1
        elif element.tag == "li":
            self._mark = "- "
        elif element.tag == "pre":
            self._kept_lines += 1

    def _end(self, element: HtmlElement) -> None:
        if element is self._part_owner:
            self._part = self._part_owner = None
        if element.tag == "a":
            self._links -= 1
            if self._part is not None:
                self._texts.append(" ")  # links of a menu stand apart, whatever the source has between them
        elif element.tag == "li":
            self._mark = ""
        elif element.tag == "pre":
            self._kept_lines -= 1

    def _add(self, text: str | None, owner: HtmlElement) -> Iterator[Block]:
        """Take in some text; where lines stay as they are, an empty one ends a paragraph."""
        if not text or self._part == "unseen":
            return
        pieces = _EMPTY_LINE.split(text) if self._kept_lines else [text]
        for n, piece in enumerate(pieces):
            if n > 0:
                yield from self._flush(owner, soft=False)
            self._texts.append(piece)
            self._linked += len(piece.strip()) if self._links > 0 else 0

    def _flush(self, owner: HtmlElement, *, soft: bool) -> Iterator[Block]:
        text = " ".join("".join(self._texts).split())
        if text:
            heading = next((int(e.tag[1]) for e in (owner, *_above(owner, 2)) if re.fullmatch("h[1-6]", str(e.tag))), 0)
            lead = any(_LEAD.search(_names(e)) for e in (owner, *_above(owner, 1)))
            if heading > 1 and count_words(text) >= _SENTENCE and text.endswith((".", "。")):
                heading, lead = 0, True  # a lead that the page makes large
            yield Block(owner, text, self._part, self._linked, self._soft, heading, lead, self._mark)
            self._mark, self._soft = "", soft
        else:
            self._soft = False
        self._texts, self._linked = [], 0


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the start and the end of every element, without comments; not by recursion, however deep they nest."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        if isinstance(element.tag, str):
            yield event, element


def _above(element: HtmlElement, count: int) -> Iterator[HtmlElement]:
    for n, ancestor in enumerate(element.iterancestors()):
        if n >= count:
            return
        yield ancestor


def _names(element: HtmlElement) -> str:
    return _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}")


def _letters(element: HtmlElement) -> int:
    """Count the characters in an element, without scripts and the like."""
    count = 0
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in _UNSEEN:
            count += len((inner.text or "").strip())
        if inner is not element:
            count += len((inner.tail or "").strip())
    return count


def _part_of(element: HtmlElement, total: int) -> str | None:
    """Return what an element is by its tag, its role or its names; None for what may hold the account."""
    tag = element.tag
    if tag in _UNSEEN or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "unseen"
    if tag in {"html", "body", "main", "article", "h1"}:
        return None
    kind = _BY_ROLE.get((element.get("role") or "").lower()) or _BY_TAG.get(tag)
    kind = kind or _BY_TITLE.get(element.get("title") or "")
    if kind == "footer" and element.xpath("boolean(ancestor::blockquote)"):
        return None  # of a quotation: who said it
    if tag == "header" and not element.xpath("boolean(.//h1) or boolean(ancestor::article)"):
        kind = "menu"
    return kind or _part_by_names(element, total)


def _part_by_names(element: HtmlElement, total: int) -> str | None:
    names = _names(element)
    large, small = _LARGE_NAMES.search(names), _SMALL_NAMES.search(names)
    if not (large or small) or element.xpath("boolean(.//h1 or .//main or .//article)"):
        return None
    if large and (_NOTICE_NAMES.search(names) or _letters(element) <= _PART * total):
        return large.lastgroup
    linked = sum(map(_letters, element.iter("a")))
    return small.lastgroup if small and _letters(element) - linked <= _PROSE else None


def with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and what it stands in, from the inside out."""
    yield element
    yield from element.iterancestors()
