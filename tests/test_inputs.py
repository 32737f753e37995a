"""What a user types first: two files, a folder, a web address, a word that is no command; and what is written where."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from program import OUTSIDE, readcmp
from test_cli import ROOT, RU, US, assert_trouble

from readcmp.cli.commands import cli
from readcmp.cli.grouping import GROUPS, OTHER
from readcmp.version import VERSION

FUZZY = ("--engine", "fuzzy")


@pytest.fixture
def folder(tmp_path):
    """A folder with two readouts, and notes and results that lie beside them."""
    call = tmp_path / "call"
    call.mkdir()
    for file in (US, RU):
        shutil.copy(file, call)
    (call / "README.md").write_text("Notes on the call.\n", encoding="utf-8")
    (call / "pins.yaml").write_text("same: []\n", encoding="utf-8")
    (call / ".us.txt.swp").write_text("They met.\n", encoding="utf-8")
    return call


def sides_of(done):
    assert (done.returncode, done.stderr) == (0, "")
    return [side["id"] for side in json.loads(done.stdout)["sides"]]


def test_two_files_without_a_command_are_compared():
    bare = readcmp(US, RU, *FUZZY)
    assert bare.returncode == 0
    assert bare.stdout == readcmp("diff", US, RU).stdout


def test_options_may_come_first_without_a_command():
    assert sides_of(readcmp("--json", *FUZZY, US, RU)) == ["us", "ru"]


def test_a_file_without_an_ending_is_taken_for_one(tmp_path):
    for name in ("us", "ru"):
        (tmp_path / name).write_text("The ministers discussed trade.\n", encoding="utf-8")
    assert sides_of(readcmp("us", "ru", "--json", *FUZZY, cwd=tmp_path)) == ["us", "ru"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("compare", US, RU), "no command and no file is called 'compare'; 'readcmp --help' lists the commands"),
        (("breif", US, RU), "no command and no file is called 'breif'; did you mean 'readcmp brief'?"),
        (("lexicon", "sho"), "No such command 'sho'"),
        (("us.txt", "no-such.txt"), "us.txt: no such file"),
        ((US,), "two readouts"),
        (("--colour", US, RU), "Did you mean '--color'? (see 'readcmp diff --help')"),
        (("https://example.org/call", RU), "readcmp does not download; save the page (HTML or text) and give its file"),
        ((US, "HTTP://example.org/call"), "does not download"),
        (("brief", US, "https://example.org/call"), "does not download"),
    ],
)
def test_a_wrong_beginning_says_what_to_type(args, says, tmp_path):
    assert_trouble(readcmp(*args, cwd=tmp_path), says)


def test_a_file_that_is_not_there_names_one_that_is_called_nearly_so(folder):
    assert_trouble(readcmp("us.txt", "ru.tx", cwd=folder), "ru.tx: no such file; did you mean 'ru.txt'?")
    assert_trouble(readcmp(US, folder / "ru.txtt"), f"did you mean '{folder / 'ru.txt'}'?")
    assert_trouble(readcmp("us.txt", "ua.txt", cwd=folder), "no such file; check the path")  # another side
    assert_trouble(readcmp("us.txt", "kremlin-statement.txt", cwd=folder), "no such file; check the path")
    assert_trouble(readcmp("us.txt", "missing/ru.txt", cwd=folder), "no such file; check the path")


@pytest.mark.parametrize("before", [(), ("diff",)])
def test_a_folder_stands_for_its_readouts(before, folder):
    assert sides_of(readcmp(*before, "--json", *FUZZY, folder)) == ["ru", "us"]
    assert readcmp("brief", folder).stdout == readcmp("brief", folder / "ru.txt", folder / "us.txt").stdout


def test_a_folder_may_stand_beside_a_file(folder, tmp_path):
    (folder / "us.txt").rename(tmp_path / "us.txt")
    assert sides_of(readcmp("--json", *FUZZY, tmp_path / "us.txt", folder)) == ["us", "ru"]


def test_sides_are_named_for_the_files_of_a_folder_in_order_of_their_names(folder):
    for n, name in enumerate(("ru", "us")):
        text = (folder / f"{name}.txt").read_text(encoding="utf-8").rpartition("---\n")[2]
        (folder / f"{name}.txt").unlink()
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    assert sides_of(readcmp("--json", *FUZZY, "--side", "x", "--side", "y", folder)) == ["x", "y"]


def test_a_folder_of_no_readouts_of_one_or_of_an_archive_says_so(folder):
    (folder / "us.txt").unlink()
    assert_trouble(readcmp("diff", folder), "two readouts")
    (folder / "ru.txt").unlink()
    assert_trouble(readcmp("diff", folder), "call: is a folder without readouts")
    for n in range(13):
        (folder / f"{n}.txt").write_text("They met.\n", encoding="utf-8")
    assert_trouble(readcmp("diff", folder), "13 files, more than the 12")


def test_a_result_never_takes_the_place_of_a_file_of_a_folder(folder):
    before = (folder / "us.txt").read_bytes()
    assert_trouble(readcmp("diff", folder, "-o", folder / "us.txt"), "take the place")
    assert (folder / "us.txt").read_bytes() == before


@pytest.fixture
def browser(tmp_path):
    """A program that notes what it is to open, as the user's browser; the environment that names it, and its note."""
    noted, program = tmp_path / "opened", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{noted}"\n', encoding="utf-8")
    program.chmod(0o755)
    return {"BROWSER": str(program)}, noted


