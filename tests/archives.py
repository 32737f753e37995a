"""Archives of unpaired readouts, made of the invented events, with what makes pairing hard.

The same leaders meet again on other days, and within a day of another contact; a government speaks with many others on
one day, now and then in a round of calls; every fifth account has no counterpart; every tenth is dated a day later.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import defaultdict
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
    used = set()
    for which, day in _contacts(chance, count // 4):
        if any((which, day + timedelta(n)) in used for n in range(-2, 3)):
            continue  # the same words twice within a day of each other could be told apart by nobody
        used.add((which, day))
        accounts, ids = events()[which], []
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
        if sum(map(len, halves)) >= count:
            return halves, pairs
    raise AssertionError


def _contacts(chance, days):
    """Contacts without end: the number of an event and a day, now and then a round of one government's calls."""
    of_side = defaultdict(list)
    for n, accounts in enumerate(events()):
        for side, _, _ in accounts:
            of_side[side].append(n)
    rounds = [numbers for numbers in of_side.values() if len(numbers) > 3]
    busy = []
    while True:
        day = chance.choice(busy) if busy and chance.random() < 0.3 else FIRST + timedelta(chance.randrange(days))
        busy = [*busy[-20:], day + timedelta(chance.choice((0, 1)))]
        if chance.random() < 0.05:
            yield from ((which, day) for which in chance.sample(chance.choice(rounds), chance.randint(3, 4)))
        else:
            yield chance.randrange(len(events())), day


KINDS = (
    "dated a day later",
    "same leaders within a day",
    "same day, others",
    "a round of calls",
    "two languages",
    "none",
)
"""What makes a readout hard to pair; ``none`` of these does."""


def kinds_of(halves, pairs):
    """What makes each readout hard to pair, by id."""
    record_of = {record["id"]: record for half in halves for record in half}
    partner = dict(pairs) | {b: a for a, b in pairs}
    contacts = []
    for name, record in record_of.items():
        if partner.get(name, name) >= name:  # each contact once
            contacts.append((name, date.fromisoformat(record["date"]), _sides(record)))
    by_day = defaultdict(list)
    for name, day, sides in contacts:
        for side in sides:
            by_day[side, day].append((name, sides))
    kinds = defaultdict(set)
    for name, day, sides in contacts:
        around = [other for n in (-1, 0, 1) for side in sides for other in by_day[side, day + timedelta(n)]]
        own = set()
        if any(other != name and theirs == sides for other, theirs in around):
            own.add("same leaders within a day")
        if any(theirs != sides for side in sides for _, theirs in by_day[side, day]):
            own.add("same day, others")
        if any(len(by_day[side, day]) > 2 for side in sides):
            own.add("a round of calls")
        both = [record_of[one] for one in (name, partner.get(name)) if one]
        if len({record["date"] for record in both}) == 2:
            own.add("dated a day later")
        if len({record["language"] for record in both}) == 2:
            own.add("two languages")
        for one in (name, partner.get(name)):
            kinds[one] = own or {"none"}
    return kinds


@cache
def _partners():
    return {text: frozenset(side for side, _, _ in accounts) for accounts in events() for _, _, text in accounts}


def _sides(record):
    """The governments of the contact that a readout is of."""
    return _partners()[record["text"]]


def table_of(found, pairs, kinds):
    """How many pairs of each kind there are, and which part is right of those found and found of those there are."""
    for kind in KINDS:
        there = {pair for pair in pairs if kind in kinds[pair[0]]}
        taken = {pair for pair in found if any(kind in kinds[one] for one in pair)}
        yield kind, len(there), len(taken & pairs) / max(1, len(taken)), len(there & found) / max(1, len(there))


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
