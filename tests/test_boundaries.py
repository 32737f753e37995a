"""The fit that says which proposed cuts part two matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from readcmp.segmentation import boundaries

cuts = pytest.importorskip("readcmp.training.boundaries", reason="training needs SciPy, which the extra 'dev' brings")

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="module")
def texts():
    return list(cuts.prepare(CORPUS))


@pytest.fixture(scope="module")
def weights(texts):
    return cuts.fit([text for text in texts if not text.aside])


def aside(texts, weights, least):
    """The F1 of the points of the pairs that nothing was fitted on."""
    found = cuts.measure(texts, {"": weights}, cuts.languages_of(texts), least)
    return found[f"{CORPUS}, set aside"].f1


def test_the_weights_cut_pairs_that_they_have_not_seen_better_than_the_rules_alone(texts, weights):
    assert aside(texts, weights, cuts.LEAST) > aside(texts, weights, 0.0) + 0.005


def test_what_is_weighed_of_a_cut_is_what_the_weights_that_ship_name(texts):
    shipped = boundaries.load_weights().coefficients
    weighed = {name for text in texts for _, features in text.cuts for name in features}
    assert not shipped.keys() - weighed


def test_a_cut_is_right_where_an_editor_began_a_point_or_ended_one(texts):
    edges = {at for text in texts for at in text.right}
    assert edges
    for text in texts[:20]:
        words = [min(point.words) for point in text.points]
        ended = [max(point.words) for point in text.points]
        for at in text.right:
            gap = [end for end in ended if end < at]
            behind = text.readout.text[max(gap) : at] if gap else ""
            assert at in words or len(behind.split()) <= 3


def test_what_is_written_can_be_read_back(tmp_path, monkeypatch, weights):
    monkeypatch.setattr(cuts, "FILE", tmp_path / "boundaries.yaml")
    cuts.write(weights, {"en"})
    monkeypatch.setattr(boundaries, "FILE", tmp_path / "boundaries.yaml")
    boundaries.load_weights.cache_clear()
    try:
        found = boundaries.load_weights()
    finally:
        boundaries.load_weights.cache_clear()
    assert (dict(found.coefficients), found.least, found.languages) == (
        {name: value for name, value in weights.items() if value},
        cuts.LEAST,
        {"en"},
    )


def test_without_a_folder_the_command_says_what_it_needs():
    result = CliRunner().invoke(cuts.main, [])
    assert result.exit_code == 2
    assert "GOLD" in result.output
