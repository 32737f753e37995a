"""How good the comparison is, against readouts marked by hand: link, omission, topic, mark and cut figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from readcmp.evaluation.gold import read_gold
from readcmp.evaluation.metrics import Scores
from readcmp.evaluation.pairs import GoldPair
from readcmp.evaluation.scoring import score_pair
from readcmp.model import Comparison, Readout

__all__ = ["GoldPair", "Result", "Scores", "evaluate", "read_gold", "score_pair"]


class Result(Struct, frozen=True):
    """The figures of each pair, by its name, and of all pairs together (micro averages).

    ``pinned`` are the names and figures of pairs that have but pins, ``pinned_together`` those of all of them;
    ``unsure_only`` says that in any of them only what the program was unsure of was asked about.
    """

    pairs: tuple[tuple[str, Scores], ...]
    together: Scores
    pinned: tuple[tuple[str, Scores], ...] = ()
    pinned_together: Scores = field(default_factory=lambda: Scores(partial=True))
    unsure_only: bool = False


def evaluate(
    folder: Path, compare: Callable[[Sequence[Readout]], Comparison], *, tag: str = "", only: str = ""
) -> Result:
    """Compare every gold pair below ``folder`` with ``compare`` and judge what comes out.

    ``tag`` keeps the pairs that bear it, ``only`` those whose name contains it. Raises InputError where there is
    no gold or a file of it cannot be used.
    """
    whole, part = Scores(), Scores(partial=True)
    marked: list[tuple[str, Scores]] = []
    pinned: list[tuple[str, Scores]] = []
    unsure_only = False
    for pair in read_gold(folder, tag=tag, only=only, pinned=True):
        one = score_pair(pair, compare(pair.readouts))
        (whole if pair.asked is None else part).add(one)
        (marked if pair.asked is None else pinned).append((pair.name, one))
        unsure_only |= pair.unsure_only
    return Result(tuple(marked), whole, tuple(pinned), part, unsure_only)
