"""What one side alone tells: matters, claims of what the other said or agreed, conditions, next steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.comparing.findings.case import Case
from readcmp.comparing.findings.draft import Draft, is_empty, substance, weighing
from readcmp.comparing.findings.words import SHORT, about, quote, said, several
from readcmp.comparing.scope import condition
from readcmp.model import BOTH, QUIET_TOPICS, Nearest, Point

NEAR = 0.05
"""A candidate that scores less than this, 0..1, is not worth quoting."""

FAINT = 0.35
"""A doubtful link over this score is right as often as not, by the pairs marked by hand: no finding comes of it."""

AGREEING = ("agree", "commit")
"""Classes of acts that bind both who do them together."""


def alone(case: Case) -> Iterator[Draft]:
    """Give what the side tells and the other does not; points of one matter are put together."""
    groups: dict[tuple[str, str, int], list[Point]] = {}
    last: tuple[str, str, int] | None = None
    for point in case.side.points:
        if not point.topics or set(point.topics) <= QUIET_TOPICS or point.placeholder or is_empty(point):
            continue
        if point.topics[0] == "tone" and any(point.start <= fact.start < point.end for fact in case.tones):
            continue  # how it went is a finding of its own
        kind = kind_of(case, point)
        if not kind:
            continue
        topic = _topic(case, point)
        key = kind, topic, -1 if kind == "omission" and not case.mentions(topic) else point.sentence
        near = last is not None and last[0] == kind and groups[last][-1].sentence == point.sentence
        if last is not None and near and (last[1] in point.topics or kind != "omission"):
            key = last  # "prisoners will be exchanged" … "and the wounded", or one list of claims
        groups.setdefault(key, []).append(point)
        last = key
    for (kind, topic, _), points in groups.items():
        yield _draft(case, kind, topic, points)


def _topic(case: Case, point: Point) -> str:
    """Give the topic under which a point is told: its main one, or one that weighs and the other has no word of."""
    light = weighing()["light"]
    main = next(t for t in point.topics if t not in QUIET_TOPICS)
    return next((t for t in point.topics if t not in light and not case.mentions(t)), main)


def kind_of(case: Case, point: Point) -> str:
    """Give the kind of finding that a point makes by itself, empty for one that the other side tells too."""
    pairs = case.partners.get(point.id, ())
    if pairs and not pairs[0].doubtful:
        return ""
    language = case.other.readout.language
    terms = condition(point.text, case.side.readout.language, strong=True)
    if terms and not any(condition(pair.other.text, language, strong=True) for pair in pairs):
        return "condition"
    if point.speaker == case.other.id:
        return "attribution"
    if pairs:
        return "doubt" if pairs[0].score < FAINT else ""
    if point.topics[0] == "next-steps":
        return "next_step"
    agreed = point.speaker == BOTH and point.act is not None and point.act.kind in AGREEING
    return "agreement" if agreed else "omission"


def _draft(case: Case, kind: str, topic: str, points: Sequence[Point]) -> Draft:
    pairs = [pair for point in points for pair in case.partners.get(point.id, ())]
    candidates = [n for p in points if (n := case.nearest.get((p.id, case.other.id))) is not None]
    nearest = max(candidates, key=lambda n: n.score, default=None)
    doubtful = bool(pairs) and kind != "condition"
    reach = max((pair.score for pair in pairs), default=nearest.score if nearest else 0.0)
    parts = substance(case, points) | {"far": 1 - reach, "unmentioned": float(not case.mentions(topic))}
    parts["alone"] = float(kind == "agreement")
    return Draft(
        kind,
        case,
        tuple(points),
        _text(case, kind, topic, points, nearest),
        parts,
        side=case.other.id,
        topic=topic,
        doubtful=doubtful or kind == "doubt",
        nearest=None if pairs else nearest,
    )


def _text(case: Case, kind: str, topic: str, points: Sequence[Point], nearest: Nearest | None) -> str:
    ours, theirs, told = case.ours, case.theirs, several(points)
    opening, ending = about(case, topic), f"; not found in {theirs}."
    if kind == "doubt":
        there = quote(case.partners[points[0].id][0].other, SHORT)
        ending = f"; what {theirs} has of it is doubtful: {there}."
    elif kind == "omission" and case.mentions(topic) and nearest is not None and nearest.score >= NEAR:
        candidate = case.points[nearest.point]
        place = "names no matter and may cover it" if candidate.placeholder else "comes nearest"
        ending = f"; not found in {theirs}, where {quote(candidate, SHORT)} {place}."
    words = {
        "attribution": f"{ours} says that {theirs} {said(points[0].act)} this: ",
        "agreement": f"only {ours} says that the sides agreed: ",
        "condition": f"only {ours} names a condition: ",
        "next_step": f"only {ours} names a next step: ",
        "doubt": f"{ours} tells ",
    }
    turns = f"only {ours} tells " if case.mentions(topic) else f"only {ours} turns to it: "
    return f"{opening}{words.get(kind, turns)}{told}{ending}"
