"""Invented pairs: the form they are written in, and what stands in ``corpus/``."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from readcmp.errors import InputError
from readcmp.evaluation import read_gold
from readcmp.evaluation.corpus import parse_pair, set_aside
from readcmp.lexicon import load_lexicon

FOLDER = Path(__file__).parent / "corpus"
FILES = sorted(FOLDER.glob("*.pair"))

SPEAKERS = {"own", "other", "both", "third", "none"}
ACTS = {
    "report", "assert", "wish_offer", "request", "approve", "agree", "commit", "concern", "oppose", "warn", "fact",
}  # fmt: skip

SMALL = """\
# Invented: no such contact took place.
2031-05-04  phone call between two ministers

[us en]
u1  own   report  trade         | The ministers spoke of the “tariffs
-                               | ”, of
u2  both  report  energy,trade  | gas,
u3  own   report  fisheries     | and of fish

-                               | .

[cn zh]
c1  both  report  trade         | 双方讨论了关税，
c2  own   agree   energy        | 并同意供气。

[links]
u1  c1  tariffs
c2  u2
"""


def test_pieces_are_joined_as_they_are_read_and_points_keep_their_place():
    pair = parse_pair(SMALL)
    us, cn = pair.sides
    assert (pair.date, pair.event) == ("2031-05-04", "phone call between two ministers")
    assert us.text == "The ministers spoke of the “tariffs”, of gas, and of fish\n\n.\n"
    assert cn.text == "双方讨论了关税，并同意供气。\n"
    assert [us.text[p.start : p.end] for p in us.points] == [
        "The ministers spoke of the “tariffs", "gas,", "and of fish"
    ]  # fmt: skip
    assert (us.points[1].speaker, us.points[1].act, us.points[1].topics) == ("both", "report", ("energy", "trade"))


def test_a_link_begins_with_the_first_side_whichever_way_it_is_written():
    assert parse_pair(SMALL).links == (("u1", "c1", "tariffs"), ("u2", "c2", ""))


@pytest.mark.parametrize(
    ("line", "instead", "says"),
    [
        ("u2  both  report  energy,trade  | gas,", "u2  both  report  | gas,", "line 7 is no point"),
        ("u2  both  report  energy,trade  | gas,", "gas,", "line 7 is no point"),
        ("c2  u2", "c2", "line 18 is no link"),
        ("c2  u2", "c2  c1", "does not join points of the two sides"),
        ("c2  u2", "c2  u9", "does not join points of the two sides"),
        ("u3  own   report  fisheries ", "u2  own   report  fisheries ", "ids that are all different"),
        ("[cn zh]\n", "", "two sides are needed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line_with_the_file(line, instead, says, tmp_path):
    (tmp_path / "small.pair").write_text(SMALL.replace(line, instead), encoding="utf-8")
    with pytest.raises(InputError, match=says) as caught:
        list(read_gold(tmp_path))
    assert "small.pair" in str(caught.value)


def test_pairs_in_files_and_in_folders_are_read_from_one_folder_by_name(tmp_path):
    (tmp_path / "b.pair").write_text(SMALL, encoding="utf-8")
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "us.txt").write_text("The ministers spoke of gas.\n")
    (folder / "ru.txt").write_text("Gas was discussed.\n")
    (folder / "gold.yaml").write_text(
        "sides: {us: us.txt, ru: ru.txt}\ntags: [en-en]\nlinks: [[u1, r1]]\n"
        "points: {us: [{id: u1, quote: gas, topic: energy}], ru: [{id: r1, quote: Gas, topic: energy}]}\n"
    )
    assert [pair.name for pair in read_gold(tmp_path)] == ["a", "b"]
    assert [pair.name for pair in read_gold(tmp_path, tag="en-zh")] == ["b"]
    assert [pair.name for pair in read_gold(tmp_path, only="a")] == ["a"]


def test_the_corpus_can_be_read_and_uses_only_what_the_program_knows():
    topics = load_lexicon().topics.keys() | {"other"}
    points = 0
    for pair in read_gold(FOLDER):
        for point in (*pair.points[0], *pair.points[1]):
            assert point.words, (pair.name, point.id)
            assert point.speaker in SPEAKERS and point.act in ACTS, (pair.name, point.id)  # noqa: PT018
            assert topics >= set(point.topics), (pair.name, point.id)
            points += 1
    assert points > 4500


def test_every_file_of_the_corpus_says_at_its_head_that_it_is_invented():
    for file in FILES:
        assert file.read_text(encoding="utf-8").startswith("# Invented: no such contact took place"), file.name


def test_about_a_third_is_set_aside_and_a_name_decides_for_good():
    aside = [file.stem for file in FILES if set_aside(file.stem)]
    assert len(FILES) / 4 < len(aside) < len(FILES) / 2.5
    assert [name for name in ("a001", "a002", "a003", "b001", "c001", "d001") if set_aside(name)] == ["a001", "c001"]


@pytest.mark.gold
def test_the_corpus_says_what_the_texts_say_that_it_was_made_from(shared, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_file_location("made_from", shared / "corpus" / "corpus.py")
    theirs = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "made_from", theirs)
    spec.loader.exec_module(theirs)
    # Those that begin with e have a real readout for one side, and are no part of the project.
    names = sorted(path.stem for path in (shared / "corpus").glob("*.txt") if not path.stem.startswith("e"))
    assert [file.stem for file in FILES] == names
    for file in FILES:
        made, found = theirs.read(shared / "corpus" / f"{file.stem}.txt"), parse_pair(file.read_text(encoding="utf-8"))
        assert (f"{found.date} | {found.event}", list(found.links)) == (made.event, made.links), file.stem
        for one, other in zip(found.sides, made.sides, strict=True):
            assert (one.id, one.language, one.text) == (other.id, other.language, other.text)
            assert [(p.id, p.speaker, p.act, list(p.topics), one.text[p.start : p.end]) for p in one.points] == [
                (p.id, p.speaker, p.act, p.topics, p.text) for p in other.points
            ], file.stem
