"""``readcmp review``: which pairs it asks about, how a pin names a point, what the file says then; and the dialogue."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
import yaml
from comparisons import three, two
from msgspec.structs import replace
from program import OUTSIDE, readcmp
from test_cli import RU, US, assert_trouble

from readcmp import compare, load, load_text
from readcmp.aligning.pins import find_point
from readcmp.loading.pins import read_pins
from readcmp.reviewing import Answer, open_questions, quote_of, with_answers
from readcmp.vocabulary import Verdict


@pytest.fixture(scope="module")
def made():
    return compare([load(US), load(RU)], engine="fuzzy")


@pytest.mark.parametrize("maker", [two, three])
def test_asked_are_pairs_on_which_an_unsure_verdict_hangs_the_likeliest_first(maker):
    comparison = maker()
    doubted = replace(comparison, verdicts=dict.fromkeys(comparison.verdicts, Verdict.UNSURE))
    asked = open_questions(doubted)
    assert asked
    assert [link.score for link in asked] == sorted((link.score for link in asked), reverse=True)
    assert all(link.score < 0.75 for link in asked)
    settled = replace(comparison, verdicts=dict.fromkeys(comparison.verdicts, Verdict.ONLY))
    assert open_questions(settled) == ()


def test_what_is_answered_is_not_asked_again(made):
    asked = open_questions(made)
    first = asked[0].a, asked[0].b
    assert open_questions(made, {first}) == asked[1:]


def test_every_point_of_real_size_is_named_by_words_that_are_found_in_it_alone(made):
    for side in made.sides:
        for point in side.points:
            words = quote_of(side, point)
            assert words is not None
            assert find_point(side, words) == point.id


def test_a_point_that_is_said_twice_is_named_by_what_stands_around_it_or_not_at_all():
    text = "They praised the treaty. Trade was discussed. They praised the treaty. Energy was discussed.\n"
    us = compare([load_text(text, side="us"), load_text("Trade grew.", side="ru")], engine="fuzzy").sides[0]
    for point in us.points:
        words = quote_of(us, point)
        assert words is None or find_point(us, words) == point.id
    assert sum(quote_of(us, point) is not None for point in us.points) >= 2


ANSWERS = (
    Answer(same=True, ends=(("us", "the treaty"), ("no", 'a "treaty": 条约'))),
    Answer(same=False, ends=(("us", "trade"), ("no", "energy # and gas"))),
)

FILES = {
    "none": "",
    "of one section": "same:\n  - us: one\n    ru: two\n",
    "with comments": "# mine\n\napart: # these\n- us: one # not\n  ru: two\n# end\n\nsame:\n    - {us: a, ru: b}\n",
    "without a last line break": "apart:\n  - us: one\n    ru: two",
    "in brackets": "{same: [{us: one, ru: two}], apart: []}",
    "with an empty list": "same: []\n",
    "over several lines": "same:\n  - us: one\n      and more\n    ru: >\n      folded\n      words\nasked: unsure\n",
    "of comments alone": "# nothing yet\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_answers_are_added_to_a_file_and_what_stands_in_it_stays(text, tmp_path):
    def pins(content):
        file = tmp_path / "pins.yaml"
        file.write_text(content, encoding="utf-8")
        return [(pin.same, pin.ends) for pin in read_pins(file)]

    before = pins(text) if "us:" in text else []
    after = with_answers(text, ANSWERS)
    assert sorted(pins(after)) == sorted([*before, *((answer.same, answer.ends) for answer in ANSWERS)])
    assert yaml.safe_load(after).keys() <= {"same", "apart", "asked"}
    kept = [line for line in text.splitlines() if "#" in line]
    assert [line for line in after.splitlines() if line in kept] == kept
    assert with_answers(text, ()) == (text or with_answers("", ()))


class Dialogue:
    """The program in a terminal of its own; keys are pressed when it asks."""

    def __init__(self, *args, cwd):
        pty = pytest.importorskip("pty")
        self.parent, child = pty.openpty()
        environ = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        environ |= {"COLUMNS": "100", "TERM": "dumb"}
        command = [sys.executable, "-m", "readcmp", "review", "--engine", "fuzzy", "--no-cache", *args]
        self.process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, cwd=cwd, env=environ, start_new_session=True
        )
        os.close(child)
        self.shown = ""

    def press(self, *keys):
        for key in keys:
            self.wait("q quit")
            os.write(self.parent, key.encode())
            self.shown = ""
        return self

    def wait(self, words):
        late = time.monotonic() + 20
        while words not in self.shown and time.monotonic() < late:
            if not self._read():
                break
        assert words in self.shown

    def end(self):
        """Wait until it has ended; return its exit status and all that it has shown since the last key."""
        while self._read():
            pass
        os.close(self.parent)
        return self.process.wait(), self.shown

    def _read(self):
        if not select.select([self.parent], [], [], 20)[0]:
            self.process.kill()
            return False
        part = b""
        with suppress(OSError):  # the end of a terminal on Linux
            part = os.read(self.parent, 65536)
        self.shown += part.decode(errors="replace")
        return bool(part)


@pytest.fixture
def folder(tmp_path):
    for file in (US, RU):
        shutil.copy(file, tmp_path)
    return tmp_path


def start(folder, *args):
    return Dialogue(*args, "us.txt", "ru.txt", cwd=folder)


def pins_of(folder, name="pins.yaml"):
    return [(pin.same, pin.ends) for pin in read_pins(folder / name)]


def test_each_answer_is_a_pin_that_the_comparison_takes(folder):
    status, shown = start(folder).press("s", "n", " ", "q").end()
    assert status == 0
    assert "2 of " in shown
    assert "1 the same, 1 not. Kept in pins.yaml\r\nUse them: readcmp us.txt ru.txt --pins pins.yaml" in shown
    same, apart = pins_of(folder)
    assert (same[0], apart[0]) == (True, False)
    made = readcmp("diff", "--json", "--pins", "pins.yaml", "us.txt", "ru.txt", cwd=folder)
    assert (made.returncode, made.stderr) == (0, "")
    links = json.loads(made.stdout)["links"]
    assert [link["why"][0]["kind"] for link in links].count("pin") == 1
    assert yaml.safe_load((folder / "pins.yaml").read_text(encoding="utf-8"))["asked"] == "unsure"


def test_the_same_command_goes_on_where_it_stopped(folder):
    start(folder).press("n", "q").end()
    count = len(pins_of(folder))
    again = start(folder)
    again.wait("Is this the same matter?  1 of ")
    first = pins_of(folder)[0][1][0][1]
    assert f"[{first}" not in again.shown.replace("\r\n", " ")
    again.press("n", "q").end()
    assert len(pins_of(folder)) == count + 1


def test_back_takes_the_last_answer_back(folder):
    status, shown = start(folder).press("s", "b", "q").end()
    assert status == 0
    assert "Nothing answered" in shown
    assert not (folder / "pins.yaml").exists()
    start(folder).press("s", "b", "n", "b", "s", "q").end()
    assert [same for same, _ in pins_of(folder)] == [True]


def test_another_key_is_passed_over(folder):
    dialogue = start(folder)
    dialogue.wait("q quit")
    os.write(dialogue.parent, b"xn")
    dialogue.wait("2 of ")
    dialogue.press("q").end()
    assert [same for same, _ in pins_of(folder)] == [False]


def test_what_was_answered_is_kept_when_the_user_stops_it(folder):
    dialogue = start(folder).press("n")
    dialogue.wait("2 of ")
    dialogue.wait("q quit")
    dialogue.process.send_signal(signal.SIGINT)  # as Ctrl-C does
    status, shown = dialogue.end()
    assert status == 130
    assert "Kept in pins.yaml" in shown
    assert "Traceback" not in shown
    assert len(pins_of(folder)) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["pins.yaml", "ru.txt", "us.txt"]


def test_a_file_of_ones_own_is_added_to(folder):
    (folder / "mine.yaml").write_text("# mine\napart:\n  - {us: China, ru: Iran}\n", encoding="utf-8")
    status, _ = start(folder, "--pins", "mine.yaml").press("s", "q").end()
    assert status == 0
    assert (folder / "mine.yaml").read_text(encoding="utf-8").startswith("# mine\napart:\n  - {us: China, ru: Iran}\n")
    assert sorted(same for same, _ in pins_of(folder, "mine.yaml")) == [False, True]


def test_where_nothing_is_unsure_it_says_so(tmp_path):
    for name in ("us", "ru"):
        (tmp_path / f"{name}.txt").write_text("The ministers discussed the natural gas pipeline.\n", encoding="utf-8")
    status, shown = start(tmp_path).end()
    assert (status, shown.strip()) == (0, "No match is unsure.")


def test_without_a_terminal_one_line_says_what_to_do():
    assert_trouble(readcmp("review", US, RU), "review asks at a terminal", "readcmp help matching")


def test_a_file_that_is_no_pins_is_an_error_before_anything_is_asked(folder):
    (folder / "pins.yaml").write_text("nonesuch: 1\n", encoding="utf-8")
    status, shown = start(folder).end()
    assert status == 2
    assert "pins.yaml:1: has an unknown key 'nonesuch'" in shown.replace("\r\n", " ")
