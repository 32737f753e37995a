"""The README against the program: what it shows is what is printed, and what it tells to type works."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys

import pytest
import readme
import yaml

from readcmp.loading import load
from readcmp.rendering.json import schema_text

TEXT = readme.README.read_text(encoding="utf-8")
MEND = "run python tests/readme.py"

SHELL = [block for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) if "python3 -m venv" not in block]
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
YAML = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def section(heading):
    """The text below a heading, up to the next heading of its rank."""
    return TEXT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture
def folder(tmp_path):
    """A folder like a checkout: samples, gold, the README's lexicon as own.yaml, and readcmp as a command."""
    for name in ("samples", "tests"):
        (tmp_path / name).symlink_to(readme.ROOT / name)
    for name, key in (("own.yaml", "topics:"), ("pins.yaml", "apart:")):
        (tmp_path / name).write_text(next(block for block in YAML if key in block), encoding="utf-8")
    command = tmp_path / "bin" / "readcmp"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m readcmp "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


def run(arguments, folder):
    """Run a program in the folder; give what it printed."""
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    places = os.pathsep.join([str(readme.ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return subprocess.run(
        arguments,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": places, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_generated_parts_are_what_the_program_prints_now():
    """Neither a help text nor a figure is typed by hand or left behind."""
    assert readme.fresh(TEXT) == TEXT, MEND


def test_the_picture_is_what_the_program_draws_now():
    """Who sees the picture sees the program's output."""
    assert readme.PICTURE.read_text(encoding="utf-8") == readme.picture(), MEND
    assert "(samples/picture.svg)" in TEXT


@pytest.mark.parametrize("path", list(readme.commands()), ids=lambda path: " ".join(("readcmp", *path)))
def test_every_command_is_documented(path):
    """A new command needs its help in the README."""
    assert f"<!-- {' '.join(('help: readcmp', *path))} -->" in TEXT


@pytest.mark.parametrize("block", SHELL)
def test_a_shell_example_works_as_it_stands(block, folder):
    """Every line of every block prints something and complains of nothing."""
    if "jq" in block and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    done = run(["sh", "-eu", "-c", block], folder)
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.strip() or [*folder.glob("*.svg"), *folder.glob("report.html")]


@pytest.mark.parametrize("block", PYTHON)
def test_a_python_example_works_as_it_stands(block, folder):
    """Copied into a file, it runs and prints."""
    done = run([sys.executable, "-W", "error", "-c", block], folder)
    assert done.stderr == ""
    assert done.stdout.strip()


def test_the_lexicon_of_the_readme_adds_its_topic_to_the_comparison(folder):
    """The new topic is told of in the sample that the example names."""
    label = next(iter(yaml.safe_load((folder / "own.yaml").read_text(encoding="utf-8"))["topics"].values()))["label"]
    without = run(["readcmp", "diff", "--engine", "fuzzy", *readme.SAMPLE], folder).stdout
    with_it = run(["readcmp", "diff", "--engine", "fuzzy", "--lexicon", "own.yaml", *readme.SAMPLE], folder).stdout
    assert label in with_it
    assert label not in without


def test_the_front_matter_of_the_readme_is_read(tmp_path):
    """Every key of the example is one that the program knows."""
    block = next(block for block in YAML if block.startswith("---"))
    file = tmp_path / "a.txt"
    file.write_text(f"{block}They spoke today by telephone.\n", encoding="utf-8")
    readout = load(file)
    for key, value in yaml.safe_load(block.strip("-\n")).items():
        known = getattr(readout, key)
        assert known == str(value), key


def test_every_key_of_the_json_is_explained():
    """Who writes a script need not guess what a part of the output is."""
    for key in yaml.safe_load(schema_text())["properties"]:
        assert f"`{key}`" in section("JSON, the contract"), key


def test_every_dependency_is_justified():
    """What an install brings in has its reason in the README."""
    setup = configparser.ConfigParser()
    setup.read(readme.ROOT / "setup.cfg", encoding="utf-8")
    for line in setup["options"]["install_requires"].split("\n"):
        if line.strip():
            assert f"**{line.split()[0]}**" in section("What it stands on")


def test_the_tests_are_run_by_the_block_under_their_heading():
    """Who wants to run the tests copies one block, whatever machine it is."""
    block = re.search(r"## Run the tests\n\s*```sh\n(.*?)```", TEXT, re.DOTALL)
    assert block is not None
    assert block[1].strip().endswith("python -m pytest -q -n 2")
