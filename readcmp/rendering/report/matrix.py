"""Who has which topic, government by government: the table for more than two sides."""

from __future__ import annotations

from msgspec import Struct

from readcmp.model import Topic
from readcmp.rendering.naming import Party
from readcmp.rendering.topics import may_have, rows_of
from readcmp.rendering.view import View
from readcmp.rendering.wording import IN_ALL, IN_ONE, IN_SOME, in_both, possibly

HAS, MAY, HAS_NOT = "●", "○", "–"
"""A government has the topic; may have it; has no passage on it."""

LEGEND = f"{HAS} has it, {MAY} may have it, {HAS_NOT} no passage on it"


class Matrix(Struct, frozen=True):
    """The governments, and for each topic a sign for each of them; ``groups`` are *all*, *some*, *one alone*."""

    parties: tuple[Party, ...]
    groups: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]


def matrix_of(view: View) -> Matrix:
    """Return the topics that all have, that some have and that one alone has, each by its share."""
    parties = view.parties
    few = len(parties) == 2
    names = (in_both(2) if few else IN_ALL, possibly(2) if few else IN_SOME, IN_ONE)
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {name: [] for name in names}
    rows = rows_of(view)
    for topic in sorted(rows, key=lambda topic: (-view.importance(topic.id), topic.id)):
        signs = tuple(_sign(view, topic, party) for party in parties)
        have = signs.count(HAS)
        name = names[0] if have == len(parties) else names[1] if have > 1 or MAY in signs else names[2]
        groups[name].append((view.label(topic.id), signs))
    return Matrix(parties, tuple((name, tuple(found)) for name, found in groups.items() if found))


def _sign(view: View, topic: Topic, party: Party) -> str:
    if any(topic.sides.get(view.comparison.sides[n].id) for n in party.sides):
        return HAS
    return MAY if any(may_have(view, topic, n) for n in party.sides) else HAS_NOT
