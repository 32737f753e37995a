"""A title for a contact that nothing gives one: its kind, as the accounts tell it, and the sides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from readcmp.comparing.findings.words import join_words
from readcmp.languages import load
from readcmp.model import Comparison, Fact
from readcmp.patterns import compiled
from readcmp.rendering.naming import names_of
from readcmp.script import simplified


def title_of_event(comparison: Comparison) -> str | None:
    """Return the contact's title: its own, else "Call between the United States and Russia"; None if unknown."""
    if comparison.event.title:
        return comparison.event.title
    spoken = {side.id: side.readout.language for side in comparison.sides}
    kind = _kind(comparison.facts, spoken)
    names = names_of([side.readout for side in comparison.sides])
    return f"{kind} between {join_words(names)}" if kind and len(names) > 1 else None


def _kind(facts: Sequence[Fact], spoken: Mapping[str, str]) -> str | None:
    """Return what the accounts call the contact, None where they do not say or do not agree."""
    kinds = {_kind_of(fact.value, spoken[fact.side]) for fact in facts if fact.kind == "channel"}
    if kinds == {"Video call", "Call"}:
        return "Call"  # who writes "call" need not say that there was a picture
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(channel: str, language: str) -> str:
    contact, said = load(language).contact, simplified(channel)
    for kind, pattern in (("Video call", contact.video), ("Call", contact.phone)):
        if pattern and compiled(pattern, re.I).search(said):
            return kind
    return "Meeting"
