"""One question of a review: two passages with what stands around them, why they may match, and the keys."""

from __future__ import annotations

from readcmp.model import Link, Point, Readout
from readcmp.rendering.reasons import reasons
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import BLANK, PLAIN, Line, flush, indent, paragraph, wrap
from readcmp.rendering.terminal.palette import paint
from readcmp.rendering.view import View

AROUND = 220
"""So many letters before and behind a passage are shown, to the next word."""

KEYS = (("s", "same matter"), ("n", "not the same"), ("space", "skip"), ("b", "back"), ("q", "quit"))
"""The keys and what they say, as they are shown."""


def render_question(view: View, link: Link, *, place: str, width: int, color: bool) -> str:
    """Return the question whether two passages are on the same matter; ``place`` says which one of how many."""
    points = [view.points[end] for end in (link.a, link.b)]
    head = flush(((f"Is this the same matter?  {place}", "strong"),), ((f"score {link.score:.2f}", "quiet"),), width)
    why = reasons(view, [link])
    reason = wrap(((f"Why it may be: {' · '.join(why)}", "quiet"),), width) if why else []
    blocks = [[head], *(_passage(view, point, width) for point in points), reason, [_keys()]]
    return paint([BLANK, *paragraph(blocks)], color=color)


def _passage(view: View, point: Point, width: int) -> list[Line]:
    """Return a side's name and its passage, which stands out from what is around it."""
    home = view.home[point.id]
    readout = view.comparison.sides[home].readout
    before, after = _around(readout, point)
    lead = f"{safe(point.lead)} … " if point.lead and safe(point.lead) not in before else ""
    line: Line = (
        (f"{before} " if before else "", "quiet"),
        (lead, PLAIN),
        (safe(point.text), f"mark{home}"),
        (f" {after}" if after else "", "quiet"),
    )
    name: Line = ((safe(readout.label), f"tag{home}"), (f"  {safe(readout.source)}", "quiet"))
    return [name, *indent(wrap(_marked(line), max(20, width - 2)), 2)]


def _marked(line: Line) -> Line:
    """Return a line whose passage stands in marks, so that it stands out without colour too."""
    return tuple((f"[{text}]", role) if role.startswith("mark") else (text, role) for text, role in line if text)


def _around(readout: Readout, point: Point) -> tuple[str, str]:
    """Return what stands before and behind a passage, each cut at a word."""
    before = safe(readout.text[max(0, point.start - AROUND) : point.start])
    after = safe(readout.text[point.end : point.end + AROUND])
    if point.start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if point.end + AROUND < len(readout.text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _keys() -> Line:
    spans: list[tuple[str, str]] = []
    for key, meaning in KEYS:
        spans += [("   " if spans else "", PLAIN), (key, "strong"), (f" {meaning}", "quiet")]
    return tuple(spans)
