"""The findings: the differences worth a reader's time, each a sentence with the points that prove it, ranked.

``alone`` finds what only one side tells, ``linked`` what likely links tell differently, ``contrary`` what is denied
or passed over, ``parties`` who is named, ``whole`` what the accounts differ in as wholes; ``draft`` weighs, ``rank``
orders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from readcmp.aligning import Alignment
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.contrary import contraries, vague
from readcmp.comparing.findings.document_level import whole
from readcmp.comparing.findings.one_sided import alone
from readcmp.comparing.findings.paired import echoes, linked
from readcmp.comparing.findings.parties import parties
from readcmp.comparing.findings.positions import positions
from readcmp.comparing.findings.rank import ranked
from readcmp.comparing.findings.warnings import warnings
from readcmp.finding import Finding
from readcmp.lexicon import Lexicon
from readcmp.model import Fact, Side, Topic

__all__ = ["contrasted", "findings_of"]


def findings_of(
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
    return ranked(drafts)


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
        drafts = [draft for draft in parties(case) if draft.kind == "party"]
        drafts += [*contraries(case), *echoes(case)] if case.first else []
        for point in (point for draft in drafts for point in draft.points):
            found.add((point.id, other.id if home[point.id] == side.id else side.id))
    return frozenset(found)


def _between(case: PairContext) -> Iterator[Candidate]:
    yield from alone(case)
    yield from linked(case)
    yield from vague(case)
    yield from warnings(case)
    yield from parties(case)
    yield from whole(case)
    if case.first:
        yield from contraries(case)
        yield from positions(case)
