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

IMPOSSIBLE = -1e4
"""The score of what cannot be."""


class Chain(Struct, frozen=True):
    """One sequence: the features of each label in each position, and of each kind of transition to each position."""

    positions: int
    """How many positions it has."""
    labels: int
    """How many labels each position may have."""
    features: Sequence[Entry]
    """Entries of a position, a label, a feature and its value."""
    transition_features: Sequence[Entry]
    """Entries of a position, a kind of transition to it, a feature and its value."""
    kinds: Sequence[Sequence[int]]
    """The kind of transition from each label to each."""
    right: Sequence[Sequence[int]]
    """The labels in each position that are right; all of them where nobody knows."""
    weight: float = 1.0
    """How much the sequence counts in the loss."""


def fit_chains(chains: Sequence[Chain], *, features: int, kinds: int, l2: float, iterations: int) -> Rows:
    """Return a coefficient for each of so many features; ``kinds`` is how many kinds of transitions there are."""
    field = Field(chains, features, kinds)
    found = minimize(
        field.loss, np.zeros(features), args=(l2,), jac=True, method="L-BFGS-B", options={"maxiter": iterations}
    )
    return np.asarray(found.x)


class Field:
    """All chains at once, filled up to the length of the longest and to the most labels."""

    def __init__(self, chains: Sequence[Chain], features: int, kinds: int) -> None:
        """Lay out chains that have so many features and kinds of transitions together."""
        count, positions, labels = len(chains), max(c.positions for c in chains), max(c.labels for c in chains)
        self._shape = (count, positions, labels)
        self._weights = np.array([one.weight for one in chains])[:, None, None]
        self._possible, self._right = np.full(self._shape, IMPOSSIBLE), np.full(self._shape, IMPOSSIBLE)
        self._kinds = np.zeros((count, labels, labels), int)
        for n, one in enumerate(chains):
            self._possible[n, : one.positions, : one.labels] = 0
            self._possible[n, one.positions :, 0] = self._right[n, one.positions :, 0] = 0
            for position, right in enumerate(one.right):
                self._right[n, position, list(right)] = 0
            self._kinds[n, : one.labels, : one.labels] = one.kinds
        self._is_kind = [self._kinds == kind for kind in range(kinds)]
        self._of_labels = self._table([one.features for one in chains], labels, features)
        self._of_transitions = self._table([one.transition_features for one in chains], kinds, features)

    def _table(self, entries: Sequence[Sequence[Entry]], width: int, features: int) -> Any:  # noqa: ANN401 - scipy has no types
        rows = [(n * self._shape[1] + at) * width + i for n, some in enumerate(entries) for at, i, _, _ in some]
        columns = [feature for some in entries for _, _, feature, _ in some]
        values = [value for some in entries for *_, value in some]
        return csr_matrix((values, (rows, columns)), shape=(self._shape[0] * self._shape[1] * width, features))

    def loss(self, coefficients: Rows, l2: float) -> tuple[float, Rows]:
        """Return the penalised negative log-likelihood of the right labels, and its gradient."""
        scores = (self._of_labels @ coefficients).reshape(self._shape) + self._possible
        steps = (self._of_transitions @ coefficients).reshape(*self._shape[:2], len(self._is_kind))
        each = np.arange(self._shape[0])[:, None, None]
        moves = np.stack([steps[:, position][each, self._kinds] for position in range(self._shape[1])])
        log_sum, labels, kinds = self._expected(scores, moves)
        log_sum_of_right, right_labels, right_kinds = self._expected(scores + self._right, moves)
        value = l2 / 2 * float(coefficients @ coefficients)
        value += float((self._weights[:, 0, 0] * (log_sum - log_sum_of_right)).sum())
        gradient = l2 * coefficients
        gradient = gradient + self._of_labels.T @ ((labels - right_labels) * self._weights).ravel()
        return value, gradient + self._of_transitions.T @ ((kinds - right_kinds) * self._weights).ravel()

    def _expected(self, scores: Rows, moves: Rows) -> tuple[Rows, Rows, Rows]:
        """Return the log of each chain's sum over its sequences, and how often labels and kinds are in them."""
        count, positions, labels = self._shape
        forward, backward = np.empty((positions, count, labels)), np.zeros((positions, count, labels))
        forward[0] = scores[:, 0]
        for at in range(1, positions):
            forward[at] = scores[:, at] + _log_sum(forward[at - 1][:, :, None] + moves[at], 1)
        for at in range(positions - 2, -1, -1):
            backward[at] = _log_sum(moves[at + 1] + (scores[:, at + 1] + backward[at + 1])[:, None, :], 2)
        log_sum = _log_sum(forward[-1], 1)
        likely = np.exp(forward + backward - log_sum[None, :, None]).transpose(1, 0, 2)
        taken = np.zeros((count, positions, len(self._is_kind)))
        for at in range(1, positions):
            both = forward[at - 1][:, :, None] + moves[at] + (scores[:, at] + backward[at])[:, None, :]
            share = np.exp(both - log_sum[:, None, None])
            for kind, there in enumerate(self._is_kind):
                taken[:, at, kind] = (share * there).sum((1, 2))
        return log_sum, likely, taken


def _log_sum(values: Rows, axis: int) -> Rows:
    top = values.max(axis=axis, keepdims=True)
    return np.asarray(np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis)))
