"""How long the semantic engine takes over many pairs, beside what encoding their points once takes.

Run it as ``python tests/bench/semantic.py GOLD``, GOLD a folder of pairs (``tests/gold`` for the samples), with
the extra ``semantic`` installed. Nothing is asserted: times depend on the machine, the ratios less so.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from readcmp.encoding.models import load
from readcmp.evaluation import read_gold
from readcmp.pipeline import compare, sides_of

READCMP = str(Path(sys.executable).with_name("readcmp"))


def main(folder: str) -> None:
    """Print every figure with its goal."""
    pairs = [pair.readouts for pair in read_gold(Path(folder))]
    texts = [side.readout.text[p.start : p.end] for pair in pairs for side in sides_of(pair)[0] for p in side.points]
    started = time.perf_counter()
    load().encode(["."])
    loading = time.perf_counter() - started
    encoding = seconds(lambda: load().encode(texts))
    fuzzy = seconds(lambda: [compare(pair, engine="fuzzy") for pair in pairs])
    semantic = seconds(lambda: [compare(pair, engine="semantic") for pair in pairs])
    print(f"{len(pairs)} pairs, {len(texts)} points; the model's load takes {loading:.2f} s")
    print(f"{'encoding all points once':50} {encoding:6.2f} s, {len(texts) / encoding:.0f} a second")
    print(f"{'all pairs, fuzzy':50} {fuzzy:6.2f} s")
    print(f"{'all pairs, semantic':50} {semantic:6.2f} s   {semantic / (encoding + fuzzy):.2f} times encoding + fuzzy")
    print(f"{'':50} {'':8}   {semantic / encoding:.2f} times encoding alone (goal 1.3)")
    with tempfile.TemporaryDirectory() as kept:
        cache = Path(kept) / "vectors.sqlite"
        for pair in pairs:
            compare(pair, engine="semantic", cache=cache)
        again = seconds(lambda: [compare(pair, engine="semantic", cache=cache) for pair in pairs])
    print(f"{'all pairs, semantic, vectors kept':50} {again:6.2f} s   {again / fuzzy:.2f} times fuzzy (goal 1)")
    files = [str(Path(readout.source)) for readout in pairs[0]]
    cold = seconds(lambda: run("semantic", *files))
    warm = seconds(lambda: run("fuzzy", *files))
    times = (cold - loading) / warm
    print(f"{'readcmp diff, fuzzy':50} {warm:6.2f} s")
    print(f"{'readcmp diff, semantic':50} {cold:6.2f} s   {times:.2f} times fuzzy beside the load (goal 1.5)")


def run(engine: str, *files: str) -> None:
    """Compare two files in a process of its own."""
    command = [READCMP, "diff", "--no-cache", "--engine", engine, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seconds(work: Callable[[], object]) -> float:
    """Give the best wall time of three, in seconds."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1])
