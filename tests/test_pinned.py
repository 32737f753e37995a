"""Pins as gold: what is counted of a pair of which only some matches were asked about, and what they teach."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from program import readcmp
from test_cli import RU, US, assert_trouble

from readcmp import compare
from readcmp.errors import InputError
from readcmp.evaluation import evaluate, read_gold
from readcmp.loading.pins import asked_about

PINS = """asked: unsure
same:
  - us: The two leaders spoke of natural gas deliveries.
    ru: Natural gas deliveries were discussed.
  - us: The fishing quotas were raised.
    ru: "Trade has grown."
apart:
  - us: The fishing quotas were raised.
    ru: Natural gas deliveries were discussed.
"""
OURS = "The two leaders spoke of natural gas deliveries.\n\nThe fishing quotas were raised.\n"
THEIRS = "Natural gas deliveries were discussed.\n\nTrade has grown.\n"


@pytest.fixture
def folder(tmp_path):
    call = tmp_path / "gold" / "call"
    call.mkdir(parents=True)
    for name, text in (("us.txt", OURS), ("ru.txt", THEIRS), ("pins.yaml", PINS)):
        (call / name).write_text(text, encoding="utf-8")
    return call.parent


def by_words(readouts):
    return compare(readouts, engine="fuzzy")


def test_only_the_pairs_that_were_asked_about_are_known(folder):
    (pair,) = read_gold(folder, pinned=True)
    assert [readout.side for readout in pair.readouts] == ["ru", "us"]
    assert len(pair.asked) == 3
    assert len(pair.links) == 2 < len(pair.asked)
    assert pair.unsure_only
    assert pair.tags == ("en-en", "pinned")
    assert all(point.words for side in pair.points for point in side)
    assert len([*pair.points[0], *pair.points[1]]) == 4


def test_whoever_wants_whole_accounts_is_given_none_that_have_but_pins(folder):
    with pytest.raises(InputError, match="no gold here"):
        next(read_gold(folder))


def test_a_link_counts_where_it_was_asked_about_and_nothing_else_does(folder):
    result = evaluate(folder, by_words)
    assert result.pairs == ()
    ((name, scores),) = result.pinned
    assert name == "call"
    assert scores.figures() == {"link": round(scores.link.f1, 4)}
    assert scores.link.right == 1  # the gas, in all but the same words
    assert scores.link.right + scores.link.missed == 2
    assert scores.link.wrong == 0
    assert result.unsure_only


def test_a_match_against_a_pin_is_wrong(folder):
    pins = folder / "call" / "pins.yaml"
    pins.write_text(PINS.replace("same:", "x:").replace("apart:", "same:").replace("x:", "apart:"), encoding="utf-8")
    ((_, scores),) = evaluate(folder, by_words).pinned
    assert (scores.link.right, scores.link.wrong) == (0, 1)


def test_eval_prints_them_apart_and_says_what_they_do_not_say(folder):
    done = readcmp("eval", folder)
    assert done.returncode == 0
    assert [line.split()[-1] for line in done.stdout.splitlines()] == ["link", "0.667", "0.667"]
    assert done.stderr.startswith("readcmp: note: 1 pair has pins alone")
    assert "only unsure matches were asked about" in done.stderr
    figures = json.loads(readcmp("eval", folder, "--json").stdout)
    assert figures == {"call": {"link": 0.6667}, "pinned together": {"link": 0.6667}}


def test_pins_that_somebody_chose_are_called_so(folder):
    pins = folder / "call" / "pins.yaml"
    pins.write_text(PINS.removeprefix("asked: unsure\n"), encoding="utf-8")
    assert asked_about(pins) == ""
    done = readcmp("eval", folder)
    assert "for the passages that somebody chose" in done.stderr
    assert "unsure" not in done.stderr


def test_they_change_no_figure_of_whole_accounts_beside_them(folder):
    call = Path(__file__).parent / "gold" / "2020-07-23-trump-putin"
    whole = folder / call.name
    shutil.copytree(call, whole)
    for file in (US, RU):
        shutil.copy(file, whole)
    gold = (whole / "gold.yaml").read_text(encoding="utf-8")
    (whole / "gold.yaml").write_text(gold.replace(f"../../../samples/{call.name}/", ""), encoding="utf-8")
    with_pins = json.loads(readcmp("eval", folder, "--json").stdout)
    shutil.rmtree(folder / "call")
    without = json.loads(readcmp("eval", folder, "--json").stdout)
    assert with_pins["together"] == without["together"] == without[call.name]
    assert with_pins["pinned together"] == {"link": 0.6667}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pins.yaml": "same:\n  - us: penguins of the south\n    ru: Trade has grown.\n"}, "'penguins of the south'"),
        ({"pins.yaml": "same:\n  - cn: Trade has grown.\n    ru: Trade has grown.\n"}, "no pin is of these readouts"),
        ({"pins.yaml": "nonesuch: 1\n"}, "unknown key 'nonesuch'"),
        ({"ua.txt": THEIRS}, "3 readouts lie beside the pins"),
        ({"us.txt": None}, "two readouts"),
    ],
)
def test_what_cannot_be_gold_is_one_line(folder, change, says):
    for name, text in change.items():
        if text is None:
            (folder / "call" / name).unlink()
        else:
            (folder / "call" / name).write_text(text, encoding="utf-8")
    assert_trouble(readcmp("eval", folder), says)


def test_they_teach_links_and_neither_coverage_nor_probabilities(folder):
    gold_pairs = pytest.importorskip("readcmp.training.gold_pairs")
    models = pytest.importorskip("readcmp.training.models", reason="training needs the extra 'train'")
    from readcmp.lexicon import load_lexicon

    (case,) = gold_pairs.prepare_all([folder])
    assert not case.real
    measured = models.measure_case(case, load_lexicon().topics, "fuzzy")
    assert len({*case.judged()}) == len(case.gold.asked) == 3
    assert case.linked < {*case.judged()}
    assert int(measured.judged.sum()) == len({*case.judged()} & {*measured.pairs})
    assert measured.told == []
