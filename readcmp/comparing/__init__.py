"""From marked points and links to a comparison: ledger, gaps, facts, findings. Pure functions on frozen data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readcmp.aligning import Alignment
from readcmp.comparing.facts import facts_of
from readcmp.comparing.findings import findings_of
from readcmp.comparing.gaps import gaps_between
from readcmp.comparing.ledger import ledger
from readcmp.lexicon import Lexicon
from readcmp.model import Comparison, Event, Link, Side

__all__ = ["put_together"]


def put_together(sides: Sequence[Side], alignment: Alignment, *, lexicon: Lexicon, engine: str) -> Comparison:
    """Draw the comparison from the sides' marked points and the links between them.

    Nothing is read or written; the same input gives the same comparison.
    """
    by_id = {point.id: (point, side) for side in sides for point in side.points}

    def with_gaps(links: Sequence[Link]) -> tuple[Link, ...]:
        return tuple(replace(link, gaps=gaps_between(by_id[link.a], by_id[link.b])) for link in links)

    dates = sorted(side.readout.date for side in sides if side.readout.date)
    return Comparison(
        event=Event(title=None, date=dates[0] if dates else None),
        sides=tuple(sides),
        links=with_gaps(alignment.links),
        possible=with_gaps(alignment.possible),
        topics=ledger(sides, lexicon),
        findings=findings_of(sides, alignment),
        facts=facts_of(sides),
        engine=engine,
        lexicon=lexicon.digest,
        nearest=alignment.nearest,
    )
