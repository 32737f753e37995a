"""What only one account has, drawn: its topics at the left, the closest passages quietly below."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.rendering.report.passages import Only, Passage
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, hang, paragraph, wrap
from readcmp.rendering.terminal.marked_text import drawn
from readcmp.rendering.terminal.screen import SIDE_BY_SIDE, Screen

MOST = 4
"""So many passages of one topic are shown, the weightiest; ``verbose`` shows all."""


def omissions(screen: Screen) -> list[Line]:
    """Draw, for each side, the passages that no other side has, with their topics at the left."""
    return paragraph((_of_side(screen, found) for found in screen.report.only), gap=2)


def _of_side(screen: Screen, found: Only) -> list[Line]:
    lines = screen.heading(found.heading, found.remark)
    lines += paragraph(_group(screen, topic, passages) for topic, passages in found.groups)
    return [*lines, *([BLANK, *wrap(((found.notes, "quiet"),), screen.width)] if found.notes else [])]


def _group(screen: Screen, topic: str, passages: Sequence[Passage]) -> list[Line]:
    width = screen.width - screen.aside
    chosen = passages
    if not screen.verbose and len(passages) > MOST + 1:  # a line that says "1 more" takes the room of that one
        heavy = sorted(passages, key=lambda passage: -passage.weight)[:MOST]
        chosen = [passage for passage in passages if passage in heavy]
    rows = None if screen.verbose else 2 if screen.width >= SIDE_BY_SIDE else 3
    lines: list[Line] = []
    for passage in chosen:
        words = wrap(drawn(screen, passage.n, passage.words), width - 2, rows)
        lines += hang((("•", f"side{passage.n}"),), words, 2)
        lines += [clip(((f"  {one.name}: {one.text}", "quiet"),), width) for one in passage.closest]
    if len(chosen) < len(passages):
        lines.append(((f"  {len(passages) - len(chosen)} more with --verbose", "quiet"),))
    label: Line = ((topic, "strong"),)
    if not screen.aside:
        return [*wrap(label, screen.width), *lines]
    return beside([wrap(label, screen.aside - 2), lines], [screen.aside])
