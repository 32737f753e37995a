"""What is decided of each statement once all are weighed, and what decided it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.splitting.labelling.decoding import Labelling
from readcmp.splitting.labelling.evidence import ArticleEvidence, Evidence
from readcmp.splitting.labelling.features import JOURNALIST
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import SURE, Statement


def decide(read: Sequence[Statement], article: ArticleEvidence, labelling: Labelling) -> list[Statement]:
    """Return statements with the sides of their labels, the reasons for them, and how likely they are.

    What has the words of background stays so where another label is unsure: a stray sentence misleads the reader of an
    account more than one that is missing.
    """
    counts = Counter(label for label in labelling.labels if label not in (JOURNALIST, ALL))
    two = tuple(side for side, _ in counts.most_common(2))
    found = []
    for one, evidence, likeliest, likely in zip(
        read, article.statements, labelling.labels, labelling.probabilities, strict=True
    ):
        stays = one.reason == "background" and likely[likeliest] < SURE
        label = JOURNALIST if stays else likeliest
        found.append(replace(_decided(one, evidence, label, two), probability=likely[label]))
    return found


def _decided(one: Statement, evidence: Evidence, label: str, two: tuple[str, ...]) -> Statement:
    """Return a statement with the sides of a label; what the rules made of it stands where they agree.

    ``two`` are the sides told most, for what both tell.
    """
    both = evidence.joint or (two if "pairs" in evidence.signs and len(two) > 1 else (ALL,))
    sides = () if label == JOURNALIST else both if label == ALL else (label,)
    if one.sides == sides or (label == ALL and len(one.sides) > 1):
        return one
    if label == JOURNALIST:
        outside = evidence.by_outsider
        return replace(one, sides=(), reason="outsider" if outside else "article", cue=evidence.cue if outside else "")
    if label == ALL:
        return replace(one, sides=sides, reason="everyone", cue=evidence.cue)
    other = evidence.named not in ("", label)  # whom it names is not whose account it is
    reason = "named" if evidence.named == label else "quotation" if "quoted" in evidence.signs else "carried"
    return replace(one, sides=sides, reason=reason, cue="" if other else evidence.cue)
