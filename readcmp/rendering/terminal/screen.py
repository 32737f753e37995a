"""What every part of the screen needs to know besides the comparison: the width and the grid."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from readcmp.rendering.report import Report
from readcmp.rendering.terminal.layout import BLANK, Line, flush, width_of, wrap
from readcmp.rendering.view import View

SIDE_BY_SIDE = 90
"""From this many columns on, the points of two sides stand beside each other."""

WIDEST = 140
"""Wider lines are hard to read; what is left of a wider screen stays empty."""

SIDE_ROOM = 26
"""A side's column in a table is not made narrower than this to make room for labels."""

LABEL_ROOM = 22
"""Nor are the labels squeezed into less than this: a narrower screen has no columns."""

ASIDE = 72
"""From this many columns on, topics stand beside running text, under this above it."""


class Detail(Struct, frozen=True):
    """How much a part shows: rows of a quotation, None for all, and kickers that need a row of their own.

    The first quotations, as many as ``longer`` says, may have a row more.
    """

    quote_rows: int | None = None
    kickers: bool = True
    longer: int = 0

    def rows_of(self, place: int) -> int | None:
        """Return how many rows a quotation may have, by its place."""
        return None if self.quote_rows is None else self.quote_rows + (place < self.longer)


class Screen(View, frozen=True, dict=True):
    """A comparison as the parts of the screen look at it. ``width`` is in columns, ``findings`` how many open it."""

    width: int
    color: bool
    verbose: bool
    findings: int
    links: bool = False

    @cached_property
    def report(self) -> Report:
        """The comparison in a reader's words."""
        return Report(self, every=self.verbose)

    @property
    def two_columns(self) -> bool:
        """Whether points stand beside each other."""
        return self.count == 2 and self.width >= SIDE_BY_SIDE

    @property
    def margin(self) -> int:
        """How wide the column of labels at the left of a table is: as they need, if the sides have room."""
        longest = max((len(self.label(topic)) for topic in self.topics), default=0)
        return min(longest + 4, self.width - SIDE_ROOM * self.count)

    @property
    def has_grid(self) -> bool:
        """Whether a table has a column a side; else the sides stand under each other in it."""
        return self.width - SIDE_ROOM * self.count >= LABEL_ROOM

    @property
    def aside(self) -> int:
        """How wide the column of topics beside running text is; 0 where there is no room for one."""
        return max(16, min(self.margin, self.width * 3 // 10)) if self.width >= ASIDE else 0

    def tag(self, side: int, role: str = "tag") -> Line:
        """Return a side's short name in its colour."""
        return ((self.tags[side], f"{role}{side}"),)

    def heading(self, title: str, remark: str = "") -> list[Line]:
        """Return the line that opens a part of the screen, and an empty one."""
        left: Line = ((f"{title} ", "strong"),)
        right: Line = ((f" {remark}", "quiet"),) if remark else ()
        if width_of(left) + width_of(right) < self.width:
            return [flush(left, right, self.width, "─", "quiet"), BLANK]
        return [flush(left, BLANK, self.width, "─", "quiet"), *wrap(((remark, "quiet"),), self.width), BLANK]
