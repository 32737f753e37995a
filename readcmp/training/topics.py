"""Train what speaks for a topic: ``python -m readcmp.training.topics GOLD [GOLD ...] [--points FILE] [--write]``.

Every GOLD is a folder of pairs marked by hand; FILE has single readouts, cut and marked by hand, a line of JSON each.
First a softmax over what each point has by itself (stems, terms, concepts, actors); where the encoder is installed
another over its vector; then one over what both say, and what they say of the points around, on log-probabilities of
events that the first had not seen. Prints F1 over (point, topic): the main topic must be named, further ones may be,
all others are wrong; on what was held out and on the real pairs, by a model that saw neither. ``--write`` then trains
on all but the invented pairs held out, and writes the files in ``annotation``. ``--folds`` writes files trained without
a part of the pairs each: links and their calibration are to be fitted on such files, since topics of points that were
trained on are better than those of any text to come.
"""

from __future__ import annotations

import datetime
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
import numpy as np
import yaml
from msgspec import Struct
from msgspec.structs import asdict, replace
from scipy.sparse import csr_matrix

from readcmp.annotation.features import OTHER, Near, Signs, extract_context_features, extract_features
from readcmp.annotation.topics import FILE, Weights, broaden, decide_topics
from readcmp.annotation.word_classifier import SHIPPED, STEM, features_of
from readcmp.encoding.encode import encode
from readcmp.encoding.models import installed
from readcmp.evaluation.pairs import unscored
from readcmp.lexicon import Lexicon, load_lexicon
from readcmp.training.gold_pairs import PARTS, REAL_PAIRS, parts_of
from readcmp.training.softmax import Rows, fit_layer, fit_mixture, log_softmax
from readcmp.training.texts import Text, read_texts
from readcmp.training.vector_classifier import UNIT, fit_head, write_head

FURTHER = 0.35
"""What a further topic of a point counts against the main one's 1, tried with 0.2 to 0.5 on the folds."""

PENALTY, WEAK, ROUNDS = 2.0, 0.1, 150
"""Strength of the quadratic penalty on the layer and on all else, chosen on the folds; how long to fit."""

REAL = 3
"""What a point of a real readout counts against one of an invented one, which are more: tried with 1 and 3."""

RARE = 2
"""A feature of fewer points than this is left out."""

SMALLEST = 0.15
"""A coefficient of the layer nearer to 0 than this is left out: nothing that was held out changed by it."""

FOLDS = 3
TEXT = ("named", "hinted", "hinted_alone", "country")
AROUND = ("sentence", "before", "after", "back", "sentence_silent", "before_silent", "back_silent")
LIMITS = {"first": 0.2, "further": 0.22, "carried": 0.3, "named": 0.08}
"""From which probability on topics are named, chosen on the folds."""


class Case(Struct, frozen=True):
    """A text made ready: a row for each point of its features, vector, own terms, and topics wanted."""

    text: Text
    features: tuple[Mapping[str, float], ...]
    vectors: Rows | None
    signs: tuple[Signs, ...]
    shared: Rows
    wanted: Rows


class Model(Struct, frozen=True):
    """What is trained. ``engines`` has the mixture by ``words`` and, where there are vectors, by ``vectors``."""

    names: Mapping[str, int]
    weights: Rows
    bias: Rows
    worth: Rows
    head: tuple[Rows, Rows] | None
    engines: Mapping[str, Weights]


def prepare(text: Text, topics: Sequence[str], vectors: Rows | None) -> Case:
    """Make a text ready for training and scoring."""
    context, column = text.context, {topic: n for n, topic in enumerate(topics)}
    signs = tuple(extract_features(broaden(hits, context.broader), text.language) for hits in text.topical)
    rows = []
    for point, s, hits in zip(text.points, signs, context.hits, strict=True):
        kept = [h for h in hits if h.kind != "topic" or h.id in context.broader]
        rows.append(features_of(point, s, kept, text.language, context.meeting))
    shared = np.array([_table(s, TEXT, column) for s in signs])
    wanted = np.zeros((len(text.points), len(topics)))
    for n in range(len(text.points)):
        for marked in text.marked(n):
            for place, topic in enumerate(marked):
                wanted[n, column[topic]] = max(wanted[n, column[topic]], FURTHER if place else 1.0)
    part = (1 if text.kind == "invented" else REAL) / wanted.sum(axis=1, keepdims=True).clip(1e-9)
    return Case(text, tuple(rows), vectors, signs, shared, wanted * part)


def _table(signs: Signs, names: Sequence[str], column: Mapping[str, int]) -> Rows:
    table = np.zeros((len(column), len(names)))
    for topic, s in signs.items():
        if topic in column:
            table[column[topic]] = [s.get(name, 0.0) for name in names]
    return table


