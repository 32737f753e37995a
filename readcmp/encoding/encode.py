"""Texts to vectors: those that are kept from the cache, the others by the model, all in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readcmp.encoding.adapter import file_in_use, fingerprint
from readcmp.encoding.cache import Cache
from readcmp.encoding.models import MODEL, WIDTH, Model, load, load_adapted
from readcmp.encoding.vectors import quantised, stacked

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors


def encode(
    texts: Mapping[str, Sequence[str]], *, cache: Cache | None = None, model: Callable[[], Model] = load
) -> dict[str, Vectors]:
    """Return the vectors of each side's texts, a row a text, by side id.

    ``texts`` maps side ids to texts; each different one is encoded once, in an order that does not depend on
    that of the sides. ``model`` loads the model and is called only where the ``cache`` lacks a text. Raises
    MissingExtraError where it is needed and not installed.
    """
    wanted = sorted({_plain(text) for several in texts.values() for text in several})
    kept = cache.get(wanted) if cache else {}
    known = {text: vector for text, vector in kept.items() if len(vector) == WIDTH}  # others are damaged
    new = [text for text in wanted if text not in known]
    if new:
        rows = quantised(model().encode([text or "." for text in new]))  # the model gives "" a meaning it has not
        fresh = {text: row.tobytes() for text, row in zip(new, rows, strict=True)}
        if cache:
            cache.put(fresh)
        known |= fresh
    return {side: stacked([known[_plain(text)] for text in several]) for side, several in texts.items()}


def encode_adapted(texts: Mapping[str, Sequence[str]], *, cache: Path | None = None) -> dict[str, Vectors]:
    """Return the vectors of each side's texts by the encoder that was bent towards readouts, a row a text, by side id.

    ``cache`` is the file in which they are kept, under a name that tells these corrections from others.
    """
    file = file_in_use()
    kept = Cache(cache, f"{MODEL}+{fingerprint(file)}") if cache else None
    return encode(texts, cache=kept, model=partial(load_adapted, file))


def _plain(text: str) -> str:
    """Return the text with single spaces for line breaks and the like, which mean nothing."""
    return " ".join(text.split())
