"""The readouts in full: paragraphs of points, of what stands between them, and of boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from readcmp.model import Side
from readcmp.rendering.html.page import Page, direction_of, language_of
from readcmp.rendering.safe import safe
from readcmp.rendering.speech import describe_source
from readcmp.segmentation.blocks import blocks_of
from readcmp.text import count_words

POINT, FURNITURE, BETWEEN = "point", "boilerplate", "between"

_GAP = re.compile(r"\n[^\S\n]*\n|[\x0b\x0c\u2029]")


class Stretch(Struct, frozen=True):
    """A piece of a readout fit to show, with a space before it where the text has one.

    Of a point: ``ref`` is its name in the page, ``partners`` the names a reader knows its partners by, ``state`` how it
    stands (see ``Page.state``).
    """

    kind: str
    text: str
    space: bool
    id: str = ""
    ref: str = ""
    number: int = 0
    words: int = 0
    topics: str = ""
    spoken: str = ""
    state: str = ""
    news: bool = False
    partners: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """Stretches that stand together; ``item`` where it is one of a bulleted list."""

    item: bool
    stretches: tuple[Stretch, ...]

    @property
    def faint(self) -> bool:
        """Whether there is nothing in it but boilerplate."""
        return all(stretch.kind == FURNITURE for stretch in self.stretches)


class Text(Struct, frozen=True):
    """A readout in full."""

    n: int
    tag: str
    label: str
    language: str
    direction: str
    paragraphs: tuple[Paragraph, ...]


def texts(page: Page) -> list[Text]:
    """Return every side's readout; nothing of it is left out but what ``safe`` drops."""
    return [
        Text(
            n,
            page.tags[n],
            safe(side.readout.label),
            language_of(side),
            direction_of(side.readout.text),
            tuple(_paragraphs(page, side)),
        )
        for n, side in enumerate(page.comparison.sides)
    ]


def _paragraphs(page: Page, side: Side) -> Iterator[Paragraph]:
    text = side.readout.text
    blocks = blocks_of(side.readout)
    starts, items = {block.start for block in blocks}, {block.start for block in blocks if block.item}
    held: list[Stretch] = []
    item, last, kind = False, 0, ""
    for start, end, what, point in _stretches(side):
        between = text[last:start]
        wrapped = "\n" in between
        opens = start in items or (what == FURNITURE and wrapped)
        after = start in starts and wrapped and kind == FURNITURE
        if held and (_GAP.search(between) or (opens and not (start in items and kind == FURNITURE)) or after):
            yield Paragraph(item, tuple(held))
            held, item = [], False
        item = item or start in items
        held.append(_stretch(page, side, text[start:end], what, point, space=bool(held) and between != ""))
        last, kind = end, what
    if held:
        yield Paragraph(item, tuple(held))


def _stretches(side: Side) -> Iterator[tuple[int, int, str, str]]:
    """Return the stretches of a text in order, without the white space at their ends: (start, end, kind, point)."""
    text, at = side.readout.text, 0
    known = [(point.start, point.end, POINT, point.id) for point in side.points]
    known += [(piece.start, piece.end, FURNITURE, "") for piece in side.readout.boilerplate]
    for start, end, kind, point in [*sorted(known), (len(text), len(text), "", "")]:
        if start > at:
            yield from _between(text, at, start)
        trimmed = _trim(text, max(start, at), end)
        if kind and trimmed is not None:
            yield (*trimmed, kind, point)
        at = max(at, end)


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    trimmed = _trim(text, start, end)
    if trimmed is not None:
        yield (*trimmed, BETWEEN, "")


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _stretch(page: Page, side: Side, raw: str, kind: str, point: str, *, space: bool) -> Stretch:
    if kind != POINT:
        return Stretch(kind, safe(raw), space)
    links = page.partners[point]
    return Stretch(
        kind,
        safe(raw),
        space,
        safe(point),
        page.refs[point],
        page.numbers[point],
        count_words(raw),
        page.topics_of([point]),
        describe_source(page, page.points[point]),
        page.state(point),
        page.is_news(point),
        tuple(page.name(link.b if link.a == point else link.a) for link in links),
    )
