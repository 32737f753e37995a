"""Whose account each sentence of an article tells, all its sentences weighed together."""

import random
from itertools import pairwise, product
from math import exp, isclose
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from readcmp import load_text
from readcmp.lexicon import load_lexicon
from readcmp.splitting import read_article, split
from readcmp.splitting.labelling import decoding, find_labels
from readcmp.splitting.labelling.features import (
    JOURNALIST,
    TRANSITIONS,
    Context,
    features_of,
    transition,
    transition_features,
)
from readcmp.splitting.labelling.introductions import Introductions
from readcmp.splitting.memory import ALL
from readcmp.splitting.sources import Sources

NEWS = """The ministers of Norway and Türkiye met in Riga on Monday.

Norway's fisheries minister, Kari Hansen, said the two had agreed on a date. It would be in May.

"Nobody signed anything," the Turkish trade minister told reporters. He had read the paper twice.

Hansen said she had a copy. The trade minister repeated that there was none.

Riga is a city of bridges."""

ODDS = st.lists(st.lists(st.floats(-4, 4), min_size=3, max_size=3), min_size=1, max_size=4)


def introductions(text):
    """What is known of those whom a text introduces."""
    sources = Sources(load_text(text, language="en"), load_lexicon(None))
    return Introductions(text, sources.states.find(text), sources)


def score(path, odds, steps):
    """The log-odds of a sequence of labels."""
    return sum(row[i] for row, i in zip(odds, path, strict=True)) + sum(
        worth[a][b] for worth, (a, b) in zip(steps, pairwise(path), strict=True)
    )


@given(ODDS, st.randoms(use_true_random=False))
def test_the_sequence_found_is_the_likeliest_and_its_probabilities_are_those_of_all_sequences(odds, chance):
    steps = [[[chance.uniform(-2, 2) for _ in range(3)] for _ in range(3)] for _ in odds[1:]]
    weights = {path: exp(score(path, odds, steps)) for path in product(range(3), repeat=len(odds))}
    best = tuple(decoding.viterbi(odds, steps))
    assert isclose(weights[best], max(weights.values()), rel_tol=1e-9)
    total = sum(weights.values())
    for place, row in enumerate(decoding.marginals(odds, steps)):
        for i, probability in enumerate(row):
            expected = sum(weight for path, weight in weights.items() if path[place] == i) / total
            assert isclose(probability, expected, rel_tol=1e-6, abs_tol=1e-12)


def test_every_step_has_a_name_and_every_name_a_step():
    labels = [JOURNALIST, ALL, "no", "tr"]
    assert {transition(before, after) for before in labels for after in labels} == set(TRANSITIONS)


@pytest.mark.parametrize(
    ("cue", "found"),
    [
        ("the minister said", ("tr", frozenset({"no", "tr"}))),
        ("the trade minister said", ("tr", frozenset({"tr"}))),
        ("the fisheries minister said", ("no", frozenset({"no"}))),
        ("the transport minister said", ("", frozenset())),
        ("the president said", ("", frozenset())),
        ("she said", ("", frozenset())),
    ],
)
def test_an_office_is_of_whoever_the_article_says_held_it_last(cue, found):
    assert introductions(NEWS).office(cue, len(NEWS)) == found


def test_nobody_holds_an_office_before_the_article_says_so():
    assert introductions(NEWS).office("the trade minister said", 0)[0] == ""


def test_a_name_has_the_state_that_stands_beside_its_first_mention():
    known = introductions(NEWS)
    person = known.person("Hansen said", NEWS.index("Hansen said"))
    assert (person.name, person.state_beside, person.new) == ("Hansen", "no", False)
    assert known.person("Kari Hansen, said", NEWS.index("Kari")).name == "Hansen"
    assert known.person("the minister said", 0).name == ""


def test_whoever_spoke_is_known_by_name_alone():
    known = introductions(NEWS)
    clause = "Hansen remembers a handshake."
    assert known.speaker(clause, len(NEWS)).name == ""
    known.learn_speaker("Norway's fisheries minister, Kari Hansen, said")
    assert known.speaker(clause, len(NEWS)).name == "Hansen"
    assert known.speaker("The copy, says Hansen, is in a drawer.", len(NEWS)).name == "Hansen"
    assert known.speaker("The copy was shown to the press and to Hansen too.", len(NEWS)).name == ""


def test_an_office_is_of_no_state_behind_a_stop():
    assert introductions("They met the minister. Ghana said nothing. The minister spoke.").office(
        "the minister said", 60
    ) == ("", frozenset())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der deutsche Minister Müller überzeugte niemanden. Müller sagte nichts.", "Müller"),
        ("Es sprach der deutsche Minister Schmidt", "Schmidt"),
        ("Der deutsche Minister schloss das Abkommen. Das Abkommen ist alt.", ""),
    ],
)
def test_where_every_noun_has_a_capital_a_name_is_what_follows_an_office(text, name):
    sources = Sources(load_text(text, language="de"), load_lexicon(None))
    known = Introductions(text, sources.states.find(text), sources)
    assert known.person(text.split(". ")[-1], 0).name == name


