"""Count in how many points of readouts each word's stem stands.

Run ``python -m readcmp.training.document_frequency POINTS [LANG]``. POINTS is a file of JSON lines, a readout a line,
with ``language`` and ``points`` that have ``text``. Writes ``languages/LANG/frequencies.txt``: the number of
points, then stem and count for those counted three times or more. LANG ``concepts`` counts the lexicon's concepts
instead, over the points of all languages, for ``aligning/document_frequency.concepts.txt``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from readcmp.aligning.words import CONCEPT, CONCEPTS, CONCEPTS_FILE
from readcmp.encoding.words import stems
from readcmp.languages import ROOT
from readcmp.lexicon import load_lexicon

OFTEN_ENOUGH = 3
"""Stems in fewer points are rare words, and there is no use in telling rare from rarer."""


def count(points: Iterable[Iterable[str]]) -> tuple[int, Counter[str]]:
    """Return how many points there are, and in how many of them each of their words stands."""
    total, counts = 0, Counter[str]()
    for words in points:
        total += 1
        counts.update(set(words))
    return total, counts


def concepts(text: str, language: str) -> list[str]:
    """Return the concepts of a text as they stand among the words of a point."""
    return [CONCEPT + hit.id for hit in load_lexicon().find(text, language, "concept")]


def main(file: str, language: str = "en") -> None:
    """Count and write the table of one language, or that of the concepts."""
    readouts = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
    texts = [(p["text"], r["language"]) for r in readouts if language in (r["language"], CONCEPTS) for p in r["points"]]
    total, counts = count((concepts if language == CONCEPTS else stems)(text, spoken) for text, spoken in texts)
    rows = [f"{word} {n}" for word, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])) if n >= OFTEN_ENOUGH]
    target = CONCEPTS_FILE if language == CONCEPTS else ROOT / language / "frequencies.txt"
    target.write_text("\n".join([str(total), *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
