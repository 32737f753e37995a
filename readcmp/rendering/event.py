"""A title for a contact that nothing gives one: its kind, as the accounts tell it, and the sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readcmp.comparing.findings.words import listed
from readcmp.model import Comparison, Fact
from readcmp.patterns import compiled
from readcmp.rendering.naming import names_of

VIDEO = compiled(r"vide|visio|відео|видео|vidéo|virtual|online|онлайн|视频|視頻|视讯|視訊|云会晤|雲會晤", re.I)
PHONE = compiled(r"phon|tel[eé]f|téléph|телефон|电话|電話|通话|通話", re.I)


def title_of_event(comparison: Comparison) -> str | None:
    """Return the contact's title: its own, else "Call between the United States and Russia"; None if unknown."""
    if comparison.event.title:
        return comparison.event.title
    kind = _kind(comparison.facts)
    names = names_of([side.readout for side in comparison.sides])
    return f"{kind} between {listed(names)}" if kind and len(names) > 1 else None


def _kind(facts: Sequence[Fact]) -> str | None:
    """Return what the accounts call the contact, None where they do not say or do not agree."""
    kinds = {_kind_of(fact.value) for fact in facts if fact.kind == "channel"}
    if kinds == {"Video call", "Call"}:
        return "Call"  # who writes "call" need not say that there was a picture
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(channel: str) -> str:
    return "Video call" if VIDEO.search(channel) else "Call" if PHONE.search(channel) else "Meeting"
