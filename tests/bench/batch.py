"""How fast a batch is: pairs a second and core, what a second core brings, whether memory grows, Dask's overhead.

Run it as ``python tests/bench/batch.py [EVENTS]`` with readcmp installed in the same environment; the events are those
of ``tests/corpus``, with a sentence of their own each, as often as asked for (2,000 by default). Nothing is asserted.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from readcmp.evaluation import read_gold

CORPUS = Path(__file__).parents[1] / "corpus"


def lay_out(folder, count):
    """Write ``count`` events into a folder, each of them two files."""
    pairs = list(read_gold(CORPUS))
    for n in range(count):
        pair = pairs[n % len(pairs)]
        event = folder / f"{n:06}"
        event.mkdir(parents=True)
        for readout in pair.readouts:
            text = f"---\nside: {readout.side}\nlanguage: {readout.language}\n---\n{readout.text}\n\n{n} points.\n"
            (event / f"{readout.side}.txt").write_text(text, encoding="utf-8")
    return folder


def run(*arguments):
    """Run a batch; return the seconds it took and the most memory that one of its processes had, in MB."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "readcmp", "batch", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Print every figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as home:
        folder, few = lay_out(Path(home) / "all", count), lay_out(Path(home) / "few", max(1, count // 10))
        engine = ("--engine", "fuzzy", "--no-cache")
        start, _ = run(*engine, lay_out(Path(home) / "one", 1), "-j", "1")
        small, small_memory = run(*engine, few, "-j", "1")
        one, memory = run(*engine, folder, "-j", "1")
        print(f"one core, {count} events: {count / (one - start):.1f} pairs a second, {memory:.0f} MB")
        print(
            f"one core, {count // 10} events: {count / 10 / (small - start):.1f} pairs a second, {small_memory:.0f} MB"
        )
        cores = len(os.sched_getaffinity(0))
        several, _ = run(*engine, folder, "-j", cores)
        rate, times = count / (several - start), (one - start) / (several - start)
        print(f"{cores} cores: {rate:.1f} pairs a second, {times:.2f} times one")


if __name__ == "__main__":
    main()
