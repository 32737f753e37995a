"""How sure a language model is of pairs that were marked by hand, and the calibration that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from readcmp.evaluation.calibrating import Answers, calibrate
from readcmp.evaluation.gold import read_gold
from readcmp.evaluation.pairs import GoldPair
from readcmp.evaluation.scoring import covers
from readcmp.judging.calibration import form_calibration
from readcmp.model import Readout, Side
from readcmp.text import word_starts

Ask = Callable[[Sequence[Readout]], tuple[str, Sequence[Side], Mapping[tuple[str, str], float]]]
"""What gives the name of a model, the sides of some readouts, and the sureness of the pairs that the model names."""


def calibration_of(folder: Path, ask: Ask, *, tag: str = "", only: str = "") -> str:
    """Return the text of a calibration file for the model that ``ask`` asks, by the gold pairs below ``folder``.

    Raises UsageError where the model names too few pairs.
    """
    every, model, count = Answers(), "", 0
    for pair in read_gold(folder, tag=tag, only=only):
        model, sides, found = ask(pair.readouts)
        every.add(answers_on(pair, sides, found))
        count += 1
    fitted = calibrate(every, model)
    measured = {"gold pairs": count, "pairs of points": len(every.named), "points": len(every.points)}
    return form_calibration(fitted, measured)


def answers_on(pair: GoldPair, sides: Sequence[Side], found: Mapping[tuple[str, str], float]) -> Answers:
    """Return what a model said of one gold pair. Points are those that cover each other by half."""
    words = {p.id: word_starts(side.readout.text, p.start, p.end) for side in sides for p in side.points}
    gold = [[point for point in several if point.scored] for several in pair.points]
    scored = {point.id for several in gold for point in several}
    links = {link for link in pair.links if scored.issuperset(link)}
    best = dict.fromkeys(links, 0.0)
    answers = Answers()
    for (a, b), sureness in found.items():
        met = [
            [p.id for p in several if covers(words[end], p.words)] for several, end in zip(gold, (a, b), strict=True)
        ]
        pairs = {(p, q) for p in met[0] for q in met[1]}
        if not pairs:
            continue  # on what is not scored
        answers.named.append((sureness, bool(pairs & links)))
        for link in pairs & links:
            best[link] = max(best[link], sureness)
    answers.links = list(best.values())
    surest: dict[str, float] = {}
    for ends, sureness in found.items():
        for end in ends:
            surest[end] = max(surest.get(end, 0.0), sureness)
    told = {end for link in links for end in link}
    for side, several in zip(sides, gold, strict=True):
        for point in several:
            closest = max(side.points, key=lambda p: len(words[p.id] & point.words), default=None)
            if closest and words[closest.id] & point.words:
                answers.points.append((surest.get(closest.id, 0.0), point.id in told))
    return answers
