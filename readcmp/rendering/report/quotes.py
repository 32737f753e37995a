"""The quotations of a difference: a passage from each side with what differs marked, and how one is cut to a length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.comparing.findings.words import join_words
from readcmp.finding import Finding
from readcmp.finding import Quote as Quotation
from readcmp.patterns import compiled
from readcmp.rendering.marked_passage import MARK, PLAIN, Words, told
from readcmp.rendering.report.parts import Quote
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import CLOSEST, NEAR, NO_MATCH, UNSAID

ROOM = 340
"""How much of a passage is quoted at the most, in code points."""

ABOUT_THE_CALL = frozenset({"initiator", "tone"})
"""Kinds of findings on what an account says of the call itself, not on a passage of it."""

FEW = 2
"""Up to so many silent sides have a line each."""

_CLAUSE = compiled(r"[,;:—–]\s+|[。，；]\s*|\s(?=that |but |while |which |who |where |if )")
_ITEM = compiled(r"\s(?=and |or )|、")
"""Where a clause ends, and where an item of a list does: to cut there is second best, as it may part "A and B"."""


def quotes_of(view: View, finding: Finding, silent: Sequence[int]) -> Iterator[Quote]:
    """Return what each side of a finding has, in the order of the sides; of many ``silent`` ones one line."""
    for n, side in enumerate(view.comparison.sides):
        own = [quote for quote in finding.quotes if quote.side == side.id]
        if own:
            yield from (Quote(n, quote.point, begun(list(_words(quote)))) for quote in own)
        elif n in silent:
            if len(silent) <= FEW:
                yield _silence(view, finding, n)
            elif n == silent[0]:
                others = join_words([view.tags[other] for other in silent[1:]])
                yield Quote(n, None, (), f"{NO_MATCH}, nor in {others}")


def _silence(view: View, finding: Finding, n: int) -> Quote:
    """Return what there is to say of a side that has no passage to quote, and the passage that comes closest."""
    if finding.kind in ABOUT_THE_CALL:
        return Quote(n, None, (), UNSAID)
    near = view.comparison.nearest.get((finding.points[0], view.comparison.sides[n].id)) if finding.points else None
    near = finding.nearest if view.comparison.sides[n].id == finding.side else near
    if near is None or near.point not in view.points or near.score < NEAR:
        return Quote(n, None, (), NO_MATCH)
    note = f"{NO_MATCH}; {CLOSEST}:" if not finding.doubtful else "possibly:"
    return Quote(n, near.point, begun(told(view, near.point, short=True)), note, weak=True)


def begun(words: Sequence[Words]) -> tuple[Words, ...]:
    """Return words as running text with what differs marked, with dots before them if they begin within a sentence."""
    first = next((piece for piece, _ in words if piece), "")
    told = ((piece, MARK if what == MARK else PLAIN) for piece, what in words)
    return (("… ", PLAIN), *told) if first[:1].islower() else tuple(told)


def cut(words: Sequence[Words], room: int = ROOM) -> tuple[Words, ...]:
    """Return words cut to about ``room`` code points at the end of a clause, so that what is marked stays.

    Where the marked words lie far in, the beginning goes instead, up to a clause's.
    """
    text = "".join(piece for piece, _ in words).rstrip(" .。")
    if len(text) <= room:
        return _between(words, 0, len(text))
    marks = _marks(words)
    start = 0
    if marks and marks[0][1] > room * 3 // 4:
        least = marks[0][1] - room * 3 // 4
        breaks = [match.end() for match in _CLAUSE.finditer(text, 0, marks[0][0])]
        start = next((at for at in breaks if at >= least), text.find(" ", least, marks[0][0]) + 1 or marks[0][0])
    if len(text) - start > room:
        least = max([start + room // 2, *(end for _, end in marks if end - start <= room)])
        ends = [[match.start() for match in kind.finditer(text, least, start + room)] for kind in (_CLAUSE, _ITEM)]
        end = next((found[-1] for found in ends if found), max(text.rfind(" ", least, start + room), least))
    else:
        end = len(text)
    before: list[Words] = [("… ", PLAIN)] if start else []
    if end < len(text):
        end = len(text[:end].rstrip(" …,;:"))
    after: list[Words] = [(" …", PLAIN)] if end < len(text) else []
    return (*before, *_between(words, start, end), *after)


def _words(quote: Quotation) -> Iterator[Words]:
    """Return a quotation in pieces, those in which the accounts differ as marked.

    Where a character had to be made safe, so that the places of the marks are lost, nothing is marked.
    """
    text, at = safe(quote.text), 0
    for start, end in quote.marks if text == quote.text else ():
        yield from ((text[a:b], what) for a, b, what in ((at, start, PLAIN), (max(at, start), end, MARK)) if a < b)
        at = max(at, end)
    if at < len(text):
        yield text[at:], PLAIN


def _marks(words: Sequence[Words]) -> list[tuple[int, int]]:
    at, found = 0, []
    for piece, what in words:
        if what == MARK:
            found.append((at, at + len(piece)))
        at += len(piece)
    return found


def _between(words: Sequence[Words], start: int, end: int) -> tuple[Words, ...]:
    at, found = 0, []
    for piece, what in words:
        part = piece[max(0, start - at) : max(0, end - at)]
        if part:
            found.append((part, what))
        at += len(piece)
    return tuple(found)
