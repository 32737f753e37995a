"""Gaps: what differs inside a link. A high score means the same matter, never the same claim."""

from __future__ import annotations

from collections.abc import Container

from readcmp.annotation.attribution import actor_of
from readcmp.annotation.quantities.extraction import are_same
from readcmp.comparing.names import find_company_gaps, find_party_gaps, find_place_gaps
from readcmp.comparing.negation import find_negation_gaps
from readcmp.comparing.scope import find_condition_gaps, find_scope_gaps
from readcmp.comparing.told import Told
from readcmp.comparing.variants import find_variant_gaps
from readcmp.content import Quantity
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, Act, Gap, Point
from readcmp.text import squeeze
from readcmp.vocabulary import ActClass, GapKind

STEPS_APART = 2
"""Two acts of one class differ from this many steps of the ladder on."""


def find_gaps(a: Told, b: Told, lexicon: Lexicon) -> tuple[Gap, ...]:
    """Return the differences between two linked points, each as the words of the side that has them.

    Numbers, dates and quoted words that the other side does not have; third parties that only one side names;
    how far a thing goes ("full", "and"); a condition or a negation on one side only; two names for one thing; acts of
    different class or step; another speaker, unless each tells of its own. Exchanging the points exchanges the ends.
    """
    (p, side, ours, _), (q, other, theirs, _) = a, b
    gaps = [
        *_quantities(p, q, foreign=side.readout.language != other.readout.language),
        *_names(a, b),
        *find_scope_gaps(ours, theirs),
        *find_condition_gaps(ours, theirs),
        *find_negation_gaps(ours, theirs),
        *find_variant_gaps(p, q),
    ]
    return (*gaps, *find_speech_gaps(a, b, lexicon))


def find_speech_gaps(a: Told, b: Told, lexicon: Lexicon) -> list[Gap]:
    """Return a gap for another speaker, and one for acts of different class or step."""
    (p, side, *_), (q, other, *_) = a, b
    if squeeze(p.text) == squeeze(q.text):
        return []  # the same words are one act by one speaker, whoever "we" are
    actors = {one.id: actor_of(one.id, one.readout.label, lexicon) for one in (side, other)}
    gaps = []
    ends = [actors.get(point.speaker, point.speaker) for point in (p, q)]  # one, in two accounts of one side
    each_its_own = (p.speaker, q.speaker) == tuple(actors)  # as accounts mostly do, so that it sets nothing apart
    if _speaks(p, actors) and _speaks(q, actors) and ends[0] != ends[1] and not each_its_own:
        gaps.append(Gap(GapKind.SPEAKER, p.speaker, q.speaker))
    mine, yours = p.act, q.act
    if mine and yours and (mine.term or yours.term) and _differ(mine, yours):
        gaps.append(Gap(GapKind.ACT, mine.term, yours.term))
    return gaps


def _differ(act: Act, other: Act) -> bool:
    return act.kind != other.kind or abs(act.strength - other.strength) >= STEPS_APART


def _speaks(point: Point, sides: Container[str]) -> bool:
    """Whether a point says which of two sides, or that both, said or did something there."""
    return (point.act is None or point.act.kind != ActClass.FACT) and (point.speaker in sides or point.speaker == BOTH)


def _quantities(p: Point, q: Point, *, foreign: bool) -> list[Gap]:

    def lacking(these: tuple[Quantity, ...], those: tuple[Quantity, ...], text: str) -> list[tuple[str, str]]:
        told = [f for f in these if not any(are_same(f, other) for other in those)]
        if foreign:  # words that are quoted in another language are others, if as many are
            quoted = sum(f.kind == "quote" for f in those)
            told = [f for f in told if f.kind != "quote"] + [f for f in told if f.kind == "quote"][quoted:]
        return list(dict.fromkeys((f.kind, text[f.start : f.end]) for f in told))  # a range has two values, one wording

    return [Gap(GapKind(kind), words, None) for kind, words in lacking(p.quantities, q.quantities, p.text)] + [
        Gap(GapKind(kind), None, words) for kind, words in lacking(q.quantities, p.quantities, q.text)
    ]


def _names(a: Told, b: Told) -> list[Gap]:
    """Return the gaps in whom and which places two points name, each name once."""
    company = find_company_gaps(a, b)
    words = " ".join(end for gap in company for end in (gap.a, gap.b) if end)
    parties = [gap for gap in find_party_gaps(a, b) if (gap.a or gap.b or "") not in words]
    return [*parties, *company, *find_place_gaps(a, b)]
