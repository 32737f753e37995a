"""The brief: one page in bins, told by both, told differently, claimed by one, possibly in both, ready to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readcmp.model import QUIET_TOPICS, Comparison, Finding
from readcmp.rendering.clusters import Cluster, by_topic, clusters
from readcmp.rendering.header import cautions, date_of, means_of, rows_of, title_of
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.escape import escape, link, strong
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import WATCH_LIST, in_both, only_in, possibly, trimmed
from readcmp.version import VERSION

MOST = 6
"""So many entries stand in a bin, the weightiest, and for each side in the last; a page has no room for more."""

ABOUT_BOTH = frozenset({"name"})
"""Kinds of findings that quote both sides, though only one of them has what is found."""

ROOM = 110
"""How much of a passage is quoted that both tell, in code points."""

CAUTION = "“Not found” is all that a program can know; read both accounts before you write that one is silent."


def brief(comparison: Comparison) -> str:
    """Give the brief as Markdown, ending in a line break; nothing but the comparison decides it."""
    return joined(_parts(View(comparison))) + "\n"


def _parts(view: View) -> Iterator[str]:
    date = date_of(view)
    yield f"# {escape(f'{title_of(view)}, {date}' if date else title_of(view))}"
    yield items(_accounts(view))
    yield from map(escape, cautions(view))
    sure = [finding for finding in view.comparison.findings if not finding.doubtful]
    differently = [finding for finding in sure if finding.side is None or finding.kind in ABOUT_BOTH]
    yield f"## {in_both(view.count)}"
    yield from _told_by_both(view, {frozenset(finding.points) for finding in differently})
    yield "## Reported differently"
    yield from _bin(differently, MOST) if differently else ["No passage was found that they report differently."]
    yield "## In one account only"
    yield from _claimed(view, [finding for finding in sure if finding not in differently])
    doubts = [finding for finding in view.comparison.findings if finding.doubtful]
    if doubts:
        yield f"## {possibly(view.count)}"
        yield from _bin(doubts, MOST)
    if view.comparison.watched:
        yield f"## {WATCH_LIST}"
        yield items(f"{strong(heading)}: {escape(', '.join(labels))}" for heading, labels in watching(view))
    yield "---"
    yield f"Made with readcmp {VERSION}, {escape(means_of(view))}. {CAUTION}"


def _accounts(view: View) -> Iterator[str]:
    """Give a line for each account, and for each thing that one says of the contact itself."""
    known = {row.label: row.cells for row in rows_of(view)}
    for n, side in enumerate(view.comparison.sides):
        parts = [known[label][n] for label in ("Published", "Text") if label in known]
        source = link(side.readout.url)
        line = f"{strong(view.tags[n])} {escape('; '.join([safe(side.readout.label), *filter(None, parts)]))}"
        yield f"{line}; {source}" if source else line
    for row in rows_of(view):
        if row.label not in ("Title", "Published", "Text"):
            cells = (f"{tag} {cell or row.absent}" for tag, cell in zip(view.tags, row.cells, strict=True))
            yield escape(f"{row.label}: {'; '.join(cells)}")


def _told_by_both(view: View, differently: set[frozenset[str]]) -> Iterator[str]:
    """Give the matters of likely links but those that are told differently, those with most room first."""
    rows = [(topic, row) for topic, same in by_topic(view, clusters(view, view.likely)) for row in same]
    found = [
        (topic, row)
        for topic, row in rows
        if topic not in QUIET_TOPICS and not any(pair <= frozenset().union(*row.sides) for pair in differently)
    ]
    if not found:
        yield "No strong or likely match reads alike in both."
        return
    yield items(f"{_label(view, topic)}{_passages(view, row)}" for topic, row in found[:MOST])
    yield f"{len(found) - MOST} more in the full comparison." if len(found) > MOST else ""


def _label(view: View, topic: str | None) -> str:
    return f"{strong(view.label(topic))}: " if topic else ""


def _passages(view: View, row: Cluster) -> str:
    quoted = []
    for n, points in enumerate(row.sides):
        if points:
            point = view.points[max(points, key=lambda p: (row.score(p), len(view.points[p].text), p))]
            lead = f"{safe(point.lead)} … " if point.lead else ""
            quoted.append(f"{view.tags[n]} “{_cut(lead + trimmed(point.text))}”")
    return escape("; ".join(quoted) + ".")


def _cut(text: str) -> str:
    text = text.rstrip(" .。")
    return text if len(text) <= ROOM else f"{text[:ROOM].rsplit(' ', 1)[0].rstrip(' ,;')} …"


def _bin(found: list[Finding], most: int) -> Iterable[str]:
    yield items(escape(finding.text) for finding in found[:most])
    if len(found) > most:
        yield f"{len(found) - most} more in the full comparison."


def _claimed(view: View, found: list[Finding]) -> Iterator[str]:
    """Give, side by side, what each claims alone; who tells is the one that is compared with the silent side."""
    for n, side in enumerate(view.comparison.sides):
        own = [f for f in found if f.side != side.id and side.id in f.between]
        if own:
            yield strong(only_in(view.tags[n]))
            yield from _bin(own, MOST)
    if not found:
        yield "No passage was found in one account only."
