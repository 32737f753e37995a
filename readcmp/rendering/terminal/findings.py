"""The findings that open the screen, and what the reader asked to see besides."""

from __future__ import annotations

from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import Line, hang, wrap
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.watching import watching

HEADING = 24
"""Columns for who mentions a topic: ``Not found in US or RU``."""


def findings(screen: Screen) -> list[Line]:
    """Draw the findings that matter most, as many as the reader wants; none where he wants none."""
    found = screen.comparison.findings
    shown = found[: screen.findings]
    if not shown:
        return []
    rest = len(found) - len(shown)
    title, remark = ("What differs most", f"{len(shown)} of {len(found)}") if rest else ("What differs", "")
    lines = screen.heading(title, remark)
    width = len(str(len(shown))) + 2
    for number, finding in enumerate(shown, start=1):
        text = f"Doubtful: {safe(finding.text)}" if finding.doubtful else safe(finding.text)
        lines += hang(((f"{number}", "quiet"),), wrap(((text, ""),), screen.width - width), width)
    return lines


def watched(screen: Screen) -> list[Line]:
    """Draw the topics that the reader watches for, by who mentions them."""
    found = watching(screen)
    lines = screen.heading("Watched for") if found else []
    for heading, labels in found:
        lines += hang(((heading, "quiet"),), wrap(((", ".join(labels), ""),), screen.width - HEADING), HEADING)
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
