"""Files that are pipes: one that nobody writes to is one line and no wait, one that is written to is read."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from readcmp.files import open_bytes, open_text

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")

OSLO = "The Prime Minister of Norway spoke with the President of Finland today. They agreed to meet again in June."
READCMP = f"{sys.executable} -m readcmp"
SAID = "cannot be read (nobody writes to this pipe)"


def shell(command, folder):
    """Run a command of a shell that knows process substitution."""
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=folder, timeout=60, check=False)


@pytest.fixture
def pipes(tmp_path):
    for name in ("p", "p.csv", "p.jsonl", "p.yaml"):
        os.mkfifo(tmp_path / name)
    for name in ("no", "fi"):
        (tmp_path / f"{name}.txt").write_text(OSLO, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "show p",
        "split p",
        "diff p no.txt",
        "diff --pins p.yaml no.txt fi.txt",
        "diff --lexicon p.yaml no.txt fi.txt",
        "batch p.csv",
        "batch p.jsonl",
        "batch p.yaml",
        "pair p.csv p.jsonl",
        "trend p",
    ],
)
def test_a_pipe_that_nobody_writes_to_is_one_line(arguments, pipes):
    done = shell(f"{READCMP} {arguments}", pipes)
    assert (done.returncode, done.stdout) == (2, "")
    assert SAID in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_pipe_that_somebody_writes_to_is_read(pipes):
    done = shell(f"cat no.txt > p & {READCMP} show --side no p", pipes)
    assert done.returncode == 0
    assert "spoke with the President of Finland" in done.stdout


def test_a_substituted_process_is_read_however_late_it_writes(pipes):
    done = shell(f"{READCMP} show --side no <(sleep 1.5; cat no.txt)", pipes)
    assert done.returncode == 0
    assert "spoke with the President of Finland" in done.stdout
    done = shell(f"{READCMP} diff --engine fuzzy --side no --side fi <(cat no.txt) <(cat fi.txt)", pipes)
    assert done.returncode == 0


def test_a_substituted_process_that_writes_nothing_is_an_empty_file(pipes):
    done = shell(f"{READCMP} show <(true)", pipes)
    assert done.returncode == 2
    assert "is empty" in done.stderr


def test_all_that_stands_in_a_pipe_is_read_and_no_more_than_is_asked_for(pipes):
    write = f"head -c 200000 /dev/zero | tr '\\0' x > {pipes / 'p'}"
    with subprocess.Popen(["bash", "-c", write]), open_bytes(pipes / "p") as stream:
        assert stream.read(3) == b"xxx"
        assert stream.read() == b"x" * (200_000 - 3)
    (pipes / "plain").write_text("a\r\nb", encoding="utf-8-sig")
    with open_text(pipes / "plain", encoding="utf-8-sig", newline="") as stream:
        assert stream.read() == "a\r\nb"


def test_a_pipe_without_a_writer_is_given_up_soon(pipes):
    begun = time.monotonic()
    with pytest.raises(OSError, match="nobody writes"):
        open_bytes(pipes / "p")
    assert time.monotonic() - begun < 5
