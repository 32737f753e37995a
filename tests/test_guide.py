"""The guide in the package, and ``readcmp help``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress

import pytest
from program import OUTSIDE, readcmp
from readme import GUIDE, ROOT

from readcmp.guide import NAMES, summary_of, text_of
from readcmp.rendering.terminal.guide import WIDEST, render_guide

each_page = pytest.mark.parametrize("name", NAMES)


def test_every_page_is_listed_once():
    assert sorted(NAMES) == sorted(path.stem for path in GUIDE.glob("*.md"))


def test_the_readme_lists_every_page():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in NAMES:
        assert f"[{name}](readcmp/guide/{name}.md)" in text


@each_page
def test_a_page_says_below_its_title_in_one_sentence_what_it_is_about(name):
    title, summary, _ = text_of(name).split("\n\n", 2)
    assert re.fullmatch(r"# [A-Z][\w ]+", title)
    assert re.fullmatch(r"[A-Z][^\n.]*(\n[^\n.]+)*\.", summary)


def test_help_lists_the_pages_with_what_they_are_about():
    done = readcmp("help")
    assert done.returncode == 0
    for name in NAMES:
        assert f"{name} " in done.stdout
        assert summary_of(name) in done.stdout


@each_page
def test_help_shows_a_page_as_plain_markdown_where_it_is_piped(name):
    done = readcmp("help", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == text_of(name)
    assert "<!--" not in done.stdout
    assert "\x1b" not in done.stdout


def test_help_shows_the_options_of_a_command_too():
    assert readcmp("help", "diff").stdout == readcmp("diff", "--help").stdout


def test_help_shows_the_page_where_a_command_has_the_same_name():
    assert readcmp("help", "lexicon").stdout.startswith("# Lexicon\n")


@pytest.mark.parametrize(
    ("asked", "hint"), [("acuracy", "did you mean 'readcmp help accuracy'?"), ("zzz", "'readcmp help' lists them")]
)
def test_help_names_the_nearest_page_for_one_that_there_is_not(asked, hint):
    done = readcmp("help", asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"readcmp: error: no page of the guide is called '{asked}'; {hint}\n"


@pytest.mark.parametrize("width", [40, 300])
@each_page
def test_a_page_in_a_terminal_keeps_to_the_width(name, width):
    text = render_guide(text_of(name), width=width, color=False)
    prose = [line for line in text.splitlines() if not set(line) & set("─━│┃")]
    assert max(map(len, prose)) <= min(width, WIDEST)
    assert "\x1b" not in text


def test_a_page_in_a_terminal_is_laid_out():
    pty = pytest.importorskip("pty")
    parent, child = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    command = [sys.executable, "-m", "readcmp", "help", "glossary"]
    with subprocess.Popen(command, stdout=child, env={**environ, "TERM": "xterm", "COLUMNS": "100"}, cwd=ROOT):
        os.close(child)
        shown = b""
        with suppress(OSError):  # the end of a terminal on Linux
            while part := os.read(parent, 65536):
                shown += part
    os.close(parent)
    text = shown.decode()
    assert "\x1b[" in text
    assert "Glossary" in text
    assert "| --- |" not in text


def test_a_page_in_a_terminal_names_the_command_behind_a_link():
    text = render_guide("# One\n\nSee [two](two.md) and [three](https://example.org/).", width=80, color=False)
    assert "See two (readcmp help two) and three (https://example.org/)." in text
