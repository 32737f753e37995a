"""Accounts that a page keeps in a script, as data from which a browser would build it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readcmp.patterns import compiled
from readcmp.text import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = compiled(r"</?(?:p|br|div|ul|ol|li|strong|em|span|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_LEAST = 15
"""Words of an account. Labels and notices in such data are shorter, or shorter than the account."""
_DEEPEST = 60
_TITLES = ("headline", "title", "name")
_DATES = ("datePublished", "publishedAt", "published_at", "publishDate", "publicationDate", "date")


@dataclass(frozen=True, slots=True)
class Script:
    """An account found in a script, and what stands beside it: title, date, language, publisher."""

    text: str
    about: dict[str, str | None] = field(default_factory=dict)


def account_in_scripts(root: HtmlElement) -> Script | None:
    """Return the longest text in the data of a page's scripts; None where none is long enough for an account."""
    best: Script | None = None
    for script in root.iter("script"):
        if "json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for owner, text in _texts(data):
            if count_words(text) >= max(_LEAST, count_words(best.text) + 1 if best else 0):
                best = Script(text, _beside(owner))
    return best


def _texts(data: Any, depth: int = 0) -> Iterator[tuple[dict[str, Any], str]]:  # noqa: ANN401 - any JSON
    """Yield each long text with the object that it stands in; a list of paragraphs is one text."""
    if depth > _DEEPEST:
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        owner = data if isinstance(data, dict) else {}
        if isinstance(value, str) and key != "description":
            yield owner, _plain(value)
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield owner, "\n\n".join(map(_plain, value))
        else:
            yield from _texts(value, depth + 1)


def _plain(text: str) -> str:
    """Return a text without tags, where it has some of those that paragraphs are made of."""
    if not _TAG.search(text):
        return text.strip()
    from readcmp.loading.documents.blocks import blocks_of, find_parts
    from readcmp.loading.documents.markup import tree_of

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
