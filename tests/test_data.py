"""What is kept from one run to the next equals what it is made from, and is never needed and never trusted blindly."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readcmp import data, patterns
from readcmp.lexicon import KINDS, Lexicon, load_lexicon
from readcmp.lexicon.reading import languages
from readcmp.lexicon.terms import first_key

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for path in data.ROOT.rglob("*.yaml") if "training" not in path.parts)
TEXT = "The ministers agreed on 3 May to send 250 tons of grain, and discussed sanctions against Iran.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which alone results are kept."""
    monkeypatch.setattr(data, "FOLDERS", [tmp_path / "kept"])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(data.ROOT)))
@pytest.mark.parametrize("texts", [False, True])
def test_what_is_kept_of_a_file_equals_the_file(path, texts, folder):
    fresh = data.parse(path.read_bytes(), texts=texts)
    assert data.parsed(path, texts=texts) == fresh
    assert list(folder.iterdir())
    assert repr(data.parsed(path, texts=texts)) == repr(fresh)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", languages())
def test_the_terms_that_are_kept_are_those_of_the_lexicon(kind, language, folder):
    lexicon = load_lexicon()
    terms = list(lexicon.terms(kind, language))
    for _ in range(2):  # made, then read
        index = Lexicon().index(kind, language)
        assert len(index) == len(terms)
        for term in terms:
            assert term in found_in(index._tree(first_key(term.pattern or term.text)))


def found_in(node):
    below = [*node.words.values(), *node.stems.values(), *([node.gap] if node.gap else [])]
    return [*node.terms, *(term for each in below for term in found_in(each))]


def test_a_result_is_made_once(folder):
    made = []
    for _ in range(3):
        assert data.kept("numbers", lambda: made.append(1) or {"one": (1, 2.5, None)}) == {"one": (1, 2.5, None)}
    assert made == [1]


@pytest.mark.parametrize("spoil", [lambda b: b"", lambda b: b[:-3], lambda b: b[:30] + b"?" + b[31:], lambda b: b[8:]])
def test_what_is_damaged_is_made_anew_and_mended(spoil, folder):
    data.kept("words", lambda: ["one", "two"] * 20)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert data.kept("words", lambda: ["one", "two"] * 20) == ["one", "two"] * 20
    assert file.read_bytes() == whole


def test_what_was_made_with_other_files_is_made_anew(folder, monkeypatch):
    assert data.kept("answer", lambda: 1) == 1
    monkeypatch.setattr(data, "state", lambda: b"0" * 16)
    assert data.kept("answer", lambda: 2) == 2


def test_a_change_of_any_file_of_the_package_is_seen(tmp_path, monkeypatch):
    for name in ("a.py", "b.yaml"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(data, "ROOT", tmp_path)
    seen = {data.state.__wrapped__()}
    (tmp_path / "b.yaml").write_text("2", encoding="utf-8")
    os.utime(tmp_path / "b.yaml", ns=(1, 1))
    seen.add(data.state.__wrapped__())
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    seen.add(data.state.__wrapped__())
    assert len(seen) == 3


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(data, "FOLDERS", [tmp_path / "file" / "kept"])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert (data.kept("answer", lambda: 1), data.kept("answer", lambda: 2)) == (1, 2)
    monkeypatch.setattr(data, "FOLDERS", [tmp_path / "file" / "kept", tmp_path / "other"])
    assert (data.kept("answer", lambda: 1), data.kept("answer", lambda: 2)) == (1, 1)


def test_what_is_not_plain_is_not_kept(folder):
    assert isinstance(data.kept("path", Path), Path)
    assert not folder.exists()


def test_a_file_outside_the_package_is_read_each_time(folder, tmp_path):
    path = tmp_path / "own.yaml"
    for value in (1, 2):
        path.write_text(f"a: {value}", encoding="utf-8")
        assert data.parsed(path) == {"a": value}


@pytest.mark.parametrize(("pattern", "flags"), [(r"(?P<a>\w+)[\u3400-\u9fff]|(b)", 0), (r"(?s)x.[ä-ö]", re.I | re.M)])
def test_a_kept_pattern_is_that_which_re_compiles(pattern, flags):
    for _ in range(2):
        found = patterns.compiled(pattern, flags)
        assert found == re.compile(pattern, flags)
        assert (found.groups, found.groupindex, found.flags) == (
            re.compile(pattern, flags).groups, re.compile(pattern, flags).groupindex, re.compile(pattern, flags).flags,
        )  # fmt: skip


def test_runs_with_and_without_what_is_kept_print_the_same(tmp_path):
    package = tmp_path / "place" / "readcmp"
    shutil.copytree(data.ROOT, package, ignore=shutil.ignore_patterns("__pycache__"))
    files = [tmp_path / "us.txt", tmp_path / "ru.txt"]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "HOME")}
    command = [sys.executable, "-m", "readcmp", "diff", "--engine", "fuzzy", "--json", *map(str, files)]

    def run(**changes):
        done = subprocess.run(command, cwd=package.parent, env=env | changes, capture_output=True, check=True)
        assert not done.stderr
        return done.stdout

    bare = run(PYTHONDONTWRITEBYTECODE="1")
    assert not list(package.rglob("*.data"))
    first = run()
    kept = list(package.rglob("*.data"))
    assert len(kept) > 10
    for file in kept[::2]:
        file.write_bytes(file.read_bytes()[:-1])
    assert bare == first == run() == run()
