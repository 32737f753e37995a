"""The README against the program: what it shows is what is printed, and what it tells to type works."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import readme
import yaml

from readcmp.cli.diff import FORMATS, TABLES
from readcmp.loading import load
from readcmp.rendering.json import schema_text

PAGES = {path: path.read_text(encoding="utf-8") for path in readme.PAGES}
TEXT = PAGES[readme.README]
CONTRIBUTING = readme.ROOT / "CONTRIBUTING.md"
MEND = "run python tests/readme.py"


def blocks(language):
    """The blocks of code in a language in README and guide, each named by its page and its first line."""
    for path, text in PAGES.items():
        for block in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL):
            yield pytest.param(block, id=f"{path.stem}: {block.splitlines()[0][:60]}")


def block(language, key):
    """The first block in a language that has some words in it."""
    return next(one.values[0] for one in blocks(language) if key in one.values[0])


def guide(name):
    """A page of the guide."""
    return PAGES[readme.GUIDE / f"{name}.md"]


SHELL = [one for one in blocks("sh") if "python3 -m venv" not in one.values[0]]


@pytest.fixture
def folder(tmp_path):
    """A folder like a checkout: samples, gold, the files that the examples ask for, and readcmp as a command."""
    for name in ("samples", "tests"):
        (tmp_path / name).symlink_to(readme.ROOT / name)
    for name, key in (("own.yaml", "topics:"), ("pins.yaml", "apart:")):
        (tmp_path / name).write_text(block("yaml", key), encoding="utf-8")
    for place in readme.SAMPLE:
        (tmp_path / Path(place).name).write_bytes((readme.ROOT / place).read_bytes())
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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_generated_parts_are_what_the_program_prints_now(path):
    """Neither a help text nor a figure is typed by hand or left behind."""
    assert readme.fresh(PAGES[path]) == PAGES[path], MEND


def test_no_part_that_can_be_generated_is_missing():
    """Every table of figures stands on some page."""
    everything = "\n".join(PAGES.values())
    assert {name for name in readme.makers() if f"<!-- {name} -->" not in everything} == set()


def test_the_picture_is_what_the_program_draws_now():
    """Who sees the picture sees the program's output, but for the lexicon's hash, which every new term changes."""
    kept, drawn = (
        re.sub(r"lexicon(\s|&#160;)[0-9a-f]{8}", "lexicon", text)
        for text in (readme.PICTURE.read_text(encoding="utf-8"), readme.picture())
    )
    assert kept == drawn, MEND
    assert "(samples/picture.svg)" in TEXT


@pytest.mark.parametrize("example", SHELL)
def test_a_shell_example_works_as_it_stands(example, folder):
    """Every line of every block prints something and complains of nothing."""
    if "jq" in example and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    done = run(["sh", "-eu", "-c", example], folder)
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.strip() or [*folder.glob("*.svg"), *folder.glob("report.html")]


@pytest.mark.parametrize("example", list(blocks("python")))
def test_a_python_example_works_as_it_stands(example, folder):
    """Copied into a file, it runs and prints."""
    done = run([sys.executable, "-W", "error", "-c", example], folder)
    assert done.stderr == ""
    assert done.stdout.strip()


def test_the_lexicon_of_the_guide_adds_its_topic_to_the_comparison(folder):
    """The new topic is told of in the sample that the example names."""
    label = next(iter(yaml.safe_load((folder / "own.yaml").read_text(encoding="utf-8"))["topics"].values()))["label"]
    without = run(["readcmp", "diff", "--engine", "fuzzy", *readme.SAMPLE], folder).stdout
    with_it = run(["readcmp", "diff", "--engine", "fuzzy", "--lexicon", "own.yaml", *readme.SAMPLE], folder).stdout
    assert label in with_it
    assert label not in without


def test_the_front_matter_of_the_guide_is_read(tmp_path):
    """Every key of the example is one that the program knows."""
    front = block("yaml", "---\nside:")
    file = tmp_path / "a.txt"
    file.write_text(f"{front}They spoke today by telephone.\n", encoding="utf-8")
    readout = load(file)
    for key, value in yaml.load(front.strip("-\n"), yaml.BaseLoader).items():
        known = getattr(readout, key)
        assert known == str(value), key


def test_every_key_of_the_json_is_explained():
    """Who writes a script need not guess what a part of the output is."""
    for key in yaml.safe_load(schema_text())["properties"]:
        assert f"`{key}`" in guide("formats").partition("\n## JSON\n")[2], key


def test_every_kind_of_finding_and_every_format_is_explained():
    """Who meets a word in an output finds it in the guide."""
    weighing = readme.ROOT / "readcmp" / "comparing" / "findings" / "weighing.yaml"
    for kind in yaml.safe_load(weighing.read_text(encoding="utf-8"))["kinds"]:
        assert f"`{kind}`" in guide("findings"), kind
    for form in FORMATS:
        assert f"| `{form}` |" in guide("formats"), form
    for table in TABLES:
        assert f"`{table}`" in guide("formats"), table


def test_every_dependency_is_justified():
    """What an install brings in has its reason in the guide."""
    setup = configparser.ConfigParser()
    setup.read(readme.ROOT / "setup.cfg", encoding="utf-8")
    for line in setup["options"]["install_requires"].split("\n"):
        if line.strip():
            assert f"**{line.split()[0]}**" in guide("platforms")


def test_the_tests_are_run_by_the_block_under_their_heading():
    """Who wants to run the tests copies one block, whatever machine it is."""
    command = re.search(r"## Run the tests\n\s*```sh\n(.*?)```", TEXT, re.DOTALL)
    assert command is not None
    assert command[1].strip().endswith("python -m pytest -q -n 2")


def test_the_readme_is_short():
    """Who meets the project reads two minutes; all else is in the guide."""
    assert len(TEXT.encode()) <= 7_000


@pytest.mark.parametrize("path", [*PAGES, CONTRIBUTING], ids=lambda path: path.stem)
def test_what_a_page_links_to_or_names_is_there(path):
    """No link leads nowhere, and no module that a page names has been moved."""
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (path.parent / target).exists(), target
    named = re.findall(r"`((?:readcmp|tests|samples)/[\w./-]+)`", text)
    for name in (name for name in named if "xx" not in name):
        assert (readme.ROOT / name).exists(), name


def test_the_top_level_holds_the_package_its_samples_and_tests_and_small_files_about_them():
    """A newcomer sees at once what there is."""
    known = {
        "readcmp", "samples", "tests", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "setup.cfg",
        "pyproject.toml", "ruff.toml", "noxfile.py", ".pre-commit-config.yaml", ".gitignore", ".ci",
    }  # fmt: skip
    done = subprocess.run(["git", "ls-files"], cwd=readme.ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in done.stdout.splitlines()} <= known
