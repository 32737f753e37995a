"""Readouts marked by hand: a folder a pair, with ``gold.yaml`` beside or pointing to the two texts, or a file a pair.

``sides`` maps side ids to files, ``points`` lists for each side what a careful editor cut (id, quote, topic ids
with the main one first), ``links`` pairs of point ids, ``tags`` such as ``en-en``. ``speech.yaml`` beside it, where
there is one, gives the speaker and the act of each point by side and id. Files that end in ``.pair`` hold all of this
in one text; ``corpus`` says how.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace as replace_fields

from readcmp.errors import InputError
from readcmp.evaluation.corpus import SUFFIX, MarkedSide, parse_pair, set_aside
from readcmp.evaluation.pairs import GoldPair, GoldPoint, place_of
from readcmp.evaluation.pinned import PINS, read_pinned
from readcmp.loading import load, load_text
from readcmp.model import Readout
from readcmp.text import letters_of, word_starts

_UNUSABLE = (yaml.YAMLError, LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError)
"""What a file that is no YAML, or says something else than gold, makes the reading raise."""


def read_gold(folder: Path, *, tag: str = "", only: str = "", pinned: bool = False) -> Iterator[GoldPair]:
    """Read the gold pairs below ``folder`` in the order of their names; with ``pinned`` those that have but pins, too.

    Raises InputError where there are none, or where one cannot be used.
    """
    files = [*folder.glob("*/gold.yaml"), *folder.glob(f"*{SUFFIX}")]
    if pinned:
        files += [file for file in folder.glob(f"*/{PINS}") if not file.with_name("gold.yaml").exists()]
    files.sort(key=_name)
    if not files:
        raise InputError(
            "no gold here",
            where=str(folder),
            hint="give a folder of folders, each a pair with gold.yaml or pins.yaml in it, or of .pair files",
        )
    for file in files:
        if only not in _name(file):
            continue
        try:
            read = read_pinned if file.name == PINS else _marked if file.suffix == SUFFIX else _quoted
            pair = read(file)
            if not tag or tag in pair.tags:
                yield pair
        except _UNUSABLE as error:
            raise InputError(
                f"is not gold that can be read ({type(error).__name__}: {error})".split("\n", 1)[0],
                where=str(file),
                hint="see 'readcmp help accuracy' for its form",
            ) from error


def _name(file: Path) -> str:
    return file.stem if file.suffix == SUFFIX else file.parent.name


def _marked(file: Path) -> GoldPair:
    """Read a pair whose texts stand point by point in the file."""
    found = parse_pair(file.read_text(encoding="utf-8"))
    first, second = found.sides
    return GoldPair(
        _name(file),
        ("-".join(sorted(side.language for side in found.sides)),),
        (_readout(first, file), _readout(second, file)),
        (_points(first), _points(second)),
        frozenset((a, b) for a, b, _ in found.links),
        aside=set_aside(_name(file)),
        invented=True,
    )


def _readout(side: MarkedSide, file: Path) -> Readout:
    readout = load_text(side.text, side=side.id, language=side.language)
    if readout.text != side.text:
        raise ValueError(f"the text of {side.id} is not what loading makes of it")
    return replace_fields(readout, source=f"{file}, {side.id}")


def _points(side: MarkedSide) -> tuple[GoldPoint, ...]:
    return tuple(
        GoldPoint(p.id, frozenset(word_starts(side.text, p.start, p.end)), p.topics, p.speaker, p.act)
        for p in side.points
    )


def _quoted(file: Path) -> GoldPair:
    """Read a pair whose points are quoted from texts of their own."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    names = list(data["points"])
    beside = file.with_name("speech.yaml")
    speech = yaml.safe_load(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    if len(names) != 2:
        raise ValueError(f"two sides are needed, here are {len(names)}")
    readouts, points = [], []
    for name in names:
        readout = replace_fields(load(file.parent / data["sides"][name]), side=str(name))
        readouts.append(readout)
        squeezed = letters_of(readout.text)
        said = speech.get(name, {})
        points.append(tuple(_point(p, readout.text, squeezed, said.get(p["id"], {})) for p in data["points"][name]))
    home = {point.id: n for n in (0, 1) for point in points[n]}
    links = frozenset((a, b) if home[a] == 0 else (b, a) for a, b, *_ in data["links"])
    return GoldPair(_name(file), tuple(data.get("tags", ())), (readouts[0], readouts[1]), (points[0], points[1]), links)


def _point(point: dict[str, Any], text: str, squeezed: tuple[str, list[int]], said: dict[str, str]) -> GoldPoint:
    quotes = [point["quote"]] if isinstance(point["quote"], str) else point["quote"]
    topics = [point["topic"]] if isinstance(point["topic"], str) else list(point["topic"])
    if not topics or not all(isinstance(topic, str) for topic in topics):
        raise ValueError(f"no topic for the point {point['id']!r}")
    words: set[int] = set()
    for quote in quotes:
        words |= word_starts(text, *place_of(quote, squeezed))
    return GoldPoint(point["id"], frozenset(words), tuple(topics), said.get("speaker", ""), said.get("act", ""))
