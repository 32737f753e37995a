"""Warnings that one side gives, and nothing of what the other has on the matter does."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.headlines import on
from readcmp.comparing.findings.paired import pair_draft
from readcmp.comparing.findings.threats import told_there, warned
from readcmp.vocabulary import FindingKind, Verdict


def find_warnings(case: PairContext) -> Iterator[Candidate]:
    """Find what the side warns of and the other, in all that it has or may have on the matter, does not."""
    for own, pairs in case.candidates.items() if case.analysed else ():
        point = case.points[own]
        words = warned(case, point)
        if not words or not point.topics or point.quiet or case.verdict(point) is Verdict.ONLY:
            continue
        if not any(warned(case, pair.other) for pair in pairs) and not told_there(case, point):
            topic = max(point.topics, key=case.news)
            over = on(case, topic, [point, pairs[0].other]).replace(" on ", " over ", 1)
            text = f"{case.ours} warns{over}; {case.theirs} {'perhaps ' * pairs[0].doubtful}does not"
            size = float(bool(case.contents[point].whole.threat))
            yield pair_draft(
                case, FindingKind.WARNING, pairs[0], text, (words, None), doubtful=False, topic=topic, threat=size
            )