@pytest.mark.skipif(sys.platform == "win32", reason="the browser of this test is a shell script")
def test_a_page_is_opened_once_it_is_written(browser, tmp_path):
    env, noted = browser
    page = tmp_path / "page.html"
    done = readcmp("diff", US, RU, "-o", page, "--open", env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert noted.read_text() == page.as_uri()
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.skipif(sys.platform == "win32", reason="the browser of this test is a shell script")
def test_a_page_without_a_name_is_written_to_a_temporary_folder(browser):
    env, noted = browser
    done = readcmp(US, RU, *FUZZY, "--open", env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = Path(url2pathname(urlsplit(noted.read_text()).path))
    assert page.parent.name.startswith("readcmp-")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    shutil.rmtree(page.parent)


def test_what_no_browser_shows_is_not_opened(tmp_path):
    assert_trouble(readcmp("diff", US, RU, "-o", tmp_path / "out.csv", "--open"), "--open shows pages alone")
    assert not [*tmp_path.iterdir()]


def in_a_terminal(*args):
    """What stderr shows where it is a terminal."""
    pty = pytest.importorskip("pty")
    parent, child = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    with subprocess.Popen(
        [sys.executable, "-m", "readcmp", *map(str, args)], stderr=child, stdout=subprocess.PIPE, cwd=ROOT, env=environ
    ) as process:
        os.close(child)
        shown = b""
        with suppress(OSError):  # the end of a terminal on Linux
            while part := os.read(parent, 65536):
                shown += part
    os.close(parent)
    assert process.returncode == 0
    return shown.decode()


def test_a_terminal_is_told_what_was_written(tmp_path):
    target = tmp_path / "out.md"
    assert in_a_terminal("diff", *FUZZY, US, RU, "-o", target).strip() == f"Wrote {target}"
    assert in_a_terminal("diff", *FUZZY, "--json", US, RU) == ""


def test_the_version_names_engine_lexicon_and_python():
    lines = readcmp("--version").stdout.splitlines()
    assert lines[0] == f"readcmp {VERSION}"
    named = dict(line.split(maxsplit=1) for line in lines[1:])
    made = json.loads(readcmp("diff", "--json", US, RU).stdout)["generator"]
    assert named["lexicon"] == made["lexicon"]
    assert named["engine"].split()[0] in ("fuzzy", "semantic")
    assert named["python"].startswith("3.")


@pytest.mark.parametrize("command", ["diff", "brief", "eval", "schema", "lexicon show"])
def test_the_version_is_known_after_a_command_too(command):
    assert readcmp(*command.split(), "--version").stdout == readcmp("--version").stdout


def test_the_options_of_a_comparison_stand_in_groups():
    text = readcmp("diff", "--help").stdout
    places = [text.index(f"\n{group}:\n") for group in (*GROUPS, OTHER) if group != "Work"]
    assert places == sorted(places)
    assert text.index("--watch") > text.index("\nChecks:\n") > text.index("--engine") > text.index("\nMatching:\n")
    known = {name for names in GROUPS.values() for name in names}
    assert {p.name for p in cli.get_command(None, "diff").params} <= known | {"files", "no_config"}


@pytest.mark.parametrize("command", [(), ("lexicon",)])
def test_each_command_is_listed_with_a_whole_sentence(command):
    shown = readcmp(*command, "--help", env={"COLUMNS": "80"}).stdout.partition("\nCommands:\n")[2]
    assert shown
    for line in shown.splitlines():
        assert line.startswith("  ")
        assert line.endswith("."), line
        assert "..." not in line


def test_the_commonest_commands_are_listed_first():
    shown = readcmp("--help").stdout.partition("\nCommands:\n")[2]
    assert shown.split()[0] == "diff"


def test_a_command_with_few_options_has_no_groups():
    assert "\nOptions:\n" in readcmp("schema", "--help").stdout
