"""What a web page says of itself: title, day, language, publisher, address.

The day is that of publication or none: years of copyright, days of an update and days that the account tells of are
not it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from readcmp.loading.dates import find_date
from readcmp.loading.documents.page_blocks import Block, key_of
from readcmp.loading.phrases import any_of
from readcmp.patterns import compiled
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORT = 12
"""Words of a line that gives the day."""
_ABOVE = 2
"""Blocks at the head of what was found that may be the page's still."""
_BELOW = 4
"""Blocks below the account in which its day may stand."""
_HEADINGS = 20
"""Headings among which the title is looked for."""
_LEAST_TITLE = 3
"""Words of a title that a window's title begins with."""
_ISO_DAY = 10
_DAY = compiled(r"(?<!\d)\d{1,2}\.?\s+(?:[^\W\d_]{2,3}\s+)?[^\W\d_]{3,20}\.?,?\s+(?:[^\W\d_]{2,3}\s+)?\d{4}(?!\d)")
"""A day with the name of its month, in whatever language."""


def read_about(root: HtmlElement) -> dict[str, Any]:
    """Return what the metadata of a page say, by the names of ``Document``; None for what they do not."""
    from trafilatura.metadata import extract_metadata

    told = extract_metadata(root)
    names = root.xpath("//*[@name='SiteName' or @property='og:site_name']/@content")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    title = _title_of(root, told.title)
    url = told.url if (told.url or "").startswith(("http://", "https://")) else None
    return {
        "title": " ".join(title.split()) if title else None,
        "date": _day_in_head(root),
        "language": language,
        "publisher": next(iter(names), None) or told.sitename,
        "url": url,
    }


def _title_of(root: HtmlElement, told: str | None) -> str | None:
    """Return the title by the metadata, or the heading that the title of the window begins with.

    The window's title may name the site as well; a site may have a country or a section as its main heading.
    """
    window = next(iter(root.xpath("//title/text()")), None)
    whole = key_of(window or "")
    own = key_of(told or "")
    if not whole or (own and whole != own and whole.startswith(own)):
        return told or window
    for heading in islice(root.iter("h1", "h2", "h3"), _HEADINGS):
        text = "".join(heading.itertext())
        key = key_of(text)
        if key and whole.startswith(key) and count_words(text) >= _LEAST_TITLE:
            return text
    return told or window


def _day_in_head(root: HtmlElement) -> str | None:
    """Return the day by the head of a page and its linked data, of which htmldate knows the many names."""
    from htmldate import find_date as find_in_metadata
    from lxml.html import document_fromstring

    page = document_fromstring("<html><head></head><body></body></html>")
    for element in root.xpath("//head/meta|//script[contains(@type, 'ld+json')]"):
        page.head.append(deepcopy(element))
    day = find_in_metadata(page, original_date=True, extensive_search=False)
    return day if isinstance(day, str) else None


def day_beside(blocks: Sequence[Block], kept: set[int], titles: set[int], language: str | None) -> str | None:
    """Return the day of a line between title and account, else above the title, else below the account."""
    if not kept:
        return None
    first, last = min(kept), max(kept)
    title = max((n for n in titles if n < first), default=first)
    heads = {n for n in range(first, min(first + _ABOVE, last)) if not blocks[n].text.endswith((".", "。"))}
    amid = [n for n in range(first, last) if n not in kept or n in heads]
    between = next(_days(blocks[title:first], language, amid=True), None)
    if between is not None:
        return between
    for part in (amid, range(title - 1, -1, -1), range(last + 1, last + 1 + _BELOW)):
        day = next(_days([blocks[n] for n in part if n < len(blocks)], language), None)
        if day is not None:
            return day
    return None


def _days(blocks: Sequence[Block], language: str | None, *, amid: bool = False) -> Iterator[str]:
    for block in blocks:
        own = block.part in {None, "dateline"} or (block.part == "menu" and amid and not block.linked)
        if own and count_words(block.text) <= _SHORT and not _updated().search(block.text):
            day = _day_of_element(block.element) or find_date(block.text) or _day_of_month(block.text, language)
            if day is not None:
                yield day


def _day_of_element(element: HtmlElement) -> str | None:
    """Return the day that the markup of a line gives in figures, whatever the line itself is written like."""
    times = [element.get("datetime"), *(each.get("datetime") for each in element.iter("time"))]
    return next((day for each in times if each and (day := find_date(each[:_ISO_DAY]))), None)


def _day_of_month(text: str, language: str | None) -> str | None:
    """Return the day in a line in the page's language, whose months readcmp need not know."""
    match = _DAY.search(text)
    if match is None or not language:
        return None
    from dateparser import parse

    try:
        day = parse(match.group(), languages=[language[:2].lower()], settings={"STRICT_PARSING": True})
    except ValueError:  # a language that the library does not know
        return None
    return day.date().isoformat() if day else None


@cache
def _updated() -> re.Pattern[str]:
    return compiled(any_of("updates"), re.IGNORECASE)
