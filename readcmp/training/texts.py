"""Readouts marked by hand, cut by the program, with the topics that each of its points was given.

Training on the program's own points and not on those of the gold teaches what is asked of it later. A point's topics
are those of every point of the gold that has most in common with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from msgspec import Struct

from readcmp.annotation import paragraphs_of
from readcmp.annotation.attribution import actor_of
from readcmp.annotation.disambiguation import disambiguate
from readcmp.annotation.topics import Context
from readcmp.evaluation.gold import read_gold
from readcmp.evaluation.pairs import GoldPair
from readcmp.lexicon import Lexicon
from readcmp.model import Hit, Point
from readcmp.segmentation import segment
from readcmp.text import short, unspaced, word_starts

Topics = tuple[str, ...]
"""Topics of a point of the gold, main one first."""

SAME = 0.6
"""Two texts that have this part of all their words in common are one readout."""

PARTS = 3
"""One readout of points of so many is held out."""


class Text(Struct, frozen=True):
    """One readout: ``kind`` is ``points``, ``pairs`` or ``invented``; ``event`` names what stays in one fold.

    ``gold`` has for each point of the gold its topics and the number of the program's point that it is judged by.
    """

    kind: str
    event: str
    side: int
    tags: tuple[str, ...]
    points: tuple[Point, ...]
    topical: tuple[tuple[Hit, ...], ...]
    context: Context
    gold: tuple[tuple[Topics, int | None], ...]
    held: bool

    @property
    def language(self) -> str:
        """The language as an ISO 639-1 code."""
        return self.context.language

    def marked(self, n: int) -> list[Topics]:
        """Return the topics of every point of the gold that is judged by a point of the program."""
        return [topics for topics, at in self.gold if at == n and topics]


def read_texts(folders: Iterable[Path], points: Path | None, lexicon: Lexicon) -> list[Text]:
    """Read the pairs of all folders, and single readouts from a file.

    What is one readout under two names is held out under both or neither.
    """
    pairs = [text for folder in folders for text in _read_pairs(folder, lexicon)]
    made = [text for text in pairs if text.kind == "invented"]
    texts = [*(_read_points(points, lexicon) if points else ()), *(text for text in pairs if text.kind == "pairs")]
    singles = [(text, _words(text)) for text in texts if text.kind == "points"]
    held = {text.event for text in texts if text.held}
    dropped = set()
    for text in made:
        words = _words(text)
        for single, theirs in singles:
            if len(words & theirs) >= SAME * len(words | theirs):
                if text.held:
                    dropped.add(single.event)
                elif single.event in held:
                    dropped.add(f"{text.event} {text.side}")
    return [text for text in (*texts, *made) if not {text.event, f"{text.event} {text.side}"} & dropped]


def _read_points(path: Path, lexicon: Lexicon) -> Iterator[Text]:
    """Read single readouts, each a line of JSON; the third of every three of a language is held out."""
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        language = short(record["language"])
        place = seen[language] = seen.get(language, -1) + 1
        points, sentence, start = [], 0, 0
        for n, text in enumerate(p["text"] for p in record["points"]):
            points.append(Point(str(n), start, start + len(text), text, sentence))
            start += len(text) + 1
            abbreviated = re.search(r"\b(?:Dr|Mr|Ms|Jr|Gen|Lt|[A-Z])\.\s*$", text)
            sentence += bool(re.search(r"[.!?。！？][\"”’')]*\s*$", text)) and not abbreviated
        gold = tuple((tuple(p["topics"]), n) for n, p in enumerate(record["points"]))
        topical, context = _found(points, language, [], lexicon, ())
        event, held = f"points {number}", place % PARTS == PARTS - 1
        yield Text("points", event, 0, (), tuple(points), topical, context, gold, held)


def _read_pairs(folder: Path, lexicon: Lexicon) -> Iterator[Text]:
    """Read the sides of pairs; those that are kept for measuring are held out."""
    for pair in read_gold(folder):
        kind = "invented" if pair.invented else "pairs"
        yield from (_side(pair, n, kind, pair.aside, lexicon) for n in (0, 1))


def _side(pair: GoldPair, n: int, kind: str, held: bool, lexicon: Lexicon) -> Text:
    readout, gold = pair.readouts[n], pair.points[n]
    points = segment(readout)
    spans = [word_starts(readout.text, p.start, p.end) for p in points]
    topical, context = _found(
        points,
        short(readout.language),
        [r.side for r in pair.readouts],
        lexicon,
        paragraphs_of(readout.text, points),
    )
    judged = tuple((g.topics, _nearest(g.words, spans)) for g in gold)
    return Text(kind, pair.name, n, pair.tags, tuple(points), topical, context, judged, held)


def _nearest(words: Set[int], spans: Sequence[Set[int]]) -> int | None:
    best = max(range(len(spans)), key=lambda i: len(spans[i] & words), default=None)
    return best if best is not None and spans[best] & words else None


def _found(
    points: Sequence[Point], language: str, sides: Iterable[str], lexicon: Lexicon, paragraphs: Sequence[int]
) -> tuple[tuple[tuple[Hit, ...], ...], Context]:
    hits = [lexicon.find(p.text, language) for p in points]
    meeting = frozenset(actor_of(side, "", lexicon) for side in sides)
    names = {h.text for found in hits for h in found if h.kind == "actor" and h.id in meeting}
    told = [[h for h in found if h.kind == "topic"] for found in hits]
    topical = disambiguate(points, told, names if meeting else None, language, lexicon)
    return tuple(topical), Context(language, (), hits, meeting, paragraphs, lexicon)


def _words(text: Text) -> frozenset[str]:
    """Return the words of a readout, every two neighbouring characters where no spaces part words."""
    whole = " ".join(point.text for point in text.points)
    if unspaced(whole):
        return frozenset(whole[i : i + 2] for i in range(len(whole) - 1))
    return frozenset(re.findall(r"\w+", whole.lower()))
