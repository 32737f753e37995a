"""The findings: what only one side tells, each with the nearest that the other side has."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.aligning import Alignment
from readcmp.model import QUIET_TOPICS, Finding, Point, Side
from readcmp.text import count_words, squeeze

NEAR = 0.05
"""A candidate that scores less than this, 0..1, is not worth quoting; the finding still names it."""

QUOTE_LENGTH = 160
"""How much of a point a finding quotes, in code points."""


def findings_of(sides: Sequence[Side], alignment: Alignment) -> tuple[Finding, ...]:
    """Give one finding an omission, the weightiest first.

    An omission weighs more the larger its part of its own side's text and the further its nearest candidate.
    With more than two sides a point is an omission of each side that has no point linked to it.
    """
    by_id = {point.id: point for side in sides for point in side.points}
    home = {point.id: side.id for side in sides for point in side.points}
    told = {(link.a, home[link.b]) for link in alignment.links} | {(link.b, home[link.a]) for link in alignment.links}
    found = []
    for side in sides:
        total = sum(count_words(p.text) for p in side.points) or 1
        for point in side.points:
            if not point.topics or set(point.topics) <= QUIET_TOPICS:
                continue
            for other in sides:
                if other.id != side.id and (point.id, other.id) not in told:
                    found.append(_omission(point, side, other, alignment, by_id, count_words(point.text) / total))
    return tuple(sorted(found, key=lambda finding: (-finding.weight, finding.points, finding.side or "")))


def _omission(
    point: Point, side: Side, other: Side, alignment: Alignment, by_id: dict[str, Point], share: float
) -> Finding:
    nearest = alignment.nearest.get((point.id, other.id))
    distance = 1.0 - (nearest.score if nearest else 0.0)
    text = f"Only {side.id.upper()}: {_quote(point)}"
    if nearest is None or nearest.score < NEAR:
        text += f" Nothing in {other.id.upper()} comes near."
    else:
        candidate = by_id[nearest.point]
        text += f" Nearest in {other.id.upper()}: {_quote(candidate)}"
        if candidate.placeholder:
            text += " It names no matter and may cover this one."
    return Finding(
        kind="omission",
        side=other.id,
        weight=round(distance * min(1.0, 0.3 + 0.7 * min(1.0, share * 10)), 4),
        points=(point.id,),
        text=text,
        nearest=nearest,
    )


def _quote(point: Point) -> str:
    """Quote a point on one line, with the clause that governs it, cut at a word if it is long."""
    text = squeeze(f"{point.lead} … {point.text}" if point.lead else point.text).strip(" ,;")
    if len(text) > QUOTE_LENGTH:
        text = text[:QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
    return text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."
