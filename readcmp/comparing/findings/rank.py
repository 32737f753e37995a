"""The order of the findings: by weight, no passage twice, and the first of different matters and of all sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from readcmp.comparing.findings.candidate import Candidate
from readcmp.finding import Finding
from readcmp.vocabulary import FindingKind

LEAD = 3
"""So many findings open an output: they are of different topics and passages, and of each side that has any."""

Tellers = Mapping[Finding, frozenset[str]]


def rank_findings(candidates: Iterable[Candidate]) -> tuple[Finding, ...]:
    """Return the findings in their order, the doubtful last.

    Of several of one kind, side and topic all but the first weigh less.
    """
    before: Counter[tuple[str, str | None, str | None, tuple[str, ...]]] = Counter()
    found: dict[Finding, frozenset[str]] = {}
    heard: dict[Finding, frozenset[str]] = {}
    drawn = [(candidate, candidate.finding()) for candidate in candidates]
    for candidate, first in sorted(drawn, key=lambda pair: _order(pair[1])):
        key = candidate.kind, candidate.side, candidate.topic, candidate.case.between
        finding = candidate.again(first, before[key])
        found.setdefault(finding, _tellers(candidate))
        heard.setdefault(finding, candidate.case.points_there)
        before[key] += 1
    # where one side does what the other only talked about, that it also names somebody is no finding of its own
    vague = {(finding.points, finding.between) for finding in found if finding.kind == FindingKind.VAGUE}
    told = [f for f in found if f.kind != FindingKind.NAME or (f.points, f.between) not in vague]
    once = _once(sorted(told, key=_order), heard)
    lead = _lead([finding for finding in once if not finding.doubtful], found)
    return (*lead, *(finding for finding in once if finding not in lead))


def _order(finding: Finding) -> tuple[bool, float, str, tuple[str, ...], str]:
    return finding.doubtful, -finding.weight, finding.kind, finding.points, finding.text


def _once(findings: Sequence[Finding], heard: Mapping[Finding, frozenset[str]]) -> list[Finding]:
    """Leave out what a weightier finding between the same sides quotes already.

    What the other side may have of a doubt is no news.
    """
    kept: list[Finding] = []
    quoting: dict[tuple[str, tuple[str, ...]], list[frozenset[str]]] = {}  # by point, and by whom it is between
    for finding in findings:
        points = frozenset(finding.points)
        news = points - heard.get(finding, frozenset()) if finding.kind == FindingKind.DOUBT else points
        if news and finding.kind.merged:
            others = quoting.get((min(news), finding.between), ())
            if any(news <= other for other in others):
                continue
        kept.append(finding)
        for point in points:
            quoting.setdefault((point, finding.between), []).append(points)
    return kept


def _lead(findings: Sequence[Finding], tellers: Tellers) -> list[Finding]:
    """Choose the findings that open an output: the weightiest, but no topic or passage twice, and of all sides.

    What is news of its own may share its topic with another kind of finding.
    """
    lead: list[Finding] = []
    for finding in findings:
        if len(lead) < LEAD and not _repeats(finding, lead):
            lead.append(finding)
    for side in sorted({side for finding in findings for side in tellers[finding]}):
        if any(side in tellers[finding] for finding in lead):
            continue
        for place in range(len(lead) - 1, 0, -1):  # the weightiest of all stays
            kept = [*lead[:place], *lead[place + 1 :]]
            new = next((f for f in findings if side in tellers[f] and not _repeats(f, kept)), None)
            had, has = (_told(those, tellers) for those in (lead, [*kept, *([new] if new else [])]))
            if new is not None and had <= has:
                lead = [*kept, new]
                break
    return sorted(lead, key=_order)


def _told(findings: Iterable[Finding], tellers: Tellers) -> set[str]:
    return {side for finding in findings for side in tellers[finding]}


def _repeats(finding: Finding, lead: Sequence[Finding]) -> bool:
    points = {point for other in lead for point in other.points}
    if points & set(finding.points):
        return True
    same = [other for other in lead if other.topic and other.topic == finding.topic]
    return any(not finding.kind.own_news or other.kind == finding.kind for other in same)


def _tellers(candidate: Candidate) -> frozenset[str]:
    """Return the sides that have what a finding is about: one has it alone, or they put it differently."""
    one = candidate.side is not None or candidate.kind.one_sided
    teller = candidate.case.between if not one else (candidate.case.side.id,)
    return frozenset(teller if candidate.side is None else set(candidate.case.between) - {candidate.side})
