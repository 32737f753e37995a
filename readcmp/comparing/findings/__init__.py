"""The findings: the differences worth a reader's time, each a sentence with the points that prove it, ranked.

``one_sided`` finds what only one side tells, ``paired`` what likely links tell differently, ``contrary`` what is denied
or passed over, ``parties`` who is named, ``document_level`` what the accounts differ in as wholes; ``candidate``
weighs, ``rank`` orders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from readcmp.aligning import Alignment
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.contrary import find_contraries, find_vague
from readcmp.comparing.findings.document_level import find_document_level
from readcmp.comparing.findings.one_sided import find_one_sided
from readcmp.comparing.findings.paired import find_echoes, find_paired
from readcmp.comparing.findings.parties import find_parties
from readcmp.comparing.findings.positions import positions
from readcmp.comparing.findings.rank import rank_findings
from readcmp.comparing.findings.warnings import find_warnings
from readcmp.finding import Finding
from readcmp.lexicon import Lexicon
from readcmp.model import Fact, Side, Topic

__all__ = ["contrasted", "find_findings"]


def find_findings(
    sides: Sequence[Side],
    alignment: Alignment,
    *,
    topics: Sequence[Topic],
    facts: Sequence[Fact],
    lexicon: Lexicon,
    unanalysed: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings between any two sides, the weightiest first and the doubtful last.

    The links of the ``alignment`` have their gaps, and its verdicts are settled. The order of the sides makes no
    difference: each two are compared in the order of their ids.
    """
    rows = {topic.id: topic for topic in topics}
    drafts: list[Candidate] = []
    for side, other in permutations(sorted(sides, key=lambda side: side.id), 2):
        drafts += _between(PairContext(side, other, alignment, rows, facts, lexicon, unanalysed))
    return rank_findings(drafts)


def contrasted(
    sides: Sequence[Side],
    alignment: Alignment,
    *,
    topics: Sequence[Topic],
    lexicon: Lexicon,
    unanalysed: frozenset[str],
) -> frozenset[tuple[str, str]]:
    """Return the points, each with the other side's id, that findings set against one of that side's.

    What is set against a passage of the other account is not told by one side alone, whatever no link says.
    """
    rows, home = {topic.id: topic for topic in topics}, {point.id: side.id for side in sides for point in side.points}
    found = set()
    for side, other in permutations(sorted(sides, key=lambda side: side.id), 2):
        case = PairContext(side, other, alignment, rows, (), lexicon, unanalysed)
        drafts = [draft for draft in find_parties(case) if draft.kind == "party"]
        drafts += [*find_contraries(case), *find_echoes(case)] if case.first else []
        for point in (point for draft in drafts for point in draft.points):
            found.add((point.id, other.id if home[point.id] == side.id else side.id))
    return frozenset(found)


def _between(case: PairContext) -> Iterator[Candidate]:
    yield from find_one_sided(case)
    yield from find_paired(case)
    yield from find_vague(case)
    yield from find_warnings(case)
    yield from find_parties(case)
    yield from find_document_level(case)
    if case.first:
        yield from find_contraries(case)
        yield from positions(case)
