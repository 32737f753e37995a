"""How good the comparison is, against readouts marked by hand: link, omission, topic, mark and cut figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from readcmp.evaluation.gold import GoldPair, read_gold
from readcmp.evaluation.metrics import Scores
from readcmp.evaluation.scoring import judge
from readcmp.model import Comparison, Readout

__all__ = ["GoldPair", "Result", "Scores", "evaluate", "judge", "read_gold"]


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of each pair, by its name, and of all pairs together (micro averages)."""

    pairs: tuple[tuple[str, Scores], ...]
    together: Scores


def evaluate(
    folder: Path, compare: Callable[[Sequence[Readout]], Comparison], *, tag: str = "", only: str = ""
) -> Result:
    """Compare every gold pair below ``folder`` with ``compare`` and judge what comes out.

    ``tag`` keeps the pairs that bear it, ``only`` those whose name contains it. Raises InputError where there is
    no gold or a file of it cannot be used.
    """
    together = Scores()
    results = []
    for pair in read_gold(folder, tag=tag, only=only):
        one = judge(pair, compare(pair.readouts))
        together.add(one)
        results.append((pair.name, one))
    return Result(tuple(results), together)
