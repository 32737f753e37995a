"""From a file or a stream to a ``Readout``: bytes, front matter, whose it is, what is no part of the account."""

from __future__ import annotations

from readcmp.loading.boilerplate import matter_spans
from readcmp.loading.quoting import text_without_quoting
from readcmp.loading.reading import load, load_all, load_text

__all__ = ["load", "load_all", "load_text", "matter_spans", "text_without_quoting"]
