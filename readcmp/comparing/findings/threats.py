"""Where a point warns: of what will follow if something is done."""

from __future__ import annotations

from readcmp.comparing.findings.context import PairContext
from readcmp.model import BOTH, Point
from readcmp.text import squeeze
from readcmp.vocabulary import ActClass

MEASURES = "sanctions"
"""The topic of what a side that warns is most often told to have spoken of."""


def find_warning(case: PairContext, point: Point) -> str:
    """Return the words of a warning in a point, empty where there are none or where they are denied.

    What both sides are said to hold warns neither of them.
    """
    if point.speaker == BOTH:
        return ""
    if point.act is not None and point.act.kind == ActClass.WARN:
        return squeeze(point.act.term).rpartition("… ")[2]
    return case.contents[point].whole.warning


def tells_of_warning(case: PairContext, point: Point) -> bool:
    """Return whether the other account tells of a warning too: of measures the side spoke of, in the same matter."""
    matter = set(point.topics) - case.light
    warner = case.actor(case.side.id)
    for other in case.other.points:
        topics = {*other.topics, *(hit.id for hit in other.hits if hit.kind == "topic")}
        theirs = other.speaker == case.side.id or any(h.kind == "actor" and h.id == warner for h in other.hits)
        if theirs and MEASURES in topics and matter & topics:
            return True
    return False
