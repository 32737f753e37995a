"""What holds for any readouts: generated from a small grammar of sentences, and any text at all."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readcmp.errors import ReadcmpError
from readcmp.loading import load
from readcmp.model import Readout
from readcmp.pipeline import compare as compare_by
from readcmp.rendering import FORMATS, Look, render
from readcmp.rendering.json import to_dict

SUBJECTS = ("The ministers", "Both sides", "The Prime Minister", "Her counterpart")
VERBS = ("discussed", "welcomed", "raised", "called for progress on", "agreed to continue talks about")
MATTERS = {
    "fish": "the fishing quotas in the northern waters",
    "trade": "tariffs on imported steel",
    "gas": "deliveries of natural gas by pipeline",
    "visas": "visas for university students",
    "virus": "vaccines against the coronavirus",
    "arms": "the reduction of nuclear warheads",
    "cyber": "cyber attacks on hospitals",
    "climate": "methane emissions and a warming climate",
    "prisoners": "the exchange of prisoners held since the war",
    "flights": "direct flights between the two capitals",
}
compare = partial(compare_by, engine="fuzzy")
FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

sentences = st.builds(
    lambda subject, verb, matter: (matter, f"{subject} {verb} {MATTERS[matter]}."),
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(sorted(MATTERS)),
)
accounts = st.lists(sentences, min_size=1, max_size=6, unique_by=lambda sentence: sentence[0])


def readout(side, found):
    """A readout of one paragraph, made of sentences."""
    return Readout(side, side.upper(), " ".join(text for _, text in found) + "\n", f"{side}.txt")


def told(comparison):
    """What the links say: the texts of their ends."""
    text = {point.id: point.text for side in comparison.sides for point in side.points}
    return {(text[link.a], text[link.b]) for link in comparison.links}


def omitted(comparison):
    """The texts of the points that are told by one side only."""
    text = {point.id: point.text for side in comparison.sides for point in side.points}
    return {text[point] for f in comparison.findings if f.kind == "omission" for point in f.points}


def assert_one_line(error):
    """What is told of trouble stays on its line."""
    assert str(error).isprintable()


def assert_in_order(comparison):
    """Offsets cut out the points, and every id that is named is there."""
    points = {point.id for side in comparison.sides for point in side.points}
    for side in comparison.sides:
        end = 0
        for point in side.points:
            assert side.readout.text[point.start : point.end] == point.text != ""
            assert point.start >= end
            end = point.end
            for hit in point.hits:
                assert side.readout.text[hit.start : hit.end] == hit.text
    for link in (*comparison.links, *comparison.possible):
        assert {link.a, link.b} <= points
        assert 0.0 <= link.score <= 1.0


@FEW
@given(accounts)
def test_a_text_against_itself_links_every_point_and_omits_nothing(found):
    comparison = compare([readout("us", found), readout("ru", found)])
    assert_in_order(comparison)
    assert {(p.text, p.text) for p in comparison.sides[0].points} <= told(comparison)
    assert omitted(comparison) == set()


@FEW
@given(accounts, st.randoms(use_true_random=False))
def test_shuffled_sentences_are_still_linked_to_themselves(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    comparison = compare([readout("us", found), readout("ru", shuffled)])
    assert {(p.text, p.text) for p in comparison.sides[0].points} <= told(comparison)
    assert omitted(comparison) == set()


def assert_mirrored(ours, theirs, engine):
    """Exchanged sides exchange nothing but the ends."""
    us, ru = readout("us", ours), readout("ru", theirs)
    one, other = compare([us, ru], engine=engine), compare([ru, us], engine=engine)
    assert_in_order(one)
    assert {(link.a, link.b, link.score) for link in one.links} == {(k.b, k.a, k.score) for k in other.links}
    assert {(link.a, link.b, link.score) for link in one.possible} == {(k.b, k.a, k.score) for k in other.possible}
    assert set(one.findings) == set(other.findings)


@FEW
@given(accounts, accounts)
def test_exchanged_sides_exchange_nothing_but_the_ends(ours, theirs):
    assert_mirrored(ours, theirs, "fuzzy")


@settings(FEW, max_examples=6)
@given(accounts, accounts)
def test_exchanged_sides_exchange_nothing_but_the_ends_with_vectors_too(ours, theirs):
    assert_mirrored(ours, theirs, "semantic")


@FEW
@given(accounts.filter(lambda found: len(found) < len(MATTERS)), st.data())
def test_a_sentence_on_another_matter_leaves_the_links_that_were_there(found, data):
    here = {matter for matter, _ in found}
    matter = data.draw(st.sampled_from(sorted(MATTERS.keys() - here)))
    added = f"Separately, the delegation spoke of {MATTERS[matter]}."
    before = compare([readout("us", found), readout("ru", found)])
    after = compare([readout("us", found), readout("ru", [*found, (matter, added)])])
    assert told(before)
    assert {(a, b) for a, b in told(before) if a == b} <= told(after)
    assert omitted(after) <= {p.text for p in after.sides[1].points} - {text for _, text in found}


@FEW
@given(accounts, accounts, accounts)
def test_three_sides_name_only_points_that_are_there(one, two, three):
    comparison = compare([readout("us", one), readout("ru", two), readout("cn", three)])
    assert_in_order(comparison)
    for topic in to_dict(comparison)["topics"]:
        assert topic["sides"].keys() == {"us", "ru", "cn"}
        assert any(topic["sides"].values())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=300), st.text(max_size=300))
@example("", "")
@example("\r\n\r\n", "\u2028\u0085")
@example("§" * 50, "1. 2. 3. a) b)")
@example("\x1b[2J\x00\x07", "\u202e\u200b\ufeff")
@example("und und und " * 20, "İıſẞ ﬁ № ½ ①")
def test_any_text_is_compared_and_drawn_or_refused_in_one_line(ours, theirs):
    try:
        comparison = compare([Readout("us", "US", ours, "us.txt"), Readout("ru", "RU", theirs, "ru.txt")])
    except ReadcmpError as error:
        assert_one_line(error)
        return
    assert_in_order(comparison)
    for form in FORMATS:
        assert render(comparison, form, Look(width=60))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=300))
@example(b"---\ntitle: [\n---\ntext")
@example(b"\xff\xfe\x00")
def test_any_bytes_are_loaded_and_compared_or_refused_in_one_line(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("any") / "us.txt"
    file.write_bytes(data)
    try:
        found = load(file)
    except ReadcmpError as error:
        assert_one_line(error)
        return
    other = Readout("zz", "ZZ", "The ministers discussed trade.", "zz.txt")
    assert_in_order(compare([found, other]))


@pytest.mark.parametrize("language", ["en", "ru", "zh", "xx"])
def test_a_language_without_a_vocabulary_is_compared_all_the_same(language):
    text = "Стороны обсудили торговлю. 双方讨论了贸易。 The sides discussed trade."
    comparison = compare([Readout(side, side, text, f"{side}.txt", language) for side in ("us", "ru")])
    assert_in_order(comparison)
    assert comparison.sides[0].points
