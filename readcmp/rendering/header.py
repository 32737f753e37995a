"""What the head of every output tells: which contact it is, who tells of it, and what each side says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from readcmp.loading.language import name_of
from readcmp.model import Side
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import FACTS, long_date, published, size_of

UNKNOWN, UNSAID, UNREAD = "–", "not stated", "not analysed"
"""What stands for what is not known of a readout, what it does not say itself, and what no words are known for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that is known of the readouts: a cell for each side, None where it is not known or said (``absent``)."""

    label: str
    cells: tuple[str | None, ...]
    absent: str = UNKNOWN


def title_of(view: View) -> str:
    """Give the contact's title, or else the sides' names in a row."""
    names = [safe(side.readout.label) for side in view.comparison.sides]
    return safe(view.comparison.event.title or "") or f"{', '.join(names[:-1])} and {names[-1]}"


def date_of(view: View) -> str:
    """Give the contact's date in words, or nothing."""
    return long_date(view.comparison.event.date) if view.comparison.event.date else ""


def means_of(view: View) -> str:
    """Say what the comparison was made with: ``engine fuzzy · lexicon 01234567``."""
    model = f" ({safe(view.comparison.model)})" if view.comparison.model else ""
    engine = f"engine {safe(view.comparison.engine)}{model}"
    return f"{engine} · lexicon {safe(view.comparison.lexicon)[:8]}" if view.comparison.lexicon else engine


def rows_of(view: View, *, source: bool = False) -> list[Row]:
    """Give what is known of the readouts, and what each says of the contact; ``source`` adds where they come from."""
    rows = [
        _known(view, "Title", lambda side: side.readout.title),
        _known(view, "Published", published),
        _known(view, "Text", size_of),
    ]
    if source:
        rows.append(_known(view, "Source", lambda side: side.readout.url or side.readout.source))
    rows += [_said(view, kind, label) for kind, label in fact_kinds(view)]
    return [row for row in rows if any(row.cells)]


def fact_kinds(view: View) -> list[tuple[str, str]]:
    """Give the kinds of what any side says of the contact, in their usual order, with their labels."""
    kinds = {fact.kind for fact in view.comparison.facts}
    order = sorted(kinds, key=lambda kind: ([*FACTS, kind].index(kind), kind))
    return [(kind, FACTS.get(kind, safe(kind).capitalize())) for kind in order]


def cautions(view: View) -> list[str]:
    """Say which accounts are in a language of which too little is known to say what they do not tell."""
    return [
        f"{name_of(side.readout.language)} is not analysed: nothing is said here to be missing from the account of "
        f"{safe(side.readout.label)}, or to stand in it alone."
        for side in view.comparison.sides
        if side.id in view.comparison.unanalysed
    ]


def _known(view: View, label: str, tell: Callable[[Side], str | None]) -> Row:
    return Row(label, tuple(safe(tell(side) or "") or None for side in view.comparison.sides))


def _said(view: View, kind: str, label: str) -> Row:
    cells = []
    for side in view.comparison.sides:
        values = [f"“{safe(f.value)}”" for f in view.comparison.facts if f.kind == kind and f.side == side.id]
        unread = UNREAD if side.id in view.comparison.unanalysed else None
        cells.append("; ".join(values) or unread)
    return Row(label, tuple(cells), UNSAID)
