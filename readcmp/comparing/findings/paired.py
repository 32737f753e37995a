"""What both sides tell and tell differently: in likely links, and in words that echo each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.comparing.findings.counting import differ
from readcmp.comparing.findings.headlines import say_on
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.one_sided import binds
from readcmp.comparing.findings.scope import find_scope
from readcmp.comparing.findings.words import join_words, quote_words
from readcmp.comparing.verdict_corrections import BINDING
from readcmp.model import BOTH, NONE, Point, Side
from readcmp.text import squeeze
from readcmp.vocabulary import ActClass, FindingKind

CONTRARY = {
    (ActClass.APPROVE, ActClass.OPPOSE), (ActClass.AGREE, ActClass.OPPOSE), (ActClass.COMMIT, ActClass.OPPOSE),
    (ActClass.APPROVE, ActClass.CONCERN), (ActClass.APPROVE, ActClass.WARN), (ActClass.COMMIT, ActClass.WARN),
}  # fmt: skip
"""Classes of acts that are the contrary of each other, whatever their steps."""

TALK = (ActClass.REPORT, ActClass.ASSERT, ActClass.WISH_OFFER, ActClass.CONCERN, ActClass.OPPOSE)
"""Classes of acts that agree to nothing."""

AGREEMENT = "agreement"
"""The concept of the lexicon that says that something was agreed, be it by a noun."""

WEIGHED = frozenset(
    {ActClass.REQUEST, ActClass.COMMIT, ActClass.CONCERN, ActClass.OPPOSE, ActClass.WARN, ActClass.WISH_OFFER}
)
"""Classes of acts in which a weaker verb is a weaker act: to ask and to demand; to say and to stress are one."""

STEPS = 2
"""Acts are told of where they are so many steps of the ladder apart."""


def find_paired(case: PairContext) -> Iterator[Candidate]:
    """Return the differences inside likely links that are seen from the side; call it for both ways."""
    yield from _agreements(case)
    for pairs in case.partners.values():
        best = pairs[0]
        if best.doubtful:
            continue
        yield from _condition(case, best)
        if not case.first or not _is_best(best, case):
            continue
        yield from _strength(case, best)
        yield from _speaker(case, best)
        if not (best.own.topics[:1] == best.other.topics[:1] == ("contact",)):  # whose figures stand in the head
            yield from _number(case, best)
        yield from find_scope(case, best)
        yield from _names(case, best)
        yield from _negation(case, best)


def _is_best(pair: Pair, case: PairContext) -> bool:
    """Whether no other link of the pair's other end is surer."""
    return next(p for p in case.pairs if p.other.id == pair.other.id) is pair


def _agreements(case: PairContext) -> Iterator[Candidate]:
    """Find what the side says both agreed, where no partner of the point does; what stands in one sentence together."""
    found: dict[tuple[int, bool], list[Pair]] = {}
    for pairs in case.partners.values():
        own = pairs[0].own
        if is_joint_agreement(case, pairs):
            found.setdefault((own.sentence, pairs[0].doubtful), []).append(pairs[0])
    for same in found.values():
        best = max(same, key=lambda pair: (pair.score, -pair.own.start))
        act = squeeze(best.other.act.term) if best.other.act else ""
        about = say_on(case, next(iter(best.own.topics), None), [best.own])
        says = f"says {quote_words(act)}" if act else "does not"
        text = f"{case.ours} reports an agreement{about}; {case.theirs} {says}"
        candidate = make_paired(
            case, FindingKind.AGREEMENT, best, text, (best.own.act.term if best.own.act else "", act)
        )
        if len(same) > 1:
            mine = sorted((pair.own for pair in same), key=lambda point: point.start)
            other = sorted({pair.other for pair in same}, key=lambda point: point.start)
            candidate = replace(candidate, points=(*mine, *other))
        yield candidate


def is_joint_agreement(case: PairContext, pairs: Sequence[Pair]) -> bool:
    """Return whether the side says that both agreed what the other, in a likely link, tells as talk alone."""
    own = pairs[0].own
    joint = own.act is not None and own.act.kind == ActClass.AGREE and own.speaker == BOTH and binds(case, own, own.act)
    return joint and not pairs[0].doubtful and all(_is_talk(pair.other, case) for pair in pairs)


def _is_talk(point: Point, case: PairContext) -> bool:
    """Whether a point reports or states in so many words, not by a verb carried over, and has none of agreement.

    Nor has the rest of its sentence; and what both are said to affirm is as good as agreed.
    """
    if point.act is None or not point.act.term:
        return False  # nothing is told of how it was said
    if point.act.kind not in (TALK if point.speaker != BOTH else (ActClass.REPORT,)):
        return False
    sentence, said = case.sentence_there(point), case.contents[point]
    agreed = any(h.id == AGREEMENT for p in sentence for h in p.hits if h.kind == "concept")
    return squeeze(point.act.term) in said.whole.text and not agreed and ActClass.AGREE not in said.acts


