"""Why a point is linked as it is where a model judged it: its sureness, and beside it what the features say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from readcmp.aligning.explain import LINK, LOW, POSSIBLE, Account, account_for, asked
from readcmp.aligning.link_model import Choice
from readcmp.aligning.neighbours import Pair
from readcmp.aligning.scoring import ScoredPairs, score_pairs
from readcmp.judging.calibration import Calibration
from readcmp.lexicon import TopicEntry
from readcmp.model import Side

Ends = tuple[str, str]


class JudgedAccount(Struct, frozen=True):
    """The account of one pair: how ``sure`` the model is, 0 where it did not name the pair, and the score of that.

    ``verdict`` is one of the words of ``readcmp.aligning.explain``, ``bar`` the score that a link needs; ``beside`` is
    what the features say, which decides nothing here.
    """

    a: str
    b: str
    sure: float
    score: float
    verdict: str
    bar: float
    beside: Account


def explain_judged(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    ends: Sequence[str],
    *,
    surenesses: Mapping[Ends, float],
    calibration: Calibration,
    weights: Choice,
) -> tuple[JudgedAccount, ...]:
    """Account for a point, by its id, with its best pairs, or for a pair with its rivals; the surest come first.

    ``surenesses`` is what the model named, by the ids of the points; of pairs that it did not name, those come that the
    features hold for best.
    """
    accounts: list[JudgedAccount] = []
    for met in score_pairs(sides, topics, weights=weights):
        sure = _by_index(met, surenesses)
        ranks = {pair: (sure.get(pair, 0.0), met.scores.get(pair, 0.0)) for pair in sure.keys() | met.scores.keys()}
        accounts += [_account(met, pair, sure.get(pair, 0.0), calibration) for pair in asked(met, ends, ranks)]
    return tuple(accounts)


def _by_index(met: ScoredPairs, surenesses: Mapping[Ends, float]) -> dict[Pair, float]:
    ours = {point.id: i for i, point in enumerate(met.side.points)}
    theirs = {point.id: j for j, point in enumerate(met.other.points)}
    return {(ours[a], theirs[b]): sure for (a, b), sure in surenesses.items() if a in ours and b in theirs}


def _account(met: ScoredPairs, pair: Pair, sure: float, calibration: Calibration) -> JudgedAccount:
    beside = account_for(met, pair)
    score = calibration.score(sure)
    verdict = LINK if score >= calibration.link else POSSIBLE if score >= calibration.possible else LOW
    return JudgedAccount(beside.a, beside.b, sure, score, verdict, calibration.link, beside)
