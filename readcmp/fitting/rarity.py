"""Count in how many points of readouts each word's stem stands: ``python -m readcmp.fitting.rarity POINTS [LANG]``.

POINTS is a file of JSON lines, a readout a line, with ``language`` and ``points`` that have ``text``. Writes
``aligning/rarity.LANG.txt``: the number of points, then stem and count for those counted three times or more.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import readcmp.aligning
from readcmp.aligning.traits import stems

OFTEN_ENOUGH = 3
"""Stems in fewer points are rare words, and there is no use in telling rare from rarer."""


def count(points: Iterable[str], language: str) -> tuple[int, Counter[str]]:
    """Give how many points there are and in how many of them each stem stands."""
    total, counts = 0, Counter[str]()
    for text in points:
        total += 1
        counts.update(set(stems(text, language)))
    return total, counts


def main(file: str, language: str = "en") -> None:
    """Count and write the table of one language."""
    readouts = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
    texts = [p["text"] for r in readouts if r["language"] == language for p in r["points"]]
    total, counts = count(texts, language)
    rows = [f"{word} {n}" for word, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])) if n >= OFTEN_ENOUGH]
    target = Path(readcmp.aligning.__file__).parent / f"rarity.{language}.txt"
    target.write_text("\n".join([str(total), *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
