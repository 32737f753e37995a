"""The watch list in words: which of the topics that the reader expected no side mentions, which one, which all."""

from __future__ import annotations

from readcmp.rendering.safe import safe
from readcmp.rendering.view import View


def watching(view: View) -> list[tuple[str, list[str]]]:
    """Give who mentions what as pairs of a heading and topic labels, what nobody mentions first."""
    groups: dict[tuple[int, ...], list[str]] = {}
    ids = [side.id for side in view.comparison.sides]
    for topic in view.comparison.watched:
        tellers = tuple(n for n, side in enumerate(ids) if topic.sides.get(side))
        groups.setdefault(tellers, []).append(safe(topic.label))
    ordered = sorted(groups.items(), key=lambda group: (len(group[0]), group[0]))
    return [(_heading(view, tellers), labels) for tellers, labels in ordered]


def _heading(view: View, tellers: tuple[int, ...]) -> str:
    names = [view.tags[n] for n in tellers]
    unread = {n for n, side in enumerate(view.comparison.sides) if side.id in view.comparison.unanalysed} - {*tellers}
    if unread:  # that nothing was found there says nothing
        read = [tag for n, tag in enumerate(view.tags) if n not in unread]
        return f"Found in {' and '.join(names)}" if names else f"Not found in {' or '.join(read) or 'any account'}"
    if not names:
        return f"Not found in {' or '.join(view.tags)}"
    if len(names) == view.count:
        return "Found in both" if view.count == 2 else "Found in all"
    return f"Found only in {' and '.join(names)}"
