"""Pins as gold: a folder with the readouts of one contact and ``pins.yaml``, as ``readcmp review`` leaves it.

Pins say of some pairs of passages whether they are on one matter, and nothing of all others: no figure but that of
links can be drawn from them, and none of pairs that nobody was asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from readcmp.errors import InputError
from readcmp.evaluation.pairs import GoldPair, GoldPoint, place_of
from readcmp.loading import load_all
from readcmp.loading.folders import readouts_in
from readcmp.loading.pins import asked_about, read_pins
from readcmp.model import Pin, Readout
from readcmp.text import letters_of, short, word_starts

PINS = "pins.yaml"

MATTER = ("other",)
"""The topics of a pinned point: nobody said what it is about, but that it is about something."""


def read_pinned(file: Path) -> GoldPair:
    """Read the pins of a folder and the two readouts beside them, as a gold pair that says which pairs were ``asked``.

    Raises InputError where there are not two readouts, and for pins whose words are not found in them.
    """
    folder = file.parent
    readouts = load_all(readouts_in(str(folder)))
    if len(readouts) != 2:
        what = f"{len(readouts)} readouts lie beside the pins, and gold has two sides"
        raise InputError(what, where=str(folder), hint="leave one readout a side in the folder")
    first, second = readouts
    found: dict[tuple[str, str], GoldPoint] = {}
    asked: dict[tuple[str, str], bool] = {}
    texts = {readout.side: (readout.text, letters_of(readout.text)) for readout in readouts}
    for pin in read_pins(file):
        ends = dict(pin.ends)
        if ends.keys() == texts.keys():
            points = [_point(side, ends[side], texts, found, pin) for side in texts]
            asked[points[0].id, points[1].id] = pin.same
    if not asked:
        raise InputError("no pin is of these readouts", where=str(file), hint="run readcmp review in this folder")
    languages = sorted(short(readout.language) for readout in readouts)
    return GoldPair(
        folder.name,
        ("-".join(languages), "pinned"),
        (first, second),
        (_of(first, found), _of(second, found)),
        frozenset(ends for ends, same in asked.items() if same),
        asked=frozenset(asked),
        unsure_only=asked_about(file) == "unsure",
    )


def _point(
    side: str,
    words: str,
    texts: Mapping[str, tuple[str, tuple[str, list[int]]]],
    found: dict[tuple[str, str], GoldPoint],
    pin: Pin,
) -> GoldPoint:
    text, letters = texts[side]
    if (side, words) not in found:
        try:
            start, end = place_of(words, letters)
        except ValueError:
            hint = "quote them as they stand there"
            raise InputError(f"the words {words!r} are not in the text of {side}", where=pin.where, hint=hint) from None
        found[side, words] = GoldPoint(f"{side}:{len(found)}", frozenset(word_starts(text, start, end)), MATTER)
    return found[side, words]


def _of(readout: Readout, found: Mapping[tuple[str, str], GoldPoint]) -> tuple[GoldPoint, ...]:
    return tuple(point for (side, _), point in found.items() if side == readout.side)
