"""A title for a contact that nothing gives one: its kind, as the accounts tell it, and the sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readcmp.comparing.findings.sides import ARTICLE
from readcmp.comparing.findings.words import listed
from readcmp.loading.language import name_of
from readcmp.model import Comparison, Fact, Readout
from readcmp.patterns import compiled

VIDEO = compiled(r"vide|visio|відео|видео|vidéo|virtual|online|онлайн|视频|視頻|视讯|視訊|云会晤|雲會晤", re.I)
PHONE = compiled(r"phon|tel[eé]f|téléph|телефон|电话|電話|通话|通話", re.I)
_COUNT = compiled(r"-\d+$")


def title_of_event(comparison: Comparison) -> str | None:
    """Return the contact's title: its own, else "Call of the United States and Russia"; None if too little is known."""
    if comparison.event.title:
        return comparison.event.title
    kind = _kind(comparison.facts)
    names = _names([side.readout for side in comparison.sides])
    return f"{kind} of {listed(names)}" if kind and len(names) > 1 else None


def _kind(facts: Sequence[Fact]) -> str | None:
    """Return what the accounts call the contact, None where they do not say or do not agree."""
    kinds = {_kind_of(fact.value) for fact in facts if fact.kind == "channel"}
    if kinds == {"Video call", "Call"}:
        return "Call"  # who writes "call" need not say that there was a picture
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(channel: str) -> str:
    return "Video call" if VIDEO.search(channel) else "Call" if PHONE.search(channel) else "Meeting"


def _names(readouts: Sequence[Readout]) -> list[str]:
    """Return what the sides are called in running text, each once; none where one of them is not known by name."""
    names = [_name(readout) for readout in readouts]
    known = [f"the {name}" if ARTICLE.search(name) and not name.startswith("The ") else name for name in names if name]
    return list(dict.fromkeys(known)) if len(known) == len(names) else []


def _name(readout: Readout) -> str:
    """Return a side's name without what tells its accounts apart, empty where there is but an id."""
    base, label = readout.side, " ".join(readout.label.split())
    if label.casefold() == base.casefold():
        return ""
    if base.endswith(f"-{readout.language}"):
        base, label = base.removesuffix(f"-{readout.language}"), label.removesuffix(f" in {name_of(readout.language)}")
    elif count := _COUNT.search(base):
        base, label = base[: count.start()], label.removesuffix(f" ({count.group()[1:]})")
    return "" if label.casefold() == base.casefold() else label
