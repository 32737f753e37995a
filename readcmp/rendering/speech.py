"""Who is told to say or do what, in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from readcmp.model import Point
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.vocabulary import ActClass, Speaker

DEEDS: Mapping[ActClass, str] = {
    ActClass.REPORT: "reported", ActClass.ASSERT: "stated", ActClass.WISH_OFFER: "wished or offered",
    ActClass.REQUEST: "asked", ActClass.APPROVE: "welcomed", ActClass.AGREE: "agreed", ActClass.COMMIT: "promised",
    ActClass.CONCERN: "voiced concern", ActClass.OPPOSE: "objected", ActClass.WARN: "warned", ActClass.FACT: "",
}  # fmt: skip
"""What is said of a speaker whose act is of a class; a plain fact has none."""

SPEAKERS: Mapping[str, str] = {speaker: speaker.label for speaker in Speaker}


def speaker(view: View, who: str) -> str:
    """Name a speaker: the label of a side, or ``both sides`` and the like; nothing where the text does not tell."""
    labels = {side.id: safe(side.readout.label) for side in view.comparison.sides}
    return labels.get(who, SPEAKERS.get(who, safe(who)))


def describe_source(view: View, point: Point) -> str:
    """Describe whose words or deed a point tells, and by what verb: ``Russia, agreed (“It was agreed”)``."""
    act = ""
    if point.act is not None and (act := DEEDS[point.act.kind]):
        act += f" (“{safe(point.act.term)}”)" if point.act.term else ""
    return ", ".join(filter(None, (speaker(view, point.speaker), act)))
