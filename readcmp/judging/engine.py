"""The engine ``llm``: a model of the user's own choice, its calibration and the answers that are kept of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from readcmp.aligning import Alignment
from readcmp.aligning.explain import resolve_target
from readcmp.aligning.link_model import Choice
from readcmp.annotation.contents import Contents
from readcmp.errors import UsageError
from readcmp.judging.align import judge_alignment
from readcmp.judging.asking import Asking, in_order, requests_for
from readcmp.judging.cache import AnswerCache
from readcmp.judging.calibration import UNCALIBRATED, Calibration, read_calibration
from readcmp.judging.explain import JudgedAccount, explain_judged
from readcmp.judging.library import LISTED, TIMEOUT, load
from readcmp.judging.prompt import INSTRUCTION
from readcmp.lexicon import TopicEntry
from readcmp.model import Side

LONGEST = 86_400
"""Seconds that a model may be given to answer."""

Ends = tuple[str, str]


class Judge(Struct, frozen=True):
    """A model that is asked which points match, and what its sureness comes to."""

    asking: Asking
    calibration: Calibration

    @property
    def model(self) -> str:
        """The name of the model, an alias resolved."""
        return self.asking.model.id

    def align(
        self,
        sides: Sequence[Side],
        topics: Mapping[str, TopicEntry],
        *,
        weights: Choice,
        apart: frozenset[Ends] = frozenset(),
        contents: Contents | None = None,
    ) -> Alignment:
        """Find the points of different sides that the model takes for one matter; see ``judge_alignment``."""
        return judge_alignment(
            sides,
            topics,
            asking=self.asking,
            calibration=self.calibration,
            weights=weights,
            apart=apart,
            contents=contents,
        )

    def explain(
        self, sides: Sequence[Side], topics: Mapping[str, TopicEntry], target: str, *, weights: Choice
    ) -> tuple[JudgedAccount, ...]:
        """Account for a point or a pair as ``explain_judged`` does."""
        ends = resolve_target(sides, target)  # before anything is sent
        return explain_judged(
            sides, topics, ends, surenesses=self.surenesses(sides), calibration=self.calibration, weights=weights
        )

    def surenesses(self, sides: Sequence[Side]) -> dict[Ends, float]:
        """Return the sureness of every pair that the model names, by ids in the order of the sides."""
        return {
            (side.points[i].id, other.points[j].id): value
            for side, other in combinations(sides, 2)
            for (i, j), value in self.asking.surenesses(side, other).items()
        }

    def usage(self) -> dict[str, int | None]:
        """Return how many requests were made, how many answers were kept, and the tokens where they are known."""
        return self.asking.usage.figures()


def judge_of(
    model: str | None,
    *,
    calibration: Path | None = None,
    strictness: str = "",
    timeout: float | None = None,
    cache: Path | None = None,
) -> Judge:
    """Return the judge that a user names. Raises UsageError, MissingExtraError, ModelError or InputError."""
    if timeout is not None and not (isinstance(timeout, (int, float)) and 0 < timeout <= LONGEST):
        raise UsageError(f"a model cannot be given {timeout!r} seconds", hint=f"give a number up to {LONGEST}")
    asked = load(name_of(model), TIMEOUT if timeout is None else timeout)
    tuned = UNCALIBRATED if calibration is None else read_calibration(calibration, asked.id)
    kept = AnswerCache(cache, asked.id) if cache else None
    return Judge(Asking(asked, kept), tuned.as_asked(strictness))


def name_of(model: str | None) -> str:
    """Return the name of the model; UsageError where none is given."""
    if not model:
        raise UsageError("the engine 'llm' needs a model", hint=f"name one with --model; {LISTED}")
    return model


def prompts_of(sides: Sequence[Side]) -> list[str]:
    """Return all that would be sent for these sides, a text a request; nothing is sent."""
    every = [request for a, b in combinations(sides, 2) for request in requests_for(*in_order(a, b))]
    return [f"{INSTRUCTION}\n{request}" for request in every]
