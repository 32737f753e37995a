"""A text as lines: where each begins and ends, how long it is, whether a sentence could run across its edges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readcmp.text import count_words

_LINE = re.compile(r"[^\n\f]+")
_STOP = re.compile(r"[.!?…。！？:：;；][\"'”’»）)\]]*$")
_MARKS = " \t\u00a0*_#>\\|•·–—-:：.!"
_BULLET = re.compile(r"(?:[-*+•▪‣·●◦]|\(?\d{1,2}[.)])\s")
_WRAP = 50
"""Characters. A line that ends in mid-sentence and is at least this long was wrapped by a program."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: its stretch without the spaces around it, and the same as text.

    ``opens`` says that nothing runs into it from the line above, ``closes`` that it does not run on below.
    """

    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    gap_before: bool
    gap_after: bool

    @property
    def alone(self) -> bool:
        """Whether no sentence runs across either edge."""
        return self.opens and self.closes

    @property
    def key(self) -> str:
        """The line as phrases are compared: lower case, single spaces, no marks around it."""
        return " ".join(self.text.lower().replace("’", "'").split()).strip(_MARKS)

    @property
    def words(self) -> int:
        """How many words begin on it; Chinese characters count by two, for a word has about two."""
        count = count_words(self.text)
        return count // 2 if _unspaced(self.text) else count

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
    """Give the lines of a text that have something on them."""
    spans = []
    for match in _LINE.finditer(text):
        body = match.group()
        stripped = body.strip()
        if stripped:
            start = match.start() + len(body) - len(body.lstrip())
            spans.append((start, start + len(stripped), stripped))
    result: list[Line] = []
    for n, (start, end, body) in enumerate(spans):
        above, below = n > 0, n + 1 < len(spans)
        gap_before = not above or text.count("\n", spans[n - 1][1], start) > 1
        gap_after = not below or text.count("\n", end, spans[n + 1][0]) > 1
        opens = gap_before or not _runs_on(spans[n - 1][2], body)
        closes = gap_after or not _runs_on(body, spans[n + 1][2])
        result.append(Line(start, end, body, opens, closes, gap_before, gap_after))
    return result


def _runs_on(above: str, below: str) -> bool:
    """Say whether a sentence may run from one line into the next, as in a text wrapped by a program."""
    if _STOP.search(above) or _BULLET.match(below):
        return False
    first = next((c for c in below if c.isalpha()), "")
    return first.islower() or len(above) >= _WRAP or above.endswith((",", "，"))


def _unspaced(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" or "\u3040" <= c <= "\u30ff" for c in text)