def train(cases: Sequence[Case], topics: Sequence[str]) -> Model:
    """Train both steps, the second on what models that had not seen an event's points say of them."""
    told: dict[int, Rows] = {}
    thought: dict[int, Rows] = {}
    for fold in range(FOLDS):
        out = [n for n, case in enumerate(cases) if zlib.crc32(case.text.event.encode()) % FOLDS == fold]
        part = _first_step([case for n, case in enumerate(cases) if n not in set(out)])
        for n in out:
            told[n], thought[n] = _told(part, cases[n]), _thought(part, cases[n])
    model = _first_step(cases)
    every = range(len(cases))
    engines = {"words": _second_step(cases, topics, [[told[n]] for n in every])}
    if model.head:
        engines["vectors"] = _second_step(cases, topics, [[told[n], thought[n]] for n in every])
    return replace(model, engines=engines)


def _first_step(cases: Sequence[Case]) -> Model:
    counts = Counter(name for case in cases for row in case.features for name in row)
    names = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    wanted, shared = np.vstack([case.wanted for case in cases]), np.vstack([case.shared for case in cases])
    marked = wanted.sum(axis=1) > 0
    x = _matrix([row for case in cases for row in case.features], names)[marked]
    weights, bias, worth = fit_layer(x, shared[marked], wanted[marked], penalty=PENALTY, weak=WEAK, rounds=ROUNDS)
    weights[np.abs(weights) < SMALLEST] = 0
    vectors = [case.vectors for case in cases if case.vectors is not None]
    head = fit_head(np.vstack(vectors)[marked], wanted[marked]) if vectors else None
    return Model(names, weights, bias, worth, head, {})


def _matrix(rows: Sequence[Mapping[str, float]], names: Mapping[str, int]) -> csr_matrix:
    cells = [(n, names[name], value) for n, row in enumerate(rows) for name, value in row.items() if name in names]
    at = ([n for n, _, _ in cells], [name for _, name, _ in cells])
    return csr_matrix(([value for _, _, value in cells], at), shape=(len(rows), len(names)))


def _told(model: Model, case: Case) -> Rows:
    return log_softmax(_matrix(case.features, model.names) @ model.weights + model.bias + case.shared @ model.worth)


def _thought(model: Model, case: Case) -> Rows:
    if model.head is None or case.vectors is None:
        return np.zeros_like(case.wanted)
    return log_softmax(case.vectors / UNIT @ model.head[0] + model.head[1])


def _second_step(cases: Sequence[Case], topics: Sequence[str], parts: Sequence[Sequence[Rows]]) -> Weights:
    wanted = np.vstack([case.wanted for case in cases])
    marked = wanted.sum(axis=1) > 0
    stacked = [np.vstack(part)[marked] for part in zip(*parts, strict=True)]
    plain, _ = fit_mixture(stacked, np.zeros((int(marked.sum()), len(topics), 0)), wanted[marked], weak=WEAK)
    mixed = [log_softmax(sum(w * p for w, p in zip(plain, part, strict=True))) for part in parts]
    around = np.vstack([_around(case, rows, topics) for case, rows in zip(cases, mixed, strict=True)])
    scale, worth = fit_mixture([np.vstack(mixed)[marked]], around[marked], wanted[marked], weak=WEAK)
    told = dict(zip(AROUND, (round(float(value / scale[0]), 2) for value in worth), strict=True))
    text, vector, *_ = (*(round(float(weight), 2) for weight in plain), 0.0)
    return Weights(text, vector, told, **LIMITS)


def _around(case: Case, likely: Rows, topics: Sequence[str]) -> Rows:
    column = {topic: n for n, topic in enumerate(topics)}
    rows = [dict(zip(topics, row, strict=True)) for row in np.exp(likely).tolist()]
    around = extract_context_features(case.text.points, rows, case.text.context.paragraphs, case.text.language)
    return np.array([_table(_by_topic(near), AROUND, column) for near in around])


def _by_topic(near: Near) -> Signs:
    signs: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, likely in near.items():
        for topic, p in likely.items():
            signs[topic][name] = p
    return signs


def marks(model: Model, case: Case, topics: Sequence[str], engine: str) -> list[tuple[str, ...]]:
    """Return the topics that a model gives each point of a text."""
    told = [dict(zip(topics, row, strict=True)) for row in _told(model, case).tolist()]
    thought = [dict(zip(topics, row, strict=True)) for row in _thought(model, case).tolist()]
    heard = thought if engine == "vectors" else [{} for _ in told]
    chosen = decide_topics(case.text.points, case.signs, told, heard, case.text.context, model.engines[engine])
    return [found for found, _ in chosen]


