"""The tokens of a sentence as the segmentation rules see them: words, marks, what lies in brackets and quotes."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from readcmp.patterns import compiled

_TOKEN = compiled(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S., U.S.-Russia
    r"|\d+(?:[.,:]\d+)+"  # 1,000 and 3.5 and 17:30
    r"|[^\W_]+(?:['’\-‑&/][^\W_]+)*(?:['’](?=\s))?"
    r"|[,;；:()\[\]{}\"“”„«»]|[—–]|(?<=\s)-(?=\s)"
)
_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "„": "“"}
_ENCLOSING = frozenset('"').union(_OPENING)
_HEAD = compiled(r"[^\W_]+['’](?=\w)")
_DEEP = 9
"""Brackets within brackets that are looked through; no text has more."""
_LONG_QUOTE = 12
"""Words from which a quotation is split as any text is; a shorter one is a name or a phrase."""


class Token(Struct, frozen=True):
    """A word or a mark at ``start:end`` of the text; ``inside`` brackets or a short quotation, which is not split."""

    start: int
    end: int
    text: str
    low: str
    inside: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital or is a number."""
        return self.text[0].isupper() or self.text[0].isdigit()


def tokenise(text: str, start: int, end: int, elisions: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of the sentence ``text[start:end]``.

    ``low`` is the lower case with plain apostrophes, and with е for ё. What is elided before an apostrophe (a word of
    ``elisions``) is a token of its own, with the apostrophe: ``l'``.
    """
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if elisions:
        spans = [part for lo, hi in spans for part in _elided(text, lo, hi, elisions)]
    words = [text[lo:hi] for lo, hi in spans]
    inside = [False] * len(words) if _ENCLOSING.isdisjoint(words) else _enclosed(words)
    return [
        Token(lo, hi, word, _lower(word), inner) for (lo, hi), word, inner in zip(spans, words, inside, strict=True)
    ]


@lru_cache(maxsize=1 << 13)
def _lower(word: str) -> str:
    return word.lower().replace("’", "'").replace("ё", "е")


def _elided(text: str, start: int, end: int, elisions: frozenset[str]) -> list[tuple[int, int]]:
    """Return the span of a word, or that of what is elided before it and its own."""
    head = _HEAD.match(text, start, end)
    if head is None or head[0][:-1].lower() not in elisions:
        return [(start, end)]
    return [(start, head.end()), (head.end(), end)]


def _enclosed(marks: list[str]) -> list[bool]:
    """Return for each token whether it stands within brackets or a quotation that is closed in the sentence."""
    words = list(accumulate((mark[0].isalnum() for mark in marks), initial=0))
    opened_less_closed = [0] * (len(marks) + 1)
    stack: list[tuple[str, int]] = []
    for at, mark in enumerate(marks):
        deepest = max(len(stack) - _DEEP, 0) - 1
        closing = next((i for i in range(len(stack) - 1, deepest, -1) if stack[i][0] == mark), None)
        if closing is not None:
            opened = stack[closing][1]
            del stack[closing:]
            if mark in ")]}" or words[at] - words[opened] < _LONG_QUOTE:
                opened_less_closed[opened] += 1
                opened_less_closed[at + 1] -= 1
        elif mark == '"':
            stack.append(('"', at))
        elif mark in _OPENING:
            stack.append((_OPENING[mark], at))
    return [depth > 0 for depth in accumulate(opened_less_closed[:-1])]
