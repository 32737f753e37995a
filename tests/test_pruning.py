"""Long texts: not every pair of points is weighed, and that changes next to nothing."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.aligning import pruning, similarity
from readcmp.aligning.cosines import measure_all, measure_near
from readcmp.aligning.point_features import extract_point_features
from readcmp.lexicon import load_lexicon
from readcmp.loading import load
from readcmp.pipeline import compare, sides_of

SAMPLE = Path(__file__).parent.parent / "samples" / "2021-12-07-biden-putin"


@pytest.fixture
def readouts():
    return [load(SAMPLE / name) for name in ("us.txt", "ru.txt")]


def features(readouts):
    sides, _ = sides_of(readouts)
    found = extract_point_features(sides, load_lexicon().topics)
    return [found[side.id] for side in sides]


def test_each_point_keeps_its_nearest_partners_whichever_side_comes_first(readouts, monkeypatch):
    monkeypatch.setattr(pruning, "KEPT", 3)
    a, b = features(readouts)
    (kept, _), (turned, _) = pruning.prune_pairs(a, b), pruning.prune_pairs(b, a)
    assert {(i, j) for i, row in enumerate(kept) for j in row} == {(j, i) for i, row in enumerate(turned) for j in row}
    assert all(len(row) >= 3 for row in (*kept, *turned))
    assert sum(map(len, kept)) < len(a) * len(b) / 2


def test_long_texts_have_the_links_that_they_have_when_every_pair_is_weighed(readouts, monkeypatch):
    whole = compare(readouts, engine="fuzzy")
    monkeypatch.setattr(similarity, "MANY", 0)
    monkeypatch.setattr(pruning, "KEPT", 8)
    pruned = compare(readouts, engine="fuzzy")
    assert {(k.a, k.b) for k in pruned.links} == {(k.a, k.b) for k in whole.links}
    assert max(abs(pruned.coverage[key] - whole.coverage[key]) for key in whole.coverage) < 0.1


def unit(values):
    """A vector of length 1, or of zeros."""
    length = math.hypot(*values)
    return tuple(value / length for value in values) if length else values


vectors = st.lists(st.tuples(*[st.integers(-3, 3)] * 4).map(unit), min_size=1, max_size=6)


@given(vectors, vectors, st.data())
def test_the_cosines_of_some_pairs_are_those_of_all_and_others_are_there_when_asked_for(ours, theirs, data):
    near = [sorted(data.draw(st.sets(st.integers(0, len(theirs) - 1)))) for _ in ours]
    every, some = measure_all(ours, theirs), measure_near(ours, theirs, near)
    pairs = [(i, j) for i in range(len(ours)) for j in range(len(theirs))]
    assert [some.at(i, j) for i, j in pairs] == [every.at(i, j) for i, j in pairs]
    assert [[*row] for row in some.rows] == [[every.at(i, j) for j in row] for i, row in enumerate(near)]
    assert sum(map(len, some.columns)) == sum(map(len, some.rows))
    for mean, other in zip(some.means(), every.means(), strict=True):
        assert mean == pytest.approx(other, abs=1e-9)


@given(vectors, vectors)
def test_a_cosine_is_the_product_of_two_vectors_and_nothing_is_near_to_an_unknown_one(ours, theirs):
    every = measure_all(ours, theirs)
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            assert every.at(i, j) == pytest.approx(sum(x * y for x, y in zip(a, b, strict=True)), abs=1e-9)
