"""Linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001) fitted with a quadratic penalty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Rows = np.ndarray[Any, np.dtype[np.float64]]
Entry = tuple[int, int, int, float]

NEVER = -1e4
"""The log-odds of what cannot be."""


class Chain(Struct, frozen=True):
    """One sequence: the features of each label in each place, and of each kind of step to each place.

    ``features`` and ``contexts`` are entries of a place, a label or a kind of step, a feature and its value. ``steps``
    has the kind of step from each label to each, ``right`` the labels in each place that are right, all of them where
    nobody knows. ``counts`` is what the sequence counts.
    """

    places: int
    labels: int
    features: Sequence[Entry]
    contexts: Sequence[Entry]
    steps: Sequence[Sequence[int]]
    right: Sequence[Sequence[int]]
    counts: float = 1.0


def fit_chains(chains: Sequence[Chain], *, features: int, kinds: int, penalty: float, rounds: int) -> Rows:
    """Return a coefficient for each of so many features; ``kinds`` is how many kinds of steps there are."""
    field = _Field(chains, features, kinds)
    found = minimize(
        field.loss, np.zeros(features), args=(penalty,), jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    )
    return np.asarray(found.x)


class _Field:
    """All chains at once, filled up to the length of the longest and to the most labels."""

    def __init__(self, chains: Sequence[Chain], features: int, kinds: int) -> None:
        self.shape = (len(chains), max(one.places for one in chains), max(one.labels for one in chains))
        self.kinds = kinds
        self.counts = np.array([one.counts for one in chains])
        self.possible, self.right = np.full(self.shape, NEVER), np.full(self.shape, NEVER)
        self.steps = np.zeros((len(chains), self.shape[2], self.shape[2]), int)
        for n, one in enumerate(chains):
            self.possible[n, : one.places, : one.labels] = 0
            self.possible[n, one.places :, 0] = self.right[n, one.places :, 0] = 0
            for place, labels in enumerate(one.right):
                self.right[n, place, list(labels)] = 0
            self.steps[n, : one.labels, : one.labels] = one.steps
        self.of_labels = self._table([one.features for one in chains], self.shape[2], features)
        self.of_steps = self._table([one.contexts for one in chains], kinds, features)

    def _table(self, entries: Sequence[Sequence[Entry]], width: int, features: int) -> Any:  # noqa: ANN401 - scipy has no types
        rows = [(n * self.shape[1] + place) * width + i for n, some in enumerate(entries) for place, i, _, _ in some]
        columns = [feature for some in entries for _, _, feature, _ in some]
        values = [value for some in entries for *_, value in some]
        size = (self.shape[0] * self.shape[1] * width, features)
        return csr_matrix((values, (rows, columns)), shape=size)

    def loss(self, coefficients: Rows, penalty: float) -> tuple[float, Rows]:
        """Return the penalised negative log-likelihood of the right labels, and its gradient."""
        odds = (self.of_labels @ coefficients).reshape(self.shape) + self.possible
        worth = (self.of_steps @ coefficients).reshape(*self.shape[:2], self.kinds)
        total, labels, steps = self._expected(odds, worth)
        told, right_labels, right_steps = self._expected(odds + self.right, worth)
        value = penalty / 2 * float(coefficients @ coefficients) + float((self.counts * (total - told)).sum())
        labels, steps = ((labels - right_labels) * self._each, (steps - right_steps) * self._each)
        slope = penalty * coefficients + self.of_labels.T @ labels.ravel() + self.of_steps.T @ steps.ravel()
        return value, slope

    @property
    def _each(self) -> Rows:
        return self.counts[:, None, None]

    def _expected(self, odds: Rows, worth: Rows) -> tuple[Rows, Rows, Rows]:
        """Return the log of each chain's sum over its sequences, and how often labels and steps are in them."""
        count, places, labels = self.shape
        each = np.arange(count)[:, None, None]
        moves = np.stack([worth[:, place][each, self.steps] for place in range(places)])
        ahead, back = np.empty((places, count, labels)), np.zeros((places, count, labels))
        ahead[0] = odds[:, 0]
        for place in range(1, places):
            ahead[place] = odds[:, place] + _log_sum(ahead[place - 1][:, :, None] + moves[place], 1)
        for place in range(places - 2, -1, -1):
            back[place] = _log_sum(moves[place + 1] + (odds[:, place + 1] + back[place + 1])[:, None, :], 2)
        total = _log_sum(ahead[-1], 1)
        likely = np.exp(ahead + back - total[None, :, None]).transpose(1, 0, 2)
        taken = np.zeros((count, places, self.kinds))
        for place in range(1, places):
            both = ahead[place - 1][:, :, None] + moves[place] + (odds[:, place] + back[place])[:, None, :]
            share = np.exp(both - total[:, None, None])
            for kind in range(self.kinds):
                taken[:, place, kind] = (share * (self.steps == kind)).sum((1, 2))
        return total, likely, taken


def _log_sum(values: Rows, axis: int) -> Rows:
    top = values.max(axis=axis, keepdims=True)
    return np.asarray(np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis)))
