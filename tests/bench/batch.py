"""How fast a batch is: pairs a second and core, what a second core brings, whether memory grows, what Dask costs.

Run it as ``python tests/bench/batch.py [EVENTS]`` with readcmp installed in the same environment, and psutil, which
comes with the extra ``dask``. The events are those of ``tests/corpus``, each with a sentence of its own, as often as
asked for (2,000 by default). Nothing is asserted. Seconds of the clock depend on what else the machine
does, CPU seconds less so. Further options:

--tiny N         memory over N events of two short accounts, none with the names of another
--before PYTHON  the same events with the readcmp of another environment, and how many times as fast this one is
--semantic       with vectors that were made before
--dask           on a cluster of processes here, beside as many processes without one
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from readcmp.evaluation import read_gold

CORPUS = Path(__file__).parents[1] / "corpus"
STEP = 37
"""The corpus is walked in such steps, so that few events have the languages that many have."""

SYLLABLES = ("ba", "den", "kor", "li", "mar", "nes", "o", "pol", "ra", "sin", "tu", "vo")
FUZZY = ("--engine", "fuzzy", "--no-cache")


class Cost(NamedTuple):
    """What a run took: seconds of the clock, CPU seconds and most megabytes of the first process and of its workers."""

    seconds: float
    cpu: float
    memory: float
    workers_cpu: float
    workers_memory: float


def lay_out(folder: Path, count: int) -> Path:
    """Write so many events of the corpus into a folder, each of them two files."""
    pairs = list(read_gold(CORPUS))
    for n in range(count):
        pair = pairs[n * STEP % len(pairs)]
        event = folder / f"{n:06}"
        event.mkdir(parents=True)
        for readout in pair.readouts:
            text = f"---\nside: {readout.side}\nlanguage: {readout.language}\n---\n{readout.text}\n\n{n} points.\n"
            (event / f"{readout.side}.txt").write_text(text, encoding="utf-8")
    return folder


def lay_out_tiny(file: Path, count: int) -> Path:
    """Write a manifest with so many events of two short accounts, full of names that no other has."""
    with file.open("w", encoding="utf-8") as stream:
        for n in range(count):
            chance = random.Random(n)
            names = ["".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize() for _ in range(6)]
            us = (
                f"The President spoke with the Prime Minister of {names[0]}. They discussed {names[1].lower()} exports."
            )
            ru = f"The Prime Minister spoke with the President. {names[2]} and {names[3]} agreed on {n + 2} flights."
            files = ", ".join(
                f'{{"file": "{side}.txt", "side": "{side}", "language": "en", "text": "{text}"}}'
                for side, text in (("us", us), ("ru", ru))
            )
            stream.write(f'{{"event": "{n}", "files": [{files}]}}\n')
    return file


def run(*arguments: object, python: str = sys.executable, home: Path | None = None) -> Cost:
    """Run a batch and watch its processes."""
    env = os.environ | ({"READCMP_CACHE": str(home)} if home else {})
    start = time.perf_counter()
    command = [python, "-m", "readcmp", "batch", *map(str, arguments)]
    elsewhere = tempfile.gettempdir()  # or the package of this folder would be run, whatever the interpreter has
    with psutil.Popen(command, stdout=subprocess.DEVNULL, env=env, cwd=elsewhere) as running:
        cpu: dict[int, float] = {}
        memory: dict[int, float] = {}
        while running.poll() is None:
            for process in _family(running):
                with suppress(psutil.Error), process.oneshot():
                    times = process.cpu_times()
                    cpu[process.pid] = times.user + times.system
                    memory[process.pid] = max(memory.get(process.pid, 0.0), process.memory_info().rss / 1e6)
            time.sleep(0.25)
        if running.returncode:
            raise SystemExit(f"{' '.join(command)}: status {running.returncode}")
    rest = [pid for pid in cpu if pid != running.pid]
    return Cost(
        time.perf_counter() - start,
        cpu.get(running.pid, 0.0),
        memory.get(running.pid, 0.0),
        sum(cpu[pid] for pid in rest),
        max((memory[pid] for pid in rest), default=0.0),
    )


def _family(process: psutil.Process) -> Iterator[psutil.Process]:
    yield process
    with suppress(psutil.Error):
        yield from process.children(recursive=True)


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=2000)
    parser.add_argument("--tiny", type=int)
    parser.add_argument("--before")
    parser.add_argument("--semantic", action="store_true")
    parser.add_argument("--dask", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home, count = Path(place), args.events
        folder, single = lay_out(home / "all", count), lay_out(home / "one", 1)
        start = run(*FUZZY, single, "-j", "1")
        one = run(*FUZZY, folder, "-j", "1")
        print(f"one core, {count} events: {rates(count, one, start)}, {one.memory:.0f} MB")
        few = lay_out(home / "few", max(1, count // 10))
        print(f"one core, {count // 10} events: {run(*FUZZY, few, '-j', '1').memory:.0f} MB")
        cores = len(os.sched_getaffinity(0))
        several(cores, count, one, start, run(*FUZZY, folder, "-j", cores))
        if args.tiny:
            memory_of(args.tiny, home)
        if args.before:
            theirs = run(*FUZZY, few, "-j", "1", python=args.before)
            theirs_start = run(*FUZZY, single, "-j", "1", python=args.before)
            ours = run(*FUZZY, few, "-j", "1")
            times = (theirs.cpu - theirs_start.cpu) / (ours.cpu - start.cpu)
            print(f"before: {rates(count // 10, theirs, theirs_start)}; this one is {times:.2f} times as fast")
        if args.semantic:
            semantic = ("--engine", "semantic", "-j", "1")
            first = run(*semantic, few, home=home)
            begin, again = run(*semantic, single, home=home), run(*semantic, few, home=home)
            print(f"semantic, vectors made before: {rates(count // 10, again, begin)} (with them: {first.cpu:.0f} s)")
        if args.dask:
            on_dask(cores, folder, count)


def rates(count: int, cost: Cost, start: Cost) -> str:
    """Return pairs a second, less what starting takes."""
    by_clock = (count - 1) / max(cost.seconds - start.seconds, 1e-3)
    return f"{by_clock:.1f} pairs a second, {(count - 1) / max(cost.cpu - start.cpu, 1e-3):.1f} a CPU second"


def several(cores: int, count: int, one: Cost, start: Cost, cost: Cost) -> None:
    """Print what several processes bring: by the clock, and as CPU time would have it were the machine idle."""
    times = (one.seconds - start.seconds) / (cost.seconds - start.seconds)
    print(f"{cores} cores: {count / cost.seconds:.1f} pairs a second, {times:.2f} times one")
    ideal = one.cpu / max(cost.cpu, cost.workers_cpu / cores)
    print(
        f"    CPU seconds: {one.cpu:.1f} alone, else {cost.cpu:.1f} handing out and {cost.workers_cpu:.1f} working: "
        f"at most {ideal:.2f} times one; {cost.memory:.0f} MB and {cost.workers_memory:.0f} MB"
    )


def memory_of(count: int, home: Path) -> None:
    """Print the memory over few and many tiny events, and over many again, when all is there already."""
    for n in (count // 100, count // 10, count):
        cost = run(*FUZZY, lay_out_tiny(home / f"{n}.jsonl", n), "-j", "1", "-o", home / f"{n}.out.jsonl")
        print(f"{n} tiny events: {cost.memory:.0f} MB, {n / cost.seconds:.0f} a second")
    cost = run(*FUZZY, home / f"{count}.jsonl", "-j", "1", "-o", home / f"{count}.out.jsonl")
    print(f"{count} tiny events, taken over: {cost.memory:.0f} MB, {count / cost.seconds:.0f} a second")


def on_dask(cores: int, folder: Path, count: int) -> None:
    """Print what a cluster costs beside processes of this machine: CPU time of all who take part, for a pair."""
    import distributed

    beside = run(*FUZZY, folder, "-j", cores)
    with distributed.LocalCluster(
        n_workers=cores, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        here = psutil.Process()
        pids = [worker.pid for worker in cluster.workers.values()]
        watching = time.thread_time()  # the scheduler is another thread of this process
        before = here.cpu_times(), [psutil.Process(pid).cpu_times() for pid in pids]
        cost = run("--engine", "fuzzy", "--executor", "dask", "--scheduler", cluster.scheduler_address, folder)
        watching = time.thread_time() - watching
        after = here.cpu_times(), [psutil.Process(pid).cpu_times() for pid in pids]
    scheduler = after[0].user + after[0].system - before[0].user - before[0].system - watching
    workers = sum(b.user + b.system - a.user - a.system for a, b in zip(before[1], after[1], strict=True))
    whole = cost.cpu + scheduler + workers - beside.cpu - beside.workers_cpu
    print(
        f"Dask, {cores} workers: {count / cost.seconds:.1f} pairs a second beside {count / beside.seconds:.1f}\n"
        f"    CPU a pair: {1000 * whole / count:.1f} ms more; {1000 * cost.cpu / count:.1f} ms handing out, "
        f"{1000 * scheduler / count:.1f} ms the scheduler, {1000 * workers / count:.1f} ms the workers"
    )


if __name__ == "__main__":
    main()
