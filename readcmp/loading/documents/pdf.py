"""PDF files: the lines of each page with their places, read by pypdfium2, put together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.extraction import LeftOut
from readcmp.loading.documents.document import MOST_TEXT, Document, DocumentError
from readcmp.loading.phrases import any_of
from readcmp.patterns import compiled

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

LIBRARY = "pypdfium2"
MOST_PAGES = 400
_EDGE = 0.12
"""Share of a page's height at its head and its foot where running heads and page numbers stand."""
_DIGITS = compiled(r"\d+")
_BULLET = compiled(r"[•▪‣·●◦o\-–*]|\(?\d{1,2}[.)]")
_STOPS = '.!?…。！？:：;；"”»）)'
_HYPHENS = "\u2010\u00ad"
"""Hyphens that part a word at the end of a line; ``-`` may also be the hyphen of "long-term"."""
_BROKEN = 2
"""What stands in PDFium's text for a hyphen and the line break behind it."""
_HYPHENATED = 0.08
"""Share of lines that end in ``-`` from which on a program hyphenates: otherwise few lines do."""
_MARKS = frozenset("•▪‣●◦")
_WIDE = 1.3
"""How much more than between the lines of a paragraph the distance between two is where a paragraph ends."""
_SHORT = 0.85
_INDENT = 8.0
"""Points."""


class Line(Struct, frozen=True):
    """A line of a page: its text and its box in points, from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high its letters are, which is the same for all of a size."""
        return self.top - self.bottom


def read_pdf(data: bytes) -> Document:
    """Return the text of a PDF file; DocumentError where it has none, or a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise DocumentError("is a PDF file with a password", "save it without one") from error
        raise DocumentError("is a broken PDF file", "save it again, or its text as .txt") from error
    pages = list(_pages(document))
    if not any(lines for lines, _ in pages):
        raise DocumentError("is a PDF file without text: a scan", "recognise its text first, with ocrmypdf for one")
    running = _running(pages)
    left_out = [
        LeftOut("footer", line.text) for n, (lines, _) in enumerate(pages) for line in lines if (n, line) in running
    ]
    kept = [[line for line in lines if (n, line) not in running] for n, (lines, _) in enumerate(pages)]
    text = "\n\n".join(_paragraphs(kept)) + "\n"
    return Document(text, "pdf", LIBRARY, tuple(left_out))


def _pages(document: PdfDocument) -> Iterator[tuple[list[Line], float]]:
    """Yield the lines of each page and its height."""
    if len(document) > MOST_PAGES:
        raise DocumentError(f"is a PDF file of {len(document)} pages", "give the pages of the readout alone")
    count = 0
    for page in document:
        text = page.get_textpage()
        count += text.count_chars()
        if count > MOST_TEXT:
            raise DocumentError(f"holds more than {MOST_TEXT:,} characters", "give the pages of the readout alone")
        yield _with_bullets(list(_lines(text))), page.get_height()


def _lines(page: PdfTextPage) -> Iterator[Line]:
    """Yield the lines of a page in the order in which they are written."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode

    box = FS_RECTF()
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for n in range(page.count_chars()):
        code = FPDFText_GetUnicode(page, n)
        if code in {10, 13}:
            yield from _line(letters, boxes)
            letters, boxes = [], []
            continue
        letters.append("-" if code == _BROKEN else chr(code))
        if FPDFText_GetLooseCharBox(page, n, box) and box.right > box.left:
            boxes.append((box.left, box.bottom, box.right, box.top))
        if code == _BROKEN:
            yield from _line(letters, boxes)
            letters, boxes = [], []
    yield from _line(letters, boxes)


def _line(letters: Sequence[str], boxes: Sequence[tuple[float, float, float, float]]) -> Iterator[Line]:
    text = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = " ".join(text.split())
    if text and boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield Line(text, min(lefts), min(bottoms), max(rights), max(tops))


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Put bullets that a program drew apart from their items before these."""
    bullets = [line for line in lines if _BULLET.fullmatch(line.text)]
    result = [line for line in lines if not _BULLET.fullmatch(line.text)]
    for bullet in bullets:
        middle = (bullet.bottom + bullet.top) / 2
        for n, line in enumerate(result):
            if line.bottom <= middle <= line.top and line.left >= bullet.right - 1:
                result[n] = Line(f"{bullet.text} {line.text}", line.left, line.bottom, line.right, line.top)
                break
    return result


def _running(pages: Sequence[tuple[list[Line], float]]) -> set[tuple[int, Line]]:
    """Return the lines at the edges of pages that come on several of them, but for their digits, or are a number."""
    edges = [
        (n, line)
        for n, (lines, height) in enumerate(pages)
        for line in lines
        if line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE
    ]
    times = Counter(key for _, key in {(n, _DIGITS.sub("#", line.text)) for n, line in edges})
    return {
        (n, line)
        for n, line in edges
        if times[_DIGITS.sub("#", line.text)] > 1 or (line.top < pages[n][1] * _EDGE and _number().fullmatch(line.text))
    }


def _paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Put lines together to paragraphs: where they stand further apart, are set in, or end short at a full stop."""
    result: list[str] = []
    broken = sum(line.text[-1] == "-" for lines in pages for line in lines)
    hyphenates = broken > max(3, _HYPHENATED * sum(map(len, pages)))
    for lines in pages:
        steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom + 1)
        step = steps[len(steps) // 5] if steps else 0.0
        height = median(line.height for line in lines) if lines else 1.0
        widest = max((line.right for line in lines), default=0.0)
        for n, line in enumerate(lines):
            if n == 0:
                new = not result or result[-1].endswith(tuple(_STOPS)) or not line.text[:1].islower()
            else:
                new = _parts(lines[n - 1], line, step * max(1.0, line.height / height), widest)
            if new:
                result.append(line.text)
            else:
                result[-1] = _glued(result[-1], line.text, hyphenates=hyphenates)
    return result


def _parts(above: Line, line: Line, step: float, widest: float) -> bool:
    """Whether a paragraph ends between two lines."""
    distance = above.bottom - line.bottom
    size, size_above = line.height, above.height
    first, stops = line.text.split()[0], above.text.endswith(tuple(_STOPS))
    if distance > _WIDE * step or distance < 0 or first in _MARKS or (stops and _BULLET.fullmatch(first)):
        return True
    if max(size, size_above) > _WIDE * 1.3 * min(size, size_above) and above.text[-1:] not in "-,":
        return True
    return stops and (line.left > above.left + _INDENT or above.right < _SHORT * widest)


def _glued(above: str, below: str, *, hyphenates: bool) -> str:
    """Return two lines of a paragraph as one: a hyphen that only parts a word goes, Chinese has no space."""
    if above[-1] in _HYPHENS or (hyphenates and above[-1] == "-" and below[0].islower()):
        return above[:-1] + below
    if above[-1] == "-" and above[-2:-1].isalnum():
        return above + below
    return above + ("" if above[-1] >= "\u2e80" and below[0] >= "\u2e80" else " ") + below


@cache
def _number() -> re.Pattern[str]:
    """Compile the number of a page, with how many there are or without."""
    of = any_of("page_of")
    return compiled(
        rf"(?:[^\W\d]{{1,8}}\.?\s)?[-–—]?\s?\d{{1,4}}(?:\s?(?:/|{of})\s?\d{{1,4}})?\s?[-–—]?", re.IGNORECASE
    )
