"""The command line as a user meets it: whole processes, their exit status, stdout, stderr and files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from program import readcmp

from readcmp.errors import ReadcmpError
from readcmp.version import VERSION

ROOT = Path(__file__).parent.parent
US, RU = (str(ROOT / "samples" / "2020-07-23-trump-putin" / f"{side}.txt") for side in ("us", "ru"))
ESCAPE = "\x1b["


def assert_trouble(done, *says):
    """Trouble is exit status 2, nothing on stdout, and one line on stderr that says what."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("readcmp: error: ")
    assert done.stderr.count("\n") == 1
    for word in says:
        assert word in done.stderr


def test_a_comparison_goes_to_stdout_and_nothing_to_stderr():
    done = readcmp("diff", US, RU)
    assert done.returncode == 0
    assert "Only in Russia’s account" in done.stdout
    assert done.stderr == ""


def test_differences_are_exit_status_1_only_where_asked_for():
    assert readcmp("diff", "--exit-code", US, RU).returncode == 1


def test_readouts_that_tell_the_same_are_exit_status_0(tmp_path):
    for name in ("us", "ru"):
        (tmp_path / f"{name}.txt").write_text("The ministers discussed trade and the natural gas pipeline.\n")
    done = readcmp("diff", "--exit-code", tmp_path / "us.txt", tmp_path / "ru.txt")
    assert done.returncode == 0, done.stdout


def test_json_is_the_same_by_both_of_its_options():
    short, long = readcmp("diff", "--json", US, RU), readcmp("diff", US, RU, "--format", "json")
    assert short.stdout == long.stdout
    assert json.loads(short.stdout)["schema"] == "readcmp.comparison/2"


def test_json_beside_another_format_is_refused():
    assert_trouble(readcmp("diff", "--json", "-f", "terminal", US, RU), "--json")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("diff", "--colour", US, RU), "--colour"),
        (("diff", "-f", "docx", US, RU), "docx"),
        (("diff", "--width", "9", US, RU), "width"),
        (("diff", US), "two readouts"),
        (("diff",), "two readouts"),
        (("diff", US, US), "twice"),
        (("diff", US, "no-such-file.txt"), "no-such-file.txt"),
        (("diff", US, "tests/gold"), "folder"),
        (("diff", "--side", "us", US, RU), "--side"),
        (("diff", "--lexicon", "no-such.yaml", US, RU), "no-such.yaml"),
        (("compare", US, RU), "compare"),
        (("eval", "no-such-folder"), "no-such-folder"),
        (("lexicon", "show", "no-such-entry"), "no-such-entry"),
        (("lexicon", "check", "no-such.yaml"), "no-such.yaml"),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(Path(v).name for v in value),
)
def test_trouble_is_one_line_on_stderr_and_exit_status_2(args, says):
    assert_trouble(readcmp(*args), says)


def test_an_error_shows_no_control_characters_of_a_file_name(tmp_path):
    done = readcmp("diff", US, tmp_path / "a\x1b[31m\nb.txt")
    assert_trouble(done)
    assert "\x1b" not in done.stderr


def test_notes_go_to_stderr_and_leave_the_result_clean(tmp_path):
    (tmp_path / "one.txt").write_bytes("The ministers discussed trade over caf\xe9 au lait.\n".encode("cp1252"))
    done = readcmp("diff", "--json", tmp_path / "one.txt", RU)
    assert done.returncode == 0
    assert json.loads(done.stdout)["sides"][0]["notes"]
    assert done.stderr
    assert all(line.startswith("readcmp: note: ") for line in done.stderr.splitlines())


def test_a_dash_reads_standard_input():
    text = Path(US).read_text(encoding="utf-8")
    piped = json.loads(readcmp("diff", "--json", "-", RU, stdin=text).stdout)
    named = json.loads(readcmp("diff", "--json", US, RU).stdout)
    assert piped["sides"][0].pop("source") == "<stdin>"
    named["sides"][0].pop("source")
    assert piped == named


