"""Trends: what many comparisons show, with counts and intervals, in every form, from tables of any size."""

import csv
import html
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from program import readcmp
from rich.cells import cell_len

from readcmp.trend.trend import Left

duckdb = pytest.importorskip("duckdb", reason="NO TREND TRIED: install the extra 'archive'")

FORMULA = "The United States stands firmly with the people of Ukraine."
OPENING = "The President spoke with the President of Ukraine."
US = {
    "2024-01-05": f"{OPENING} {FORMULA} They discussed sanctions on Russia.",
    "2024-02-05": f"{OPENING} {FORMULA} They discussed sanctions on Russia.",
    "2024-03-05": f"{OPENING} They discussed grain exports from Odesa.",
}
CALL = "The President of Ukraine spoke with the President of the United States."
UA = {
    "2024-01-05": f"{CALL} They discussed sanctions on Russia. They discussed cyber attacks on hospitals.",
    "2024-02-05": f"{CALL} They discussed sanctions on Russia. They discussed cyber attacks on banks.",
    "2024-03-05": f"{CALL} They discussed grain exports from Odesa.",
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """A file of lines, of three contacts a month apart and one without a day."""
    home = tmp_path_factory.mktemp("trend")
    for day in (*US, "undated"):
        event = home / "in" / f"event-{day}"
        event.mkdir(parents=True)
        for side, texts in (("us", US), ("ua", UA)):
            date = "" if day == "undated" else f"---\ndate: {day}\n---\n"
            (event / f"{side}.txt").write_text(date + texts.get(day, texts["2024-01-05"]) + "\n", encoding="utf-8")
    out = home / "all.jsonl"
    assert readcmp("batch", "--engine", "fuzzy", "--no-cache", home / "in", "-o", out).returncode == 0
    return out


def trend(lines, *arguments):
    done = readcmp("trend", lines, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_trend_counts_events_with_a_day_and_says_how_many_have_none(lines):
    data = json.loads(trend(lines, "-f", "json"))
    assert (data["events"], data["undated"], data["first"], data["last"]) == (3, 1, "2024-01-05", "2024-03-05")
    assert data["sides"] == [{"side": "ua", "events": 3}, {"side": "us", "events": 3}]


def test_what_is_new_and_dropped_is_told_against_the_readout_before_of_the_same_countries(lines):
    changes = json.loads(trend(lines, "-f", "json"))["changes"]
    told = {(c["date"], c["side"], c["kind"], c["topic"]) for c in changes}
    assert ("2024-03-05", "us", "dropped", "sanctions") in told
    assert ("2024-03-05", "ua", "dropped", "cyber") in told
    assert all(c["before"] == "event-2024-02-05" for c in changes if c["date"] == "2024-03-05")
    assert not {c for c in told if c[0] == "2024-01-05"}


def test_what_a_side_leaves_out_is_a_count_of_those_in_which_that_is_known(lines):
    left = {(row["side"], row["topic"]): row for row in json.loads(trend(lines, "-f", "json"))["left"]}
    cyber = left["us", "cyber"]
    assert (cyber["other"], cyber["lacking"], cyber["told"]) == ("ua", 2, 2)
    assert 0 < cyber["low"] < cyber["high"] == 1


@pytest.mark.parametrize(("lacking", "told", "percent"), [(7, 9, (45, 94)), (0, 9, (0, 30)), (9, 9, (70, 100))])
def test_a_rate_has_the_interval_of_wilson(lacking, told, percent):
    assert tuple(round(end * 100) for end in Left("us", "ru", "x", "X", lacking, told).interval) == percent


def test_a_phrase_that_a_side_repeats_and_drops_is_gone(lines):
    formulae = json.loads(trend(lines, "-f", "json"))["formulae"]
    (found,) = (f for f in formulae if f["text"].rstrip(".") == FORMULA.rstrip("."))
    assert (found["side"], found["events"], found["first"], found["last"], found["state"]) == (
        "us", 2, "2024-01-05", "2024-02-05", "gone",
    )  # fmt: skip


def test_the_screen_shows_topics_changes_rates_and_phrases_and_no_bare_percentage(lines):
    shown = trend(lines, "--width", "80")
    assert shown.splitlines()[0] == "3 events, 5 January 2024 to 5 March 2024"
    assert "1 more without a day are not counted" in shown
    for heading in ("TOPICS: UNITED STATES", "NEW AND DROPPED", "LEFT OUT", "SET PHRASES"):
        assert heading in shown
    assert "The United States leaves out topics that Ukraine reports: 2 of " in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_page_needs_nothing_else_and_has_the_number_behind_each_mark(lines, tmp_path):
    assert readcmp("trend", lines, "-o", tmp_path / "trend.html").returncode == 0
    page = (tmp_path / "trend.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(page)
    assert "<script>" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert 'aria-label="2 of 2' not in page, "of two events nothing can be said"
    assert "<title>United States, Sanctions, 2024-01-05: " in page


TIMES = {
    "2024-01-05": ("2024-01-05T18:00:00Z", "2024-01-05T19:30:00+02:00"),
    "2024-02-05": ("2024-02-05T23:10:00-05:00", "2024-02-06T07:00:00+02:00"),
    "2024-03-05": ("2024-03-05T12:00:00Z", "2024-03-05 10:00"),
}
"""When each side published; in March nobody knows, since one time has no zone."""


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    """A file of lines with times of publication."""
    home = tmp_path_factory.mktemp("timed")
    records = []
    for day, (us, ua) in TIMES.items():
        texts = {"us": f"---\ndate: {day}\npublished: {us}\n---\n{US[day]}", "ua": f"---\ndate: {ua}\n---\n{UA[day]}"}
        files = [{"file": f"{side}.txt", "side": side, "text": text} for side, text in texts.items()]
        records.append(json.dumps({"event": day, "files": files}) + "\n")
    (home / "in.jsonl").write_text("".join(records), encoding="utf-8")
    out = home / "all.jsonl"
    assert readcmp("batch", "--engine", "fuzzy", "--no-cache", home / "in.jsonl", "-o", out).returncode == 0
    return out


def test_who_published_first_is_told_where_both_times_are_known(timed):
    rows = {(row["side"], row["other"]): row for row in json.loads(trend(timed, "-f", "json"))["published"]}
    assert {pair: (row["first"], row["known"]) for pair, row in rows.items()} == {
        ("us", "ua"): (1, 2), ("ua", "us"): (1, 2),
    }  # fmt: skip
    assert 0 < rows["us", "ua"]["low"] < 0.5 < rows["us", "ua"]["high"] < 1
    for shown in (trend(timed, "--width", "80"), trend(timed, "-f", "html")):
        assert re.search(r"Ukraine published before the United States: 1 of 2 \(9 to 91%\)", shown)
        assert "The United States published before" not in shown
    assert trend(timed, "-f", "csv", "--table", "published").startswith("side,other,first,known,low,high")


def test_a_line_is_broken_by_columns_of_which_a_chinese_character_takes_two(tmp_path):
    text = "双方应当相互尊重和平共处合作共赢共同维护世界和平与稳定推动构建人类命运共同体。"
    records = []
    for day in ("2024-01-05", "2024-02-05"):
        texts = {"cn": f"国家主席同总统通电话。{text}", "us": US["2024-01-05"]}
        files = [
            {"file": f"{side}.txt", "side": side, "text": f"---\ndate: {day}\n---\n{t}"} for side, t in texts.items()
        ]
        records.append(json.dumps({"event": day, "files": files}) + "\n")
    (tmp_path / "in.jsonl").write_text("".join(records), encoding="utf-8")
    out = tmp_path / "all.jsonl"
    assert readcmp("batch", "--engine", "fuzzy", "--no-cache", tmp_path / "in.jsonl", "-o", out).returncode == 0
    lines = trend(out, "--width", "60").splitlines()
    assert max(map(cell_len, lines)) <= 60
    said = "".join(lines).replace(" ", "")
    assert text.rstrip("。") in said


@pytest.mark.parametrize("table", ["shares", "changes", "left", "formulae", "published"])
def test_csv_and_parquet_have_what_json_has(lines, tmp_path, table):
    rows = json.loads(trend(lines, "-f", "json"))[table]
    read = list(csv.DictReader(io.StringIO(trend(lines, "-f", "csv", "--table", table))))
    assert [dict(zip(row, map(str, row.values()), strict=True)) for row in rows] == read
    assert readcmp("trend", lines, "-f", "parquet", "-o", tmp_path / "out").returncode == 0
    held = duckdb.sql(f"SELECT * FROM '{tmp_path}/out/{table}.parquet'")
    assert [dict(zip(held.columns, row, strict=True)) for row in held.fetchall()] == rows


def test_only_events_with_the_sides_that_are_named_count(lines):
    assert json.loads(trend(lines, "-f", "json", "--side", "us"))["events"] == 3
    done = readcmp("trend", lines, "--side", "cn")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "readcmp: error: there is no event with a day; give the accounts a date, or name other sides\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("none.jsonl", None, "no such file or folder"),
        ("mine.jsonl", '{"a": 1}\n', "holds no comparisons"),
        ("folder", "", "has no events.parquet"),
    ],
)
def test_what_no_batch_wrote_is_one_line(tmp_path, name, content, error):
    if name == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = readcmp("trend", tmp_path / name)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert error in done.stderr


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no pipes with names")
def test_lines_may_come_through_a_pipe(lines):
    reader, writer = os.pipe()
    with Path(lines).open("rb") as source, subprocess.Popen(["cat"], stdin=source, stdout=writer):
        os.close(writer)
        command = [sys.executable, "-m", "readcmp", "trend", f"/dev/fd/{reader}", "-f", "json"]
        done = subprocess.run(command, pass_fds=[reader], capture_output=True, encoding="utf-8", check=True)
        os.close(reader)
    assert json.loads(done.stdout) == json.loads(trend(lines, "-f", "json"))


def test_tables_that_are_broken_are_one_line(lines, tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("events", "points", "links", "topics", "findings"):
        (folder / f"{name}.parquet").write_bytes(b"PAR1 nothing")
    done = readcmp("trend", folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "write the tables anew" in done.stderr
