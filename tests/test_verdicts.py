"""No part of an output says what another part denies, whatever verdicts the coverage of the points comes to."""

import random
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from readcmp.aligning import Alignment
from readcmp.comparing import build_comparison
from readcmp.lexicon import load_lexicon
from readcmp.loading import load
from readcmp.pipeline import compare
from readcmp.rendering.clusters import linked, possible
from readcmp.rendering.omissions import alone
from readcmp.rendering.topics import grouped
from readcmp.rendering.view import View
from readcmp.vocabulary import Verdict

SAMPLES = Path(__file__).parent.parent / "samples"
EVENTS = sorted(path.name for path in SAMPLES.iterdir() if path.is_dir())
ALONE = {"omission", "attribution", "agreement", "next_step", "condition", "warning"}

each_event = pytest.mark.parametrize("event", EVENTS)
each_seed = pytest.mark.parametrize("seed", [None, 1, 2, 3])


@cache
def compared(event):
    """The comparison of an event's accounts, one a side, and of three where there are more."""
    readouts = [load(path) for path in sorted((SAMPLES / event).glob("*.txt"))]
    sides = [replace(one, side=f"{one.side}{n}") for n, one in enumerate(readouts)]
    return compare(sides[:3], engine="fuzzy")


def judged(event, seed):
    """The comparison as it is, or with verdicts thrown by dice."""
    made = compared(event)
    if seed is None:
        return View(made)
    dice = random.Random(seed)
    verdicts = {key: dice.choice(list(Verdict)) for key in made.verdicts}
    alignment = Alignment(made.links, made.possible, made.nearest, frozenset(), made.coverage, verdicts)
    return View(build_comparison(made.sides, alignment, lexicon=load_lexicon(), engine="fuzzy"))


def points_in(rows):
    return {point for row in rows for points in row.sides for point in points}


@each_event
@each_seed
def test_every_point_that_is_news_stands_in_a_list_and_what_is_told_alone_in_no_other(event, seed):
    view = judged(event, seed)
    both = points_in(row for _, rows in linked(view, every=True)[0] for row in rows)
    perhaps = points_in(possible(view)[0])
    only = {point for n in range(view.count) for point in alone(view, n).points}
    news = {point for point in view.points if view.is_news(point)}
    assert news <= both | perhaps | only
    assert not only & (both | perhaps)


@each_event
@each_seed
def test_no_finding_says_of_one_side_alone_what_the_other_may_tell(event, seed):
    view = judged(event, seed)
    for finding in view.comparison.findings:
        if finding.side is None or finding.kind not in ALONE:
            continue
        for point in finding.points:
            assert view.comparison.verdicts[point, finding.side] is Verdict.ONLY, finding.text


@each_event
@each_seed
def test_what_may_be_in_both_is_quoted_against_nothing_that_is_told_alone(event, seed):
    view = judged(event, seed)
    for finding in view.comparison.findings:
        home = [
            next(side.id for side in view.comparison.sides if view.points[p] in side.points) for p in finding.points
        ]
        if finding.kind == "doubt" and len(set(home)) > 1:
            *own, candidate = finding.points
            assert view.verdict(candidate, own[0]) is not Verdict.ONLY
            assert all(view.verdict(point, candidate) is Verdict.UNSURE for point in own)


@each_event
@each_seed
def test_only_one_side_has_a_topic_where_no_other_has_any_of_its_points(event, seed):
    view = judged(event, seed)
    for group, topics in grouped(view):
        if not group.sure or len(group.sides) == view.count:
            continue
        others = [side.id for n, side in enumerate(view.comparison.sides) if n not in group.sides]
        for topic in topics:
            told = [point for given in topic.sides.values() if given for point in given.points]
            assert all(view.comparison.verdicts[point, other] is Verdict.ONLY for point in told for other in others)


@each_event
@each_seed
def test_what_is_set_against_a_passage_of_the_other_side_is_told_by_no_side_alone(event, seed):
    view = judged(event, seed)
    for finding in view.comparison.findings:
        if finding.kind in ("contrary", "party", "vague", "scope"):
            own, other = finding.points[0], finding.points[-1]
            assert Verdict.ONLY not in (view.verdict(own, other), view.verdict(other, own)), finding.text
