"""The quotations of a difference: a passage from each side with what differs marked, and how one is cut to a length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.model import Finding, Link
from readcmp.patterns import compiled
from readcmp.rendering.differences import MARK, PLAIN, Words, told
from readcmp.rendering.report.parts import Quote
from readcmp.rendering.view import View
from readcmp.rendering.wording import CLOSEST, NEAR, NO_MATCH

ROOM = 200
"""How much of a passage is quoted, in code points."""

MARKED = {
    "scope": {"scope"}, "agreement": {"act"}, "vague": {"act"}, "strength": {"act"}, "number": {"number", "date"},
    "name": {"name"}, "naming": {"naming"}, "condition": {"condition"}, "negation": {"negation"},
    "contrary": {"negation", "act"},
}  # fmt: skip
"""Which gaps of a link are what a finding of a kind is about; the others would only draw the eye from them."""

_BREAK = compiled(r"[,;:—–]\s+|[。，；]\s*|\s(?=and |or |but |while |which |who |if )")


def quotes_of(view: View, finding: Finding) -> Iterator[Quote]:
    """Return what each side of a finding has, in the order of the sides."""
    links = _links(view, finding)
    for n, side in enumerate(view.comparison.sides):
        own = [point for point in finding.points if view.home.get(point) == n]
        if own:
            yield Quote(n, own[0], tuple(told(view, own[0], links)))
        elif side.id == finding.side:
            near = finding.nearest
            if near is None or near.point not in view.points or near.score < NEAR:
                yield Quote(n, None, (), NO_MATCH)
            else:
                note = f"{NO_MATCH}; {CLOSEST}:" if not finding.doubtful else "possibly:"
                yield Quote(n, near.point, tuple(told(view, near.point)), note, weak=True)


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
        breaks = [match.end() for match in _BREAK.finditer(text, 0, marks[0][0])]
        start = next((at for at in breaks if marks[0][1] - at <= room * 3 // 4), text.rfind(" ", 0, marks[0][0]) + 1)
    if len(text) - start > room:
        least = max([start + room // 2, *(end for _, end in marks if end - start <= room)])
        ends = [match.start() for match in _BREAK.finditer(text, least, start + room)]
        end = ends[-1] if ends else max(text.rfind(" ", least, start + room), least)
    else:
        end = len(text)
    before: list[Words] = [("… ", PLAIN)] if start else []
    after: list[Words] = [(" …", PLAIN)] if end < len(text) else []
    return (*before, *_between(words, start, end), *after)


def _links(view: View, finding: Finding) -> list[Link]:
    """Return the links between a finding's points, with the gaps alone that it is about."""
    kinds = MARKED.get(finding.kind, set())
    return [
        Link(link.a, link.b, link.score, link.why, tuple(gap for gap in link.gaps if gap.kind in kinds))
        for link in view.comparison.links
        if link.a in finding.points and link.b in finding.points
    ]


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
