"""The findings that no other part of the screen shows, and what the reader asked to see besides."""

from __future__ import annotations

from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import Line, hang, wrap
from readcmp.rendering.terminal.screen import Screen


def findings(screen: Screen) -> list[Line]:
    """Draw the findings but omissions, which have a part of their own; the weightiest first."""
    found = [finding for finding in screen.comparison.findings if finding.kind != "omission"]
    if not found:
        return []
    lines = screen.heading("Findings")
    for finding in sorted(found, key=lambda f: (-f.weight, f.points, f.text)):
        lines += hang((("•", "quiet"),), wrap(((safe(finding.text), ""),), screen.width - 2), 2)
    return lines


def remainder(screen: Screen) -> list[Line]:
    """Draw what is no part of the accounts, and remarks on the files: for ``verbose``."""
    lines: list[Line] = []
    width = max(len(tag) for tag in screen.tags) + 2
    for n, side in enumerate(screen.comparison.sides):
        texts = [safe(note) for note in side.readout.notes]
        texts += [
            f"{safe(piece.kind)}: {safe(side.readout.text[piece.start : piece.end])}"
            for piece in side.readout.furniture
        ]
        for text in filter(None, texts):
            lines += hang(screen.tag(n), wrap(((text, "quiet"),), screen.width - width), width)
    return [*screen.heading("Left out of the comparison"), *lines] if lines else []
