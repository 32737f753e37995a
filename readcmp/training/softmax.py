"""Multinomial logistic regression with a quadratic penalty: which of some classes a row belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

Rows = np.ndarray[Any, np.dtype[np.float64]]


def log_softmax(odds: Rows) -> Rows:
    """Return log-odds, a row a case, as log-probabilities."""
    odds = odds - odds.max(axis=1, keepdims=True)
    likely: Rows = odds - np.log(np.exp(odds).sum(axis=1, keepdims=True))
    return likely


def fit_layer(
    x: Any,  # noqa: ANN401 - a matrix, sparse or not
    shared: Rows,
    wanted: Rows,
    *,
    penalty: float,
    weak: float,
    rounds: int,
) -> tuple[Rows, Rows, Rows]:
    """Fit a column of weights for each class, its bias, and what features count that belong to a case and a class.

    ``x`` has a row a case, ``shared`` (case, class, feature) the features of each class, ``wanted`` the parts in
    which a case belongs to the classes; ``penalty`` is that on the weights, ``weak`` that on all else.
    """
    size, kinds, more = x.shape[1], wanted.shape[1], shared.shape[2]
    turned = x.T.tocsr() if hasattr(x, "tocsr") else x.T
    parts = (size * kinds, size * kinds + kinds)

    def loss(params: Rows) -> tuple[float, Rows]:
        weights, bias, worth = params[: parts[0]].reshape(size, kinds), params[parts[0] : parts[1]], params[parts[1] :]
        likely = log_softmax(x @ weights + bias + shared @ worth)
        wrong = np.exp(likely) * wanted.sum(axis=1, keepdims=True) - wanted
        value = -(wanted * likely).sum() + penalty / 2 * (weights**2).sum()
        value += weak / 2 * ((bias**2).sum() + (worth**2).sum())
        slope = [
            (turned @ wrong + penalty * weights).ravel(),
            wrong.sum(axis=0) + weak * bias,
            np.tensordot(wrong, shared, ((0, 1), (0, 1))) + weak * worth,
        ]
        return float(value), np.concatenate(slope)

    start = np.zeros(parts[1] + more)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    return best[: parts[0]].reshape(size, kinds), best[parts[0] : parts[1]], best[parts[1] :]


def fit_mixture(parts: Sequence[Rows], shared: Rows, wanted: Rows, *, weak: float) -> tuple[Rows, Rows]:
    """Fit what each of several log-probabilities counts, and the features of a case and a class beside them."""
    count = len(parts)

    def loss(params: Rows) -> tuple[float, Rows]:
        odds = shared @ params[count:]
        for weight, part in zip(params[:count], parts, strict=True):
            odds = odds + weight * part
        likely = log_softmax(odds)
        wrong = np.exp(likely) * wanted.sum(axis=1, keepdims=True) - wanted
        value = -(wanted * likely).sum() + weak / 2 * (params[count:] ** 2).sum()
        slope = [np.array([(wrong * part).sum() for part in parts])]
        slope.append(np.tensordot(wrong, shared, ((0, 1), (0, 1))) + weak * params[count:])
        return float(value), np.concatenate(slope)

    start = np.concatenate([np.full(count, 1 / count), np.zeros(shared.shape[2])])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return best[:count], best[count:]
