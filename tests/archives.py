"""Archives of unpaired readouts, made of the invented events, with what makes pairing hard.

The same leaders meet again on other days, and within a day of another contact; a government speaks with many others on
one day; every fifth account has no counterpart; every tenth is dated a day later than the other.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from readcmp.evaluation import read_gold

CORPUS = Path(__file__).parent / "corpus"
FIRST = date(2005, 1, 1)


@cache
def events():
    """The invented events that are kept for measuring, each as (side, language, text) of its accounts."""
    return [
        [(readout.side, readout.language, readout.text) for readout in pair.readouts]
        for pair in read_gold(CORPUS)
        if pair.aside
    ]


def archives(count, seed=0):
    """Two archives with ``count`` readouts in all, as lists of records, and the pairs of ids that belong together.

    Every record has ``id``, ``date``, ``side``, ``language`` and ``text``.
    """
    chance = random.Random(seed)
    halves, pairs = ([], []), set()
    days, busy, used = count // 4, [], set()
    while sum(map(len, halves)) < count:
        which = chance.randrange(len(events()))
        day = chance.choice(busy) if busy and chance.random() < 0.3 else FIRST + timedelta(chance.randrange(days))
        if any((which, day + timedelta(n)) in used for n in range(-2, 3)):
            continue  # the same words twice within a day of each other could be told apart by nobody
        used.add((which, day))
        accounts = events()[which]
        busy = [*busy[-20:], day + timedelta(chance.choice((0, 1)))]
        ids = []
        kept = (0, 1) if chance.random() < 0.8 else (chance.randrange(2),)
        for n in kept:
            side, language, text = accounts[n]
            late = timedelta(n == 1 and chance.random() < 0.1)
            ids.append(f"{n}-{len(halves[n])}")
            halves[n].append(
                {"id": ids[-1], "date": (day + late).isoformat(), "side": side, "language": language, "text": text}
            )
        if len(ids) == 2:
            pairs.add(tuple(ids))
    return halves, pairs


def written(halves, folder):
    """Write archives as JSON Lines into a folder; return their paths."""
    files = [folder / f"archive-{n}.jsonl" for n in range(len(halves))]
    for file, records in zip(files, halves, strict=True):
        file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return files


def paired(halves, files):
    """Run ``readcmp pair`` on archives; return the pairs of ids that it finds."""
    command = [sys.executable, "-m", "readcmp", "pair", *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found = set()
    for line in done.stdout.splitlines():
        places = [entry["file"].rsplit("#", 1) for entry in json.loads(line)["files"]]
        found.add(tuple(sorted(halves[list(map(str, files)).index(file)][int(n) - 1]["id"] for file, n in places)))
    return found
