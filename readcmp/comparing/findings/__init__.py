"""The findings: the differences worth a reader's time, each a sentence with the points that prove it, ranked.

``one_sided`` finds what only one side tells, ``paired`` what likely links tell differently, ``contrary`` what is denied
or passed over, ``parties`` who is named, ``document_level`` what the accounts differ in as wholes; ``candidate``
weighs, ``rank`` orders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from readcmp.aligning import Alignment
from readcmp.annotation.contents import Contents
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.contrasts import Contrasts, find_contrasts
from readcmp.comparing.findings.document_level import find_document_level
from readcmp.comparing.findings.one_sided import find_one_sided
from readcmp.comparing.findings.paired import find_paired
from readcmp.comparing.findings.positions import find_positions
from readcmp.comparing.findings.rank import rank_findings
from readcmp.comparing.findings.vague import find_vague
from readcmp.comparing.findings.warnings import find_warnings
from readcmp.finding import Finding
from readcmp.lexicon import Lexicon
from readcmp.model import Fact, Side, Topic

__all__ = ["Contrasts", "find_findings", "set_against"]


def set_against(
    sides: Sequence[Side],
    alignment: Alignment,
    *,
    topics: Sequence[Topic],
    facts: Sequence[Fact],
    lexicon: Lexicon,
    contents: Contents,
    unanalysed: frozenset[str] = frozenset(),
) -> tuple[Contrasts, ...]:
    """Set any two sides against each other, both ways; the order of the sides makes no difference.

    The links of the ``alignment`` have their gaps, and its verdicts are settled. Each two sides are compared in the
    order of their ids.
    """
    rows = {topic.id: topic for topic in topics}
    return tuple(
        find_contrasts(PairContext(side, other, alignment, rows, facts, lexicon, contents, unanalysed))
        for side, other in permutations(sorted(sides, key=lambda side: side.id), 2)
    )


def find_findings(contrasts: Iterable[Contrasts]) -> tuple[Finding, ...]:
    """Return the findings between sides that are set against each other, the weightiest first, the doubtful last."""
    return rank_findings(candidate for found in contrasts for candidate in _between(found))


def _between(found: Contrasts) -> Iterator[Candidate]:
    case = found.case
    yield from find_one_sided(case)
    yield from find_paired(case)
    yield from found.echoes
    yield from find_vague(case)
    yield from find_warnings(case)
    yield from found.parties
    yield from find_document_level(case)
    yield from found.contraries
    if case.first:
        yield from find_positions(case)
