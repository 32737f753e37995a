"""The watch list in words: which of the topics that the reader expected no side mentions, which one, which all."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.comparing.findings.words import join_words
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import in_all, only_in


def watching(view: View, *, short: bool = False) -> list[tuple[str, list[str]]]:
    """Return who mentions what as pairs of a heading and topic labels, what nobody mentions first.

    ``short`` headings name the sides by their tags.
    """
    groups: dict[tuple[int, ...], list[str]] = {}
    ids = [side.id for side in view.comparison.sides]
    for topic in view.comparison.watched:
        tellers = tuple(n for n, side in enumerate(ids) if topic.sides.get(side))
        groups.setdefault(tellers, []).append(safe(topic.label))
    ordered = sorted(groups.items(), key=lambda group: (len(group[0]), group[0]))
    return [(_heading(view, tellers, view.tags if short else view.accounts), labels) for tellers, labels in ordered]


def _heading(view: View, tellers: tuple[int, ...], called: Sequence[str]) -> str:
    names = [called[n] for n in tellers]
    unread = {n for n, side in enumerate(view.comparison.sides) if side.id in view.comparison.unanalysed} - {*tellers}
    if unread:  # that nothing was found there says nothing
        read = [account for n, account in enumerate(called) if n not in unread]
        return f"In {join_words(names)}" if names else f"Not found in {' or '.join(read) or 'any account'}"
    if not names:
        return "In neither account" if view.count == 2 else "In no account"
    if len(names) == view.count:
        return in_all(view.count)
    return only_in(join_words(names))
