"""Two versions in Markdown: what was left out struck through, what is new in bold."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.escape import begun, escape, piece, strong
from readcmp.rendering.versions.blocks import Block, Pieces, VersionsReport
from readcmp.version import VERSION


def document(report: VersionsReport) -> str:
    """Return the whole document, ending in a line break."""
    return joined(_parts(report)) + "\n"


def _parts(report: VersionsReport) -> Iterator[str]:
    yield f"# {escape(report.title)}"
    yield items((f"**Old:** {escape(report.versions[0])}", f"**New:** {escape(report.versions[1])}"))
    yield escape(report.summary)
    for block in report.blocks:
        yield f"### {escape(block.label[:1].upper() + block.label[1:])}"
        yield "\n".join(_lines(block))
    yield "---"
    yield f"Made with readcmp {VERSION}. **Bold**: words that the other version lacks."


def _lines(block: Block) -> Iterator[str]:
    for name, pieces in (("Old", block.old), ("New", block.new)):
        if pieces:
            yield f"- **{name}** {_marked(pieces)}"
    if block.what:
        yield f"- Changes {escape(block.what)}"


def _marked(pieces: Pieces) -> str:
    if len(pieces) == 1:
        return begun(piece(pieces[0][0]))
    return begun("".join(strong(words) if mark else piece(words) for words, mark in pieces))
