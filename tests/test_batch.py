"""Batches: a line for each event in order, one line for each that fails, and nothing lost when one is interrupted."""

import gc
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from io import BytesIO
from pathlib import Path

import pytest
from program import on_a_terminal, readcmp

from readcmp.archive import Event, Failure, Settings, batch, read_events
from readcmp.archive.cluster import _groups, _Handed
from readcmp.archive.events import Account
from readcmp.archive.journal import Journal
from readcmp.archive.local import run_local
from readcmp.archive.work import Parcel, compare_work, event_in
from readcmp.errors import ReadcmpError

US = "The President spoke with the Prime Minister. They discussed grain exports. He raised the tariffs on steel.\n"
RU = "The Prime Minister spoke with the President. Grain exports were discussed. They agreed to meet in Vienna.\n"
ENGINE = ("--engine", "fuzzy", "--no-cache")


def archive(folder, count):
    """A folder of events, each a little other than the rest."""
    for n in range(count):
        event = folder / f"event-{n:03}"
        event.mkdir(parents=True)
        (event / "us.txt").write_text(f"{US}They want {n + 2} rounds of talks on fisheries.\n", encoding="utf-8")
        (event / "ru.txt").write_text(RU, encoding="utf-8")
    return folder


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def ids(text):
    return [record["event"]["id"] for record in records(text)]


def failures(text):
    return {record["event"]["id"]: record["error"] for record in records(text) if "error" in record}


