"""In what form and where a result is written: the ending of a file's name, the options, devices and pipes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import RU, US, assert_trouble, readcmp

from readcmp.cli.diff import FORMATS
from readcmp.cli.output import ENDINGS
from readcmp.rendering import FORMATS as RENDERED

POSIX = pytest.mark.skipif(os.name != "posix", reason="devices and pipes have names in POSIX alone")


def test_the_command_offers_what_can_be_rendered_and_each_format_has_an_ending():
    assert set(FORMATS) == RENDERED.keys() == set(ENDINGS.values())


@pytest.mark.parametrize(("ending", "form"), ENDINGS.items())
def test_the_ending_of_a_name_says_the_format(ending, form, tmp_path):
    target = tmp_path / f"call{ending.upper() if form == 'svg' else ending}"
    done = readcmp("diff", "-o", target, US, RU)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_text(encoding="utf-8-sig") == readcmp("diff", "-f", form, US, RU).stdout


@pytest.mark.parametrize("options", [("-f", "json"), ("--json",)], ids=" ".join)
@pytest.mark.parametrize("name", ["call.svg", "call.docx", "call.txt", "call"])
def test_a_format_that_is_asked_for_goes_before_the_ending(options, name, tmp_path):
    assert readcmp("diff", *options, "-o", tmp_path / name, US, RU).returncode == 0
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["schema"] == "readcmp.comparison/2"


@pytest.mark.parametrize("name", ["call.docx", "call.jsn", "2031-05-04.us-ru", "call.txt.gz"])
def test_an_ending_of_no_format_is_trouble_that_lists_those_there_are(name, tmp_path):
    done = readcmp("diff", "-o", tmp_path / name, US, RU)
    assert_trouble(done, f"no format has the ending {Path(name).suffix}", *ENDINGS, "--format")
    assert list(tmp_path.iterdir()) == []


def test_an_ending_is_looked_at_before_a_readout_is(tmp_path):
    assert_trouble(readcmp("diff", "-o", tmp_path / "call.docx", US, "none.txt"), ".docx")


@pytest.mark.parametrize("name", ["call", ".hidden", "call."])
def test_a_name_without_an_ending_holds_what_the_terminal_would_show(name, tmp_path):
    assert readcmp("diff", "-o", tmp_path / name, US, RU).returncode == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == readcmp("diff", US, RU).stdout


def test_a_dash_is_standard_output(tmp_path):
    done = readcmp("diff", "-o", "-", US, RU, cwd=tmp_path)
    assert done.stdout == readcmp("diff", US, RU).stdout
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_devices_are_written_to_and_stay_what_they_are():
    assert readcmp("diff", "-o", "/dev/stdout", US, RU).stdout == readcmp("diff", US, RU).stdout
    done = readcmp("diff", "-o", "/dev/null", US, RU)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not Path("/dev/null").is_file()


@POSIX
@pytest.mark.parametrize(("name", "starts"), [("pipe", "Call"), ("pipe.json", "{"), ("pipe.x", "Call")])
def test_a_named_pipe_gets_the_format_of_its_ending_or_the_screen(name, starts, tmp_path):
    os.mkfifo(tmp_path / name)
    with subprocess.Popen([sys.executable, "-m", "readcmp", "diff", "-o", str(tmp_path / name), US, RU]) as process:
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(starts)
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_in_one_line_that_names_the_file():
    assert_trouble(readcmp("diff", "-o", "/dev/full", US, RU), "/dev/full: no space left")


@pytest.mark.parametrize("target", ["", ".", "folder"])
def test_a_folder_is_no_place_for_a_result(target, tmp_path):
    (tmp_path / "folder").mkdir()
    assert_trouble(readcmp("diff", "-o", target, US, RU, cwd=tmp_path), "is a directory")


@POSIX
def test_a_folder_that_nothing_can_be_put_into_is_told_by_the_name_that_was_given():
    if not Path("/proc/self").is_dir():
        pytest.skip("this system has no /proc")
    assert_trouble(readcmp("diff", "-o", "/proc/call.json", US, RU), "/proc/call.json: ")


def test_a_name_of_the_greatest_length_can_be_written(tmp_path):
    name = "x" * 250 + ".json"
    assert readcmp("diff", "-o", tmp_path / name, US, RU).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_to_a_file_stays_a_link_and_the_file_behind_it_is_written(tmp_path):
    (tmp_path / "behind.json").write_text("old")
    (tmp_path / "call.json").symlink_to("behind.json")
    assert readcmp("diff", "-o", tmp_path / "call.json", US, RU).returncode == 0
    assert (tmp_path / "call.json").is_symlink()
    assert json.loads((tmp_path / "behind.json").read_text(encoding="utf-8"))["schema"]


@pytest.mark.parametrize("option", ["readout", "--pins", "--lexicon"])
def test_a_result_never_takes_the_place_of_what_it_is_made_of(option, tmp_path):
    own = tmp_path / "us.txt"
    own.write_bytes(Path(US).read_bytes())
    more = () if option == "readout" else (option, own)
    readouts = (own, RU) if option == "readout" else (US, RU)
    assert_trouble(readcmp("diff", "-o", tmp_path / "." / "us.txt", *more, *readouts), "take the place")
    assert own.read_bytes() == Path(US).read_bytes()


@pytest.mark.parametrize("how", [("--json",), ("-f", "svg"), ("-o", "why.json")], ids=" ".join)
def test_an_explanation_is_plain_text_and_says_so(how, tmp_path):
    assert_trouble(readcmp("diff", "--explain", "us1", *how, US, RU, cwd=tmp_path), "--explain")
    assert list(tmp_path.iterdir()) == []


def test_colour_gets_into_a_file_only_where_it_is_asked_for(tmp_path):
    target = tmp_path / "call.txt"
    readcmp("diff", "-o", target, US, RU, env={"FORCE_COLOR": "1"})
    assert "\x1b" not in target.read_text(encoding="utf-8")
    readcmp("diff", "-o", target, "--color", "always", US, RU)
    assert "\x1b" in target.read_text(encoding="utf-8")


def test_json_lines_are_the_json_on_one_line_a_contact_each(tmp_path):
    (tmp_path / "odd.txt").write_text("They discussed trade\u2028 and gas\u0085 and oil.\n", encoding="utf-8")
    lines = [readcmp("diff", "-f", "jsonl", *files).stdout for files in ((US, RU), (tmp_path / "odd.txt", RU))]
    together = "".join(lines)
    assert len(together.splitlines()) == together.count("\n") == 2
    assert json.loads(lines[0]) == json.loads(readcmp("diff", "--json", US, RU).stdout)
    assert "\u2028" in json.loads(lines[1])["sides"][0]["text"]


def test_three_readouts_are_one_contact_and_so_one_line(tmp_path):
    (tmp_path / "cn.txt").write_text("The leaders discussed arms control and trade.\n", encoding="utf-8")
    done = readcmp("diff", "-f", "jsonl", US, RU, tmp_path / "cn.txt")
    assert done.stdout.count("\n") == 1
    assert [side["id"] for side in json.loads(done.stdout)["sides"]] == ["us", "ru", "cn"]
