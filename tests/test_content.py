"""What points and accounts say: each thing read once, when it is asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from readcmp.annotation import content
from readcmp.annotation.content import PointContent
from readcmp.annotation.contents import AccountContent
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.encoding.words import WordVectors
from readcmp.lexicon import load_lexicon
from readcmp.loading import load
from readcmp.model import Point
from readcmp.pipeline import compare, points_of

SAMPLES = Path(__file__).parent.parent / "samples"
CALL = [SAMPLES / "2021-12-07-biden-putin" / name for name in ("us.txt", "ru.txt")]
READERS = (
    (content.negation, "find_negations"),
    (content.scope, "find_extents"),
    (content.scope, "find_strong_condition"),
    (content.scope, "find_joined"),
    (content.contrast, "find_poles"),
    (content.contrast, "find_term"),
)


@pytest.mark.parametrize(("module", "reader"), READERS, ids=[name for _, name in READERS])
def test_a_comparison_reads_each_thing_of_a_point_once(module, reader, monkeypatch):
    read, asked = getattr(module, reader), Counter()

    def counted(text, language, *rest):
        asked[text, *rest] += 1
        return read(text, language, *rest)

    monkeypatch.setattr(module, reader, counted)
    compare(map(load, CALL), engine="fuzzy")
    assert asked
    assert set(asked.values()) == {1}


def test_a_comparison_asks_once_what_the_words_of_a_point_mean(monkeypatch):
    encode, asked = WordVectors.encode, Counter()

    def counted(self, points, language):
        asked.update(points)
        return encode(self, points, language)

    monkeypatch.setattr(WordVectors, "encode", counted)
    made = compare(map(load, CALL), engine="fuzzy")
    assert asked == Counter((point.text, point.lead) for side in made.sides for point in side.points)


def content_of(text, lead=""):
    """What a point of an English account says."""
    return PointContent(Point("us1", 0, len(text), text, lead=lead), "en", load_lexicon())


def test_a_point_without_a_governing_clause_is_read_as_a_whole_once():
    point = content_of("They will not sign.")
    assert point.whole is point


def test_a_governing_clause_counts_for_the_whole_of_a_point_alone():
    point = content_of("trade,\nand arms", lead="They did not discuss")
    assert point.negations == ()
    assert point.whole.text == "They did not discuss trade, and arms"
    assert [negation.words for negation in point.whole.negations] == ["not"]


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_account_has_the_figures_and_names_that_its_whole_text_has(file):
    readout, lexicon = load(file), load_lexicon()
    account = AccountContent(points_of(readout), lexicon)
    assert account.names == {hit.id for hit in lexicon.find(readout.text, readout.language, "actor")}
    figures = extract_quantities(readout.text, readout.language)
    assert account.figures == {figure.value for figure in figures if figure.kind != "quote"}
