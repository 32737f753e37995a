"""Texts, places and moments that are chosen to bring the program down: it ends in time, and with no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_bad_input import GOOD, OTHER
from test_cli import RU, US, assert_trouble, readcmp
from test_streams import shell

import readcmp.cli.cache as readcmp_cache
from readcmp.cli.config import config_file
from readcmp.encoding.cache import Cache
from readcmp.encoding.models import MODEL

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX has these signals, links and permissions")
user = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may do all")

LONG = {
    "comments": "<!---->" * 40,
    "comments with spaces": "<!-- a --> \n" * 2000,
    "opened images": "![](" * 10_000,
    "opened brackets": "(" * 20_000,
    "nested brackets": "(" * 10_000 + "a" + ")" * 10_000,
    "quotation marks": '"' * 20_000,
    "initials": "a.b.c.d." * 5000,
    "sentences without spaces": "trade.The " * 3000,
    "addresses": "www.aa.Bb" * 3000,
    "spaces": "a" + " " * 60_000 + "b",
    "commas": "a, " * 8000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_of_one_thing_over_and_over_is_compared_in_time(text, tmp_path):
    (tmp_path / "us.txt").write_text(f"{text}\nThe leaders discussed trade.\n", encoding="utf-8")
    (tmp_path / "ru.txt").write_text(OTHER, encoding="utf-8")
    done = readcmp("diff", "--engine", "fuzzy", "--json", "us.txt", "ru.txt", cwd=tmp_path)  # a minute at the most
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("unit", [",", "一,", "双方就", "“说”", "以及"])
def test_a_chinese_text_of_one_thing_over_and_over_is_compared_in_time(unit, tmp_path):
    (tmp_path / "cn.txt").write_text(f"双方讨论贸易。{unit * (9000 // len(unit))}。", encoding="utf-8")
    done = readcmp("diff", "--engine", "fuzzy", "--json", "--lang", "zh", "--lang", "en", "cn.txt", US, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_term_with_gaps_is_looked_for_in_linear_time(tmp_path):
    (tmp_path / "own.yaml").write_text("topics: {x: {label: X, terms: {en: the .. the .. the .. the .. end}}}")
    (tmp_path / "us.txt").write_text("the " * 10_000 + GOOD)
    done = readcmp("diff", "--engine", "fuzzy", "--json", "--lexicon", "own.yaml", "us.txt", RU, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_nothing_that_a_lexicon_says_acts_on_the_terminal_or_tears_the_table(tmp_path):
    label = '"\\e]8;;http://evil\\e\\\\X\\ty\\n\\ud800"'
    (tmp_path / "own.yaml").write_text(f'topics: {{x: {{label: {label}, group: "\\x9b1m", terms: {{en: fish}}}}}}')
    done = readcmp("lexicon", "list", "--lexicon", "own.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(line.count("\t") == 4 and line.replace("\t", "").isprintable() for line in done.stdout.splitlines())


@pytest.mark.parametrize("topic", ["[[a]]", "[{a: b}]", "[1]", "[]"])
def test_gold_with_odd_topics_is_told_in_one_line(topic, tmp_path):
    pair = tmp_path / "gold" / "\x1b[31mpair"
    pair.mkdir(parents=True)
    for name in ("us", "ru"):
        (pair / f"{name}.txt").write_text(GOOD)
    points = f"[{{id: a1, quote: They agreed, topic: {topic}}}]"
    (pair / "gold.yaml").write_text(
        f"sides: {{us: us.txt, ru: ru.txt}}\npoints: {{us: {points}, ru: []}}\nlinks: []\ntags: []\n"
    )
    assert_trouble(readcmp("eval", "--engine", "fuzzy", "gold", cwd=tmp_path), "is not gold that can be read")


def test_the_name_of_a_pair_is_harmless_where_it_is_listed(tmp_path):
    pair = tmp_path / "gold" / "\x1b[31mpair"
    pair.mkdir(parents=True)
    for name in ("us", "ru"):
        (pair / f"{name}.txt").write_text(GOOD)
    points = "[{id: %s1, quote: They agreed, topic: trade}]"
    (pair / "gold.yaml").write_text(
        f"sides: {{us: us.txt, ru: ru.txt}}\npoints: {{us: {points % 'us'}, ru: {points % 'ru'}}}\nlinks: []\n"
    )
    done = readcmp("eval", "--engine", "fuzzy", "gold", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "\\x1b[31mpair" in done.stdout


@pytest.mark.parametrize("form", ["html", "md", "json", "jsonl", "csv", "terminal", "svg"])
def test_no_output_holds_what_acts_on_a_terminal(form, tmp_path):
    url = '"https://example.org/\\e]0;pwn\\a\\x9b2J\\u202e"'
    text = f"---\nside: us\nurl: {url}\n---\nThe leaders \x9b2J discussed \u202etrade\u202c and \x85grain.\n"
    (tmp_path / "us.txt").write_text(text, encoding="utf-8")
    done = readcmp("diff", "--engine", "fuzzy", "-f", form, "us.txt", RU, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    acting = {*map(chr, range(0x7F, 0xA0)), "\x1b", "\x07", *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
    assert not acting & set(done.stdout.replace("\x85", "" if form != "json" else "\x85"))
    if form == "json":
        assert "\x9b2J" in json.loads(done.stdout)["sides"][0]["text"]


@posix
@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("diff", US, "none.txt"), 2), (("diff",), 2), ((), 2), (("diff", "--engine", "fuzzy", "a.txt", RU), 0)],
)
def test_the_exit_status_stays_right_where_nothing_can_be_told(arguments, status, tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "a.txt").write_text(GOOD)  # nothing says whose it is, which is a note
    done = shell(arguments, "2> /dev/full", tmp_path)
    assert (done.returncode, bool(done.stdout)) == (status, status == 0)


@posix
@pytest.mark.parametrize("link", [os.link, os.symlink, None], ids=["hard link", "symbolic link", "standard input"])
def test_a_result_takes_the_place_of_no_readout_under_another_name(link, tmp_path):
    source = tmp_path / "us.txt"
    source.write_text(GOOD)
    out = tmp_path / "out.txt"
    if link is None:
        done = shell(("diff", "-o", source, "-", RU), f"< {source}", tmp_path)
    else:
        link(source, out)
        done = readcmp("diff", "-o", out, source, RU)
    assert_trouble(done, "the result would take the place of what is read")
    assert source.read_text() == GOOD


@posix
@user
def test_a_protected_file_is_not_replaced(tmp_path):
    out = tmp_path / "out.txt"
    out.write_text("older")
    out.chmod(0o444)
    assert_trouble(readcmp("diff", "-o", out, US, RU), "protected against writing")
    assert out.read_text() == "older"


@posix
def test_a_link_to_itself_is_not_replaced(tmp_path):
    out = tmp_path / "out.txt"
    out.symlink_to(out)
    assert_trouble(readcmp("diff", "-o", out, US, RU), "is a link that leads nowhere")
    assert out.is_symlink()


@posix
@pytest.mark.parametrize("delay", [0.0, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8])
def test_ctrl_c_is_told_by_the_exit_status_alone_at_any_moment(delay):
    code = (  # what comes before the program's own door is Python's, and leaves as quietly
        "import os, signal; from readcmp.cli import main; "
        "signal.signal(signal.SIGINT, lambda *_: os._exit(130)); os.write(1, b'up'); main()"
    )
    arguments = ["diff", "--engine", "fuzzy", "--json", US, RU]
    started = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert started.stdout.read(2) == b"up"
    time.sleep(delay)
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert started.returncode in (130, 0)
    assert b"Traceback" not in errors
    assert b"KeyboardInterrupt" not in errors


def test_ctrl_c_while_the_program_starts_is_130():
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from readcmp.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (130, b"")


def test_without_a_home_nothing_is_kept(monkeypatch):
    for name in ("READCMP_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # what Python does where there is no home
    assert readcmp_cache.cache_file("semantic") is None
    monkeypatch.delenv("READCMP_CONFIG")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert config_file() is None


def test_without_a_home_the_comparison_is_made(tmp_path):
    code = "import os\nos.path.expanduser = lambda path: path\nfrom readcmp.cli import main\nmain()\n"
    places = ("HOME", "READCMP_CACHE", "XDG_CACHE_HOME", "READCMP_CONFIG", "XDG_CONFIG_HOME")
    clean = {k: v for k, v in os.environ.items() if k not in places}
    command = [sys.executable, "-c", code, "diff", "--engine", "fuzzy", "--json", US, RU]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=clean)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""


@pytest.mark.parametrize("place", ["x" * 300, "a\0b"], ids=["too long", "with a NUL"])
def test_a_cache_in_a_place_that_cannot_be_is_done_without(place, tmp_path):
    cache = Cache(tmp_path / place / "vectors.sqlite", MODEL)
    assert cache.get(["on trade"]) == {}
    cache.put({"on trade": bytes(512)})
    assert cache.get(["on trade"]) == {}