def test_an_output_file_holds_what_stdout_would(tmp_path):
    target = tmp_path / "out.json"
    done = readcmp("diff", "--json", US, RU, "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_text(encoding="utf-8") == readcmp("diff", "--json", US, RU).stdout
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"], "nothing is left beside it"


def test_an_output_file_takes_the_place_of_an_old_one_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o640)
    assert readcmp("diff", US, RU, "-o", target).returncode == 0
    assert "Only in Russia’s account" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_output_file_stays_as_it_was_where_something_is_wrong(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    assert_trouble(readcmp("diff", US, "no-such-file.txt", "-o", target))
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_missing_folder_for_the_output_is_named_and_not_made(tmp_path):
    target = tmp_path / "missing" / "out.txt"
    assert_trouble(readcmp("diff", US, RU, "-o", target), "missing", "folder")
    assert not target.parent.exists()


@pytest.mark.parametrize(
    ("env", "args", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, (), False),
    ],
)
def test_colour_follows_the_option_then_no_color_then_force_color_then_the_terminal(env, args, colored):
    done = readcmp("diff", *args, US, RU, env=env)
    assert done.returncode == 0
    assert (ESCAPE in done.stdout) is colored


def test_colour_leaves_the_table_as_it_is():
    plain, colored = (readcmp("diff", "--full", "--color", how, US, RU).stdout for how in ("never", "always"))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    tables = [drawn.partition("Topics ")[2].partition("Not shown")[0] for drawn in (plain, bare)]
    assert tables[0] == tables[1]
    assert "In both accounts" in tables[0]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")
def test_a_terminal_gets_colour_and_its_own_width():
    import pty

    parent, child = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "70"}
    env.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "readcmp", "diff", US, RU], stdout=child, stderr=subprocess.PIPE, env=env
    ) as process:
        os.close(child)
        seen = b""
        while True:
            try:
                piece = os.read(parent, 65536)
            except OSError:  # Linux says so at a terminal's end
                break
            if not piece:
                break
            seen += piece
    os.close(parent)
    assert process.returncode == 0
    assert ESCAPE.encode() in seen
    longest = max(len(line) for line in readcmp("diff", "--width", "70", US, RU).stdout.splitlines())
    assert longest <= 70


