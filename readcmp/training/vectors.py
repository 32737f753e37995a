"""Train word vectors: ``python -m readcmp.training.vectors GOLD [GOLD ...] [--points FILE] [--folds DIR] [--write]``.

Every word of the training texts and of the lexicon starts with the sentence encoder's vector of its commonest form, so
that words of all languages start in one space, reduced to ``WIDTH`` numbers. Four things then pull at the words at once
(Adam, ``ROUNDS`` passes over the events): points that an editor linked lie near each other and all others do not
(logistic loss on the cosine, and which partner is right among all); points lie near the vectors of their topics, and so
do the lexicon's terms; terms of one concept or actor lie together in all languages; and each word is pulled back to its
start. A part of the words is left out at random. FILE has single readouts with topics, a JSON object a line.

Vectors know the events they were trained on too well to train anything else on these: ``--folds`` writes further tables
into DIR, each trained without a part of the events, for ``readcmp.training.links`` to use on that part.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from readcmp.encoding import words as shipped
from readcmp.lexicon import load_lexicon
from readcmp.training.gold_pairs import PARTS, Case, parts_of, prepare_all
from readcmp.training.material import Event, Material, Rows, Words
from readcmp.training.vector_training import Trainer


def gather(cases: Sequence[Case], points: Path | None) -> Material:
    """Put the texts of cases, of a file of points and of the lexicon together as words."""
    found = Material()
    for case in cases:
        found.events.append(_event(case, found))
    if points is not None:
        for line in points.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            told = record["points"]
            found.points += [(found.read(p["text"], record["language"]), tuple(p["topics"])) for p in told]
    lexicon = load_lexicon()
    for language in lexicon.languages:
        for kind in ("topic", "concept", "actor"):
            for term in lexicon.terms(kind, language):
                said = "" if term.neutral or term.unless else term.text.replace("*", "").replace("..", " ")
                if not (words := found.read(said, language)):
                    continue
                if kind == "topic":
                    found.terms.append((words, (term.id,)))
                else:
                    found.concepts.append((words, f"{kind} {term.id}"))
    return found


def _event(case: Case, found: Material) -> Event:
    sides: list[list[tuple[Words, Words]]] = []
    topics: list[tuple[str, ...]] = []
    for n, side in enumerate(case.sides):
        spoken = side.readout.language
        sides.append([(found.read(p.text, spoken), found.read(p.lead, spoken, count=False)) for p in side.points])
        about = {point.id: point.topics[:2] for point in case.gold.points[n]}
        topics += [tuple(topic for point in sorted(met) for topic in about[point]) for met in case.met[n]]
    return Event(case.event, (sides[0], sides[1]), topics, list(case.judged()), case.linked)


def write(folder: Path, names: Sequence[str], rows: Rows, numbers: Rows) -> None:
    """Write a table as the two files that ``readcmp.encoding.words`` reads, each row scaled to 8 bits."""
    largest = np.abs(rows).max(axis=1)
    whole = np.rint(rows * (127 / largest)[:, None]).astype(int)
    packs = (
        shipped.packed(row.tolist(), float(factor * weight), float(bias))
        for row, factor, (weight, bias) in zip(whole, largest / 127, numbers, strict=True)
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / shipped.NAMES.name).write_text("\n".join(names) + "\n", encoding="utf-8")
    (folder / shipped.ROWS.name).write_bytes(b"".join(packs))


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--points", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--folds", type=click.Path(path_type=Path), help="Write tables trained without a part of the events.")
@click.option("--write", "to_write", is_flag=True, help="Write the table that ships.")
def main(gold: tuple[Path, ...], points: Path | None, folds: Path | None, to_write: bool) -> None:
    """Train word vectors on GOLD folders."""
    cases = prepare_all(gold)
    material = gather(cases, points)
    click.echo(f"{len(material.events)} events, {len(material.points)} points, {len(material.terms)} terms")
    if folds is not None:
        parts = parts_of((event.name for event in material.events), PARTS)
        for n in range(PARTS):
            write(folds / str(n), *Trainer(material, without={e for e, part in parts.items() if part == n}).train())
    if to_write:
        write(shipped.NAMES.parent, *Trainer(material).train())


if __name__ == "__main__":
    main()
