"""Readouts marked by hand: a folder a pair, with ``gold.yaml`` beside or pointing to the two texts.

``sides`` maps side ids to files, ``points`` lists for each side what a careful editor cut (id, quote, topic ids
with the main one first), ``links`` pairs of point ids, ``tags`` such as ``en-en``. ``speech.yaml`` beside it, where
there is one, gives the speaker and the act of each point by side and id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import Any

import yaml

from readcmp.errors import InputError
from readcmp.loading import load
from readcmp.model import Readout
from readcmp.text import word_starts

UNSCORED = frozenset({"contact", "agenda"})
"""Points of these topics alone are marked but not scored: that there was a call is no matter."""


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """A point as an editor cut it: the offsets of its words in the side's text, its topics, main one first.

    ``speaker`` (``own``, ``other``, ``both``, ``none``, ``third``) and ``act`` are empty where nobody marked them.
    """

    id: str
    words: frozenset[int]
    topics: tuple[str, ...]
    speaker: str = ""
    act: str = ""

    @property
    def scored(self) -> bool:
        """Whether it tells more than that there was a contact."""
        return not set(self.topics) <= UNSCORED


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two readouts of one contact with points and links made by hand."""

    name: str
    tags: tuple[str, ...]
    readouts: tuple[Readout, Readout]
    points: tuple[tuple[GoldPoint, ...], tuple[GoldPoint, ...]]
    links: frozenset[tuple[str, str]]


def read_gold(folder: Path, *, tag: str = "", only: str = "") -> Iterator[GoldPair]:
    """Read the gold pairs below ``folder`` in the order of their names.

    Raises InputError where there are none, or where one cannot be used.
    """
    files = sorted(folder.glob("*/gold.yaml"))
    if not files:
        raise InputError(
            "no gold here", where=str(folder), hint="give a folder that holds one folder a pair with gold.yaml in it"
        )
    for file in files:
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            if only in file.parent.name and (not tag or tag in data.get("tags", ())):
                yield _pair(file, data)
        except (yaml.YAMLError, LookupError, TypeError, AttributeError, ValueError, RecursionError) as error:
            raise InputError(
                f"is not gold that can be read ({type(error).__name__}: {error})".split("\n", 1)[0],
                where=str(file),
                hint="see 'How good it is' in the README for its form",
            ) from error


def _pair(file: Path, data: dict[str, Any]) -> GoldPair:
    names = list(data["points"])
    beside = file.with_name("speech.yaml")
    speech = yaml.safe_load(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    if len(names) != 2:
        raise ValueError(f"two sides are needed, here are {len(names)}")
    readouts, points = [], []
    for name in names:
        readout = replace_fields(load(file.parent / data["sides"][name]), side=str(name))
        readouts.append(readout)
        squeezed = _squeezed(readout.text)
        said = speech.get(name, {})
        points.append(
            tuple(_point(p, readout.text, squeezed, said.get(p["id"], {})) for p in data["points"][name])
        )
    home = {point.id: n for n in (0, 1) for point in points[n]}
    links = frozenset((a, b) if home[a] == 0 else (b, a) for a, b, *_ in data["links"])
    return GoldPair(
        file.parent.name, tuple(data.get("tags", ())), (readouts[0], readouts[1]), (points[0], points[1]), links
    )


def _point(
    point: dict[str, Any], text: str, squeezed: tuple[str, list[int]], said: dict[str, str]
) -> GoldPoint:
    quotes = [point["quote"]] if isinstance(point["quote"], str) else point["quote"]
    topics = [point["topic"]] if isinstance(point["topic"], str) else list(point["topic"])
    if not topics:
        raise ValueError(f"no topic for the point {point['id']!r}")
    words: set[int] = set()
    for quote in quotes:
        words |= word_starts(text, *_place(quote, squeezed))
    return GoldPoint(point["id"], frozenset(words), tuple(topics), said.get("speaker", ""), said.get("act", ""))


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2011": "-"})
_NOTHING = frozenset("\u200b\ufeff\u00ad")


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Give the text without white space and with plain quotes, and where each of its characters stands."""
    at = [i for i, c in enumerate(text) if not c.isspace() and c not in _NOTHING]
    return "".join(text[i] for i in at).translate(_PLAIN), at


def _place(quote: str, squeezed: tuple[str, list[int]]) -> tuple[int, int]:
    text, at = squeezed
    wanted, _ = _squeezed(quote)
    found = text.find(wanted)
    if not wanted or found < 0:
        raise ValueError(f"not in the text: {quote[:60]!r}")
    return at[found], at[found + len(wanted) - 1] + 1
