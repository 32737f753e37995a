"""Pairing archives: accounts of one contact are found among many that are near, and what is left is told."""

import json

import pytest
from archives import archives, paired, written
from program import on_a_terminal, readcmp

from readcmp.pairing import Record, candidates
from readcmp.pairing.cards import card_of

US = "Readout of a call with the President of Kenya. The President spoke today with the President of Kenya"
KE = "The President of Kenya received a telephone call from the President of the United States"
SHIPS = "They discussed shipping in the Red Sea and 3 frigates."
TEA = "They discussed tariffs on tea and 40 tonnes of coffee."


def rows(*records):
    return "".join(json.dumps(dict(zip(("date", "text"), record, strict=True))) + "\n" for record in records)


def events(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "us.jsonl").write_text(
        rows(("2024-05-03", f"{US}. {SHIPS}"), ("2024-05-04", f"{US}. {TEA}"), ("2024-09-01", f"{US}. {TEA}")), "utf-8"
    )
    (tmp_path / "ke.jsonl").write_text(rows(("2024-05-04", f"{KE}. {TEA}"), ("2024-05-04", f"{KE}. {SHIPS}")), "utf-8")
    return tmp_path


def test_accounts_of_one_call_are_paired_by_what_they_speak_of_where_days_do_not_tell(folder):
    done = readcmp("pair", "us.jsonl", "ke.jsonl", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert [(e["event"], [f["file"] for f in e["files"]]) for e in events(done)] == [
        ("2024-05-03-ke-us", ["us.jsonl#1", "ke.jsonl#2"]),
        ("2024-05-04-ke-us", ["us.jsonl#2", "ke.jsonl#1"]),
    ]


def test_the_order_of_the_archives_changes_no_pair(folder):
    def found(*files):
        return {frozenset(f["file"] for f in e["files"]) for e in events(readcmp("pair", *files, cwd=folder))}

    assert found("us.jsonl", "ke.jsonl") == found("ke.jsonl", "us.jsonl")


def test_a_list_to_read_has_each_event_and_what_is_of_none(folder):
    done = readcmp("pair", "us.jsonl", "ke.jsonl", "-f", "terminal", "--width", "60", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    first, second, end = done.stdout.split("\n\n")
    assert first.splitlines()[1:3] == ["  us.jsonl#1", "  ke.jsonl#2"]
    assert first.splitlines()[3].startswith("  close: us.jsonl#2 and ke.jsonl#2 (0.")
    assert second.startswith("4 May 2024: United States, Kenya (score ")
    assert end.splitlines() == ["2 events of 4 readouts; 1 is of no event", "  us.jsonl#3"]


def test_a_terminal_shows_the_list_and_of_a_file_how_much_is_in_it(folder):
    files = (folder / "us.jsonl", folder / "ke.jsonl")
    status, shown = on_a_terminal("pair", "-j", "1", *files, columns=200)
    assert status == 0
    assert "4 May 2024: United States, Kenya (score " in shown
    status, shown = on_a_terminal("pair", "-j", "1", *files, "-o", folder / "pairs.jsonl", columns=200)
    assert status == 0
    assert "2 events of 4 readouts; 1 is of no event\n" in shown
    assert (folder / "pairs.jsonl").read_text(encoding="utf-8").startswith('{"event": "2024-05-03-ke-us"')


def test_batch_takes_what_pair_writes(folder):
    assert readcmp("pair", "us.jsonl", "ke.jsonl", "-o", "pairs.jsonl", cwd=folder).returncode == 0
    done = readcmp("batch", "--engine", "fuzzy", "--no-cache", "pairs.jsonl", cwd=folder)
    assert done.returncode == 0
    assert [(r["event"]["id"], r["event"]["date"], [s["id"] for s in r["sides"]]) for r in events(done)] == [
        ("2024-05-03-ke-us", "2024-05-03", ["us", "ke"]),
        ("2024-05-04-ke-us", "2024-05-04", ["us", "ke"]),
    ]


def test_a_folder_is_an_archive_too_and_its_files_are_named_from_the_manifest(folder):
    home = folder / "kremlin"
    home.mkdir()
    text = "---\ndate: 2024-05-04\nside: ke\n---\n"
    (home / "one.txt").write_text(f"{text}{KE}. {TEA}\n", encoding="utf-8")
    assert readcmp("pair", "us.jsonl", "kremlin", "-o", "pairs.jsonl", cwd=folder).returncode == 0
    (event,) = map(json.loads, (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    assert event["files"][1] == {"file": "kremlin/one.txt", "side": "ke", "language": "en"}


def test_what_has_no_date_or_no_text_is_counted_in_a_note(folder):
    with (folder / "ke.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"text": "The President of Kenya spoke with the President."}\n{"date": 3}\n[]\n')
    done = readcmp("pair", "us.jsonl", "ke.jsonl", cwd=folder)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "readcmp: note: 2 of 8 readouts cannot be read and were not paired, as ke.jsonl, line 4: has no text",
        "readcmp: note: 1 of 8 readouts have no date and were not paired, as ke.jsonl#3",
    ]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["us.jsonl"], "pairing needs two archives or more"),
        (["us.jsonl", "us.jsonl"], "the same archive is given twice"),
        (["us.jsonl", "none.jsonl"], "no such file or folder"),
        (["us.jsonl", "loop"], "loop: no such file or folder"),
        (["us.jsonl", "x.txt"], "is no archive"),
        (["us.jsonl", "empty"], "holds no text files"),
        (["us.jsonl", "x.csv"], "has no column text"),
    ],
)
def test_what_is_no_archive_is_one_line(folder, arguments, error):
    (folder / "x.txt").write_text("text", encoding="utf-8")
    (folder / "x.csv").write_text("date,body\n", encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "loop").symlink_to("loop")
    done = readcmp("pair", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert error in done.stderr


def test_among_many_that_are_near_nearly_all_pairs_are_right_and_found(tmp_path):
    halves, pairs = archives(1500, seed=1)
    found = paired(halves, written(halves, tmp_path))
    right = len(found & pairs)
    assert right / len(found) >= 0.96
    assert right / len(pairs) >= 0.92


def test_the_more_others_a_readout_could_be_paired_with_the_less_likely_is_any_one():
    def scores(count):
        """The scores of one readout and so many others, all of one call as far as anybody can tell."""
        us = card_of(Record("us", "us", f"---\ndate: 2024-05-03\n---\n{US}. {TEA}", side="us", language="en"))
        ke = card_of(Record("ke", "ke", f"---\ndate: 2024-05-03\n---\n{KE}. {TEA}", side="ke", language="en"))
        return [pair.score for pair in candidates([us, *[ke] * count])]

    found = [scores(count) for count in (1, 2, 5)]
    assert [len(set(some)) for some in found] == [1, 1, 1]
    assert found[0][0] > found[1][0] > found[2][0]
