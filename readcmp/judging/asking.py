"""One pair of accounts put to a model: from the cache, or asked for again and in smaller parts until it is answered."""

from __future__ import annotations

import time

from msgspec import Struct

from readcmp.errors import ModelError
from readcmp.judging.answers import AnswerError, CutOffError, Pair, form_answer, parse_answer
from readcmp.judging.cache import AnswerCache
from readcmp.judging.library import Model, PassingError, TooLongError
from readcmp.judging.prompt import AGAIN, INSTRUCTION, NAMES, prompt_of, rows_of
from readcmp.judging.windows import Window, halves, windows
from readcmp.model import Side

TRIES = 3
"""How often one request is made before it is given up."""

PAUSE = 2.0
"""Seconds before a request is made a second time where the model could not be reached; then twice as long."""


class Usage(Struct):
    """What was used: requests made, answers taken from the cache, tokens where the library tells them."""

    requests: int = 0
    cached: int = 0
    read: int | None = None
    written: int | None = None

    def add(self, read: int | None, written: int | None) -> None:
        """Count one request and its tokens."""
        self.requests += 1
        if read is not None:
            self.read = (self.read or 0) + read
        if written is not None:
            self.written = (self.written or 0) + written

    def figures(self) -> dict[str, int | None]:
        """Return the counts by name."""
        return {
            "requests": self.requests, "cached": self.cached, "input_tokens": self.read, "output_tokens": self.written,
        }  # fmt: skip


def in_order(side: Side, other: Side) -> tuple[Side, Side]:
    """Return two sides in the order in which they are put to a model: that of their texts, whoever came first."""

    def key(one: Side) -> tuple[list[str], str]:
        return [point.text for point in one.points], one.id

    return (side, other) if key(side) <= key(other) else (other, side)


def requests_for(side: Side, other: Side) -> list[str]:
    """Return the requests that two sides, in order, come to."""
    rows = _rows(side, other)
    return [_request(rows, window) for window in _windows(rows)]


class Asking:
    """A model, the answers that are kept of it, and what was used of it."""

    def __init__(self, model: Model, cache: AnswerCache | None = None) -> None:
        self.model = model
        self.usage = Usage()
        self._cache = cache

    def surenesses(self, side: Side, other: Side) -> dict[Pair, float]:
        """Return how sure the model is of the pairs that it names, by the indexes of the points of two sides.

        A pair that stands in several windows has its highest sureness. Raises ModelError where any part of the answer
        does not come.
        """
        first, second = in_order(side, other)
        rows = _rows(first, second)
        best: dict[Pair, float] = {}
        waiting = _windows(rows)
        while waiting:
            window = waiting.pop(0)
            try:
                answer = self._answer(rows, window)
            except (TooLongError, _CutOffError):
                if not (parts := halves(window)):
                    raise
                waiting = [*parts, *waiting]
                continue
            for pair, value in answer.items():
                best[pair] = max(best.get(pair, 0.0), value)
        return best if first is side else {(i, j): value for (j, i), value in best.items()}

    def _answer(self, rows: tuple[list[str], list[str]], window: Window) -> dict[Pair, float]:
        request = _request(rows, window)
        kept = self._cache.get(INSTRUCTION, request) if self._cache else None
        if kept is not None:
            try:
                answer = parse_answer(kept, window)
            except AnswerError:
                pass  # damaged
            else:
                self.usage.cached += 1
                return answer
        answer = self._asked(request, window)
        if self._cache:
            self._cache.put(form_answer(answer), INSTRUCTION, request)
        return answer

    def _asked(self, request: str, window: Window) -> dict[Pair, float]:
        wrong: AnswerError | None = None
        for tried in range(1, TRIES + 1):
            text = f"{request}\n{AGAIN.format(wrong.what)}\n" if wrong else request
            try:
                reply = self.model.ask(INSTRUCTION, text)
            except PassingError:
                if tried == TRIES:
                    raise
                time.sleep(PAUSE * 2 ** (tried - 1))
                continue
            self.usage.add(reply.read, reply.written)
            try:
                return parse_answer(reply.text, window)
            except CutOffError as error:
                raise _CutOffError(
                    f"the model {self.model.id} answered with {error}", hint="name one that writes longer answers"
                ) from error
            except AnswerError as error:
                wrong = error
        raise ModelError(
            f"the model {self.model.id} answered {TRIES} times with what cannot be used, at last with {wrong}",
            hint="try again, or name another model",
        )


class _CutOffError(ModelError):
    """An answer that was cut off."""


def _rows(side: Side, other: Side) -> tuple[list[str], list[str]]:
    return rows_of(side.points, NAMES[0]), rows_of(other.points, NAMES[1])


def _windows(rows: tuple[list[str], list[str]]) -> list[Window]:
    a, b = ([len(row) for row in several] for several in rows)
    return windows(a, b)


def _request(rows: tuple[list[str], list[str]], window: Window) -> str:
    a, b = (several[part.start : part.stop] for several, part in zip(rows, window, strict=True))
    return prompt_of(a, b)