def test_sentences_go_to_the_side_of_their_speaker_by_office_and_by_name():
    told = {one.text: one.sides for one in split(load_text(NEWS, language="en")).statements}
    assert told["Hansen said she had a copy."] == ("no",)
    assert told['"Nobody signed anything," the Turkish trade minister told reporters.'] == ("tr",)
    assert told["Riga is a city of bridges."] == ()


def test_without_coefficients_all_labels_are_as_likely():
    _, evidence = read_article(load_text(NEWS, language="en"))
    found = find_labels(evidence, {})
    count = len(Context(evidence).labels)
    assert len(found.labels) == len(evidence.statements)
    assert all(isclose(p, 1 / count, rel_tol=1e-9) for row in found.probabilities for p in row.values())


def test_a_coefficient_moves_the_labels_that_have_its_feature():
    _, evidence = read_article(load_text(NEWS, language="en"))
    assert set(find_labels(evidence, {"nobody always": 9.0}).labels) == {JOURNALIST}
    assert set(find_labels(evidence, {"side always": 9.0, "go on: always": 1.0}).labels) <= {"no", "tr", "lv"}


def test_the_coefficients_are_of_features_that_there_are():
    context = Context(read_article(load_text(NEWS, language="en"))[1])
    given = {
        name
        for n in range(len(context.statements))
        for one in context.labels
        for name, _ in features_of(context, n, one)
    }
    given |= {
        f"{kind}: {name}"
        for n in range(1, len(context.statements))
        for name in transition_features(context, n)
        for kind in TRANSITIONS
    }
    known = decoding.shipped()
    assert len(given & known.keys()) > 0.8 * len([name for name in given if " stem " not in name])
    assert all(abs(value) < 20 for value in known.values())


def test_a_background_that_is_weighed_as_such_keeps_its_probability():
    text = NEWS.replace("Riga is a city of bridges.", "The previous talks took place in 2019.")
    one = split(load_text(text, language="en")).statements[-1]
    assert (one.sides, one.reason) == ((), "background")
    assert one.probability > 0.5


def test_a_few_sentences_are_left_to_the_rules():
    text = "Oslo said it was good. It said no more."
    assert [one.probability for one in split(load_text(text, language="en")).statements] == [None, None]
    assert all(one.probability is not None for one in split(load_text(text * 3, language="en")).statements)


def test_the_gradient_of_the_fit_is_that_of_its_loss():
    sequences = pytest.importorskip("readcmp.training.sequences", reason="the extra 'train' is not installed")
    import numpy as np

    chance = random.Random(3)
    chains = [
        sequences.Chain(
            length, 3,
            [(n, i, chance.randrange(8), chance.uniform(-1, 1)) for n in range(length) for i in range(3)],
            [(n, kind, chance.randrange(8), 1.0) for n in range(1, length) for kind in range(2)],
            [[int(a == b) for b in range(3)] for a in range(3)],
            [[chance.randrange(3)] if n else [0, 1, 2] for n in range(length)],
            weight,
        )
        for length, weight in ((1, 1.0), (4, 0.5), (3, 2.0))
    ]  # fmt: skip
    field = sequences.Field(chains, 8, 2)
    at = np.array([chance.uniform(-1, 1) for _ in range(8)])
    _, gradient = field.loss(at, 0.7)
    for n in range(8):
        step = np.eye(8)[n] * 1e-5
        slope = (field.loss(at + step, 0.7)[0] - field.loss(at - step, 0.7)[0]) / 2e-5
        assert isclose(slope, gradient[n], rel_tol=1e-4, abs_tol=1e-6)


def test_the_fit_needs_two_editors():
    training = pytest.importorskip("readcmp.training.splitting", reason="the extra 'train' is not installed")
    done = CliRunner().invoke(training.main, [str(Path(__file__).parent / "articles" / "editors" / "1")])
    assert done.exit_code == 2
    assert "give the articles of two editors or more" in done.output


def test_the_fit_finds_what_sequences_were_made_of():
    sequences = pytest.importorskip("readcmp.training.sequences", reason="the extra 'train' is not installed")
    chance = random.Random(5)
    chains = []
    for _ in range(400):
        seen = [chance.random() < 0.5 for _ in range(6)]
        right, before = [], None
        for there in seen:
            odds = (1.5 if there else -1.5) + (0.0 if before is None else 1.0 if before else -1.0)
            before = int(chance.random() < 1 / (1 + exp(-odds)))
            right.append(before)
        features = [(n, 1, 0 if there else 1, 1.0) for n, there in enumerate(seen)]
        steps = [(n, kind, 2 + kind, 1.0) for n in range(1, 6) for kind in range(2)]
        table = [[1, 0], [0, 1]]
        chains.append(sequences.Chain(6, 2, features, steps, table, [[one] for one in right]))
    there, absent, turned, went_on = sequences.fit_chains(chains, features=4, kinds=2, l2=0.1, iterations=100)
    assert 0.9 < there < 2.1
    assert -2.1 < absent < -0.9
    assert 0.5 < went_on - turned < 1.5
