"""From annotated points and links to a comparison: emphasis, gaps, facts, findings. Pure functions on frozen data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.aligning import Alignment
from readcmp.annotation.contact_facts import extract_facts
from readcmp.annotation.contents import Contents
from readcmp.comparing.emphasis import measure_emphasis
from readcmp.comparing.findings import Contrasts, find_findings, set_against
from readcmp.comparing.gaps import find_gaps
from readcmp.comparing.told import Told
from readcmp.comparing.verdict_corrections import doubt, find_unanalysed, settle
from readcmp.comparing.watch import check_watched, corrections, resolve_topics
from readcmp.lexicon import Lexicon
from readcmp.model import Comparison, Event, Link, Side

__all__ = ["build_comparison", "corrections", "resolve_topics"]


def build_comparison(
    sides: Sequence[Side],
    alignment: Alignment,
    *,
    lexicon: Lexicon,
    engine: str,
    watch: Sequence[str] = (),
    contents: Contents | None = None,
) -> Comparison:
    """Draw the comparison from the sides' marked points and the links between them.

    ``watch`` are ids of topics that the reader expects. ``contents`` are what the points say, where somebody has
    asked before. Nothing is read or written; the same input gives the same comparison.
    """
    contents = contents or Contents(sides, lexicon)
    by_id = {
        point.id: Told(point, side, contents[point], contents.account(side)) for side in sides for point in side.points
    }

    def with_gaps(links: Sequence[Link]) -> tuple[Link, ...]:
        return tuple(replace(link, gaps=find_gaps(by_id[link.a], by_id[link.b], lexicon)) for link in links)

    dates = sorted(side.readout.date for side in sides if side.readout.date)
    unanalysed = find_unanalysed(sides, lexicon)
    alignment = replace(alignment, links=with_gaps(alignment.links), possible=with_gaps(alignment.possible))
    alignment = settle(alignment, sides, unanalysed, contents)
    topics, facts = measure_emphasis(sides, lexicon), extract_facts(sides)

    def contrasts_in(alignment: Alignment) -> tuple[Contrasts, ...]:
        return set_against(
            sides, alignment, topics=topics, facts=facts, lexicon=lexicon, contents=contents, unanalysed=unanalysed
        )

    contrasts = contrasts_in(alignment)
    doubted = doubt(alignment, frozenset().union(*(found.points() for found in contrasts)))
    if doubted != alignment:  # a point that is not told by one side alone may have more candidates
        alignment, contrasts = doubted, contrasts_in(doubted)
    return Comparison(
        event=Event(title=None, date=dates[0] if dates else None),
        sides=tuple(sides),
        links=alignment.links,
        possible=alignment.possible,
        topics=topics,
        findings=find_findings(contrasts),
        facts=facts,
        engine=engine,
        lexicon=lexicon.digest,
        nearest=alignment.nearest,
        watched=check_watched(watch, sides, lexicon),
        coverage=alignment.coverage,
        verdicts=alignment.verdicts,
        unanalysed=unanalysed,
    )
