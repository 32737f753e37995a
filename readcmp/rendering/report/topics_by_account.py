"""The lists of topics of a report: for a first look, which are in both accounts, in one alone, or possibly in both."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.model import Topic
from readcmp.rendering import omissions
from readcmp.rendering.report.matrix import HAS, HAS_NOT, MAY, matrix_of
from readcmp.rendering.report.parts import TopicList
from readcmp.rendering.topics import Tellers, grouped
from readcmp.rendering.view import View
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import asked_for, in_both, only_in, possibly
from readcmp.vocabulary import Verdict

PAIR = 2
"""Two governments, whose lists say what with more of them a matrix must say."""


def list_topics(view: View) -> Iterator[TopicList]:
    """Return the topics by who has them, and those that were asked for; empty lists are left out.

    Versions of one government's account count as one.
    """
    yield from _of_parties(view) if view.count > len(view.parties) == PAIR else _of_sides(view)
    for heading, labels in watching(view, short=True):
        yield TopicList("watch", asked_for(heading), tuple(labels))


def _of_parties(view: View) -> Iterator[TopicList]:
    """Return the topics of two governments, one of which has several versions of its account."""
    rows = [row for _, rows in matrix_of(view).groups for row in rows]
    common = tuple(label for label, signs in rows if signs == (HAS, HAS))
    if common:
        yield TopicList("both", in_both(PAIR), common)
    for place, party in enumerate(view.parties):
        alone = tuple(label for label, signs in rows if signs[place] == HAS and HAS_NOT in signs)
        if alone:
            yield TopicList("only", only_in(party.account), alone, "", party.sides[0])
    unsure = [(label, signs) for label, signs in rows if MAY in signs]
    if unsure:
        tags = tuple(f"{label} ({view.parties[signs.index(HAS)].tag})" for label, signs in unsure)
        yield TopicList("possible", possibly(PAIR), tags)


def _of_sides(view: View) -> Iterator[TopicList]:
    groups = grouped(view)
    common = [view.label(t.id) for who, topics in groups if len(who.sides) > 1 and who.sure for t in topics]
    if common:
        yield TopicList("both", in_both(view.count), tuple(common))
    partly = {
        topic.id for who, topics in groups if not who.sure for topic in topics if _is_partly_alone(view, topic, who)
    }
    for n in range(view.count):
        alone = [view.label(t.id) for who, topics in groups if who.sides == (n,) and who.sure for t in topics]
        alone += [
            f"{view.label(t.id)} (in part)" for who, ts in groups if who.sides == (n,) for t in ts if t.id in partly
        ]
        passages = omissions.alone(view, n)
        remark = passages.count if passages.groups else ""
        if alone or remark:
            yield TopicList("only", only_in(view.accounts[n]), tuple(alone), remark, n)
    found = [(who, t) for who, topics in groups for t in topics if not who.sure and t.id not in partly]
    found.sort(key=lambda row: (-view.importance(row[1].id), row[1].id))
    unsure = [f"{view.label(t.id)} ({', '.join(view.tags[n] for n in who.sides)})" for who, t in found]
    if unsure:
        yield TopicList("possible", possibly(view.count), tuple(unsure))


def _is_partly_alone(view: View, topic: Topic, who: Tellers) -> bool:
    """Whether one account alone has a passage on a topic, though the other may have something on the topic too."""
    if len(who.sides) != 1:
        return False
    given = topic.sides[view.comparison.sides[who.sides[0]].id]
    return given is not None and any(
        view.standing_elsewhere(p) is Verdict.ONLY and view.is_news(p) for p in given.points
    )
