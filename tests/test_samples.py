"""The samples and the gold over them: each says what it is, and each mark points into its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from readcmp.lexicon import load_lexicon
from readcmp.loading import load

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*/*.txt"))
GOLD = sorted((ROOT / "tests" / "gold").glob("*/gold.yaml"))
SPEAKERS = {"own", "other", "both", "none", "third"}
ACTS = {"report", "assert", "wish_offer", "request", "approve", "agree", "commit", "concern", "oppose", "warn", "fact"}

each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
each_gold = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)


def read(path):
    """The YAML in a file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def marked(gold):
    """Every point of a gold file, with the side whose point it is."""
    return [(side, point) for side, points in gold["points"].items() for point in points]


def squeezed(text):
    """A text without its white space, since a quote may run over a line's end."""
    return "".join(text.split())


def test_there_are_at_least_nine_events():
    """The samples are a collection, not one showpiece, and every event is marked."""
    events = {path.parent.name for path in SAMPLES}
    assert len(events) >= 9
    assert events == {path.parent.name.partition(".")[0] for path in GOLD}


@each_sample
def test_a_sample_loads_with_all_that_is_known_of_it(path):
    """Side, date, title, publisher and address come from the front matter, and the text is its body."""
    readout = load(path)
    side, _, language = path.stem.partition(".")
    assert readout.side == side
    assert readout.date == path.parent.name[:10]
    assert readout.title
    assert readout.publisher
    assert readout.url is not None
    assert readout.url.startswith("http")
    assert readout.language == (language or "en")
    assert "own words" not in readout.text


@each_sample
def test_a_sample_says_that_it_is_a_restatement(path):
    """Nobody can take a sample for the official text."""
    front = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8-sig"), re.DOTALL)
    assert front is not None
    note = yaml.safe_load(front[1])["note"]
    assert "restatement" in note
    assert "not the official text" in note


@each_gold
def test_every_quote_stands_once_in_its_side(path):
    """A quote that is nowhere, or twice, would mark nothing or the wrong place."""
    gold = read(path)
    texts = {side: squeezed(load(path.parent / name).text) for side, name in gold["sides"].items()}
    for side, point in marked(gold):
        assert texts[side].count(squeezed(point["quote"])) == 1, point


@each_gold
def test_the_points_of_a_side_follow_one_another_and_do_not_overlap(path):
    """Points are cut from the text in its order."""
    gold = read(path)
    for side, points in gold["points"].items():
        text = squeezed(load(path.parent / gold["sides"][side]).text)
        end = 0
        for point in points:
            quote = squeezed(point["quote"])
            start = text.index(quote)
            assert start >= end, point
            end = start + len(quote)


@each_gold
def test_every_topic_of_the_gold_is_in_the_lexicon(path):
    """A point is marked with topics that marking can find."""
    known = set(load_lexicon().topics) | {"other"}
    for _, point in marked(read(path)):
        assert point["topic"]
        assert set(point["topic"]) <= known, point


@each_gold
def test_every_link_joins_points_of_two_sides(path):
    """No link names a point that is not there, none stays within a side, none comes twice."""
    gold = read(path)
    side_of = {point["id"]: side for side, point in marked(gold)}
    pairs = [tuple(link[:2]) for link in gold["links"]]
    assert len(pairs) == len(set(pairs))
    for one, other in pairs:
        assert side_of[one] != side_of[other]


@each_gold
def test_every_point_has_a_speaker_and_an_act(path):
    """Speech is marked for the same points, in the classes that there are."""
    gold, speech = read(path), read(path.with_name("speech.yaml"))
    assert {(side, point["id"]) for side, point in marked(gold)} == {
        (side, point) for side, points in speech.items() for point in points
    }
    for points in speech.values():
        for said in points.values():
            assert said["speaker"] in SPEAKERS
            assert said["act"] in ACTS


def test_the_readme_of_the_samples_lists_every_file_with_its_address():
    """The list of the samples is kept with the samples."""
    listed = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    for path in SAMPLES:
        assert f"`{path.parent.name}`" in listed
        assert f"]({load(path).url})" in listed
