"""Footnotes of a page: the marks in its text, which link to the notes below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readcmp.patterns import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = compiled(r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?", re.IGNORECASE)
_BLOCKS = frozenset({"p", "li", "div", "dd", "td", "aside", "section"})
_MOST = 80
"""Words of a note. What is longer is no note, whatever links to it."""


def find_footnotes(root: HtmlElement) -> dict[HtmlElement, str]:
    """Return the marks of footnotes (``unseen``) and the notes that they link to (``note``)."""
    marks = {mark: target for mark in root.iter("a") if (target := _target(mark)) is not None}
    if not marks:
        return {}
    named = {name: each for each in root.iter() if (name := each.get("id") or each.get("name"))}
    found: dict[HtmlElement, str] = {}
    places = {each: n for n, each in enumerate(root.iter())}
    for mark, target in marks.items():
        note = _note_of(named.get(target))
        if note is not None and places[note] > places[mark]:  # otherwise it leads back from the note
            found[_outermost(mark)] = "unseen"
            found[note] = "note"
    return found


def _target(link: HtmlElement) -> str | None:
    """Return the name of what a mark links to; None for a link that is no mark."""
    address = link.get("href") or ""
    if not address.startswith("#") or len(address) < 2:
        return None
    text = "".join(link.itertext()).strip()
    return address[1:] if _MARK.fullmatch(text) else None


def _note_of(element: HtmlElement | None) -> HtmlElement | None:
    """Return the paragraph or item that has a name, or has the element in it that has it."""
    while element is not None and element.tag not in _BLOCKS:
        element = element.getparent()
    return element if element is not None and len("".join(element.itertext()).split()) <= _MOST else None


def _outermost(mark: HtmlElement) -> HtmlElement:
    """Return a mark with the raised element around it that has nothing else in it."""
    parent = mark.getparent()
    alone = parent is not None and parent.tag == "sup" and not (parent.text or "").strip() and len(parent) == 1
    return parent if alone and not (mark.tail or "").strip() else mark
