"""How long whole processes take, the median of nine each, beside what the libraries alone take.

Run it as ``python tests/bench/startup.py``, with readcmp installed in the same environment. Nothing is asserted:
times depend on the machine, the ratios less so.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
READCMP = str(Path(sys.executable).with_name("readcmp"))
SAMPLE = [ROOT / "samples" / "2020-07-23-trump-putin" / f"{side}.txt" for side in ("us", "ru")]
RUNS, SLOW_RUNS = 9, 3

SUBJECTS = ("The ministers", "Both sides", "The Prime Minister", "Her counterpart", "The delegation", "They")
VERBS = ("discussed", "welcomed", "raised", "called for", "expressed concern about", "agreed on", "reviewed")
ADJECTIVES = ("early", "further", "joint", "full", "regional", "mutual", "practical", "steady", "gradual", "timely")
NOUNS = ("repair", "renewal", "review", "growth", "protection", "exchange", "reduction", "transport", "survey")
MATTERS = (
    "grain exports", "fishing quotas", "the railway bridge", "natural gas deliveries", "flights between the capitals",
    "arms control", "the exchange of prisoners", "vaccines", "climate finance", "student visas", "cyber attacks",
    "peacekeeping in the north", "tariffs on steel", "nuclear safety", "the border crossing", "lithium mining",
)  # fmt: skip


SYLLABLES = ("ba", "den", "kor", "li", "mar", "nes", "o", "pol", "ra", "sin", "tu", "vo")


def main() -> None:
    """Print every figure with its goal."""
    click = median([sys.executable, "-c", "import click"])
    libraries = median([sys.executable, "-c", "import click, rich.console, rich.table, rapidfuzz.fuzz, yaml"])
    print(f"{'import click':44} {click * 1000:7.0f} ms")
    print(f"{'import click, rich, rapidfuzz, yaml':44} {libraries * 1000:7.0f} ms")
    report("readcmp --help", median([READCMP, "--help"]), click, 1.3)
    diff = [READCMP, "diff", "--engine", "fuzzy", *map(str, SAMPLE)]
    report("readcmp diff, the call of 23 July 2020", median(diff), libraries, 2.2)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{name}.txt") for name in ("us", "ru")]
        for seed, file in enumerate(files):
            file.write_text(account(seed, 5000), encoding="utf-8")
        seconds = median([READCMP, "diff", "--engine", "fuzzy", *map(str, files)], SLOW_RUNS)
    print(f"{'readcmp diff, two texts of 5,000 words':44} {seconds * 1000:7.0f} ms   (goal under 1,500 ms)")


def report(name: str, seconds: float, beside: float, goal: float) -> None:
    """Print a time and how many times as long as the libraries it is."""
    print(f"{name:44} {seconds * 1000:7.0f} ms   {seconds / beside:.2f} times as long   (goal {goal})")


def median(command: list[str], runs: int = RUNS) -> float:
    """Give the median wall time of a command in seconds; the first run, which fills the caches, does not count."""
    times = []
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as users have it
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def _place(chance: random.Random) -> str:
    """Make up a name, for an account of 5,000 words does not turn to the same matter thirty times."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def account(seed: int, words: int) -> str:
    """Write an account of many sentences, the same for the same seed."""
    chance = random.Random(seed)
    sentences: list[str] = []
    count = 0
    while count < words:
        matters = [
            f"the {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)} of {chance.choice(MATTERS)} in {_place(chance)}"
            for _ in range(chance.choice((1, 1, 2, 3)))
        ]
        told = matters[0] if len(matters) == 1 else f"{', '.join(matters[:-1])} and {matters[-1]}"
        sentence = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {told}."
        sentences.append(sentence)
        count += len(sentence.split())
    return "\n\n".join(" ".join(sentences[n : n + 6]) for n in range(0, len(sentences), 6)) + "\n"


if __name__ == "__main__":
    main()
