"""Logistic regression with a quadratic penalty, in which a feature may be held to speak for or against only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

Rows = np.ndarray[Any, np.dtype[np.float64]]


def fit(
    rows: Rows, right: Rows, shares: Rows, *, signs: Sequence[int] | None = None, penalty: float = 0.0
) -> tuple[float, Rows]:
    """Return the bias and the coefficient of each column.

    ``right`` is 1 or 0 for each row and ``shares`` what the row counts. ``signs`` say of each column whether it may
    only speak for (1), only against (-1), or either way (0). ``penalty`` is put on coefficients of columns of spread 1.
    """
    shares = shares * (len(shares) / shares.sum())
    scale = rows.std(axis=0)
    scale[scale < 1e-9] = 1.0
    x = rows / scale

    def loss(params: Rows) -> tuple[float, Rows]:
        odds = params[0] + x @ params[1:]
        wrong = shares * (1 / (1 + np.exp(-odds)) - right)
        value = float((shares * (np.logaddexp(0, odds) - right * odds)).sum() + penalty / 2 * (params[1:] ** 2).sum())
        return value, np.concatenate([[wrong.sum()], x.T @ wrong + penalty * params[1:]])

    ranges = {-1: (None, 0.0), 0: (None, None), 1: (0.0, None)}
    bounds = [(None, None), *(ranges[sign] for sign in signs or [0] * rows.shape[1])]
    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), np.asarray(found.x[1:] / scale)


def logistic(odds: Rows) -> Rows:
    """Return the probabilities of log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -500, 500))))
