"""The order of the findings: by weight, no passage twice, and the first of different matters and of all sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from readcmp.comparing.findings.draft import Draft
from readcmp.model import Finding

LEAD = 3
"""So many findings open an output: they are of different topics and passages, and of each side that has any."""

MERGED = frozenset(
    {"omission", "doubt", "next_step", "attribution", "agreement", "speaker", "strength", "negation", "name", "vague"}
)
"""Kinds that say nothing new of passages that a weightier finding quotes."""


def ranked(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Return the findings in their order, the doubtful last.

    Of several of one kind, side and topic all but the first weigh less.
    """
    before: Counter[tuple[str, str | None, str | None, tuple[str, ...]]] = Counter()
    found = []
    for draft in sorted(drafts, key=lambda draft: _order(draft.finding())):
        key = draft.kind, draft.side, draft.topic, draft.case.between
        found.append(draft.finding(before[key]))
        before[key] += 1
    once = _once(sorted(dict.fromkeys(found), key=_order))
    lead = _lead([finding for finding in once if not finding.doubtful])
    return (*lead, *(finding for finding in once if finding not in lead))


def _order(finding: Finding) -> tuple[bool, float, str, tuple[str, ...], str]:
    return finding.doubtful, -finding.weight, finding.kind, finding.points, finding.text


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what a weightier finding between the same sides quotes already."""
    kept: list[Finding] = []
    for finding in findings:
        points = set(finding.points[:-1] if finding.kind == "doubt" else finding.points)  # its last is the candidate
        again = any(points <= set(other.points) and other.between == finding.between for other in kept)
        if not (points and finding.kind in MERGED and again):
            kept.append(finding)
    return kept


def _lead(findings: Sequence[Finding]) -> list[Finding]:
    """Choose the findings that open an output: the weightiest, but no topic or passage twice, and of all sides."""
    lead: list[Finding] = []
    for finding in findings:
        if len(lead) < LEAD and not _repeats(finding, lead):
            lead.append(finding)
    told = {side for finding in findings for side in _tellers(finding)}
    for side in sorted(told):
        if lead and not any(side in _tellers(finding) for finding in lead):
            kept = lead[:-1]
            fitting = (f for f in findings if side in _tellers(f) and not _repeats(f, kept))
            replacement = next(fitting, None)
            if replacement is not None and _others_stay(kept, replacement, told, lead):
                lead = [*kept, replacement]
    return lead


def _others_stay(kept: Sequence[Finding], new: Finding, told: set[str], lead: Sequence[Finding]) -> bool:
    """Whether no side loses its only finding among the first by an exchange of the last of them."""
    had = {side for finding in lead for side in _tellers(finding)} & told
    return had <= {side for finding in (*kept, new) for side in _tellers(finding)}


def _repeats(finding: Finding, lead: Sequence[Finding]) -> bool:
    topics = {other.topic for other in lead if other.topic}
    points = {point for other in lead for point in other.points}
    return finding.topic in topics or bool(points & set(finding.points))


def _tellers(finding: Finding) -> frozenset[str]:
    """Return the sides of which a finding quotes something that the other has not; both, where they differ."""
    return frozenset(finding.between) - {finding.side}
