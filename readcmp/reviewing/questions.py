"""Which pairs of points an analyst should look at: those on which a verdict hangs that nobody can be sure of."""

from __future__ import annotations

from collections.abc import Collection

from readcmp.model import Comparison, Link
from readcmp.rendering.view import View
from readcmp.rendering.wording import SURE
from readcmp.vocabulary import Verdict

Ends = tuple[str, str]
"""The ids of two points, that of the earlier side first."""


def open_questions(comparison: Comparison, answered: Collection[Ends] = ()) -> tuple[Link, ...]:
    """Return the pairs to ask about, the likeliest matches first, without those that are answered already.

    Asked are the matches, the possible ones and the closest candidates of each point of which it is unsure whether the
    other side tells it; not those that are strong, nor points that tell only of the contact itself.
    """
    view = View(comparison)
    found = {(link.a, link.b): link for link in (*comparison.links, *comparison.possible)}
    for (point, side), closest in comparison.nearest.items():
        if comparison.verdicts.get((point, side)) is Verdict.UNSURE:
            ends = _in_order(view, point, closest.point)
            found.setdefault(ends, Link(*ends, closest.score))
    asked = [link for ends, link in found.items() if ends not in answered and _is_open(view, link)]
    order = {point: n for n, point in enumerate(view.points)}
    return tuple(sorted(asked, key=lambda link: (-link.score, order[link.a], order[link.b])))


def _in_order(view: View, one: str, other: str) -> Ends:
    return (one, other) if view.home[one] < view.home[other] else (other, one)


def _is_open(view: View, link: Link) -> bool:
    if link.score >= SURE or (view.is_quiet(link.a) and view.is_quiet(link.b)):
        return False
    return Verdict.UNSURE in (view.verdict(link.a, link.b), view.verdict(link.b, link.a))
