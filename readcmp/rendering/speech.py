"""Who is told to say or do what, in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from readcmp.model import Point
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.vocabulary import Speaker

SPEAKERS: Mapping[str, str] = {speaker: speaker.label for speaker in Speaker}


def speaker(view: View, who: str) -> str:
    """Name a speaker: the label of a side, or ``both sides`` and the like; nothing where the text does not tell."""
    labels = {side.id: safe(side.readout.label) for side in view.comparison.sides}
    return labels.get(who, SPEAKERS.get(who, safe(who)))


def spoken(view: View, point: Point) -> str:
    """Describe whose words or deed a point tells, and by what verb: ``Russia · agree: “It was agreed”``."""
    act = ""
    if point.act is not None:
        act = point.act.kind.label
        act += f": “{safe(point.act.term)}”" if point.act.term else ""
    return " · ".join(filter(None, (speaker(view, point.speaker), act)))
