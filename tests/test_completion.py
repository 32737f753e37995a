"""What a user leans on while typing: completion in the shell, manual pages, the list of topics."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import manual
import pytest
from program import readcmp
from test_cli import ROOT, RU, US, assert_trouble

from readcmp.cli.completion import SHELLS
from readcmp.lexicon import load_lexicon

MEND = "run python tests/readme.py"


@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_a_script_for_each_shell_that_the_shell_can_parse(shell, tmp_path):
    done = readcmp("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_READCMP_COMPLETE" in done.stdout
    if (program := shutil.which(shell)) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(done.stdout, encoding="utf-8")
    assert subprocess.run([program, "-n", script], check=False, capture_output=True).returncode == 0


def test_another_shell_is_an_error():
    assert_trouble(readcmp("completion", "cmd"), "cmd", "bash")


def completed(line, env=None, cwd=None):
    """What bash would offer for a line: (kind, word) pairs."""
    words = {"_READCMP_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    done = readcmp(env={**words, **(env or {})}, cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    return [tuple(row.split(",", 1)) for row in done.stdout.splitlines() if row]


@pytest.mark.parametrize(
    ("line", "kind", "word"),
    [
        ("readcmp bri", "plain", "brief"),
        ("readcmp us", "file", "us"),
        ("readcmp diff us", "file", "us"),
        ("readcmp brief us.txt ru", "file", "ru"),
        ("readcmp diff --eng", "plain", "--engine"),
        ("readcmp us.txt ru.txt --eng", "plain", "--engine"),
        ("readcmp diff --watch cyb", "plain", "cyber"),
        ("readcmp us.txt --watch iran,cyb", "plain", "iran,cyber"),
        ("readcmp brief --watch sanct", "plain", "sanctions"),
        ("readcmp completion z", "plain", "zsh"),
    ],
)
def test_commands_files_options_and_topics_are_completed(line, kind, word):
    assert (kind, word) in completed(line)


def test_a_word_that_is_no_command_completes_to_nothing_and_tells_nothing():
    assert completed("readcmp nonesuch --eng") == []


def test_the_users_own_watch_lists_are_completed_and_a_broken_file_is_passed_over(tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('[watch-lists]\ngulf = ["iran"]\n', encoding="utf-8")
    env = {"READCMP_CONFIG": str(config)}
    assert completed("readcmp diff --watch @g", env) == [("plain", "@gulf")]
    config.write_text("this is no TOML", encoding="utf-8")
    assert completed("readcmp diff --watch @g", env) == []
    assert ("plain", "--watch") in completed("readcmp diff --wat", env)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_itself_completes(tmp_path):
    program = tmp_path / "readcmp"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m readcmp "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(readcmp completion bash)"\n'
        "COMP_WORDS=(readcmp us.txt --watch iran,cyb) COMP_CWORD=3\n"
        "_readcmp_completion readcmp 2>/dev/null\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    places = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    env = {**os.environ, "PATH": path, "PYTHONPATH": places}
    done = subprocess.run(["bash", "--norc", "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["iran,cyber"]


def test_the_manual_pages_are_those_of_the_commands_there_are():
    kept = {path.name: path.read_text(encoding="utf-8") for path in manual.FOLDER.glob("*")}
    assert kept == manual.pages(), MEND


@pytest.mark.parametrize("name", manual.pages())
def test_a_manual_page_has_its_parts_and_only_known_requests(name):
    lines = manual.pages()[name].splitlines()
    heads = [line.removeprefix(".SH ") for line in lines if line.startswith(".SH ")]
    assert heads[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"]
    assert heads[-1] == "SEE ALSO"
    assert {line.split()[0] for line in lines if line.startswith(".")} <= {
        ".TH", ".SH", ".TP", ".PP", ".B", ".nf", ".fi",
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("name", ["readcmp.1", "readcmp-diff.1"])
def test_a_manual_page_is_laid_out_without_a_warning(name):
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", manual.FOLDER / name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "EXIT STATUS" in done.stdout if name == "readcmp.1" else "--watch TOPICS" in done.stdout


def rows(*args):
    done = readcmp("topics", *args)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_every_topic_is_listed_with_label_and_example_terms():
    topics, lines = load_lexicon().topics, rows()
    assert [line.split()[0] for line in lines] == [*topics]
    for line, topic in zip(lines, topics.values(), strict=True):
        assert topic.label in line
    assert sum("," in line for line in lines) > len(lines) / 2
    assert not any("*" in line or ".." in line.replace("…", "") for line in lines)


def test_a_word_chooses_the_topics_that_would_be_watched_for():
    assert [line.split()[0] for line in rows("cyber")] == ["cyber"]
    assert [line.split()[0] for line in rows("ransomware")] == ["cyber"]
    assert_trouble(readcmp("topics", "beekeeping"), "no topic 'beekeeping'", "'readcmp topics' lists them")


def test_a_topic_of_ones_own_is_listed(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("topics: {beekeeping: {label: Beekeeping, terms: {en: [honey, bee hive*]}}}\n", encoding="utf-8")
    assert rows("--lexicon", own, "honey") == ["beekeeping  Beekeeping  honey, bee hive…"]


@pytest.mark.parametrize("command", [("diff", US, RU, "--watch"), ("brief", US, RU, "--watch"), ("topics",)])
def test_a_corrected_word_is_noted_and_one_that_is_right_is_not(command):
    done = readcmp(*command, "sanctoins")
    assert done.returncode == 0
    assert done.stderr == "readcmp: note: no topic is called 'sanctoins'; assuming that you mean Sanctions\n"
    for right in ("sanctions", "Sanctions", "sanctioning", "cyber", "nuclear weapons"):
        assert readcmp(*command, right).stderr == ""
