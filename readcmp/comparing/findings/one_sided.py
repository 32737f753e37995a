"""What one side alone tells, by the verdicts, and what the other tells perhaps: matters, claims, terms, next steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.comparing.findings.candidate import Candidate, is_empty, measure_substance
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.headlines import (
    EXCERPT,
    FEW,
    UNCLEAR,
    name_deed,
    names_topic,
    say_on,
    take_excerpt,
    write_alone,
)
from readcmp.comparing.findings.threats import find_warning, tells_of_warning
from readcmp.model import BOTH, NONE, THIRD, Act, Point
from readcmp.text import squeeze
from readcmp.vocabulary import BINDING, ActClass, FindingKind, Trait, Verdict

CLEAR = 0.3
"""What the other side may have of a point is named where it scores this, 0..1; under it, most is of other matters."""

FAR = 0.15
"""A claim of what the other said is made a finding only where the best candidate scores less than this."""

OPENING = 12
"""A verb without a subject that the sentence names binds both where it opens the point: "It was agreed that"."""

NEWS = 0.7
"""From this news value of its topic on, 0..1, what the other side may tell is worth being among the first."""

Key = tuple[str, str, str]


def find_one_sided(case: PairContext) -> Iterator[Candidate]:
    """Return what the side tells and the other does not, or perhaps; points of one matter are put together."""
    groups: dict[Key, list[Point]] = {}
    last: Key | None = None
    for point in case.side.points:
        if not point.topics or point.quiet or point.placeholder or is_empty(case, point):
            continue
        if point.topics[0] == "tone" and any(point.start <= fact.start < point.end for fact in case.tones):
            continue  # how it went is a finding of its own
        kind = choose_kind(case, point)
        if not kind:
            continue
        topic = _topic(case, point)
        place = "" if kind == FindingKind.OMISSION and not case.mentions(topic) else str(point.sentence)
        key = kind, topic, find_counterpart(case, point) if kind == FindingKind.DOUBT else place
        near = last is not None and last[0] == kind != FindingKind.DOUBT and groups[last][-1].sentence == point.sentence
        if last is not None and near and (last[1] in point.topics or kind != FindingKind.OMISSION):
            key = last  # "prisoners will be exchanged" … "and the wounded", or one list of claims
        groups.setdefault(key, []).append(point)
        last = key
    for (kind, topic, _), points in groups.items():
        yield make_one_sided(case, kind, topic, points)


def _topic(case: PairContext, point: Point) -> str:
    """Return the topic under which a point is told: its main one, or the greatest news that the other does not name."""
    light = case.light
    terms = (h.id for h in point.hits if h.kind == "topic")  # of a point on the contact that has a term of more
    main = next((t for t in (*point.topics, *terms) if t not in case.quiet), point.topics[0])
    new = [t for t in point.topics if t not in light and not case.mentions(t)]
    if main not in light:
        return main
    return max(new, key=lambda t: (names_topic(case, t, [point]), case.news(t)), default=main)


def find_counterpart(case: PairContext, point: Point) -> str:
    """Return the id of what the other side may have of a point's matter, empty where nothing comes near enough."""
    pairs = case.matches.get(point.id, ())
    if pairs and (pairs[0].score >= CLEAR or not case.analysed):
        return pairs[0].other.id
    near = case.nearest(point)
    if near is None or near.score < CLEAR or not case.analysed:
        return ""
    told_alone = case.alignment.verdicts.get((near.point, case.side.id)) is Verdict.ONLY
    return "" if told_alone else near.point


def choose_kind(case: PairContext, point: Point) -> str:
    """Return the kind of finding that a point makes by itself, empty for one that the other side tells too."""
    verdict = case.verdict(point)
    if verdict is Verdict.BOTH:
        return ""
    if case.analysed and _sets_condition(case, point):
        return FindingKind.CONDITION
    if verdict is Verdict.UNSURE:
        small = case.topics_with(Trait.LIGHT, Trait.MINOR)
        unclear = UNCLEAR if case.analysed and _topic(case, point) not in small else ""
        return FindingKind.DOUBT if find_counterpart(case, point) else unclear
    return _kind_of_only(case, point)


def _kind_of_only(case: PairContext, point: Point) -> str:
    if case.analysed and find_warning(case, point) and not tells_of_warning(case, point):
        return FindingKind.WARNING
    if _is_mere_approval(case, point):
        return ""
    if point.attributed and _is_theirs(case, point) and _is_far(case, point):
        return FindingKind.ATTRIBUTION
    if point.topics[0] == "next-steps":
        return FindingKind.NEXT_STEP
    agreed = point.speaker == BOTH and point.act is not None and binds(case, point, point.act)
    return FindingKind.AGREEMENT if agreed else FindingKind.OMISSION


def _is_mere_approval(case: PairContext, point: Point) -> bool:
    """Whether a point tells that the other side welcomed or thanked, and names nothing for which it did."""
    approves = point.act is not None and point.act.kind == ActClass.APPROVE
    matters = (hit.id for hit in point.hits if hit.kind == "topic" and not hit.weak)
    return approves and _is_theirs(case, point) and all(topic in case.light for topic in matters)


