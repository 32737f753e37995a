"""From annotated points and links to a comparison: emphasis, gaps, facts, findings. Pure functions on frozen data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readcmp.aligning import Alignment
from readcmp.comparing.emphasis import measure_emphasis
from readcmp.comparing.facts import extract_facts
from readcmp.comparing.findings import contrasted, find_findings
from readcmp.comparing.gaps import find_gaps
from readcmp.comparing.verdicts import doubt, find_unanalysed, settle
from readcmp.comparing.watch import check_watched, corrections, resolve_topics
from readcmp.lexicon import Lexicon
from readcmp.model import Comparison, Event, Link, Side

__all__ = ["build_comparison", "corrections", "resolve_topics"]


def build_comparison(
    sides: Sequence[Side], alignment: Alignment, *, lexicon: Lexicon, engine: str, watch: Sequence[str] = ()
) -> Comparison:
    """Draw the comparison from the sides' marked points and the links between them.

    ``watch`` are ids of topics that the reader expects. Nothing is read or written; the same input gives the same
    comparison.
    """
    by_id = {point.id: (point, side) for side in sides for point in side.points}

    def with_gaps(links: Sequence[Link]) -> tuple[Link, ...]:
        return tuple(replace(link, gaps=find_gaps(by_id[link.a], by_id[link.b], lexicon)) for link in links)

    dates = sorted(side.readout.date for side in sides if side.readout.date)
    unanalysed = find_unanalysed(sides, lexicon)
    alignment = settle(
        replace(alignment, links=with_gaps(alignment.links), possible=with_gaps(alignment.possible)), sides, unanalysed
    )
    topics, facts = measure_emphasis(sides, lexicon), extract_facts(sides)
    against = contrasted(sides, alignment, topics=topics, lexicon=lexicon, unanalysed=unanalysed)
    alignment = doubt(alignment, against)
    return Comparison(
        event=Event(title=None, date=dates[0] if dates else None),
        sides=tuple(sides),
        links=alignment.links,
        possible=alignment.possible,
        topics=topics,
        findings=find_findings(sides, alignment, topics=topics, facts=facts, lexicon=lexicon, unanalysed=unanalysed),
        facts=facts,
        engine=engine,
        lexicon=lexicon.digest,
        nearest=alignment.nearest,
        watched=check_watched(watch, sides, lexicon),
        coverage=alignment.coverage,
        verdicts=alignment.verdicts,
        unanalysed=unanalysed,
    )
