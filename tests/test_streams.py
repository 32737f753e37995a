"""Standard streams that are closed, full or of another encoding: a result that gets nowhere is told in one line."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import RU, US, readcmp

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell of POSIX closes and redirects streams here")

DIFF = ("diff", "--engine", "fuzzy")
PLAIN = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}


def shell(arguments, streams, cwd):
    """Run the program in a shell with its streams put elsewhere: ``>&-`` closes stdout."""
    command = shlex.join([sys.executable, "-m", "readcmp", *map(str, arguments)])
    places = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return subprocess.run(
        ["sh", "-c", f"{command} {streams}"], cwd=cwd, env={**os.environ, "PYTHONPATH": places},
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("where", [">&-", "> /dev/full"], ids=["closed", "full"])
@pytest.mark.parametrize(
    "arguments",
    [(*DIFF, US, RU), (*DIFF, "-f", "html", US, RU), ("--help",), ("--version",), ("diff", "--help"), ("schema",),
     ("lexicon", "list"), (*DIFF, "--explain", "us1", US, RU)],
    ids=lambda arguments: " ".join(Path(a).name for a in arguments),
)  # fmt: skip
def test_a_result_that_cannot_be_written_is_told_in_one_line(arguments, where, tmp_path):
    if "full" in where and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = shell(arguments, where, tmp_path)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("readcmp: error: ")
    assert done.stderr.count("\n") == 1
    assert ("bad file descriptor" if where == ">&-" else "no space left") in done.stderr


def test_a_file_is_written_although_stdin_and_stdout_are_closed(tmp_path):
    done = shell((*DIFF, "-o", "call.json", US, RU), "<&- >&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "call.json").read_text(encoding="utf-8") == readcmp("diff", "--json", US, RU).stdout
    assert [path.name for path in tmp_path.iterdir()] == ["call.json"]


def test_a_closed_stdin_holds_no_readout(tmp_path):
    done = shell(("diff", "-", RU), "<&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "is empty" in done.stderr


def test_without_stderr_the_exit_status_alone_tells(tmp_path):
    for arguments, status in (((*DIFF, US, RU), 0), ((*DIFF, US, "none.txt"), 2), (("diff",), 2)):
        done = shell(arguments, "2>&-", tmp_path)
        assert (done.returncode, bool(done.stdout)) == (status, status == 0)


@pytest.mark.parametrize("form", ["terminal", "html", "md", "csv", "json", "jsonl", "svg"])
def test_the_encoding_of_the_terminal_changes_no_result(form):
    assert readcmp("diff", "-f", form, US, RU, env=PLAIN).stdout == readcmp("diff", "-f", form, US, RU).stdout


def test_names_beyond_ascii_are_told_in_any_encoding(tmp_path):
    done = readcmp("diff", US, "нет.txt", env=PLAIN, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no such file" in done.stderr
