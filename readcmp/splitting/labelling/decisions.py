"""What is decided of each statement once all are weighed, and what decided it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.splitting.labelling.decoding import Labelling
from readcmp.splitting.labelling.evidence import Evidence, Gathered
from readcmp.splitting.labelling.features import NOBODY
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import SURE, Statement


def decide(read: Sequence[Statement], gathered: Gathered, labelling: Labelling) -> list[Statement]:
    """Return statements with the sides of their labels, the reasons for them, and how likely they are.

    What has the words of background stays so where another label is unsure: a stray sentence misleads the reader of an
    account more than one that is missing.
    """
    counts = Counter(label for label in labelling.labels if label not in (NOBODY, ALL))
    two = tuple(side for side, _ in counts.most_common(2))
    weighed = zip(read, gathered.statements, labelling.labels, labelling.probabilities, strict=True)
    return [
        replace(one, probability=1 - probability)
        if one.reason == "background" and probability < SURE
        else replace(_decided(one, evidence, label, two), probability=probability)
        for one, evidence, label, probability in weighed
    ]


def _decided(one: Statement, evidence: Evidence, label: str, two: tuple[str, ...]) -> Statement:
    """Return a statement with the sides of a label; what the rules made of it stands where they agree.

    ``two`` are the sides told most, for what both tell.
    """
    all_ = evidence.joint or (two if "pairs" in evidence.signs and len(two) > 1 else (ALL,))
    sides = () if label == NOBODY else all_ if label == ALL else (label,)
    if one.sides == sides or (label == ALL and len(one.sides) > 1):
        return one
    cue = evidence.words
    if label == NOBODY:
        reason = "background" if "background" in evidence.signs else "outsider" if evidence.private else "article"
        return replace(one, sides=(), reason=reason, cue="" if reason == "article" else cue)
    if label == ALL:
        return replace(one, sides=sides, reason="everyone", cue=cue)
    quoted = bool({"quoted", "quotes"} & evidence.signs)
    named = "named" if evidence.named == label else "quotation" if quoted else "carried"
    return replace(one, sides=sides, reason=named, cue=cue)
