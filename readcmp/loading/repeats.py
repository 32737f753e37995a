"""What an account says twice in the same words: a page's lead that opens the text below it too, a paragraph copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from readcmp.loading.lines import Line
from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.text import WORD, count_words
from readcmp.vocabulary import BoilerplateKind

_STOP = compiled(r"[.!?。！？…]+[\"'”’»）)\]]*")
_LEAST = 5
"""Words. Fewer may come twice by chance, as "They discussed trade." may."""
_NEAR = 3
"""Paragraphs below the lead in which its words may open the text."""


def find_repeats(text: str, lines: Sequence[Line], taken: Set[int]) -> Iterator[Boilerplate]:
    """Return the stretches that repeat an earlier one (kind ``repeat``); ``taken`` are lines to pass over."""
    paragraphs = list(_paragraphs(lines, taken))
    if len(paragraphs) < 2:
        return
    lead = paragraphs[0]
    seen: set[str] = set()
    for n, (start, end) in enumerate(paragraphs):
        words = " ".join(WORD.findall(text[start:end].lower()))
        if words in seen and count_words(words) >= _LEAST:
            yield Boilerplate(start, end, BoilerplateKind.REPEAT)
            continue
        seen.add(words)
        if 0 < n <= _NEAR:
            until = _common(text, lead, (start, end))
            if until is not None:
                yield Boilerplate(start, until, BoilerplateKind.REPEAT)


def _paragraphs(lines: Sequence[Line], taken: Set[int]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for n, line in enumerate(lines):
        if n in taken:
            start = None
            continue
        start = line.start if start is None else start
        if line.closes or n + 1 in taken:
            yield start, line.end
            start = None


def _common(text: str, lead: tuple[int, int], other: tuple[int, int]) -> int | None:
    """Return where the last whole sentence ends that two paragraphs have in common from their beginnings on."""
    found: int | None = None
    count = 0
    for one, two in zip(WORD.finditer(text, *lead), WORD.finditer(text, *other), strict=False):
        if one.group().lower() != two.group().lower():
            break
        count += count_words(one.group())
        first, second = _STOP.match(text, one.end(), lead[1]), _STOP.match(text, two.end(), other[1])
        ends = (first or one.end() == lead[1]) and (second or two.end() == other[1])
        if ends and count >= _LEAST:
            found = second.end() if second else two.end()
    return found
