"""The findings: the differences worth a reader's time, each a sentence with the points that prove it, ranked.

``alone`` finds what only one side tells, ``linked`` what links tell differently, ``whole`` what the accounts differ
in as wholes; ``draft`` weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from readcmp.comparing.findings.alone import alone
from readcmp.comparing.findings.case import Case
from readcmp.comparing.findings.draft import Draft
from readcmp.comparing.findings.linked import linked
from readcmp.comparing.findings.whole import whole
from readcmp.lexicon import Lexicon
from readcmp.model import Fact, Finding, Link, Nearest, Side, Topic

__all__ = ["findings_of"]


def findings_of(
    sides: Sequence[Side],
    links: Sequence[Link],
    *,
    nearest: Mapping[tuple[str, str], Nearest],
    topics: Sequence[Topic],
    facts: Sequence[Fact],
    lexicon: Lexicon,
) -> tuple[Finding, ...]:
    """Give the findings between any two sides, the weightiest first and the doubtful last.

    ``links`` have their gaps. The order of the sides makes no difference: each two are compared in the order of
    their ids. Of several findings of one kind, side and topic, all but the first weigh less.
    """
    rows = {topic.id: topic for topic in topics}
    drafts: list[Draft] = []
    for side, other in permutations(sorted(sides, key=lambda side: side.id), 2):
        drafts += _between(Case(side, other, links, nearest, rows, facts, lexicon))
    before: Counter[tuple[str, str | None, str | None, tuple[str, ...]]] = Counter()
    found = []
    for draft in sorted(drafts, key=lambda draft: _order(draft.finding())):
        key = draft.kind, draft.side, draft.topic, draft.case.between
        found.append(draft.finding(before[key]))
        before[key] += 1
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _between(case: Case) -> Iterator[Draft]:
    yield from alone(case)
    yield from linked(case)
    yield from whole(case)


def _order(finding: Finding) -> tuple[bool, float, str, tuple[str, ...], str]:
    return finding.doubtful, -finding.weight, finding.kind, finding.points, finding.text
