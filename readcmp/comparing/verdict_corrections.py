"""The verdicts settled: bound to the links, and never sure of what a text does not tell that could not be read well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from readcmp.aligning import Alignment
from readcmp.aligning.verdicts import LIKELY
from readcmp.annotation.attribution.grammar import has_grammar
from readcmp.annotation.contents import Contents
from readcmp.lexicon import Lexicon
from readcmp.model import Side
from readcmp.text import short
from readcmp.vocabulary import ActClass, Verdict

BINDING = 0.6
"""What a link of this score, 0..1, or more joins is told by both, whatever coverage says.

On official texts left out (``python -m readcmp.training.links``), 0.5 had 0.88 of what was called ``both`` right, 0.6
has 0.94, and calls 46 points in a hundred so where 0.5 called 55.
"""


def find_unanalysed(sides: Sequence[Side], lexicon: Lexicon) -> frozenset[str]:
    """Return the sides whose language has no terms in the lexicon, or no grammar."""
    known = {code for code in lexicon.languages if has_grammar(code)}
    return frozenset(side.id for side in sides if short(side.readout.language) not in known)


def doubt(alignment: Alignment, keys: frozenset[tuple[str, str]]) -> Alignment:
    """Return the alignment with no point told by one side alone that ``keys`` have, with the other side's id."""
    verdicts = {
        key: Verdict.UNSURE if verdict is Verdict.ONLY and key in keys else verdict
        for key, verdict in alignment.verdicts.items()
    }
    return replace(alignment, verdicts=verdicts)


def settle(alignment: Alignment, sides: Sequence[Side], unanalysed: frozenset[str], contents: Contents) -> Alignment:
    """Return the alignment with verdicts that contradict nothing.

    What a strong enough link joins is told by both, and what any likely link joins by no side alone; that a matter was
    talked of is not told by one alone where the other has something on it; and no side is said to tell something alone
    where the other's account, or its own, is in a language that is not analysed.
    """
    home = {point.id: side.id for side in sides for point in side.points}
    talked = _talked(sides, contents)
    both, likely = _joined(alignment, home, BINDING), _joined(alignment, home, LIKELY)
    verdicts = {}
    for (point, other), verdict in alignment.verdicts.items():
        if (point, other) in both:
            verdicts[point, other] = Verdict.BOTH
        elif verdict is Verdict.ONLY and ((point, other) in likely | talked or {home[point], other} & unanalysed):
            verdicts[point, other] = Verdict.UNSURE
        else:
            verdicts[point, other] = verdict
    return replace(alignment, verdicts=verdicts)


def _joined(alignment: Alignment, home: Mapping[str, str], score: float) -> frozenset[tuple[str, str]]:
    """Return the points, with the other side, that links of a score or more join."""
    links = [link for link in alignment.links if link.score >= score]
    return frozenset(key for link in links for key in ((link.a, home[link.b]), (link.b, home[link.a])))


def _talked(sides: Sequence[Side], contents: Contents) -> frozenset[tuple[str, str]]:
    """Return the points, with each other side that has points on their topic, that say only that it was talked of."""
    found = set()
    for other in sides:
        told = {topic for point in other.points for topic in point.topics[:1]}
        told |= {hit.id for point in other.points for hit in point.hits if hit.kind == "topic" and not hit.weak}
        for side in sides:
            for point in side.points if side is not other else ():
                said = contents[point]
                reports = point.act is not None and point.act.kind == ActClass.REPORT and said.act_is_talk
                if reports and point.topics and point.topics[0] in told and not said.whole.deed:
                    found.add((point.id, other.id))
    return frozenset(found)
