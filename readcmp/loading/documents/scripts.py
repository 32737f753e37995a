"""Accounts that a page keeps in a script, as data from which a browser would build it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from readcmp.patterns import compiled
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = compiled(r"</?(?:p|br|div|ul|ol|li|strong|em|span|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_SET = compiled(r"(?:(?:var|let|const)\s+)?[\w.$\[\]\"']{1,80}\s*=\s*(?=[{\[])")
_PARTS = ("children", "content", "spans", "text", "value", "html", "data")
_LEAST = 15
"""Words of an account. Labels and notices in such data are shorter, or shorter than the account."""
_DEEPEST = 60
_TITLES = ("headline", "title", "name")
_DATES = ("datePublished", "publishedAt", "published_at", "publishDate", "publicationDate", "date")


class Script(Struct, frozen=True):
    """An account found in a script, and what stands beside it: title, date, language, publisher."""

    text: str
    about: dict[str, str | None] = field(default_factory=dict)


def account_in_scripts(root: HtmlElement) -> Script | None:
    """Return the account in the data of a page's scripts; None where no text is long enough for one.

    What is called the body of an article is it before what stands beside a title or a date, and that before any other
    text; among equals the longest is.
    """
    best: Script | None = None
    rank = (False, False, 0)
    for script in root.iter("script"):
        for owner, text in _texts(_data_of(script)):
            words = count_words(text)
            beside = _beside(owner)
            found = (owner.get("articleBody") is not None, bool(beside["title"] or beside["date"]), words)
            if words >= _LEAST and found > rank:
                best, rank = Script(text.strip(), beside), found
    return best


def _data_of(script: HtmlElement) -> Any:  # noqa: ANN401 - any JSON
    """Return the data in a script: all of it, or what it sets a variable to; None where there are none."""
    text = (script.text or "").strip()
    if "json" not in (script.get("type") or ""):
        match = _SET.match(text)
        text = text[match.end() :] if match else ""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _texts(data: Any, depth: int = 0) -> Iterator[tuple[dict[str, Any], str]]:  # noqa: ANN401 - any JSON
    """Yield each long text with the object that it stands in; a list of paragraphs is one text."""
    if depth > _DEEPEST:
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        owner = data if isinstance(data, dict) else {}
        if isinstance(value, str) and key != "description":
            yield owner, _plain(value)
        else:
            if isinstance(value, list) and (paragraphs := list(map(_paragraph, value))) and all(paragraphs):
                yield owner, "\n\n".join(paragraphs)
            yield from _texts(value, depth + 1)


def _paragraph(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - any JSON
    """Return the words of a block of an editor's: a text, or an object that has its text in parts."""
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, list) and depth < _DEEPEST:
        return "".join(_paragraph(one, depth + 1) for one in value)
    found = next((value[name] for name in _PARTS if name in value), "") if isinstance(value, dict) else ""
    return _paragraph(found, depth + 1) if depth < _DEEPEST else ""


def _plain(text: str) -> str:
    """Return a text without tags, where it has some of those that paragraphs are made of."""
    if not _TAG.search(text):
        return text
    from readcmp.loading.documents.markup import tree_of
    from readcmp.loading.documents.page_blocks import blocks_of, find_parts

    root = tree_of(text)
    return "\n\n".join(block.mark + block.text for block in blocks_of(root, find_parts(root)) if block.part is None)


def _beside(owner: dict[str, Any]) -> dict[str, str | None]:
    publisher = owner.get("publisher")
    language = owner.get("inLanguage")
    return {
        "title": _first(owner, _TITLES),
        "date": _first(owner, _DATES),
        "language": language if isinstance(language, str) else None,
        "publisher": _first(publisher, ("name",)) if isinstance(publisher, dict) else None,
    }


def _first(owner: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := owner.get(name), str) and value), None)
