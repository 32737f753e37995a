"""The configuration file: what it changes, what goes before it, and one clear line for whatever is wrong with it."""

from __future__ import annotations

import json
import sys
import tomllib

import pytest
from program import run
from test_cli import RU, US, assert_trouble
from test_cli import readcmp as fuzzily
from test_readme import block

from readcmp.cli.config import KEYS


def readcmp(*args, config=None, env=None, cwd=None):
    """Run the program with a configuration file, and with no engine that it was not told."""
    done = run(args, env={"READCMP_CONFIG": "" if config is None else str(config), **(env or {})}, cwd=cwd)
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


@pytest.fixture
def write(tmp_path):
    """Write a configuration; return its file."""

    def write(text, name="config.toml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def made(done):
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def watched(done):
    return [topic["id"] for topic in made(done)["watched"]]


def test_the_engine_of_the_configuration_is_taken_and_the_command_line_goes_before_it(write):
    config = write('engine = "fuzzy"\n')
    assert made(readcmp("diff", "--json", US, RU, config=config))["generator"]["engine"] == "fuzzy"
    config = write('engine = "llm"\n')
    done = readcmp("diff", "--json", "--engine", "fuzzy", US, RU, config=config)
    assert made(done)["generator"]["engine"] == "fuzzy"


def test_colour_width_and_findings_are_taken_from_it(write):
    config = write('engine = "fuzzy"\ncolor = "always"\nwidth = 60\nfindings = 1\n')
    done = readcmp(US, RU, config=config)
    assert (
        done.stdout == fuzzily(US, RU, "--engine", "fuzzy", "--color", "always", "--width", 60, "--findings", 1).stdout
    )
    again = readcmp(US, RU, "--color", "never", "--width", 80, config=config)
    assert "\x1b" not in again.stdout
    assert max(map(len, again.stdout.splitlines())) > 60


def test_a_lexicon_lies_beside_the_file_that_names_it(write, tmp_path):
    (tmp_path / "own").mkdir()
    config = write('engine = "fuzzy"\nlexicon = "beekeeping.yaml"\n', "own/config.toml")
    write("topics: {beekeeping: {label: Beekeeping, terms: {en: honey}}}\n", "own/beekeeping.yaml")
    files = [write("The ministers praised the honey of the valley.\n", f"{name}.txt") for name in ("us", "ru")]
    for command in (["diff", "--json"], ["topics", "honey"]):
        done = readcmp(*command, *(files if command[0] == "diff" else ()), config=config, cwd=tmp_path)
        assert done.returncode == 0
        assert "beekeeping" in done.stdout


def test_a_watch_list_is_called_by_its_name_alone_or_among_topics(write):
    lists = '[watch-lists]\ngulf = ["iran-nuclear", "energy"]\narms = "arms-control"\n'
    config = write(f'engine = "fuzzy"\nwatch = "@gulf"\n{lists}')
    assert watched(readcmp("--json", US, RU, config=config)) == ["iran-nuclear", "energy"]
    assert watched(readcmp("--json", "--watch", "trade,@arms", US, RU, config=config)) == ["trade", "arms-control"]
    brief = readcmp("brief", US, RU, "--watch", "@arms", config=config)
    assert brief.stdout == fuzzily("brief", US, RU, "--watch", "arms-control").stdout


def test_a_watch_list_that_there_is_not_names_those_there_are_or_where_to_write_one(write, tmp_path):
    config = write('[watch-lists]\ngulf = ["iran"]\n')
    assert_trouble(readcmp(US, RU, "--watch", "@golf", config=config), "'golf'", "has gulf")
    done = readcmp(US, RU, "--watch", "@gulf", env={"READCMP_CONFIG": str(config)}, config=config)
    assert done.returncode == 0
    assert_trouble(readcmp(US, RU, "--watch", "@gulf", "--no-config", config=config), "[watch-lists]", "config.toml")


def test_a_topic_of_a_watch_list_that_is_none_is_an_error_as_on_the_command_line(write):
    config = write('[watch-lists]\ngulf = ["beekeeping"]\n')
    assert_trouble(readcmp(US, RU, "--watch", "@gulf", config=config), "no topic 'beekeeping'")


def test_no_config_leaves_it_aside(write):
    config = write("this is no TOML")
    done = readcmp("diff", "--no-config", "--engine", "fuzzy", US, RU, config=config)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == fuzzily("diff", US, RU).stdout


def test_it_lies_where_the_system_keeps_such_files(tmp_path):
    if sys.platform != "linux":
        pytest.skip("the place is that of Linux")
    home = tmp_path / "config" / "readcmp"
    home.mkdir(parents=True)
    (home / "config.toml").write_text('engine = "nonesuch"\n', encoding="utf-8")
    import os

    kept = os.environ.pop("READCMP_CONFIG")
    try:
        done = fuzzily(US, RU, env={"XDG_CONFIG_HOME": str(tmp_path / "config")})
        shown = fuzzily("--version", env={"XDG_CONFIG_HOME": str(tmp_path / "config")})
    finally:
        os.environ["READCMP_CONFIG"] = kept
    assert_trouble(done, str(home / "config.toml"), "'engine' is not one of")
    assert f"config   {home / 'config.toml'}\n" in shown.stdout


WRONG = {
    "unknown key": ('engin = "fuzzy"', "unknown key 'engin'; did you mean 'engine'?"),
    "unknown key like none": ("zzz = 1", f"unknown key 'zzz'; there are {', '.join(KEYS)}"),
    "no TOML": ("engine = fuzzy", "is not TOML in UTF-8"),
    "engine": ('engine = "magic"', "'engine' is not one of auto, fuzzy, semantic, llm"),
    "engine of a list": ("engine = []", "'engine' is not one of"),
    "colour": ("color = true", "'color' is not one of"),
    "width": ("width = 9", "'width' is not a whole number, 40 to 400"),
    "findings": ("findings = true", "'findings' is not a whole number, 0 or more"),
    "lexicon": ("lexicon = 7", "'lexicon' is not the path of a file"),
    "watch": ("watch = 7", "'watch' is not a list of topics"),
    "watch of numbers": ("watch = [7]", "'watch' is not a list of topics"),
    "lists": ("watch-lists = 7", "'watch-lists' is not a table"),
    "list": ("[watch-lists]\niran = {}", "'watch-lists.iran' is not a list of topics"),
    "empty list": ("[watch-lists]\niran = []", "'watch-lists.iran' is not a list of topics"),
    "too large": ("# " + "x" * 200_000, "is too large"),
    "nesting": ("watch = " + "[" * 5000, "is not TOML in UTF-8"),
}


@pytest.mark.parametrize(("text", "says"), WRONG.values(), ids=WRONG)
def test_whatever_is_wrong_is_one_line_with_the_file(text, says, write):
    config = write(text)
    assert_trouble(readcmp(US, RU, config=config), f"error: {config}: ", says)


def test_bytes_that_are_no_utf_8_a_folder_and_a_file_that_is_not_there_are_one_line(tmp_path):
    (tmp_path / "bytes.toml").write_bytes(b'engine = "\xff"')
    assert_trouble(readcmp(US, RU, config=tmp_path / "bytes.toml"), "bytes.toml: is not TOML in UTF-8")
    assert_trouble(readcmp(US, RU, config=tmp_path), "cannot be read")
    assert_trouble(readcmp(US, RU, config=tmp_path / "none.toml"), "no such file", "READCMP_CONFIG")


def test_the_example_of_the_guide_says_all_that_can_be_said(write):
    """Every key is in it, each is one that the program knows, and the topics are there."""
    config = write(block("toml", "watch-lists"))
    write("topics: {beekeeping: {label: Beekeeping, terms: {en: honey}}}\n", "own.yaml")
    assert {*tomllib.loads(config.read_text(encoding="utf-8"))} == {*KEYS}
    assert watched(readcmp("--json", US, RU, config=config))
    assert watched(readcmp("--json", US, RU, "--watch", "@arms", config=config))


def test_help_and_version_do_not_mind_a_broken_file(write):
    config = write("this is no TOML")
    for args in (["--help"], ["diff", "--help"], ["help"], ["schema"], ["diff", "--version"]):
        assert readcmp(*args, config=config).returncode == 0
