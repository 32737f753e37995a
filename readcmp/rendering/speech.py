"""Who is told to say or do what, in a reader's words."""

from __future__ import annotations

from readcmp.model import BOTH, NONE, OTHER, THIRD, Point
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View

SPEAKERS = {BOTH: "both sides", OTHER: "the other side", THIRD: "someone else", NONE: ""}


def speaker(view: View, who: str) -> str:
    """Name a speaker: the label of a side, or ``both sides`` and the like; nothing where the text does not tell."""
    labels = {side.id: safe(side.readout.label) for side in view.comparison.sides}
    return labels.get(who, SPEAKERS.get(who, safe(who)))


def spoken(view: View, point: Point) -> str:
    """Say whose words or deed a point tells, and by what verb: ``Russia · agree: “It was agreed”``."""
    act = ""
    if point.act is not None:
        act = safe(point.act.kind).replace("_", " or ")
        act += f": “{safe(point.act.term)}”" if point.act.term else ""
    return " · ".join(filter(None, (speaker(view, point.speaker), act)))
