"""What a model's sureness comes to: a curve and thresholds, from a file that ``readcmp eval --write`` makes."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from readcmp.errors import InputError
from readcmp.files import open_bytes

STRICT = 0.5
"""The threshold for who wants no link that is more likely wrong than right."""

LOOSER = 0.6
"""A looser look takes this part of a threshold."""

LARGEST = 100_000
"""A larger file, in bytes, is no calibration."""

HINT = "make it anew with: readcmp eval GOLD --engine llm --model NAME --write FILE"


class Calibration(Struct, frozen=True):
    """How sureness becomes a score 0..1, and what follows from a score.

    ``curve`` are corners (sureness, score) between which lines are drawn; without any the sureness is the score. From
    ``link`` on a pair is a link, from ``possible`` on a possible one. A point whose best score reaches ``both`` is told
    by both, one where nothing reaches ``only`` by its own side alone. ``model`` is whose sureness this is, empty for
    that of any model.
    """

    curve: tuple[tuple[float, float], ...] = ()
    link: float = 0.4
    possible: float = 0.25
    both: float = 0.5
    only: float = 0.25
    model: str = ""

    def score(self, sureness: float) -> float:
        """Return the score of a pair of this sureness; it grows with it."""
        if not self.curve:
            return sureness
        corners = ((0.0, 0.0), *self.curve)
        at = bisect_right(corners, sureness, key=lambda corner: corner[0])
        if at == len(corners):
            return corners[-1][1]
        (x, y), (right, top) = corners[at - 1], corners[at]
        return y + (top - y) * (sureness - x) / (right - x)

    @property
    def bounds(self) -> tuple[float, float]:
        """From which coverage on a point is told by both, and up to which by its own side alone."""
        return self.both, math.nextafter(self.only, 0.0)

    def as_asked(self, strictness: str) -> Calibration:
        """Return these thresholds, fewer links and calls either way for ``strict``, more for ``loose``."""
        if strictness == "strict":
            link = max(STRICT, self.link)
            return replace(self, link=link, possible=self.link, both=(self.both + 1) / 2, only=self.only / 2)
        if strictness == "loose":
            middle = (self.both + self.only) / 2
            return replace(
                self,
                link=self.possible,
                possible=self.possible * LOOSER,
                both=(self.both + middle) / 2,
                only=(self.only + middle) / 2,
            )
        return self


UNCALIBRATED = Calibration(curve=((0.4, 0.4), (0.6, 0.5), (1.0, 1.0)))
"""What the sureness of a model comes to that was never calibrated: a link from 0.4 on, told by both from 0.6 on.

A link that scores 0.5 counts as told by both whatever made it, so that a sureness of 0.6 is a score of 0.5.
"""


def read_calibration(file: Path, model: str) -> Calibration:
    """Read the calibration of a model. Raises InputError for a file that is none, or that of another model."""
    from readcmp.data import parse

    try:
        with open_bytes(file) as stream:
            found = _from_dict(parse(stream.read(LARGEST)))  # no more, so that an endless device does no harm
    except OSError as error:
        what = f"cannot be read ({error.strerror or type(error).__name__})"
        raise InputError(what, where=str(file), hint=HINT) from error
    except Exception as error:  # whatever YAML, or something that is no calibration, makes the reading raise
        raise InputError("is no calibration of a model", where=str(file), hint=HINT) from error
    if found.model != model:
        raise InputError(f"is the calibration of {found.model!r}, not of {model!r}", where=str(file), hint=HINT)
    return found


def form_calibration(calibration: Calibration, measured: Mapping[str, Any]) -> str:
    """Return a calibration as the text of a file, with the figures that it was made of."""
    import datetime

    import yaml

    data = {
        "model": calibration.model,
        "calibrated": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "measured": dict(measured),
        "curve": [[round(x, 4), round(y, 4)] for x, y in calibration.curve],
        "thresholds": {name: round(getattr(calibration, name), 4) for name in ("link", "possible", "both", "only")},
    }
    _from_dict(data)  # what is written can be read
    head = "# Written by readcmp eval; for readcmp diff --engine llm --calibration.\n"
    return head + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=None)


def _from_dict(data: Any) -> Calibration:  # noqa: ANN401 - what a YAML file holds is known only when checked
    curve = tuple((float(x), float(y)) for x, y in data["curve"])
    at, heights = [x for x, _ in curve], [y for _, y in curve]
    thresholds = {name: float(data["thresholds"][name]) for name in ("link", "possible", "both", "only")}
    rising = at == sorted(set(at)) and heights == sorted(heights) and all(x > 0 for x in at)
    if not rising or not all(0 <= value <= 1 for value in (*at, *heights, *thresholds.values())):
        raise ValueError("a curve that falls, or a number outside 0..1")
    if thresholds["only"] > thresholds["both"] or thresholds["possible"] > thresholds["link"]:
        raise ValueError("thresholds in the wrong order")
    return Calibration(curve=curve, model=str(data["model"]), **thresholds)
