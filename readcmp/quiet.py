"""Which points are no news when one side alone tells them: that there was a contact, and on what agenda."""

from __future__ import annotations

from readcmp.model import QUIET_TOPICS, Point

OCCASION = QUIET_TOPICS | {
    "tone", "courtesies", "anniversaries", "previous-contacts", "next-steps", "bilateral-relations",
}  # fmt: skip
"""Topics that a mere word of belongs to the occasion."""


DOING = frozenset({"agree", "commit", "request", "oppose", "warn"})
"""Classes of acts that do more than tell that there was a contact."""


def is_quiet(point: Point) -> bool:
    """Say whether a point tells only of the contact itself.

    Its topics say so, no term of another topic stands in it, and nothing was agreed, asked for, opposed or warned of.
    """
    if not point.topics or not set(point.topics) <= QUIET_TOPICS:
        return False
    if point.act is not None and point.act.kind in DOING:
        return False
    return not any(h.kind == "topic" and not h.weak and h.id not in OCCASION for h in point.hits)
