"""What made a link, in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import inf

from readcmp.model import Evidence, Link
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.vocabulary.features import EvidenceKind

REASONS = 5
"""So many reasons are given where not all are asked for."""


_DECIDES = tuple(kind for kind in EvidenceKind if kind.decides)
_LABELS: Mapping[str, str] = {kind: kind.label for kind in EvidenceKind}


def reasons(view: View, links: Sequence[Link], *, topic: str | None = None, every: bool = False) -> list[str]:
    """Name what made the links, the weightiest first, each thing once, but not ``topic``, which is told already.

    ``every`` gives more than ``REASONS``, those too that are named by their kind alone or within another.
    """
    found: dict[str, float] = {}
    for link in links:
        for evidence in link.why:
            name = _reason(view, link, evidence, every=every)
            told = evidence.id is not None and evidence.id == topic
            if name and (evidence.weight > 0 or evidence.kind in (EvidenceKind.TOPIC, *_DECIDES)) and not told:
                found[name] = max(found.get(name, 0.0), inf if evidence.kind in _DECIDES else evidence.weight)
    names = sorted(found, key=lambda name: (-found[name], name))
    topics = {view.label(evidence.id) for link in links for evidence in link.why if evidence.kind == EvidenceKind.TOPIC}
    return names if every else _telling(names, topics)[:REASONS]


def _telling(names: Sequence[str], topics: Set[str]) -> list[str]:
    """Leave out a name, but no topic's, whose words stand in another one: "Sea" beside "Black Sea"."""
    padded = {name: f" {name.casefold()} " for name in names}
    return [
        name
        for name in names
        if name in topics or not any(padded[name] in padded[other] for other in names if other != name)
    ]


def _reason(view: View, link: Link, evidence: Evidence, *, every: bool) -> str:
    """Name a piece of evidence by the words that made it; nothing for a kind that a reader cannot make sense of."""
    if evidence.kind == EvidenceKind.TOPIC:
        return view.label(evidence.id)
    if evidence.kind == EvidenceKind.ACTOR:
        hits = (hit for end in (link.a, link.b) for hit in view.points[end].hits)
        return next((safe(hit.text) for hit in hits if hit.id == evidence.id), safe(evidence.id or ""))
    a, b = safe(evidence.a or ""), safe(evidence.b or "")
    if a and b:
        return a if a.casefold() == b.casefold() else f"{a} ≈ {b}"
    unnamed = safe(evidence.kind).replace("_", " ") if every else ""
    return a or b or _LABELS.get(evidence.kind) or unnamed
