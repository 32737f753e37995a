"""The bins of a report: for a first look, which topics are in both accounts, in one alone, or possibly in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.rendering.report.parts import Bin, Only
from readcmp.rendering.topics import grouped
from readcmp.rendering.view import View
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import asked_for, in_both, only_in, possibly


def bins_of(view: View, only: Sequence[Only]) -> Iterator[Bin]:
    """Return the topics by who has them, and those that were asked for; empty bins are left out."""
    groups = grouped(view)
    common = [view.label(t.id) for who, topics in groups if len(who.sides) > 1 and who.sure for t in topics]
    if common:
        yield Bin("both", in_both(view.count), tuple(common))
    for n in range(view.count):
        alone = [view.label(t.id) for who, topics in groups if who.sides == (n,) and who.sure for t in topics]
        remark = next((found.count for found in only if found.n == n), "")
        if alone or remark:
            yield Bin("only", only_in(view, n), tuple(alone), remark, n)
    unsure = [
        f"{view.label(t.id)} ({', '.join(view.tags[n] for n in who.sides)})"
        for who, topics in groups
        if not who.sure
        for t in topics
    ]
    if unsure:
        yield Bin("possible", possibly(view.count), tuple(unsure))
    for heading, labels in watching(view, short=True):
        yield Bin("watch", asked_for(heading), tuple(labels))
