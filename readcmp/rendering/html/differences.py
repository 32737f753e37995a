"""The differences as cards: what each is about, the headline, and what each account says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from readcmp.rendering.html.page import Page, direction_of, language_of
from readcmp.rendering.marked_passage import Words
from readcmp.rendering.report import Report
from readcmp.rendering.report.parts import Difference, Quote
from readcmp.rendering.report.quotes import cut
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import NO_MATCH
from readcmp.vocabulary import Verdict

ROOM = 320
"""How much of a passage a card quotes, in code points: the texts in full stand below."""

ABSENT = {Verdict.ONLY: NO_MATCH, Verdict.UNSURE: "no passage clearly matches", Verdict.BOTH: "does not say so"}
"""What stands for a side of which a card quotes nothing, by what is known of that side."""


class Quoted(Struct, frozen=True):
    """A passage on a card: its names in the page and for a reader, and pairs of words and what they are."""

    ref: str
    name: str
    words: tuple[Words, ...]


class Cell(Struct, frozen=True):
    """One side of a card: its passages (``weak`` if only the closest one), or the ``note`` that stands for them.

    ``also`` are the names of further passages that prove the difference.
    """

    n: int
    label: str
    language: str
    direction: str
    note: str
    weak: bool = False
    quotes: tuple[Quoted, ...] = ()
    also: tuple[tuple[str, str], ...] = ()


class Card(Struct, frozen=True):
    """A difference: its topic and kind, the headline, a cell for each side that is compared."""

    about: str
    kind: str
    headline: str
    doubtful: bool
    topics: str
    cells: tuple[Cell, ...]


def differences(page: Page) -> list[Card]:
    """Return a card for each difference, the weightiest first."""
    return [_card(page, difference) for difference in Report(page).differences]


def _card(page: Page, difference: Difference) -> Card:
    about, _, kind = difference.kicker.partition(" · ")
    doubtful = difference.doubtful and difference.kind != "doubt"
    cells = tuple(_cells(page, difference))
    return Card(about, kind, difference.headline, doubtful, page.topics_of(difference.points), cells)


def _cells(page: Page, difference: Difference) -> Iterable[Cell]:
    """Return a cell for each side, in their order; with more than two sides those alone of which something is said."""
    for n in range(page.count):
        quotes = [quote for quote in difference.quotes if quote.n == n]
        if quotes or page.count == 2:
            yield _cell(page, n, quotes, difference.points)


def _cell(page: Page, n: int, quotes: Sequence[Quote], points: Sequence[str]) -> Cell:
    side = page.comparison.sides[n]
    shown = {quote.point for quote in quotes}
    note = next((quote.note for quote in quotes if quote.note), "")
    if note == NO_MATCH or not quotes:
        note = ABSENT[_known(page, points, side.id)]
    return Cell(
        n,
        safe(side.readout.label),
        language_of(side),
        direction_of(side.readout.text),
        note,
        any(quote.weak for quote in quotes),
        tuple(_quoted(page, quote.point, quote) for quote in quotes if quote.point),
        tuple((page.refs[p], page.name(p)) for p in points if page.home[p] == n and p not in shown),
    )


def _quoted(page: Page, point: str, quote: Quote) -> Quoted:
    return Quoted(page.refs[point], page.name(point), cut(quote.words, ROOM))


def _known(page: Page, points: Sequence[str], side: str) -> Verdict:
    """Return the surest that is known of a side that has none of these points."""
    found = {page.comparison.verdicts.get((point, side), Verdict.UNSURE) for point in points}
    return Verdict.ONLY if found <= {Verdict.ONLY} else Verdict.BOTH if Verdict.BOTH in found else Verdict.UNSURE