@pytest.mark.parametrize("args", [("diff", "--json", US, RU), ("diff", US, RU), ("schema",), ("lexicon", "list")])
def test_a_reader_who_has_had_enough_ends_it_silently(args):
    with subprocess.Popen(
        [sys.executable, "-m", "readcmp", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()  # before anything is written, as "head" may be gone
        told = process.stderr.read()
    assert told == b""
    assert process.returncode == 0


def test_the_schema_is_printed_as_json():
    done = readcmp("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["$schema"].startswith("https://json-schema.org/draft/2020-12/")


def test_the_version_is_printed():
    assert readcmp("--version").stdout.startswith(f"readcmp {VERSION}\n")


def test_no_command_at_all_shows_the_help_as_trouble():
    done = readcmp()
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Usage: readcmp" in done.stderr


@pytest.mark.parametrize("command", ["diff", "brief", "eval", "lexicon", "schema"])
def test_every_command_explains_itself(command):
    done = readcmp(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: readcmp {command}")
    assert command in readcmp("--help").stdout


def test_the_lexicon_lists_its_entries_a_line_each():
    rows = [line.split("\t") for line in readcmp("lexicon", "list", "topic").stdout.splitlines()]
    assert all(row[0] == "topic" and len(row) == 5 for row in rows)
    assert {"covid-19", "arms-control", "trade"} <= {row[1] for row in rows}
    every = readcmp("lexicon", "list").stdout.splitlines()
    assert {line.split("\t")[0] for line in every} == {"topic", "actor", "concept", "act", "naming"}


def test_the_lexicon_shows_the_terms_of_an_entry():
    done = readcmp("lexicon", "show", "covid-19")
    assert done.returncode == 0
    assert done.stdout.startswith("covid-19: ")
    assert "coronavirus" in done.stdout


def test_the_lexicon_that_ships_is_in_order():
    done = readcmp("lexicon", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing is wrong\n", "")


def test_problems_of_a_lexicon_are_listed_on_stdout_and_counted_on_stderr(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("topics:\n  no-such-topic:\n    terms:\n      en: [beekeeping]\n")
    done = readcmp("lexicon", "check", own)
    assert done.returncode == 2
    assert "no-such-topic" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_evaluation_prints_a_row_a_pair_and_one_for_all():
    done = readcmp("eval", ROOT / "tests" / "gold", "--engine", "fuzzy")
    assert done.returncode == 0
    head, *rows = done.stdout.splitlines()
    assert head.split() == [
        "link", "omission", "topic", "mark", "cut", "speaker", "act",
        "auc", "both", "only", "called_both", "called_only",
    ]  # fmt: skip
    assert len(rows) == len(list((ROOT / "tests" / "gold").glob("*/gold.yaml"))) + 1
    assert rows[-1].split()[0] == "together"
    assert all(0.0 <= float(figure) <= 1.0 for row in rows for figure in row.split()[1:])


@pytest.mark.parametrize(
    "gold",
    [
        "", "words", "[a]", "points: [", "points: {us: []}", "points: {us: [], ru: []}\nsides: '*'\nlinks: []",
        "points: {us: [{id: us1, quote: grain, topic: {}}], ru: []}\nsides: {us: us.txt, ru: us.txt}\nlinks: []",
        "points: {us: [{id: us1, quote: wheat, topic: trade}], ru: []}\nsides: {us: us.txt, ru: us.txt}\nlinks: []",
        "points: {us: [], ru: []}\nsides: {us: us.txt, ru: us.txt}\nlinks: [[us1]]",
        "points: {us: [], ru: []}\nsides: {us: none.txt, ru: us.txt}\nlinks: []", "x: " + "[" * 5000,
    ],
)  # fmt: skip
def test_gold_that_cannot_be_used_is_told_in_one_line_that_names_the_file(gold, tmp_path):
    folder = tmp_path / "gold" / "pair"
    folder.mkdir(parents=True)
    (folder / "us.txt").write_text("The leaders discussed grain.\n")
    (folder / "gold.yaml").write_text(gold)
    assert_trouble(readcmp("eval", tmp_path / "gold"), "pair")


@pytest.mark.gold
@pytest.mark.parametrize("scorer", ["score.py", "coverage.py"])
def test_evaluation_prints_the_figures_of_an_independent_scorer(scorer, shared):
    done = subprocess.run(
        [sys.executable, shared / "gold" / scorer, "--gold", ROOT / "tests" / "gold", "--json", "--",
         sys.executable, "-m", "readcmp", "diff", "--format", "json", "--engine", "fuzzy"],
        capture_output=True, check=True, text=True, timeout=120,
    )  # fmt: skip
    theirs = json.loads(done.stdout)
    ours = json.loads(readcmp("eval", ROOT / "tests" / "gold", "--json", "--engine", "fuzzy").stdout)["together"]
    counted = {"score.py": {"link", "omission", "topic", "mark", "cut"}}
    counted["coverage.py"] = {"auc", "both", "only", "called_both", "called_only"}
    assert counted[scorer] <= ours.keys() & theirs.keys()
    assert ours == pytest.approx({name: theirs.get(name, ours[name]) for name in ours}, abs=1e-4)


def test_an_error_is_one_line_however_odd_its_input():
    assert str(ReadcmpError("bad\nnews\x1b[2J", where="a\r", hint="mend\tit")).isprintable()


def test_two_versions_of_one_sides_account_are_set_side_by_side(tmp_path):
    (tmp_path / "ru.en.txt").write_text(
        "At the initiative of the American side, the President of Russia had a telephone conversation with the "
        "President of the United States. Arms control was discussed in detail. It was agreed to continue contacts.\n",
        encoding="utf-8",
    )
    (tmp_path / "ru.ru.txt").write_text(
        "По инициативе американской стороны состоялся телефонный разговор Президента России с Президентом США. "
        "Обстоятельно обсуждены вопросы контроля над вооружениями. Затронута ситуация вокруг Ирана. "
        "Условлено продолжить контакты.\n",
        encoding="utf-8",
    )
    done = readcmp("diff", "--engine", "fuzzy", "ru.en.txt", "ru.ru.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "RU-EN  Russia in English" in done.stdout
    assert "RU-RU  Russia in Russian" in done.stdout
    assert "Only in Russia’s account in Russian" in done.stdout
    assert "Only in RU-EN" not in done.stdout
    done = readcmp("diff", "--engine", "semantic", "--json", "ru.ru.txt", "ru.en.txt", cwd=tmp_path)
    assert done.stderr == ""
    sides = json.loads(done.stdout)["sides"]
    assert [(side["id"], side["language"]) for side in sides] == [("ru-ru", "ru"), ("ru-en", "en")]
    assert sides[1]["points"][0]["speaker"] == "ru-en"
    links = json.loads(readcmp("diff", "--json", "ru.ru.txt", "ru.en.txt", cwd=tmp_path).stdout)["links"]
    assert links
    assert not [gap for link in links for gap in link["gaps"] if gap["kind"] == "speaker"]
    pair = readcmp("diff", "--engine", "fuzzy", "--explain", "ru-en2-ru-ru2", "ru.en.txt", "ru.ru.txt", cwd=tmp_path)
    assert pair.returncode == 0
    assert "Arms control" in pair.stdout
