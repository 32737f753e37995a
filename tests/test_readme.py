"""The README says what the program does."""

import re
import subprocess
import sys

import pytest
from readme import PICTURE, README, ROOT, SAMPLE, filled, picture

TEXT = README.read_text(encoding="utf-8")


def test_help_texts_and_figures_are_those_that_the_program_prints():
    assert filled(TEXT) == TEXT, "run python tests/readme.py"


def test_the_picture_is_what_the_program_draws():
    assert PICTURE.read_text(encoding="utf-8") == picture(), "run python tests/readme.py"


def test_the_python_example_runs():
    (example,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    done = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^us\d+ ru\d+ 0\.\d+$", done.stdout, re.M)


def test_the_lexicon_example_adds_its_topic(tmp_path):
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.S)
    (tmp_path / "mine.yaml").write_text(example, encoding="utf-8")
    command = [sys.executable, "-m", "readcmp", "lexicon", "show", "fisheries", "--lexicon", tmp_path / "mine.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "fishing quota*" in done.stdout


@pytest.mark.parametrize("block", re.findall(r"```\n(---\nside.*?)```", TEXT, re.S))
def test_the_example_of_a_readout_is_read(block, tmp_path):
    file = tmp_path / "call.txt"
    file.write_text(block, encoding="utf-8")
    command = [sys.executable, "-m", "readcmp", "diff", "--json", str(file), str(SAMPLE / "ru.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"url": "https://www.whitehouse.gov/"' in done.stdout
