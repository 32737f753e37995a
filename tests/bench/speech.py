"""How well speakers and acts are told in readouts alone, against points marked by hand.

Run it as ``python tests/bench/speech.py POINTS [--detail]``. POINTS holds a readout a line as JSON: ``publisher``,
``language``, ``title`` and ``points``, each with its ``text``, ``speaker`` (``own``, ``other``, ``both``, ``none``,
``third``) and ``act``, in the order of the text. The texts of a readout's points are joined, cut and marked anew
as for one readout alone, with no other side given; a marked point is judged by the program's point that has most
words in common with it. A point without a speaker is passed over.

Prints the figures for each language and for all: over all readouts, over the two thirds that rules may be written on,
and over the third kept back from that (by a hash of the title), then the confusions. ``--detail`` prints each miss.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from readcmp.model import OTHER, Readout
from readcmp.pipeline import points_of

UNSPACED = frozenset({"zh", "ja"})
"""Languages whose words stand without spaces, so that nothing joins two points and a character is a word."""


class Judged(NamedTuple):
    """A marked point: what it was marked with, and what the program says."""

    language: str
    kept: bool
    speaker: tuple[str, str]
    act: tuple[str, str]
    text: str


def main() -> None:
    """Print every figure, then the confusions."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("points", type=Path)
    parser.add_argument("--detail", action="store_true", help="print each miss of the points not kept back")
    args = parser.parse_args()
    found = [one for line in args.points.read_text(encoding="utf-8").splitlines() for one in judged(json.loads(line))]
    languages = sorted({one.language for one in found})
    print(f"{'':4} {'':10} points speaker    act  other: P     R    F1")
    for language in [*languages, "all"]:
        of = [one for one in found if language in (one.language, "all")]
        for name, part in (
            ("all", of),
            ("two thirds", [one for one in of if not one.kept]),
            ("kept back", [one for one in of if one.kept]),
        ):
            if part:
                print(f"{language:4} {name:10} {figures(part)}")
    for language in [*languages, "all"]:
        for kind in ("speaker", "act"):
            pairs = Counter(getattr(one, kind) for one in found if language in (one.language, "all"))
            wrong = ((got, want, n) for (want, got), n in pairs.most_common() if want != got)
            print(f"{language} {kind}, marked as > told as: {', '.join(f'{w} > {g} {n}' for g, w, n in wrong)}")
    if args.detail:
        for one in found:
            if not one.kept and (one.speaker[0] != one.speaker[1] or one.act[0] != one.act[1]):
                print(f"{one.language} {'/'.join(one.speaker)} {'/'.join(one.act)}: {one.text}")


def judged(record: dict[str, Any]) -> Iterator[Judged]:
    """Mark one readout as the program does and judge each of its points."""
    language, side = record["language"], record["publisher"]
    space = "" if language in UNSPACED else " "
    spans, text = [], ""
    for point in record["points"]:
        text += space if text else ""
        spans.append((len(text), len(text) + len(point["text"])))
        text += point["text"]
    readout = Readout(side, side.upper(), text, "points", language, record["date"], record["title"])
    got = [(words(text, p.start, p.end, language), p) for p in points_of(readout).points]
    kept = hashlib.sha256(record["title"].encode()).digest()[0] % 3 == 0
    names = {side: "own", OTHER: "other"}
    for point, span in zip(record["points"], spans, strict=True):
        if not point["speaker"]:
            continue
        spot = words(text, *span, language)
        best = max(got, key=lambda one: len(one[0] & spot))[1]
        act = best.act.kind if best.act else "-"
        speaker = (point["speaker"], names.get(best.speaker, best.speaker))
        yield Judged(language, kept, speaker, (point["act"], act), point["text"])


def words(text: str, start: int, end: int, language: str) -> frozenset[int]:
    """Give where the words, or the characters, of a stretch begin."""
    within = range(start, end)
    if language in UNSPACED:
        return frozenset(i for i in within if not text[i].isspace())
    return frozenset(i for i in within if not text[i].isspace() and (i == 0 or text[i - 1].isspace()))


def figures(part: list[Judged]) -> str:
    """Give a row of figures: how many points, right speakers and acts, and how well "other" is told."""
    speaker = sum(one.speaker[0] == one.speaker[1] for one in part) / len(part)
    act = sum(one.act[0] == one.act[1] for one in part) / len(part)
    right = sum(one.speaker == ("other", "other") for one in part)
    precision = right / max(sum(one.speaker[1] == "other" for one in part), 1)
    recall = right / max(sum(one.speaker[0] == "other" for one in part), 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{len(part):6} {speaker:7.3f} {act:6.3f}   {precision:6.2f} {recall:5.2f} {f1:5.2f}"


if __name__ == "__main__":
    main()
