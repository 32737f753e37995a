"""Long texts: not every pair of points is weighed, and that changes next to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcmp.aligning import pruning, similarity
from readcmp.aligning.point_features import extract_point_features
from readcmp.aligning.similarity import measure_similarity
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
    kept = pruning.prune_pairs(a, b, measure_similarity(a, b).vectors)
    turned = pruning.prune_pairs(b, a, measure_similarity(b, a).vectors)
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
