"""What differs between the accounts as wholes: names for one thing, who asked for the contact, tone, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.annotation.contact_facts import find_asker, tones_of
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.headlines import name_matter, name_topic
from readcmp.comparing.findings.words import quote_words
from readcmp.content import Variant
from readcmp.model import Fact, Point, Side
from readcmp.vocabulary import FindingKind, Trait, Verdict

LATE = 0.6
"""A topic that first comes this far into an account, 0..1, comes late."""

WEIGHTY = 0.1
"""What an account opens with counts where so much of it, 0..1, is about that; a name in passing is no opening."""

Named = dict[str, list[tuple[Point, Variant]]]


def find_document_level(case: PairContext) -> Iterator[Candidate]:
    """Return what differs between two accounts as wholes; call it for both ways."""
    yield from _order(case)
    yield from _placeholder(case)
    if case.first:
        yield from _naming(case)
        yield from _initiator(case)
        yield from _tone(case)


def _named(side: Side) -> Named:
    found: Named = {}
    for point in side.points:
        for name in point.variants:
            found.setdefault(name.thing, []).append((point, name))
    return found


def _naming(case: PairContext) -> Iterator[Candidate]:
    """Find a thing for which the two accounts have no name in common that both own."""
    here, there = _named(case.side), _named(case.other)
    for thing in sorted(here.keys() & there.keys()):
        ours, theirs = here[thing], there[thing]
        if {n.way for _, n in ours if n.own} & {n.way for _, n in theirs if n.own}:
            continue
        own_ours, own_theirs = ([t for t in told if t[1].own] or told for told in (ours, theirs))
        (p, mine), (q, yours), score = _best(case, own_ours, own_theirs)
        entry = case.lexicon.namings[thing]
        text = f"{case.ours} says {_put(mine)}, {case.theirs} {_put(yours)}"
        shared = [t for t in p.topics if t in q.topics]
        topic = max(shared, key=case.news, default=None)
        news = case.news(topic) / 2 if topic else 0.0  # the matter leads, not what it is called
        parts = {"sure": score, "spelling": float(entry.light), "contrary": float(score > 0), "news": news}
        marked = ((case.side.id, mine.words), (case.other.id, yours.words))
        yield Candidate(FindingKind.NAMING, case, (p, q), text, parts, topic=topic, marked=marked)


def _best(
    case: PairContext, ours: list[tuple[Point, Variant]], theirs: list[tuple[Point, Variant]]
) -> tuple[tuple[Point, Variant], tuple[Point, Variant], float]:
    """Return the two ends whose points are linked best, else the first of each, with the score of the link or 0."""
    scores = {(pair.own.id, pair.other.id): pair.score for pair in case.pairs}
    ends = [(scores.get((p[0].id, q[0].id), 0.0), -i, -j) for i, p in enumerate(ours) for j, q in enumerate(theirs)]
    score, i, j = max(ends)
    return ours[-i], theirs[-j], score


def _put(name: Variant) -> str:
    return quote_words(name.words) if name.own else f"{quote_words(name.words)} in quotation marks"


def _fact(case: PairContext, side: Side, kind: str) -> Fact | None:
    return next((fact for fact in case.facts if fact.side == side.id and fact.kind == kind), None)


def _points_of(case: PairContext, *facts: Fact | None) -> tuple[Point, ...]:
    return tuple(
        point
        for fact in facts
        if fact is not None
        for side in (case.side, case.other)
        if side.id == fact.side
        for point in side.points
        if point.start <= fact.start < point.end
    )


def _initiator(case: PairContext) -> Iterator[Candidate]:
    mine, yours = _fact(case, case.side, "initiator"), _fact(case, case.other, "initiator")
    points = _points_of(case, mine, yours)
    ends = ((mine, case.side, case.other), (yours, case.other, case.side))
    told = [(fact, one, other) for fact, one, other in ends if fact is not None]
    said = [f"{_name(one, case)} says {_asked(fact, one, other, case)}" for fact, one, other in told]
    if mine is not None and yours is not None:
        who = (
            find_asker(mine, case.side, case.other, case.lexicon),
            find_asker(yours, case.other, case.side, case.lexicon),
        )
        if None not in who and who[0] != who[1]:
            yield Candidate(
                FindingKind.INITIATOR, case, points, "; ".join(said), {"contrary": 1.0}, marked=_marks(told)
            )
    elif said and case.analysed:
        silent = case.other if mine is not None else case.side
        text = f"only {said[0]}"
        fact, teller, _ = told[0]
        theirs = find_asker(fact, teller, silent, case.lexicon) == silent.id  # that the other one asked is a claim
        parts = {"light": float(not theirs)}
        yield Candidate(FindingKind.INITIATOR, case, points, text, parts, side=silent.id, marked=_marks(told))


def _marks(told: Sequence[tuple[Fact, Side, Side]]) -> tuple[tuple[str, str], ...]:
    return tuple((side.id, fact.value) for fact, side, _ in told)


def _name(side: Side, case: PairContext) -> str:
    return case.ours if side is case.side else case.theirs


def _asked(fact: Fact, side: Side, other: Side, case: PairContext) -> str:
    who, ends = find_asker(fact, side, other, case.lexicon), {side.id: side, other.id: other}
    if not who:
        return quote_words(fact.value)
    return f"{_name(ends[who], case) if who in ends else who.upper()} asked for the talks"


def _tone(case: PairContext) -> Iterator[Candidate]:
    mine, yours = _fact(case, case.side, "tone"), _fact(case, case.other, "tone")
    if mine is None and yours is None:
        return
    points = _points_of(case, mine, yours)
    if mine is not None and yours is not None:
        ways = [tones_of(fact, one, case.lexicon) for fact, one in ((mine, case.side), (yours, case.other))]
        if mine.value.lower() != yours.value.lower() and all(ways) and ways[0] != ways[1]:
            text = f"{case.ours} calls the talks {quote_words(mine.value)}, {case.theirs} {quote_words(yours.value)}"
            marked = ((case.side.id, mine.value), (case.other.id, yours.value))
            yield Candidate(FindingKind.TONE, case, points, text, {"contrary": 1.0}, marked=marked)
        return
    fact = mine or yours
    assert fact is not None
    if not case.analysed:
        return
    text = f"only {case.ours if fact is mine else case.theirs} calls the talks {quote_words(fact.value)}"
    quiet = case.other.id if fact is mine else case.side.id
    yield Candidate(FindingKind.TONE, case, points, text, {}, side=quiet, marked=((fact.side, fact.value),))


def _order(case: PairContext) -> Iterator[Candidate]:
    """Find what the side opens with and the other comes to late."""
    light = case.light
    leading = next((p for p in case.side.points if p.topics and p.topics[0] not in light), None)
    if leading is None:
        return
    topic = leading.topics[0]
    there = case.topics[topic].sides.get(case.other.id) if topic in case.topics else None
    here = case.topics[topic].sides.get(case.side.id) if topic in case.topics else None
    if here is None or there is None or there.first < LATE or here.share < WEIGHTY:
        return
    late = case.points[there.points[0]]
    told = name_matter(case, topic, [leading])
    text = f"{case.ours} opens with {told}, {case.theirs} comes to it late"
    yield Candidate(FindingKind.ORDER, case, tuple(sorted((leading, late), key=lambda p: p.id)), text, {}, topic=topic)


def _placeholder(case: PairContext) -> Iterator[Candidate]:
    """Find where the side names no matter, and what the other alone names may be meant."""
    hits = ((p, h) for p in case.side.points if p.placeholder for h in p.hits if h.kind == "placeholder")
    hollow, hit = next(hits, (None, None))
    light = case.topics_with(Trait.LIGHT, Trait.CEREMONY)
    only = [
        topic
        for topic in case.topics.values()
        if topic.id not in light
        and not topic.id.startswith("~")
        and topic.sides.get(case.side.id) is None
        and (there := topic.sides.get(case.other.id)) is not None
        and all(case.alignment.verdicts.get((point, case.side.id)) is Verdict.ONLY for point in there.points)
    ]
    if hollow is None or hit is None or not only or not case.analysed:
        return
    largest = min(only, key=lambda t: (-e.share if (e := t.sides[case.other.id]) else 0.0, t.id))
    text = f"{case.ours} mentions only {quote_words(hit.text)}; {case.theirs} names {name_topic(case, largest.id)}"
    marked = ((case.side.id, hit.text),)
    yield Candidate(FindingKind.PLACEHOLDER, case, (hollow,), text, {}, side=case.side.id, marked=marked)
