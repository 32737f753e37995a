"""Long accounts in parts: windows over both, which overlap, so that every pair of points is in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

ROOM = 40_000
"""Characters of points in one request: some ten thousand tokens of English."""

OVERLAP = 3
"""Points that a window has in common with the next, so that none stands without its neighbours."""

SMALLEST = 2
"""A window with no more points than this on either side is not halved."""

Window = tuple[range, range]
"""The indexes of the points of both accounts that one request holds."""


def windows(a: Sequence[int], b: Sequence[int], room: int = ROOM) -> list[Window]:
    """Return the windows for two accounts, given how many characters each of their points takes.

    One window where all have room; else every part of one with every part of the other.
    """
    if not a or not b:
        return []
    half = room // 2
    return list(product(_spans(a, max(half, room - sum(b))), _spans(b, max(half, room - sum(a)))))


def halves(window: Window) -> list[Window]:
    """Return two windows in place of one whose answer did not come; none where it is too small for that."""
    a, b = window
    if max(len(a), len(b)) <= SMALLEST:
        return []
    if len(a) >= len(b):
        middle = a.start + len(a) // 2
        return [(range(a.start, middle), b), (range(middle, a.stop), b)]
    middle = b.start + len(b) // 2
    return [(a, range(b.start, middle)), (a, range(middle, b.stop))]


def _spans(sizes: Sequence[int], room: int) -> list[range]:
    """Return runs of points that have room, each at least one point further than the one before."""
    spans: list[range] = []
    start = 0
    while True:
        end, used = start + 1, sizes[start]
        while end < len(sizes) and used + sizes[end] <= room:
            used += sizes[end]
            end += 1
        spans.append(range(start, end))
        if end == len(sizes):
            return spans
        start = max(start + 1, end - min(OVERLAP, (end - start) // 2))
