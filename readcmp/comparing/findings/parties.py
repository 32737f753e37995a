"""Whom one side names alone: a third party in a matter that both tell, or at a table of three against one of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import Pair, PairContext
from readcmp.comparing.findings.contrary import PARTIES
from readcmp.comparing.findings.headlines import say_on
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.words import join_words, quote_words
from readcmp.loading.publishers import with_article
from readcmp.model import Point
from readcmp.text import squeeze
from readcmp.vocabulary import FindingKind, Verdict

MOST = 2
"""So many names stand in a headline."""

NEAR = 0.6
"""Who is named in a matter is set against the other account's where the match scores this, 0..1."""


def find_parties(case: PairContext) -> Iterator[Candidate]:
    """Return whom the side names, in matters that the other tells, and the other names nowhere."""
    if not case.analysed:
        return
    for point in case.side.points:
        pairs = case.matches.get(point.id, ())
        named = _named(case, point, pairs)
        if not named:
            continue
        table = _table(case, point, pairs)
        if table:
            pair, ours, theirs = table
            text = f"only {case.ours} includes {_who(named)}: {quote_words(ours)}"
            text = f"{text}; {case.theirs} says {quote_words(theirs)}"
            yield make_paired(
                case, FindingKind.PARTY, pair, text, (ours, theirs), contrary=1.0, names=1.0, doubtful=False
            )
        elif case.verdict(point) is not Verdict.ONLY and _is_matched(pairs) and not _is_small(case, point):
            text = f"only {case.ours} names {_who(named)}{_on(case, point, named)}"
            candidate = make_paired(case, FindingKind.NAME, pairs[0], text, (named[0], None), names=1.0)
            yield replace(candidate, side=case.other.id)


def _who(names: Sequence[str]) -> str:
    """Return names in a row, of many the first ones and how many more there are."""
    told = [with_article(name) for name in names[:MOST]]
    more = len(names) - MOST
    return join_words([*told, f"{more} other{'s' if more > 1 else ''}"] if more > 0 else told)


def _on(case: PairContext, point: Point, named: Sequence[str]) -> str:
    """Return the words for a point's topic, empty where that is one of those named."""
    about = say_on(case, next(iter(point.topics), None), [point])
    return "" if any(name in about for name in named) else about


def _is_matched(pairs: Sequence[Pair]) -> bool:
    return bool(pairs) and pairs[0].score >= NEAR


def _is_small(case: PairContext, point: Point) -> bool:
    """Whether a point is of the contact itself or of nothing that weighs, so that who is named in it is no news."""
    topics = set(point.topics)
    return bool(topics & case.quiet) or (bool(topics) and topics <= case.light)


def _named(case: PairContext, point: Point, pairs: Sequence[Pair]) -> list[str]:
    """Return the names of third parties in a point that the other account has nowhere, but not the matter's own."""
    others = {topic for pair in pairs for topic in pair.other.topics}
    matter = [(h.start, h.end) for h in point.hits if h.kind == "topic" and h.id in others]
    found = {}
    for hit in point.hits:
        own = any(a <= hit.start < b for a, b in matter)
        if hit.kind == "actor" and not hit.weak and not own and not case.named_there(hit.id, hit.text):
            entry = case.lexicon.actors.get(hit.id)
            found[hit.id] = entry.label if entry else squeeze(hit.text)
    return list(found.values())


def _table(case: PairContext, point: Point, pairs: Sequence[Pair]) -> tuple[Pair, str, str] | None:
    """Find where the side speaks of three at a table and the other, of the same topic, of two."""
    ours = _sides_at_table(case, point, 1)
    if not ours:
        return None
    scores = {pair.other.id: pair for pair in pairs}
    topics = set(point.topics) - case.quiet
    for n, other in enumerate(case.other.points):
        theirs = _sides_at_table(case, other, -1)
        around = case.other.points[max(0, n - 1) : n + 2]  # "bilateral talks on these matters" names them just before
        if theirs and (other.id in scores or any(topics & set(near.topics) for near in around)):
            return scores.get(other.id, Pair(point, other, 0.0, ())), ours, theirs
    return None


def _sides_at_table(case: PairContext, point: Point, sign: int) -> str:
    found = (pole for pole in case.contents[point].whole.poles if pole.axis == PARTIES)
    return next((pole.words for pole in found if pole.sign == sign), "")
