"""Links made and undone by hand: what is pinned holds, also when the text has been edited a little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from program import readcmp

from readcmp.aligning.pins import apply_pins, resolve_pins
from readcmp.errors import InputError
from readcmp.loading import load_all
from readcmp.loading.pins import read_pins
from readcmp.model import Pin
from readcmp.pipeline import compare, points_of

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "samples" / "2020-07-23-trump-putin"
SAMPLE = [FOLDER / f"{side}.txt" for side in ("us", "ru")]
REOPENING, MISSION = "the reopening of economies", "45th anniversary of the Soyuz-Apollo"
PANDEMIC, VIRUS = "done to beat the coronavirus pandemic", "spoke with approval of what the two countries have done"


@pytest.fixture
def pinned(tmp_path):
    """Compare the sample with pins given as YAML, sides in either order."""

    def compared(text, *, files=SAMPLE, readouts=None, engine="fuzzy"):
        file = tmp_path / "pins.yaml"
        file.write_text(text, encoding="utf-8")
        return compare(readouts or load_all(files), engine=engine, pins=file)

    return compared


def entry(kind, us, ru):
    """One pin as YAML; JSON strings are YAML."""
    return f"{kind}:\n  - us: {json.dumps(us)}\n    ru: {json.dumps(ru)}\n"


def texts(result, links):
    """The texts of linked points, each link as a set."""
    text = {point.id: " ".join(point.text.split()) for side in result.sides for point in side.points}
    return {frozenset((text[link.a], text[link.b])) for link in links}


def link_of(result, us, ru):
    """The link whose points hold these words, or None."""
    text = {point.id: " ".join(point.text.split()) for side in result.sides for point in side.points}
    for link in result.links:
        both = text[link.a] + text[link.b]
        if us in both and ru in both:
            return link
    return None


@pytest.mark.parametrize("engine", ["fuzzy", "semantic"])
def test_points_pinned_as_the_same_are_linked_and_omitted_no_more(pinned, engine):
    result = pinned(entry("same", REOPENING, MISSION), engine=engine)
    link = link_of(result, REOPENING, MISSION)
    assert link is not None
    assert link.score == 1.0
    assert link.why[0].kind == "pin"
    told = [finding.points[: -1 if finding.kind == "doubt" else None] for finding in result.findings]
    assert not {link.a, link.b} & {point for points in told for point in points}
    assert not {link.a, link.b} & {point for point, _ in result.nearest}
    assert result.notes == ()


def test_points_pinned_apart_are_not_linked_and_nothing_is_told_by_that_pair(pinned):
    free = compare(load_all(SAMPLE), engine="fuzzy")
    link = link_of(free, PANDEMIC, VIRUS)
    result = pinned(entry("apart", PANDEMIC, VIRUS))
    assert link_of(result, PANDEMIC, VIRUS) is None
    assert result.nearest[link.a, "ru"].point != link.b
    assert link.a in {point for finding in result.findings for point in finding.points}
    assert (link.a, link.b) not in {(possible.a, possible.b) for possible in result.possible}


def test_a_pin_changes_no_other_link(pinned):
    unpinned = compare(load_all(SAMPLE), engine="fuzzy")
    free = texts(unpinned, unpinned.links)
    same = pinned(entry("same", REOPENING, MISSION))
    assert texts(same, same.links) - free == {frozenset((texts_of(same, REOPENING), texts_of(same, MISSION)))}
    apart = pinned(entry("apart", PANDEMIC, VIRUS))
    assert free - texts(apart, apart.links) == {frozenset((texts_of(apart, PANDEMIC), texts_of(apart, VIRUS)))}


def texts_of(result, words):
    """The whole text of the point that has these words."""
    return next(t for side in result.sides for p in side.points if words in (t := " ".join(p.text.split())))


def test_pins_mirror_with_the_sides(pinned):
    text = entry("same", REOPENING, MISSION) + entry("apart", PANDEMIC, VIRUS)
    one, other = pinned(text), pinned(text, files=SAMPLE[::-1])
    assert texts(one, one.links) == texts(other, other.links)


words = st.sampled_from(["also", "quietly", "of late", "as before", "together"])


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_pin_holds_when_a_word_is_added_or_left_out_anywhere(data):
    readouts = load_all(SAMPLE)
    us = "They discussed what is being done to beat the coronavirus pandemic"
    ru = "and spoke with approval of what the two countries have done together against the coronavirus"
    pin = Pin(True, (("us", us), ("ru", ru)), "pins.yaml:2")
    edited = []
    for readout in readouts:
        parts = readout.text.split(" ")
        at = data.draw(st.integers(1, len(parts) - 2))
        added = data.draw(words | st.none())
        text = " ".join([*parts[:at], *([added, parts[at]] if added else []), *parts[at + 1 :]])
        edited.append(replace(readout, text=text, boilerplate=()))
    sides = tuple(points_of(readout, sides=("us", "ru")) for readout in edited)
    same, notes = resolve_pins(sides, [pin])
    assert notes == ()
    text = {point.id: point.text for side in sides for point in side.points}
    (link,) = apply_pins(compare_nothing(), sides, same).links
    assert "coronavirus" in text[link.a] or "pandemic" in text[link.a]
    assert "approval" in text[link.b] or "two countries" in text[link.b]


def compare_nothing():
    """An alignment without any link."""
    from readcmp.aligning import Alignment

    return Alignment((), (), {})


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (entry("same", "penguins of the southern ocean", MISSION), "are in no point of us"),
        (entry("same", "the", MISSION), "stand in several points of us (us2, us3, us5"),
        ("same:\n  - us: the reopening of economies\n    cn: trade\n", "no side is called 'cn' here"),
    ],
)
def test_a_pin_that_cannot_be_used_is_reported_with_its_line_and_the_rest_holds(pinned, text, note):
    result = pinned(text + entry("apart", PANDEMIC, VIRUS))
    (said,) = result.notes
    assert "pins.yaml:2: this pin is not used: " in said
    assert note in said
    assert link_of(result, PANDEMIC, VIRUS) is None


def test_pins_that_contradict_each_other_are_refused_with_both_lines(pinned):
    with pytest.raises(InputError, match=r"pins.yaml:5: says the contrary of .*pins.yaml:2 of the points us3 and ru9"):
        pinned(entry("same", REOPENING, MISSION) + entry("apart", "reopening of economies", "of the Soyuz-Apollo"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b"\xff\xfe\x00", "is not YAML in UTF-8"),
        (b"same: [", "is not YAML in UTF-8"),
        (b"just words", "the file is not made of 'key: value' lines"),
        (b"alike:\n  - us: a\n    ru: b\n", "has an unknown key 'alike'"),
        (b"same:\n  us: a\n", "'same' is not a list"),
        (b"same:\n  - us: a\n", "quotes 1 points and not one of each of two sides"),
        (b"same:\n  - us: a\n    ru: b\n    cn: c\n", "quotes 3 points"),
        (b"same:\n  - us: a\n    ru:\n", "words are missing"),
        (b"same:\n  - us: a\n    ru: [b]\n", "words are missing"),
        (b"same:\n" + b"[" * 3000, "is not YAML in UTF-8"),
        (b"#" * 1_000_001, "is too large"),
    ],
)
def test_a_file_that_says_something_else_is_refused_in_one_line(tmp_path, content, what):
    file = tmp_path / "pins.yaml"
    file.write_bytes(content)
    with pytest.raises(InputError, match=what) as caught:
        read_pins(file)
    assert str(caught.value).startswith(str(file))
    assert str(caught.value).isprintable()


def run(*arguments):
    """Run the program in a process of its own."""
    return readcmp("diff", *arguments)


def test_the_screen_says_what_was_pinned_and_stderr_which_pins_were_not_used(tmp_path):
    file = tmp_path / "pins.yaml"
    pins = entry("same", REOPENING, MISSION) + entry("apart", "penguins of the south", VIRUS)
    file.write_text(pins, encoding="utf-8")
    done = run("--full", "--pins", file, *SAMPLE)
    assert done.returncode == 0
    assert "1.00  matched by hand" in done.stdout
    assert done.stderr == (
        f"readcmp: note: {file}:5: this pin is not used: the words 'penguins of the south' are in no point of us\n"
    )


def test_a_missing_file_of_pins_ends_with_status_2_and_one_line(tmp_path):
    done = run("--pins", tmp_path / "none.yaml", *SAMPLE)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (f"readcmp: error: {tmp_path / 'none.yaml'}: no such file; give a YAML file of pins\n")


def test_the_comparison_says_which_passages_were_pinned(pinned):
    made = pinned(entry("same", REOPENING, MISSION) + entry("apart", PANDEMIC, VIRUS))
    pins = made.to_dict()["pins"]
    text = {point.id: point.text for side in made.sides for point in side.points}
    assert [(REOPENING in text[pin["a"]], pin["same"]) for pin in pins] == [(True, True), (False, False)]
    assert "pins" not in compare([side.readout for side in made.sides], engine="fuzzy").to_dict()
