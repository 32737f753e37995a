"""Manifests as they come: put together, torn, too long, in the wrong encoding; one bad line costs one event."""

import json
import tracemalloc
from io import BytesIO

import pytest
from program import readcmp

from readcmp.archive import Failure, read_events
from readcmp.archive.index import Index
from readcmp.archive.rows import LONGEST
from readcmp.errors import InputError

GOOD = '{"event": "%s", "files": ["us.txt", "gb.txt"]}\n'


def read(folder, name, content):
    """The events of a manifest: ids, and of those that fail what is wrong, without the folder."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    items = read_events(str(folder / name))
    return [item.error.removeprefix(f"{folder}/") if isinstance(item, Failure) else item.id for item in items]


def refusal(folder, name, content):
    """What is wrong with a manifest that is not read to its end."""
    with pytest.raises(InputError) as error:
        read(folder, name, content)
    return str(error.value).removeprefix(f"{folder}/")


def test_a_byte_order_mark_in_the_middle_is_left_out(tmp_path):
    mark = "\ufeff"
    assert read(tmp_path, "a.jsonl", f"{mark}{GOOD % 'a'}{mark}{GOOD % 'b'}") == ["a", "b"]
    assert read(tmp_path, "a.yaml", f"{mark}- event: a\n  files: [x, y]\n{mark}- event: b\n  files: [x, y]\n") == [
        "a",
        "b",
    ]
    rows = "event,file\n{0},us.txt\n{0},gb.txt\n"
    assert read(tmp_path, "a.csv", f"{mark}{rows.format('a')}{mark}{rows.format('b')}") == ["a", "b"]


def test_all_in_yaml_is_text_be_it_no_a_number_or_a_day_that_is_none(tmp_path):
    content = "- event: 2024-02-31\n  files: [{file: us.txt, side: us}, {file: no.txt, side: no, language: ~}]\n"
    (tmp_path / "a.yaml").write_text(content + "- event: 010\n  files: [1.10, 2.20]\n", encoding="utf-8")
    first, second = read_events(str(tmp_path / "a.yaml"))
    assert (first.id, [(a.side, a.language) for a in first.accounts]) == ("2024-02-31", [("us", None), ("no", None)])
    assert (second.id, [a.file for a in second.accounts]) == ("010", [f"{tmp_path}/1.10", f"{tmp_path}/2.20"])


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jsonl", b'{"event": "\xff"}\n', "a.jsonl, line 1: is not in UTF-8"),
        ("a.jsonl", '{"event": "a"', "a.jsonl, line 1: is no JSON object; write one event a line"),
        ("a.jsonl", '{"event": "a", "files": []}', "a.jsonl, line 1: has no files; list the accounts, 'files: [...]'"),
        ("a.jsonl", '{"event": ["a"]}', "a.jsonl, line 1: has no event; name it, 'event: ...'"),
        ("a.jsonl", "[" * 100_000, "a.jsonl, line 1: is no folder; give a folder, or files with tabs between"),
        ("a.jsonl", '{"event":' * 100_000, "a.jsonl, line 1: is no JSON object; write one event a line"),
        ("a.jsonl", b"x" * (LONGEST + 2), f"a.jsonl, line 1: is longer than {LONGEST:,} bytes; write one event a line"),
        ("a.yaml", "events:\n- files: [x]", "a.yaml, line 2: has no event; name it, 'event: ...'"),
        ("a.csv", "event,file\n,x", "a.csv, line 2: an event's name has 1 to 200 characters"),
    ],
    ids=range(9),
)
def test_a_bad_line_is_named_and_costs_one_event(tmp_path, name, content, error):
    assert read(tmp_path, name, content) == [error]
    if name == "a.jsonl":
        whole = content if isinstance(content, bytes) else content.encode()
        both = read(tmp_path, name, whole + b"\n" + (GOOD % "next").encode())
        assert both == [error, "next"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.csv", 'event,file\na,us.txt\nb,"us.txt\nb,gb.txt\n', "a.csv, line 3: a quote is opened and never closed"),
        ("a.csv", b"event,file\na,us.txt\na,\xff\n", "a.csv, line 3: is not in UTF-8"),
        ("a.yaml", b"- event: a\n  files: [\xff]\n", "a.yaml, line 2: is not in UTF-8"),
        ("a.yaml", "- event: a\n  files: [x\n", "a.yaml, line 3: is no YAML"),
        ("a.yaml", "- event: a\n- &r [*r]\n", "a.yaml, line 2: is no YAML"),
        ("a.yaml", "- " * 100_000, "a.yaml, line 1: is no YAML"),
        ("a.jsonl", (GOOD % "a").encode("utf-16"), "a.jsonl: is not in UTF-8"),
        ("none.csv", None, "none.csv: no such file or folder"),
    ],
)
def test_what_cannot_be_read_on_is_one_line_with_the_number_of_the_line(tmp_path, name, content, error):
    if content is None:
        with pytest.raises(InputError, match=error):
            list(read_events(str(tmp_path / name)))
    else:
        assert refusal(tmp_path, name, content).startswith(error)


def test_an_alias_stands_for_what_it_names_and_blows_nothing_up(tmp_path):
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
    bomb += "m0: &m0 {k: v}\n" + "".join(f"m{n}: &m{n} {{<<: [{f'*m{n - 1}, ' * 9}]}}\n" for n in range(1, 30))
    end = "events:\n- {event: a, files: *a29}\n- {event: b, files: [x], <<: *m29}\n- {event: c, files: *a0}\n"
    first, *rest = read(tmp_path, "a.yaml", bomb + end)
    assert first.startswith("a.yaml, line 62: a file is a path")
    assert rest == ["b", "c"]


def test_an_event_that_is_listed_twice_is_named_where_it_comes_again(tmp_path):
    rows = "event,file\na,x\na,y\nb,x\nb,y\na,z\n"
    assert read(tmp_path, "a.csv", rows) == [
        "a", "b", "a.csv, line 6: another event is called 'a'; give each a name of its own",
    ]  # fmt: skip


def test_paths_count_from_the_manifest_and_a_folder_for_a_file_is_a_failure(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("us", "gb"):
        (tmp_path / "in" / f"{name}.txt").write_text("The leaders discussed grain.\n", encoding="utf-8")
    events = {
        "near": ["us.txt", "gb.txt"],
        "far": [str(tmp_path / "in" / "us.txt"), "../in/gb.txt"],
        "folder": ["us.txt", "."],
        "nul": ["us.txt", "\0"],
        "half": ["us.txt", "\ud800"],
    }
    lines = "".join(json.dumps({"event": name, "files": files}) + "\n" for name, files in events.items())
    (tmp_path / "in" / "a.jsonl").write_text(lines, encoding="utf-8")
    done = readcmp("batch", "--engine", "fuzzy", "--no-cache", "-j", "1", tmp_path / "in" / "a.jsonl")
    told = {line["event"]["id"]: line.get("error", "") for line in map(json.loads, done.stdout.splitlines())}
    assert (done.returncode, list(told)) == (2, list(events))
    assert [name for name, error in told.items() if error] == ["folder", "nul", "half"]
    assert "is a directory" in told["folder"]
    assert all("cannot be read" in told[name] for name in ("nul", "half"))


def test_a_list_may_name_files_that_no_file_system_has(tmp_path):
    items = read_events("-", BytesIO(b"x" * 5000 + b"\n\xff\n\xff/us.txt\tgb.txt\n"))
    errors = [item.error for item in items if isinstance(item, Failure)]
    assert errors == [f"<stdin>, line {n}: is no folder; give a folder, or files with tabs between" for n in (1, 2)]


def test_what_was_met_takes_no_more_memory_for_many_than_for_few():
    def most(count):
        tracemalloc.start()
        index = Index()
        for n in range(count):
            assert index.add(f"event-{n}")
            index.put(f"{n}-event", (0, n, n + 1))
        assert not index.add("event-0")
        assert index.place("7-event") == (0, 7, 8)
        assert len(index) == 2 * count
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    few = most(1000)
    assert most(20_000) < few + 50_000


def test_names_come_back_in_order_whatever_is_in_them():
    index, names = Index(), ["b", "a", "é", "\udcff", "\U0001f600", "~", "中"]
    for name in names:
        index.add(name)
    assert list(index.names()) == sorted(names)