def _condition(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    said = case.contents[pair.own]
    own = said.strong_condition or (said.time_condition if pair.score >= SURE else None)
    bound = case.contents[pair.other].is_conditional
    if own and not bound and not pair.doubtful and pair.words("condition"):
        yield make_paired(
            case, FindingKind.CONDITION, pair, f"{case.ours} sets a condition, {case.theirs} does not", (own, None)
        )


def _strength(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    a, b = pair.own.act, pair.other.act
    if a is None or b is None or not (a.term and b.term) or ActClass.FACT in (a.kind, b.kind):
        return
    contrary = bool({(a.kind, b.kind), (b.kind, a.kind)} & CONTRARY)
    steps = abs(a.strength - b.strength)
    kinds = {a.kind, b.kind}
    comparable = len(kinds) == 1 and kinds <= WEIGHED
    comparable |= ActClass.REPORT in kinds and bool(kinds & WEIGHED) and pair.score >= SURE
    verbs = {case.contents[point].act_stems[0] for point in (pair.own, pair.other)}
    if len(verbs) == 1 or any(_is_no_warning(point) for point in (pair.own, pair.other)):
        return
    one_speaker = pair.own.speaker == pair.other.speaker or NONE in (pair.own.speaker, pair.other.speaker)
    if one_speaker and (contrary or (comparable and steps >= STEPS)):
        text = f"{case.ours} says {quote_words(a.term)}, {case.theirs} {quote_words(b.term)}"
        yield make_paired(
            case, FindingKind.STRENGTH, pair, text, (a.term, b.term), contrary=float(contrary), act=steps / 5
        )


def _is_no_warning(point: Point) -> bool:
    """Whether a threat is what both hold against a third: that is no way in which a matter is put."""
    return point.speaker == BOTH and point.act is not None and point.act.kind == ActClass.WARN


def _speaker(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    if any(point.act is None or point.act.kind in (ActClass.REPORT, ActClass.FACT) for point in (pair.own, pair.other)):
        return  # that they spoke of it is no claim of anybody's
    if not all(point.attributed for point in (pair.own, pair.other)):
        return
    for ours, theirs in pair.words("speaker"):
        if BOTH not in (ours, theirs) and (ours, theirs) != (case.other.id, case.side.id):
            continue  # each tells what its own side said of the matter: that is what readouts are
        text = f"{case.ours} says {_who(case, ours)} said this; {case.theirs} says {_who(case, theirs)} did"
        yield make_paired(case, FindingKind.SPEAKER, pair, text)


def _who(case: PairContext, speaker: str | None) -> str:
    if speaker == BOTH:
        return "both sides"
    return {case.side.id: case.ours, case.other.id: case.theirs}.get(speaker or "", (speaker or "").upper())


def _number(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    for kind in ("number", "date"):
        ours = [a for a, b in pair.words(kind) if a and not _is_in_head(case, case.side, pair.own, a)]
        theirs = [b for a, b in pair.words(kind) if b and not _is_in_head(case, case.other, pair.other, b)]
        if ours and theirs and differ(case, pair, kind, ours[0], theirs[0]):
            text = f"{case.ours} says {join_words(ours)}, {case.theirs} {join_words(theirs)}"
            yield make_paired(case, FindingKind.NUMBER, pair, text, (ours[0], theirs[0]), contrary=1.0)


def _names(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    """Find, in a link that binds, two places of one event, or two who take part in it."""
    for kind in (FindingKind.PLACE, FindingKind.NAME):
        for ours, theirs in pair.words(kind):
            if ours and theirs and pair.score >= BINDING:
                text = f"{case.ours} says {quote_words(ours)}, {case.theirs} {quote_words(theirs)}"
                yield make_paired(case, kind, pair, text, (ours, theirs), contrary=1.0)
            elif kind == FindingKind.NAME and pair.score >= SURE and _is_news(case, pair, ours or theirs or ""):
                text = f"only {case.ours if ours else case.theirs} names {ours or theirs}"
                yield make_paired(case, kind, pair, text, (ours, theirs), names=1.0)


def _is_news(case: PairContext, pair: Pair, name: str) -> bool:
    """Whether a name is one that the lexicon does not know, as ``parties`` tells of those, in a matter of its own."""
    ends = (pair.own, pair.other)
    known = any(hit.kind == "actor" and hit.text in name for point in ends for hit in point.hits)
    return not known and not any(case.quiet & set(point.topics) for point in ends)


def _is_in_head(case: PairContext, side: Side, point: Point, words: str) -> bool:
    """Whether words of a point are part of what is said of the contact itself, which the head of every output has."""
    start = point.start + point.text.find(words)
    return any(fact.side == side.id and fact.start < start + len(words) and start < fact.end for fact in case.facts)


def _negation(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    """Find, in a sure link, a negation of at least two words that the other side says without it."""
    if pair.score < SURE:
        return
    mine, yours = case.contents[pair.own], case.contents[pair.other]
    for here, there in ((mine, yours), (yours, mine)):
        denied = [n for n in here.told_negations if len(n.denied & there.stems) > 1]
        if denied and not there.negations:
            has, lacks = (case.ours, case.theirs) if here is mine else (case.theirs, case.ours)
            text = f"{has} says {quote_words(denied[0].words)}, {lacks} does not"
            ends = (denied[0].words, None) if here is mine else (None, denied[0].words)
            yield make_paired(case, FindingKind.NEGATION, pair, text, ends, contrary=1.0)
            return