def _is_theirs(case: PairContext, point: Point) -> bool:
    """Whether a point tells what the other side said, or the state whose account this is one of."""
    if point.speaker in (case.side.id, BOTH, NONE, THIRD):
        return False
    theirs = case.actor(case.other.id)
    return case.actor(point.speaker) == theirs != case.actor(case.side.id)


def _sets_condition(case: PairContext, point: Point) -> bool:
    if case.contents[point].strong_condition is None:
        return False
    return not any(case.contents[pair.other].strong_condition for pair in case.matches.get(point.id, ()))


def _is_far(case: PairContext, point: Point) -> bool:
    near = case.nearest(point)
    return case.analysed and point.id not in case.matches and (near is None or near.score < FAR)


def binds(case: PairContext, point: Point, act: Act) -> bool:
    """Return whether an act is one of agreement, the point's own, and no noun: not "discussed their commitment to"."""
    if act.kind not in BINDING:
        return False
    said = case.contents[point]
    at = said.whole.text.find(squeeze(act.term))
    if at < 0 or not (point.attributed or at <= OPENING):
        return False  # carried over from a clause before, or of something else: "the day when it was signed"
    return not said.act_opens_with_report and not said.act_is_noun


def make_one_sided(case: PairContext, kind: str, topic: str, points: Sequence[Point]) -> Candidate:
    """Make a candidate of what one side alone tells, or the other may tell too."""
    there = find_counterpart(case, points[0]) if kind in ("doubt", "condition") else ""
    found = [near for p in points if (near := case.nearest(p)) is not None]
    nearest = max(found, key=lambda n: n.score, default=None)
    pairs = [pair for point in points for pair in case.matches.get(point.id, ())]
    reach = max((pair.score for pair in pairs), default=nearest.score if nearest else 0.0)
    parts = measure_substance(case, points, topic) | {"far": 1 - reach, "unmentioned": float(_is_new(case, points))}
    unclear = 2 - _is_likely_alone(case, topic, points) if kind == UNCLEAR else 0
    parts |= {"alone": float(kind == FindingKind.AGREEMENT), "unclear": float(unclear)}
    if kind not in (FindingKind.DOUBT, FindingKind.CONDITION, FindingKind.WARNING):  # terms and threats are news anyway
        parts |= {"covered": max(case.coverage(point) for point in points)}
    ends = (*points, case.points[there]) if there else tuple(points)
    silent = _told_alone(case, points) and not there
    return Candidate(
        FindingKind.DOUBT if kind == UNCLEAR else FindingKind(kind),
        case,
        ends,
        _headline(case, kind, topic, points, there=bool(there)),
        parts,
        side=case.other.id if silent else None,
        topic=topic,
        doubtful=kind == FindingKind.DOUBT,
        nearest=nearest if silent else None,
        marked=tuple((case.side.id, words) for words in _telling(case, kind, points)),
        called=kind,
    )


def _telling(case: PairContext, kind: str, points: Sequence[Point]) -> Iterator[str]:
    """Find the words that make points what a finding calls them: those of a condition, or of a warning."""
    for point in points:
        if kind == FindingKind.CONDITION:
            yield case.contents[point].strong_condition or ""
        elif kind == FindingKind.WARNING:
            yield find_warning(case, point)


def _is_likely_alone(case: PairContext, topic: str, points: Sequence[Point]) -> bool:
    """Return whether points that the other side may tell are likely not told: news that nothing there comes near."""
    named = names_topic(case, topic, points)
    near = [found.score for p in points if (found := case.nearest(p)) is not None]
    return named and case.news(topic) >= NEWS and max(near, default=0.0) < (CLEAR if case.mentions(topic) else FAR)


def _told_alone(case: PairContext, points: Sequence[Point]) -> bool:
    return all(case.verdict(point) is Verdict.ONLY for point in points)


def _is_new(case: PairContext, points: Sequence[Point]) -> bool:
    """Return whether the other side mentions no topic of the points, and none of them is told there."""
    topics = {topic for point in points for topic in point.topics} - case.quiet
    return case.analysed and _told_alone(case, points) and not any(case.mentions(topic) for topic in topics)


def _headline(case: PairContext, kind: str, topic: str, points: Sequence[Point], *, there: bool) -> str:
    ours, theirs, silent = case.ours, case.theirs, _told_alone(case, points) and not there
    about = say_on(case, topic, points)
    if kind == FindingKind.DOUBT:
        return f"{ours} says {take_excerpt(points, FEW)}; perhaps {theirs} too"
    if kind == UNCLEAR:
        return f"perhaps only {ours} says {take_excerpt(points, EXCERPT)}"
    if kind == FindingKind.CONDITION:
        if there or not silent:
            return f"perhaps only {ours} sets a condition{about}"
        return f"only {ours} sets a condition{about}"
    words = {
        "attribution": f"only {ours} says {case.theirs} {name_deed(points[0].act)} this",
        "agreement": f"only {ours} reports an agreement{about}",
        "warning": f"only {ours} warns{about.replace(' on ', ' over ', 1)}",
        "next_step": f"only {ours} mentions this next step",
    }
    return words.get(kind) or write_alone(case, topic, points, new=_is_new(case, points))
