"""The differences of a report: each with its kicker, headline and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.report.merging import merge
from readcmp.rendering.report.parts import Difference
from readcmp.rendering.report.quotes import quotes_of
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View


def differences_of(view: View) -> Iterator[Difference]:
    """Return what the accounts differ in, the weightiest first."""
    for merged in merge(view):
        finding = merged.finding
        quoted = any(quote.side == finding.side for quote in finding.quotes)
        yield Difference(
            finding.kind,
            merged.kicker,
            merged.headline,
            tuple(quotes_of(view, finding, merged.silent)),
            tuple(point for point in finding.points if point in view.points),
            finding.topic,
            () if quoted else merged.silent,
            finding.doubtful,
        )


def left_out_of(view: View) -> Iterator[tuple[int, str]]:
    """Return what is no part of the accounts, and remarks on the files, each with the place of its side."""
    for n, side in enumerate(view.comparison.sides):
        texts = [safe(note) for note in side.readout.notes]
        texts += [
            f"{safe(piece.kind)}: {safe(side.readout.text[piece.start : piece.end])}"
            for piece in side.readout.boilerplate
        ]
        extraction = side.readout.extraction
        texts += [f"{safe(piece.kind)}: {safe(piece.text)}" for piece in (extraction.left_out if extraction else ())]
        yield from ((n, text) for text in texts if text)
