"""The whole way from texts to a comparison, on every sample and, where they are at hand, on the gold pairs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import material
import pytest
from msgspec.structs import replace

from readcmp.errors import UsageError
from readcmp.loading import load, load_all
from readcmp.pipeline import compare
from readcmp.rendering.json import schema_text, to_dict

ROOT = Path(__file__).parent.parent
FOLDERS = [folder for folder in sorted((ROOT / "samples").iterdir()) if folder.is_dir()]
SAMPLES = [tuple(sorted(folder.glob("??.txt"))) for folder in FOLDERS]
ABROAD = [tuple(sorted(folder.glob(f"{path.name[:2]}.*"))) for folder in FOLDERS for path in folder.glob("??.??.txt")]
"""One side's account in English and in its own language."""
PAIRS = [tuple(sorted(folder.glob("*.txt"))) for folder in material.pairs()]


def named(files):
    """The event's folder as a test's name."""
    return files[0].parent.name + "-abroad" * (files in ABROAD)


def each_event(test):
    """Try events with the words alone, two of them with vectors too, and real readouts where they are at hand."""

    @pytest.mark.parametrize(
        ("engine", "events"),
        [
            pytest.param("fuzzy", [*SAMPLES, *ABROAD], id="fuzzy"),
            pytest.param("semantic", [SAMPLES[2], ABROAD[0]], id="semantic"),
            pytest.param("fuzzy", PAIRS, id="gold", marks=pytest.mark.gold),
        ],
    )
    def tried(engine, events):
        assert events
        for files in events:
            try:
                test(engine, *files)
            except Exception as error:
                error.add_note(f"in the event {named(files)}")
                raise

    tried.__name__, tried.__doc__ = test.__name__, test.__doc__
    return tried


@cache
def compared(engine, *files):
    """The comparison of files in this order."""
    return compare(load_all(files), engine=engine)


def ends(link, swapped):
    """What a link says, with its ends exchanged or as they are; reasons and gaps in any order."""
    a, b = (link.b, link.a) if swapped else (link.a, link.b)
    why = frozenset((e.kind, e.id, *((e.b, e.a) if swapped else (e.a, e.b)), round(e.weight, 9)) for e in link.why)
    gaps = frozenset((gap.kind, *((gap.b, gap.a) if swapped else (gap.a, gap.b))) for gap in link.gaps)
    return a, b, link.score, why, gaps


def topic_set(comparison):
    """The rows of the ledger in any order, with the sides in any order."""
    return {(t.id, t.label, t.group, frozenset(t.sides.items())) for t in comparison.topics}


@each_event
def test_the_json_of_an_event_is_what_the_schema_says(engine, *files):
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(json.dumps(to_dict(compared(engine, *files))))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(found)] == []


@each_event
def test_offsets_cut_the_points_their_furniture_and_facts_out_of_the_text(engine, *files):
    found = to_dict(compared(engine, *files))
    texts = {side["id"]: side["text"] for side in found["sides"]}
    for side in found["sides"]:
        assert side["points"], "a side without a point compares nothing"
        end = 0
        for point in side["points"]:
            assert side["text"][point["start"] : point["end"]] == point["text"]
            assert point["start"] >= end, "points follow one another and do not overlap"
            assert point["text"].strip() == point["text"] != ""
            end = point["end"]
        for piece in side["boilerplate"]:
            assert not any(p["start"] < piece["end"] and piece["start"] < p["end"] for p in side["points"]), piece
    for fact in found["facts"]:
        assert " ".join(texts[fact["side"]][fact["start"] : fact["end"]].split()) == fact["value"]


@each_event
def test_every_id_that_is_named_is_a_point_of_the_side_that_it_should_be(engine, *files):
    comparison = compared(engine, *files)
    home = {point.id: side.id for side in comparison.sides for point in side.points}
    assert len(home) == sum(len(side.points) for side in comparison.sides), "no id comes twice"
    order = [side.id for side in comparison.sides]
    for link in (*comparison.links, *comparison.possible):
        assert order.index(home[link.a]) < order.index(home[link.b])
        assert 0.0 <= link.score <= 1.0
    for topic in comparison.topics:
        for side, emphasis in topic.sides.items():
            assert emphasis is None or {home[point] for point in emphasis.points} == {side}
    for finding in comparison.findings:
        assert set(finding.points) <= home.keys()
        if finding.nearest is not None:
            assert home[finding.nearest.point] == finding.side


@each_event
def test_a_link_is_not_also_possible_and_an_omission_is_not_linked(engine, *files):
    comparison = compared(engine, *files)
    home = {point.id: side.id for side in comparison.sides for point in side.points}
    links = {(link.a, link.b) for link in comparison.links}
    assert not links & {(link.a, link.b) for link in comparison.possible}
    linked = {(a, home[b]) for a, b in links} | {(b, home[a]) for a, b in links}
    for finding in comparison.findings:
        if finding.kind == "omission":
            assert not {(point, finding.side) for point in finding.points} & linked