def count(text: Text, marked: Sequence[tuple[str, ...]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Count (point, topic) right, wrong and missed: the main topic must be named, further ones may be."""
    right = wrong = missed = 0
    for topics, at in text.gold:
        if not topics or topics[0] in unscored() | {OTHER}:
            continue
        have = set(marked[at]) - unscored() - {OTHER} if at is not None else set()
        right += topics[0] in have
        missed += topics[0] not in have
        wrong += len(have - set(topics))
    return np.array([right, wrong, missed], dtype=float)


def f1(counts: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """F1 of right, wrong and missed."""
    return float(2 * counts[0] / max(1.0, 2 * counts[0] + counts[1] + counts[2]))


def figures(cases: Sequence[Case], topics: Sequence[str], engines: Sequence[str]) -> dict[str, float]:
    """Return F1 by kind, language and engine on what is held out and on all real pairs, by a model that saw neither."""
    unseen = [case for case in cases if case.text.held or case.text.kind == "pairs"]
    model = train([case for case in cases if not (case.text.held or case.text.kind == "pairs")], topics)
    counts: defaultdict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = defaultdict(lambda: np.zeros(3))
    for case in unseen:
        for engine in engines:
            counted = count(case.text, marks(model, case, topics, engine))
            for group in (case.text.language, "all"):
                counts[f"{case.text.kind}, {group}, {engine}"] += counted
    return {name: round(f1(found), 3) for name, found in sorted(counts.items())}


def write(home: Path, model: Model, topics: Sequence[str], report: Mapping[str, float]) -> None:
    """Put the coefficients into the files of a folder."""
    home.mkdir(parents=True, exist_ok=True)
    layers: defaultdict[str, list[str]] = defaultdict(list)
    for name, n in model.names.items():
        told = [(t, w) for t, w in zip(topics, model.weights[n].tolist(), strict=True) if abs(w) >= SMALLEST]
        if told:
            language, _, stem = name.partition(STEM) if STEM in name else ("", "", name)
            layers[language].append(" ".join([stem, *(f"{topic} {weight:.2f}" for topic, weight in told)]))
    for old in home.glob("layer*.txt"):
        old.unlink()
    for language, lines in layers.items():
        name = f"layer.{language}.txt" if language else "layer.txt"
        (home / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    data = {
        "trained": datetime.date.today().isoformat(),
        "figures": dict(report),
        "signs": dict(zip(TEXT, (round(float(w), 2) for w in model.worth), strict=True)),
        **{name: asdict(engine) for name, engine in model.engines.items()},
        "bias": dict(zip(topics, (round(float(b), 2) for b in model.bias), strict=True)),
    }
    head = "# What speaks for a topic, in log-odds. Written by `python -m readcmp.training.topics`.\n"
    (home / FILE).write_text(head + yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    if model.head:
        write_head(home, topics, *model.head)


def topics_to_train(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the topics that points are marked with by hand: all but those that are part of another."""
    return (*(topic for topic in sorted(lexicon.topics) if topic not in lexicon.broader), OTHER)


def vectors_of(texts: Sequence[Text]) -> Callable[[int], Rows | None]:
    """Encode all texts where the encoder is installed; return what gives the rows of a text by its number."""
    if not installed():
        return lambda _: None
    found = encode({str(n): [point.text for point in text.points] for n, text in enumerate(texts)})
    return lambda n: found[str(n)].astype(np.float64)


@click.command(help=(__doc__ or "").splitlines()[0])
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--points", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--write", "to_write", is_flag=True, help="Put the coefficients into the files in annotation.")
@click.option("--folds", type=click.Path(path_type=Path), help="Write what has not seen the pairs into this folder.")
def main(gold: tuple[Path, ...], points: Path | None, to_write: bool, folds: Path | None) -> None:
    """Train, print the figures, and write the coefficients where asked."""
    lexicon = load_lexicon()
    topics = topics_to_train(lexicon)
    texts = read_texts(gold, points, lexicon)
    rows = vectors_of(texts)
    cases = [prepare(text, topics, rows(n)) for n, text in enumerate(texts)]
    engines = ("words", "vectors") if installed() else ("words",)
    report = figures(cases, topics, engines)
    for name, value in report.items():
        click.echo(f"{name:24} F1 {value:.3f}")
    seen = [case for case in cases if not (case.text.held and case.text.kind == "invented")]
    if folds is not None:
        blind = [case for case in seen if case.text.kind != "pairs"]
        write(folds / REAL_PAIRS, train(blind, topics), topics, {})
        parts = parts_of((case.text.event for case in blind if case.text.kind == "invented"), PARTS)
        for part in range(PARTS):
            rest = [case for case in blind if parts.get(case.text.event) != part]
            write(folds / str(part), train(rest, topics), topics, {})
    if to_write:
        write(SHIPPED, train(seen, topics), topics, report)


if __name__ == "__main__":
    main()