def test_every_event_of_a_folder_is_a_line_in_the_order_of_their_names(tmp_path):
    done = readcmp("batch", *ENGINE, archive(tmp_path / "in", 7), "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert ids(done.stdout) == [f"event-{n:03}" for n in range(7)]


def test_a_line_is_the_comparison_that_diff_makes_with_the_events_id(tmp_path):
    folder = archive(tmp_path, 1) / "event-000"
    (line,) = records(readcmp("batch", *ENGINE, tmp_path, "-j", "1").stdout)
    alone = json.loads(readcmp("diff", *ENGINE, "--json", folder / "ru.txt", folder / "us.txt").stdout)
    assert line["event"].pop("id") == "event-000"
    assert len(line["event"].pop("key")) == 32
    assert line == alone


def test_one_process_and_several_write_the_same(tmp_path):
    archive(tmp_path, 5)
    one, two = (readcmp("batch", *ENGINE, tmp_path, "--jobs", jobs).stdout for jobs in ("1", "2"))
    assert one == two


def test_a_bad_event_is_a_line_that_says_why_and_the_status_says_that_there_was_one(tmp_path):
    archive(tmp_path, 3)
    (tmp_path / "event-001" / "us.txt").write_text("", encoding="utf-8")
    (tmp_path / "event-002" / "us.txt").unlink()
    done = readcmp("batch", *ENGINE, tmp_path, "-j", "1")
    assert done.returncode == 2
    assert done.stderr == "readcmp: error: 2 of 3 events could not be compared; their lines say why\n"
    assert ids(done.stdout) == ["event-000", "event-001", "event-002"]
    found = failures(done.stdout)
    assert "us.txt: is empty" in found["event-001"]
    assert "needs two readouts or more" in found["event-002"]


FORMS = {
    "list.jsonl": '{"event": "a", "files": ["event-000/us.txt", "event-000/ru.txt"]}\n'
    '{"event": "b", "files": [{"file": "event-001/us.txt", "side": "gb"}, '
    '{"file": "event-001/ru.txt", "side": "no"}]}\n',
    "list.yaml": "- event: a\n  files: [event-000/us.txt, event-000/ru.txt]\n"
    "- event: b\n  files:\n  - {file: event-001/us.txt, side: gb}\n  - {file: event-001/ru.txt, side: 'no'}\n",
    "list.csv": "event,file,side\na,event-000/us.txt,\na,event-000/ru.txt,\n"
    "b,event-001/us.txt,gb\nb,event-001/ru.txt,no\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_manifest_names_events_and_files_from_where_it_lies(tmp_path, name):
    (archive(tmp_path, 2) / name).write_text(FORMS[name], encoding="utf-8")
    done = readcmp("batch", *ENGINE, tmp_path / name, "-j", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert [(r["event"]["id"], [s["id"] for s in r["sides"]]) for r in records(done.stdout)] == [
        ("a", ["us", "ru"]),
        ("b", ["gb", "no"]),
    ]


def test_a_list_on_standard_input_has_folders_or_files_with_tabs_between(tmp_path):
    archive(tmp_path, 2)
    given = "event-000\nevent-001/us.txt\tevent-001/ru.txt\n\nnowhere\n"
    done = readcmp("batch", *ENGINE, "-", "-j", "1", stdin=given, cwd=tmp_path)
    assert done.returncode == 2
    assert ids(done.stdout) == ["event-000", "event-001", "nowhere"]
    assert (
        failures(done.stdout)["nowhere"] == "<stdin>, line 4: is no folder; give a folder, or files with tabs between"
    )


def test_ten_thousand_errors_of_a_manifest_are_a_line_each(tmp_path):
    bad = ["{", "{}", '{"event": 3}', '{"event": "x", "files": 7}', '{"event": "y", "files": [1]}', "\t", "text"]
    manifest = tmp_path / "bad.jsonl"
    manifest.write_text("".join(bad[n % len(bad)] + "\n" for n in range(10_000)), encoding="utf-8")
    done = readcmp("batch", *ENGINE, manifest, "-j", "1")
    assert done.returncode == 2
    lines = records(done.stdout)
    assert len(lines) == sum(bool(bad[n % len(bad)].strip()) for n in range(10_000))
    assert all(str(manifest) in line["error"] for line in lines)
    assert len(done.stderr.splitlines()) == 1


def test_two_events_of_one_name_are_told_apart_by_an_error():
    items = list(read_events("-", BytesIO(b'{"event": "a", "files": ["x"]}\n{"event": "a", "files": ["y"]}\n')))
    assert items == [
        Event("a", (Account("x"),)),
        Failure("a", "<stdin>, line 2: another event is called 'a'; give each a name of its own"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("x.yaml", "a: [", "is no YAML"),
        ("x.yaml", "events: 3", "has no list of events"),
        ("x.csv", "event,path\na,b\n", "has no column file"),
        ("x.csv", b"event,file\n\xff,b\n", "is not in UTF-8"),
        ("x.txt", "us.txt", "is no manifest"),
    ],
)
def test_a_manifest_that_cannot_be_read_at_all_is_one_line(tmp_path, name, content, error):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ReadcmpError, match=error):
        list(read_events(str(tmp_path / name)))


def test_a_folder_of_readouts_is_not_taken_for_an_archive(tmp_path):
    archive(tmp_path, 1)
    done = readcmp("batch", *ENGINE, tmp_path / "event-000")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "has no folders, one for each event" in done.stderr


def test_what_was_compared_before_is_taken_over_and_what_changed_is_not(tmp_path):
    folder, out = archive(tmp_path / "in", 4), tmp_path / "out.jsonl"
    assert readcmp("batch", *ENGINE, folder, "-o", out).returncode == 0
    first = out.read_text(encoding="utf-8").splitlines()
    forged = [line.replace('"notes":[]', '"notes":["kept"]') for line in first]
    out.write_text("\n".join(forged) + "\n", encoding="utf-8")
    (folder / "event-002" / "ru.txt").write_text(RU + "They spoke of Iran.\n", encoding="utf-8")
    assert readcmp("batch", *ENGINE, folder, "-o", out).returncode == 0
    again = out.read_text(encoding="utf-8").splitlines()
    assert [again[n] == forged[n] for n in range(4)] == [True, True, False, True]
    assert readcmp("batch", *ENGINE, "--strict", folder, "-o", out).returncode == 0
    assert "kept" not in out.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_a_batch_that_is_killed_goes_on_where_it_stopped(tmp_path):
    folder, out = archive(tmp_path / "in", 40), tmp_path / "out.jsonl"
    whole = readcmp("batch", *ENGINE, folder).stdout
    part = out.with_name("out.jsonl.part")
    for _ in range(2):
        command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, str(folder), "-o", str(out), "-j", "1"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            for _ in range(2000):
                if (part.exists() and part.stat().st_size > 20_000) or running.poll() is not None:
                    break
                time.sleep(0.005)
            running.send_signal(signal.SIGKILL)
        with part.open("ab") as stream:
            stream.write(b'{"schema":"readcmp.comparison/2","event":{"id":"torn')
        assert not out.exists()
    done = readcmp("batch", *ENGINE, folder, "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_text(encoding="utf-8") == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_where_the_disk_is_full_one_line_says_so_and_the_next_run_goes_on(tmp_path):
    folder, out = archive(tmp_path / "in", 12), tmp_path / "out.jsonl"

    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, str(folder), "-o", str(out), "-j", "1"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, preexec_fn=little_room)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not out.exists()
    assert readcmp("batch", *ENGINE, folder, "-o", out).returncode == 0
    assert ids(out.read_text(encoding="utf-8")) == [f"event-{n:03}" for n in range(12)]


def test_a_terminal_shows_how_far_it_is_and_what_was_written(tmp_path):
    folder, out = archive(tmp_path / "in", 3), tmp_path / "out.jsonl"
    status, shown = on_a_terminal("batch", *ENGINE, folder, "-o", out, "-j", "1", columns=200)
    assert status == 0
    assert " 0 events " in shown
    assert f"Wrote {out}: 3 events\n" in shown
    _, shown = on_a_terminal("batch", *ENGINE, folder, "-o", out, "-j", "1", columns=200)
    assert "3 of 3 events were taken over from the run before" in shown


def test_half_a_line_of_an_interrupted_run_spoils_no_other(tmp_path):
    folder, out = archive(tmp_path / "in", 6), tmp_path / "out.jsonl"
    whole = readcmp("batch", *ENGINE, folder).stdout
    lines = whole.splitlines(keepends=True)
    out.with_name("out.jsonl.old").write_text(lines[0] + lines[1][:-40], encoding="utf-8")
    out.with_name("out.jsonl.part").write_text("".join(lines[2:4]) + lines[4][:900], encoding="utf-8")
    assert readcmp("batch", *ENGINE, folder, "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("rest", ["part", "old"])
def test_a_file_of_something_else_with_the_name_of_a_rest_is_left_as_it_is(tmp_path, rest):
    folder, mine = archive(tmp_path / "in", 1), tmp_path / f"out.jsonl.{rest}"
    (tmp_path / "out.jsonl.part").write_text('{"schema":"readcmp.', encoding="utf-8")
    mine.write_text("mine\nhalf", encoding="utf-8")
    done = readcmp("batch", *ENGINE, folder, "-o", tmp_path / "out.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"out.jsonl.{rest}: was not written by readcmp batch" in done.stderr
    assert mine.read_text(encoding="utf-8") == "mine\nhalf"


def test_a_changed_event_is_read_once_when_a_batch_goes_on(tmp_path):
    folder = archive(tmp_path / "in", 3)
    journal = Journal(tmp_path / "out.jsonl")
    settings = Settings(engine="fuzzy")
    batch(read_events(str(folder)), settings, lambda tasks: run_local(tasks, settings, 1), journal.write)
    journal.finish()
    journal.leave()
    (folder / "event-001" / "ru.txt").write_text(RU + "They spoke of Iran.\n", encoding="utf-8")
    journal = Journal(tmp_path / "out.jsonl")
    handed = []

    def run(tasks):
        for task in tasks:
            handed.append(task)
            if isinstance(task, Parcel):  # all that is needed came with it
                (folder / "event-001" / "ru.txt").unlink()
            yield task if isinstance(task, str) else compare_work(task, settings)

    outcome = batch(read_events(str(folder)), settings, run, journal.write, journal=journal)
    journal.finish()
    journal.leave()
    assert (outcome.events, outcome.kept, outcome.failed) == (3, 2, 0)
    assert [type(task) for task in handed] == [str, Parcel, str]
    key = event_in((tmp_path / "out.jsonl").read_bytes().splitlines(keepends=True)[1])
    assert key == ("event-001", handed[1].key)


MOST = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""
"""Run a command; print the most memory that it had."""


@pytest.mark.slow
def test_many_events_take_the_memory_of_few(tmp_path):
    def most(count):
        folder = archive(tmp_path / str(count), count)
        command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, "-j", "1", str(folder)]
        done = subprocess.run([sys.executable, "-c", MOST, *command], capture_output=True, check=True)
        return int(done.stdout)

    assert most(400) < 1.2 * most(50)


def test_an_event_leaves_no_cycles_of_objects(tmp_path):
    events = list(read_events(str(archive(tmp_path, 4)), BytesIO()))
    compare_work(events[0], Settings("fuzzy"))
    gc.collect()
    gc.disable()  # as what is looked for seldom must not pile up
    try:
        for event in events[1:]:
            compare_work(event, Settings("fuzzy"))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_file_that_is_taken_away_while_the_batch_runs_is_one_failure(tmp_path):
    folder, out = archive(tmp_path / "in", 60), tmp_path / "out.jsonl"
    (folder / "list").write_text("".join(f"event-{n:03}/us.txt\tevent-{n:03}/ru.txt\n" for n in range(60)), "utf-8")
    (folder / "list").rename(folder / "list.jsonl")
    command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, str(folder / "list.jsonl"), "-o", str(out), "-j", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as running:
        part = Path(f"{out}.part")
        for _ in range(6000):
            if part.exists() and part.stat().st_size:
                break
            time.sleep(0.005)
        (folder / "event-058" / "ru.txt").unlink()
        (folder / "event-059" / "us.txt").write_bytes(b"")
        _, errors = running.communicate(timeout=120)
    assert (running.returncode, errors.count("\n")) == (2, 1)
    text = out.read_text(encoding="utf-8")
    assert ids(text) == [f"event-{n:03}" for n in range(60)]
    assert [error.partition("; ")[0] for error in failures(text).values()] == [
        f"{folder}/event-058/ru.txt: no such file", f"{folder}/event-059/us.txt: is empty",
    ]  # fmt: skip


SMALL_DISK = """set -e
mount -t tmpfs -o size=$1k tmpfs "$2"
shift
home=$1
shift
"$@" && status=0 || status=$?
ls -A "$home" >&2
exit $status"""
"""Run a command with a small disk in the place of a folder, then say what is on it."""


def on_small_disk(size, home, *command):
    """What a command does where a folder is a disk of so many kilobytes: status, lines on stderr, files on the disk."""
    own = [
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        SMALL_DISK,
        "sh",
        str(size),
        str(home),
        *map(str, command),
    ]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*own[:7], "64", str(home), "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("NO FULL DISK TRIED: a disk of its own cannot be mounted here")
    done = subprocess.run(own, capture_output=True, encoding="utf-8", check=False)
    lines = done.stderr.splitlines()
    errors = [line for line in lines if line.startswith("readcmp:")]
    return done.returncode, errors, [line for line in lines if line not in errors]


@pytest.mark.parametrize(
    ("more", "arguments", "named"),
    [
        (-24, ("-o", "x.jsonl"), "x.jsonl.part: no space left on device"),
        (8, ("--to", "parquet", "-o", "."), "the tables cannot be written (no space left on device)"),
    ],
)
def test_a_full_disk_is_one_line_that_names_the_file_and_nothing_half_written_is_left(tmp_path, more, arguments, named):
    pytest.importorskip("duckdb", reason="NO TABLES TRIED: install the extra 'archive'")
    folder, disk = archive(tmp_path / "in", 9), tmp_path / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, "-j", "1", folder]
    *options, last = arguments
    size = len(readcmp(*command[3:]).stdout.encode()) // 4096 * 4 + more
    status, errors, left = on_small_disk(size, disk, *command, *options, disk / last)
    assert (status, len(errors)) == (2, 1), errors
    assert named in errors[0]
    assert str(disk) in errors[0]
    assert left == (["x.jsonl.part"] if last == "x.jsonl" else ["comparisons.jsonl"])


def test_a_full_standard_output_is_one_line(tmp_path):
    command = [sys.executable, "-m", "readcmp", "batch", *ENGINE, "-j", "1", str(archive(tmp_path, 1))]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr == "readcmp: error: standard output: no space left on device; check the path and the disk\n"


def test_a_file_of_something_else_is_never_replaced(tmp_path):
    folder, out = archive(tmp_path / "in", 1), tmp_path / "mine.jsonl"
    out.write_text('{"mine": 1}\n', encoding="utf-8")
    done = readcmp("batch", *ENGINE, folder, "-o", out)
    assert done.returncode == 2
    assert "was not written by readcmp batch" in done.stderr
    assert out.read_text(encoding="utf-8") == '{"mine": 1}\n'


def test_a_text_that_is_far_too_long_is_one_failure(tmp_path):
    archive(tmp_path, 2)
    (tmp_path / "event-000" / "us.txt").write_text("word " * 1_000_000, encoding="utf-8")
    done = readcmp("batch", *ENGINE, tmp_path, "-j", "2")
    assert done.returncode == 2
    assert list(failures(done.stdout)) == ["event-000"]


def killing(event, settings):
    """Do the work of an event, but for one that kills its process."""
    del settings
    if event.id == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{event.id}\n"


def run_deadly():
    """Compare events of which one kills, and print their lines."""
    names = [*(f"a{n}" for n in range(30)), "deadly", *(f"b{n}" for n in range(30))]
    for line in run_local((Event(name, ()) for name in names), Settings(), 2, work=killing):
        sys.stdout.write(line)


def test_an_event_that_kills_its_process_is_a_failure_and_no_other_event_is_lost():
    command = [sys.executable, "-c", "from test_batch import run_deadly; run_deadly()"]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, encoding="utf-8", check=True)
    lines = done.stdout.splitlines()
    assert [line for line in lines if "schema" not in line] == [f"{c}{n}" for c in "ab" for n in range(30)]
    assert "its process ended" in lines[30]


def test_tables_hold_what_the_lines_hold(tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="NO TABLES TRIED: install the extra 'archive'")
    folder = archive(tmp_path / "in", 3)
    (folder / "event-001" / "ru.txt").unlink()
    done = readcmp("batch", *ENGINE, folder, "--to", "parquet", "-o", tmp_path / "tables")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr

    def rows(name, columns="count(*)"):
        return duckdb.sql(f"SELECT {columns} FROM '{tmp_path}/tables/{name}.parquet'").fetchall()

    lines = records((tmp_path / "tables" / "comparisons.jsonl").read_text(encoding="utf-8"))
    good = [line for line in lines if "error" not in line]
    assert rows("events", "event, error IS NULL") == [("event-000", True), ("event-001", False), ("event-002", True)]
    assert rows("points") == [(sum(len(side["points"]) for line in good for side in line["sides"]),)]
    assert rows("links") == [(sum(len(line["links"]) + len(line["possible"]) for line in good),)]
    assert rows("findings", "event, headline") == [
        (x["event"]["id"], f["headline"]) for x in good for f in x["findings"]
    ]
    told = {(x["event"]["id"], t["id"], side) for x in good for t in x["topics"] for side, e in t["sides"].items() if e}
    assert set(rows("topics", "event, topic, side")) == told


def test_parquet_asks_for_a_folder(tmp_path):
    pytest.importorskip("duckdb", reason="NO TABLES TRIED: install the extra 'archive'")
    done = readcmp("batch", archive(tmp_path, 1), "--to", "parquet")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "readcmp: error: --to parquet writes a folder; name it: -o tables\n"


@pytest.mark.slow
def test_a_cluster_writes_the_same_and_a_worker_that_is_killed_costs_nothing(tmp_path):
    distributed = pytest.importorskip("distributed", reason="NO CLUSTER TRIED: install the extra 'dask'")
    folder, out = archive(tmp_path / "in", 60), tmp_path / "out.jsonl"
    before = readcmp("batch", *ENGINE, folder)
    assert (before.returncode, before.stderr) == (0, "")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        command = [sys.executable, "-m", "readcmp", "batch", "--engine", "fuzzy", str(folder), "-o", str(out)]
        command += ["--executor", "dask", "--scheduler", cluster.scheduler_address]
        with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as running:
            part = Path(f"{out}.part")
            for _ in range(6000):
                if (part.exists() and part.stat().st_size > 50_000) or running.poll() is not None:
                    break
                time.sleep(0.005)
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
            _, errors = running.communicate(timeout=120)
    assert (running.returncode, errors) == (0, "")
    assert out.read_text(encoding="utf-8") == before.stdout


class Fragile:
    """Stands in for a Dask client whose workers die over one event, and over every group that it is in."""

    def __init__(self):
        self.groups = []

    def submit(self, work, given, settings, pure):
        assert not pure
        future = Future()
        parcels = given if isinstance(given, list) else [given]
        self.groups.append([parcel.id for parcel in parcels])
        if "deadly" in self.groups[-1]:
            from distributed.scheduler import KilledWorker

            future.set_exception(KilledWorker("task", None, 3))
        else:
            future.set_result(work(given, settings))
        future.release = lambda: None
        return future


def test_of_a_group_that_kills_workers_of_a_cluster_only_the_event_that_does_is_a_failure(tmp_path):
    pytest.importorskip("distributed", reason="NO CLUSTER TRIED: install the extra 'dask'")
    events = [
        Event(name, (Account("us.txt", "us", "en", US), Account("ru.txt", "ru", "en", RU)))
        for name in ("a", "deadly", "b")
    ]
    client = Fragile()
    gone = Event("gone", (Account(str(tmp_path / "none.txt"), "us", "en"),))
    lines = list(_Handed(client, [events[0], "kept\n", gone, *events[1:]], Settings(engine="fuzzy")).lines())
    assert client.groups == [["a", "deadly", "b"], ["a"], ["deadly"], ["b"]]
    assert lines.pop(1) == "kept\n"
    assert ids("".join(lines)) == ["a", "gone", "deadly", "b"]
    errors = failures("".join(lines))
    assert list(errors) == ["gone", "deadly"]
    assert "its process ended" in errors["deadly"]


def test_a_cluster_is_given_single_events_first_and_groups_then():
    sizes = [len(group) for group in _groups((str(n) for n in range(30)), threads=2)]
    assert sizes == [1, 1, 1, 1, 8, 8, 8, 2]


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path):
    pytest.importorskip("distributed", reason="NO CLUSTER TRIED: install the extra 'dask'")
    arguments = ("batch", archive(tmp_path, 1), "--executor", "dask", "--scheduler", "nonsense://x")
    done = readcmp(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no Dask scheduler answers" in done.stderr


def test_a_second_batch_into_a_file_is_refused_while_the_first_writes(tmp_path):
    source, out = archive(tmp_path / "in", 2), tmp_path / "all.jsonl"
    hold = "import sys; from pathlib import Path; from readcmp.archive.lock import Lock; "
    hold += "lock = Lock(Path(sys.argv[1])); print(flush=True); sys.stdin.read()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", hold, str(out)], **pipes) as first:
        first.stdout.readline()
        done = readcmp("batch", *ENGINE, source, "-o", out)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "another batch is writing into it" in done.stderr
        assert not out.exists()
        first.kill()
    assert readcmp("batch", *ENGINE, source, "-o", out).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "in"]
