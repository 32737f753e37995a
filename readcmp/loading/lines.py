"""A text as lines: where each begins and ends, how long it is, whether a sentence could run across its edges."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from readcmp.loading.dates import date_pattern
from readcmp.loading.language import function_words
from readcmp.loading.phrases import words_of
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import WORD, count_words, unspaced

_LINE = compiled(r"[^\n\f]+")
_STOP = compiled(r"[.!?…。！？:：;；][\"'”’»）)\]]*$")
_MARKS = " \t\u00a0*_#>\\|•·–—-:：.!"
_BULLET = compiled(r"(?:[-*+•▪‣·●◦]|\(?\d{1,2}[.)])\s")
_ADDRESS = compiled(r"[\w.+-]{1,64}@[\w.-]{3,100}")
_WRAP = 50
"""Characters. Programs that wrap text make lines of at least this length."""
_LONG = 400


class Line(Struct, frozen=True):
    """A line with something on it: its stretch without the spaces around it, and the same as text.

    ``opens`` says that nothing runs into it from the line above, ``closes`` that it does not run on below,
    ``gap_after`` that an empty line or the end of the text comes next.
    """

    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    gap_after: bool

    @property
    def alone(self) -> bool:
        """Whether no sentence runs across either edge."""
        return self.opens and self.closes

    @property
    def key(self) -> str:
        """The line as phrases are compared: lower case, single spaces, simplified characters, no marks around it."""
        return " ".join(simplified(self.text).lower().replace("’", "'").split()).strip(_MARKS)

    @property
    def words(self) -> int:
        """How many words begin on it; Chinese characters count by two, for a word has about two.

        Lines of more than 400 characters are prose, whatever their number of words.
        """
        if len(self.text) > _LONG:
            return _LONG
        count = count_words(self.text)
        return count // 2 if unspaced(self.text) else count

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence or an introduction to a list does."""
        return _STOP.search(self.text) is not None

    @property
    def bullet(self) -> bool:
        """Whether it begins as an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it is long or ends as a sentence, as menus do not."""
        return self.words > 8 or (self.stops and self.words > 2) or not self.alone


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that have something on them."""
    spans = []
    for match in _LINE.finditer(text):
        body = match.group()
        stripped = body.strip()
        if stripped:
            start = match.start() + len(body) - len(body.lstrip())
            spans.append((start, start + len(stripped), stripped))
    gaps = [True, *(text.count("\n", a[1], b[0]) > 1 for a, b in pairwise(spans)), True]
    wrapped = any(
        not gap and len(a[2]) >= _WRAP and not _STOP.search(a[2]) and _begins_lower(b[2])
        for (a, b), gap in zip(pairwise(spans), gaps[1:], strict=False)
    )
    width = max((len(body) for _, _, body in spans), default=0) if wrapped else 0
    edges = [
        True,
        *(gap or not _runs_on(a[2], b[2], width) for (a, b), gap in zip(pairwise(spans), gaps[1:], strict=False)),
        True,
    ]
    return [
        Line(start, end, body, opens=edges[n], closes=edges[n + 1], gap_after=gaps[n + 1])
        for n, (start, end, body) in enumerate(spans)
    ]


def _runs_on(above: str, below: str, width: int) -> bool:
    """Return whether a sentence may run from one line into the next.

    It may more readily where a program wrapped the text; ``width`` is then the longest line's, otherwise 0. A short
    line on which the next word had room was not wrapped.
    """
    if _STOP.search(above) or _BULLET.match(below) or _ADDRESS.fullmatch(below):
        return False
    last = above.rsplit(None, 1)[-1]
    if len(above) < _WRAP and not above.endswith((",", "，")) and last not in function_words() and _is_date(below):
        return False
    if _begins_lower(below) or above.endswith((",", "，")) or last in function_words():
        return True
    full = len(above) + len(below.split(None, 1)[0]) >= width
    return width > 0 and (len(above) >= _WRAP or (full and last.islower()))


def _is_date(line: str) -> bool:
    """Whether a line is a date with its year and small words: "le 3 mai 2024", which no sentence has run into."""
    if len(line) > _WRAP or not re.search(r"\d{4}", line):
        return False
    rest = date_pattern().sub(" ", line)
    return all(word.lower() in words_of("beside_dates") for word in WORD.findall(rest))


def _begins_lower(line: str) -> bool:
    return next((c for c in line if c.isalnum()), "").islower()