@each_event
def test_exchanging_the_files_exchanges_nothing_but_the_ends(engine, *files):
    one, other = compared(engine, *files), compared(engine, *reversed(files))
    assert {side.id: side.points for side in one.sides} == {side.id: side.points for side in other.sides}
    assert {ends(link, False) for link in one.links} == {ends(link, True) for link in other.links}
    assert {ends(link, False) for link in one.possible} == {ends(link, True) for link in other.possible}
    assert topic_set(one) == topic_set(other)
    assert set(one.findings) == set(other.findings)
    assert [finding.text for finding in one.findings] == [finding.text for finding in other.findings]
    assert set(one.facts) == set(other.facts)
    assert one.nearest == other.nearest
    assert one.event == other.event


@each_event
def test_a_text_against_itself_omits_nothing(engine, *files):
    for file in files:
        readout = load(file)
        comparison = compare([replace(readout, side="aa"), replace(readout, side="zz")], engine=engine)
        assert [f.text for f in comparison.findings if f.kind == "omission"] == []
        twins = {(link.a, link.b): link for link in comparison.links}
        for point, twin in zip(comparison.sides[0].points, comparison.sides[1].points, strict=True):
            assert (point.id, twin.id) in twins, f"is not linked to itself: {point.text}"
            assert twins[point.id, twin.id].gaps == (), f"differs from itself: {point.text}"


@pytest.mark.parametrize("form", ["json", "terminal"])
def test_the_same_files_give_the_same_bytes_whatever_the_hashes(form):
    files = [*SAMPLES[2], *SAMPLES[-1]]
    found = [
        subprocess.run(
            [sys.executable, "-m", "readcmp", "diff", "--engine", "fuzzy", "-f", form, *files],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]
    assert found[0]


def test_three_sides_are_set_against_each_other_two_by_two():
    ru, us = (load(file) for file in SAMPLES[2])
    cn = replace(load(SAMPLES[3][0]), side="cn")
    comparison = compare([us, ru, cn], engine="fuzzy")
    home = {point.id: side.id for side in comparison.sides for point in side.points}
    alone = compare([us, ru], engine="fuzzy")
    pairs = {(home[link.a], home[link.b]) for link in (*comparison.links, *comparison.possible)}
    assert pairs <= {("us", "ru"), ("us", "cn"), ("ru", "cn")}
    assert ("us", "ru") in pairs
    assert {f.side for f in comparison.findings} - {None} == {"us", "ru", "cn"}
    assert all(set(topic.sides) == {"us", "ru", "cn"} for topic in comparison.topics)
    assert alone.topics
    jsonschema.validate(to_dict(comparison), json.loads(schema_text()), cls=jsonschema.Draft202012Validator)


def test_an_account_of_another_contact_shares_no_more_than_its_topics_allow():
    """Two calls of two years about different matters are not pressed into links."""
    call, other = load(SAMPLES[2][1]), replace(load(SAMPLES[5][0]), side="ua")
    comparison = compare([call, other], engine="fuzzy")
    told = {link.a for link in comparison.links}
    matters = [p for p in comparison.sides[0].points if not set(p.topics) <= {"contact", "agenda", "next-steps"}]
    assert not told & {point.id for point in matters}


def test_the_call_of_23_july_2020_divides_as_an_editor_would_say():
    comparison = compared("fuzzy", *SAMPLES[2])
    assert named(SAMPLES[2]) == "2020-07-23-trump-putin"
    sides = {t.id: {side for side, given in t.sides.items() if given is not None} for t in comparison.topics}
    for topic in ("covid-19", "arms-control"):
        assert sides[topic] == {"us", "ru"}, topic
    for topic in ("trade", "iran-nuclear", "united-nations", "tone"):
        assert sides[topic] == {"ru"}, topic
    assert {"ru"} in (sides.get("space"), sides.get("anniversaries"))
    by_topic = {t.id: t.sides for t in comparison.topics}
    linked = {(link.a, link.b) for link in comparison.links}
    for topic in ("covid-19", "arms-control"):
        ours, theirs = by_topic[topic]["us"].points, by_topic[topic]["ru"].points
        assert linked & {(b, a) for a in ours for b in theirs}, f"the two sides' points on {topic} are linked"


def test_fewer_than_two_readouts_or_two_of_one_side_are_refused():
    readout = load(SAMPLES[0][0])
    with pytest.raises(UsageError, match="two readouts"):
        compare([readout])
    with pytest.raises(UsageError, match="one side"):
        compare([readout, readout])
