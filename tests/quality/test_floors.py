"""No figure falls: what the program gets right on the project's own gold stays right, by language pair and engine.

The table of what became of each figure is printed at the end of the run. ``python tests/quality/measure.py --write``
raises the floors; where a fall is the price of something wanted, ``--write --lower`` sets them anew.
"""

from __future__ import annotations

import pytest
import yaml
from measure import FIGURES, FLOORS, SEMANTIC, fell, read_floors, scores, standard_errors, table, together, written

from readcmp.evaluation import Scores
from readcmp.evaluation.metrics import Counts


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["fuzzy", "semantic"])
def test_no_figure_falls_below_its_floor_by_more_than_its_standard_error(engine, record_property):
    floors, found = read_floors(), scores(engine)
    assert {group: len(some) for group, some in found.items()} == {
        group: given["pairs"] for group, given in floors[engine].items()
    }, "gold was added or taken away: run python tests/quality/measure.py --write"
    measured = {(engine, group): together(some) for group, some in found.items()}
    record_property("quality", table(floors, measured))
    fallen = [
        f"{group}, {name}: {figures[name]:.3f}, floor {floor['floor']:.3f}, error {floor['error']:.3f}"
        for (_, group), figures in measured.items()
        for name, floor in floors[engine][group].items()
        if name in FIGURES and fell(figures[name], floor)
    ]
    if fallen:
        pytest.fail(f"{engine}: " + "\n".join(fallen), pytrace=False)


def test_every_group_has_a_floor_for_every_figure():
    floors = read_floors()
    assert floors.keys() == {"fuzzy", "semantic"}
    assert floors["semantic"].keys() == SEMANTIC
    for groups in floors.values():
        for group, given in groups.items():
            assert given.keys() == {"pairs", *FIGURES}, group


def counted(right, wrong):
    """Counts of a pair whose every figure but those of calls is ``right`` of all."""
    one = Scores(**{name: Counts(right, wrong, wrong) for name in ("link", "topic", "mark", "cut", "speaker", "act")})
    one.calls.rows += [(True, "both", 0.9)] * right + [(False, "both", 0.9)] * wrong + [(False, "only", 0.1)]
    return one


def test_the_standard_error_is_none_where_pairs_are_alike_and_grows_with_their_difference():
    assert set(standard_errors([counted(3, 1)] * 4).values()) == {0.0}
    near, far = standard_errors([counted(5, 5), counted(6, 4)] * 2), standard_errors([counted(9, 1), counted(1, 9)] * 2)
    assert 0 < near["link"] < far["link"]


def test_the_table_shows_each_change_and_marks_a_fall_that_is_too_far():
    figures = dict.fromkeys(FIGURES, 0.5)
    floors = {"fuzzy": {"en-en": {name: {"floor": 0.5, "error": 0.02} for name in FIGURES}}}
    floors["fuzzy"]["en-en"]["link"]["floor"], floors["fuzzy"]["en-en"]["topic"]["floor"] = 0.51, 0.6
    rows = {line.split()[0]: line.split()[1:] for line in table(floors, {("fuzzy", "en-en"): figures}).splitlines()}
    assert rows["fuzzy"] == ["en-en"]
    assert rows["link"] == ["0.500", "-0.010"]
    assert rows["topic"] == ["0.500", "-0.100!"]
    assert rows["act"] == ["0.500", "+0.000"]


def test_floors_are_raised_and_lowered_only_where_that_is_asked_for_or_gold_has_changed():
    def floor_of(some, before):
        return yaml.safe_load(written({"fuzzy": {"en-en": some}}, before))["fuzzy"]["en-en"]["link"]["floor"]

    low, high = [counted(3, 1)] * 2, [counted(7, 1)] * 2
    below, above = (yaml.safe_load(written({"fuzzy": {"en-en": some}}, {})) for some in (low, high))
    assert floor_of(high, below) == 0.875
    assert floor_of(low, above) == 0.875
    assert floor_of(low, {}) == 0.75
    assert floor_of(low * 2, above) == 0.75


def test_the_floors_are_in_the_file_that_the_command_writes():
    assert FLOORS.read_text(encoding="utf-8").startswith("# Written by 'python tests/quality/measure.py --write'")
