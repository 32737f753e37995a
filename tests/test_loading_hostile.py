"""Hostile documents: one line, status 2, nothing written, in bounded time and memory."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hostile_files import FILES

pytest.importorskip("trafilatura", reason="the extra 'docs' is not installed")

SECONDS = 2.0
"""Of processor time, as a clock on the wall would measure what else the machine does."""
KILOBYTES = 300_000

MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = [done.returncode, done.stdout.decode(), done.stderr.decode()]
print(json.dumps([*said, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


SAID = {
    "PDF with a password": "is a PDF file with a password",
    "PDF without text": "without text",
    "PDF cut short": "is a broken PDF file",
    "PDF bomb of spaces": "too much time or memory",
    "Word bomb": "unpacks to more than",
    "Word with an entity": "has XML that declares entities",
    "Word with a file for an entity": "has XML that declares entities",
    "OpenDocument with an entity": "has XML that declares entities",
    "Word with a password": "is a document with a password",
    "Word of before 2007": "is an old office document",
    "OpenDocument with a password": "is a document with a password",
    "spreadsheet": "is a spreadsheet",
    "page that lists accounts": "without an account",
    "page of several accounts": "3 accounts",
    "mailbox of two mails": "2 mails",
    "mail with two documents": "a.pdf, b.html",
    "mail with a bomb": "its attachment a.docx unpacks to more than",
    "PDF of 200 MB": "is larger than",
    "text of 200 MB": "is larger than",
}
"""What is said of some; of the others it is enough that one line is."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_with_one_line_in_time_and_within_memory(name, tmp_path):
    bad, good, out = tmp_path / "us.bin", tmp_path / "ru.txt", tmp_path / "out.json"
    bad.write_bytes(FILES[name]())
    good.write_text("The presidents spoke of trade and noted the progress on grain.\n")
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, "-m", "readcmp", "diff", "--engine", "fuzzy", "-o", str(out), bad.name, good.name]
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], capture_output=True, check=True, cwd=tmp_path, text=True
    )
    status, stdout, stderr, seconds, memory = json.loads(measured.stdout)
    assert status == 2, stderr
    assert stdout == ""
    assert stderr.startswith("readcmp: error: us.bin: ")
    assert stderr.count("\n") == 1, stderr
    assert stderr.strip().isprintable()
    assert SAID.get(name, "") in stderr
    assert sorted(tmp_path.iterdir()) == before
    assert seconds < SECONDS, stderr
    if sys.platform == "linux":  # elsewhere it is counted in other units
        assert memory < KILOBYTES, stderr
