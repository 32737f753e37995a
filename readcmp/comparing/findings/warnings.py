"""Warnings that one side gives, and nothing of what the other has on the matter does."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.headlines import say_on
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.threats import find_warning, tells_of_warning
from readcmp.vocabulary import FindingKind, Verdict


def find_warnings(case: PairContext) -> Iterator[Candidate]:
    """Find what the side warns of and the other, in all that it has or may have on the matter, does not."""
    for own, pairs in case.matches.items() if case.analysed else ():
        point = case.points[own]
        words = find_warning(case, point)
        if not words or not point.topics or point.quiet or case.verdict(point) is Verdict.ONLY:
            continue
        if not any(find_warning(case, pair.other) for pair in pairs) and not tells_of_warning(case, point):
            topic = max(point.topics, key=case.news)
            over = say_on(case, topic, [point, pairs[0].other]).replace(" on ", " over ", 1)
            text = f"{case.ours} warns{over}; {case.theirs} {'perhaps ' * pairs[0].doubtful}does not"
            size = float(bool(case.contents[point].whole.threat))
            yield make_paired(
                case, FindingKind.WARNING, pairs[0], text, (words, None), doubtful=False, topic=topic, threat=size
            )
