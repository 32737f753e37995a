"""How time and memory grow with the length of two accounts, by stage.

Run it as ``python tests/bench/length.py [WORDS ...]``: words a side, each twice the one before by default. Every length
has a process of its own, which compares once to fill what is kept, then again. Prints seconds of computing time by
stage, the most memory, and how many times as long as the length before it took; the goal is under 2.5 for twice the
words.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from startup import account

LENGTHS = (1000, 2000, 5000, 10_000, 20_000)
STAGES = ("points", "align", "compare", "json")

Made = TypeVar("Made")


def main() -> None:
    """Measure each length in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=int, nargs="*", default=LENGTHS)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.words[0])))
        return
    print(
        f"{'words':>7} {'points':>6} {'links':>6} "
        + " ".join(f"{stage:>8}" for stage in (*STAGES, "all s", "MB", "ratio"))
    )
    before = None
    for words in given.words:
        command = [sys.executable, __file__, "--one", str(words)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        total = sum(found["seconds"].values())
        times = " ".join(f"{found['seconds'][stage]:8.2f}" for stage in STAGES)
        ratio = f"{total / before:8.2f}" if before else ""
        print(f"{words:7,} {found['points']:6} {found['links']:6} {times} {total:8.2f} {found['megabytes']:8} {ratio}")
        before = total


def measure(words: int) -> dict[str, object]:
    """Return the seconds of each stage for two accounts of so many words, and the most memory in MB."""
    from readcmp.aligning import align
    from readcmp.aligning.link_model import shipped_for
    from readcmp.aligning.verdicts import decide_verdicts
    from readcmp.annotation.contents import Contents
    from readcmp.comparing import build_comparison
    from readcmp.lexicon import load_lexicon
    from readcmp.model import Readout
    from readcmp.pipeline import compare, sides_of
    from readcmp.rendering.json import json_line, to_dict

    known, seconds = load_lexicon(), dict[str, float]()
    compare(
        [Readout(side, side.upper(), account(seed, 300), side) for seed, side in enumerate(("us", "ru"))],
        engine="fuzzy",
    )

    def timed(stage: str, make: Callable[[], Made]) -> Made:
        began = time.process_time()
        made = make()
        seconds[stage] = time.process_time() - began
        return made

    readouts = [Readout(side, side.upper(), account(seed, words), side) for seed, side in enumerate(("us", "ru"))]
    sides, _ = timed("points", lambda: sides_of(readouts))
    contents, weights = Contents(sides, known), shipped_for("fuzzy")
    aligned = timed("align", lambda: align(sides, known.topics, weights=weights, contents=contents))
    comparison = timed(
        "compare",
        lambda: build_comparison(
            sides, decide_verdicts(aligned, sides), lexicon=known, engine="fuzzy", contents=contents
        ),
    )
    timed("json", lambda: json_line(to_dict(comparison)))
    points = sum(len(side.points) for side in sides)
    return {"seconds": seconds, "megabytes": most_memory(), "points": points, "links": len(comparison.links)}


def most_memory() -> int:
    """Return the most memory that the process has had, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
