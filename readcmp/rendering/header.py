"""What the head of every output tells: which call it is, whose accounts there are, and what each says of the call."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from readcmp.comparing.findings.words import join_words
from readcmp.loading.language import name_of
from readcmp.model import Side
from readcmp.rendering.event import title_of_event
from readcmp.rendering.naming import in_running_text
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import ADDRESS, FACTS, UNKNOWN, UNREAD, UNSAID, long_date, plural
from readcmp.text import count_words

_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


class Row(Struct, frozen=True):
    """A thing that is known of the readouts: a cell for each side, None where it is not known or said (``absent``)."""

    label: str
    cells: tuple[str | None, ...]
    absent: str = UNKNOWN


def title_of(view: View) -> str:
    """Return the call's title, or else what it was and between whom, or the sides' names alone."""
    title = safe(title_of_event(view.comparison) or "")
    if title:
        return title
    names = join_words([in_running_text(party.name) for party in view.parties])
    return f"{names[:1].upper()}{names[1:]}: {_COUNTS.get(view.count, str(view.count))} accounts"


def date_of(view: View) -> str:
    """Return the date of the call in words, or nothing."""
    return long_date(view.comparison.event.date) if view.comparison.event.date else ""


def rows_of(view: View, *, address: bool = False) -> list[Row]:
    """Return what is known of the readouts, and what each says of the call; ``address`` adds where they come from."""
    rows = [
        _known(view, "Title", lambda side: side.readout.title),
        _known(view, "Source", _source),
        _known(view, "Length", _length),
    ]
    if address:
        rows.append(_known(view, ADDRESS, lambda side: side.readout.url or side.readout.source))
    return [*(row for row in rows if any(row.cells)), *fact_rows(view)]


def fact_rows(view: View) -> list[Row]:
    """Return what each account says of the call itself: who asked for it, how long it was."""
    return [_said(view, kind, label) for kind, label in fact_kinds(view)]


def fact_kinds(view: View) -> list[tuple[str, str]]:
    """Return the kinds of what any side says of the call, in their usual order, with their labels."""
    kinds = {fact.kind for fact in view.comparison.facts}
    order = sorted(kinds, key=lambda kind: ([*FACTS, kind].index(kind), kind))
    return [(kind, FACTS.get(kind, safe(kind).capitalize())) for kind in order]


def cautions(view: View) -> list[str]:
    """Describe which accounts are in a language of which too little is known to say what they do not tell."""
    return [
        f"{name_of(side.readout.language)} is not analysed: nothing is said here to be missing from "
        f"{view.accounts[n]}, or to be in it alone."
        for n, side in enumerate(view.comparison.sides)
        if side.id in view.comparison.unanalysed
    ]


def _source(side: Side) -> str:
    date = long_date(side.readout.date) if side.readout.date else ""
    return ", ".join(filter(None, (side.readout.publisher, date)))


def _length(side: Side) -> str:
    words = sum(count_words(side.readout.text, point.start, point.end) for point in side.points)
    return f"{plural(words, 'word')} in {plural(len(side.points), 'passage')}, {name_of(side.readout.language)}"


def _known(view: View, label: str, tell: Callable[[Side], str | None]) -> Row:
    return Row(label, tuple(safe(tell(side) or "") or None for side in view.comparison.sides))


def _said(view: View, kind: str, label: str) -> Row:
    cells = []
    for side in view.comparison.sides:
        values = [f"“{safe(f.value)}”" for f in view.comparison.facts if f.kind == kind and f.side == side.id]
        unread = UNREAD if side.id in view.comparison.unanalysed else None
        cells.append("; ".join(values) or unread)
    return Row(label, tuple(cells), UNSAID)
