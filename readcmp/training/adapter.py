"""Train the encoder's corrections: ``python -m readcmp.training.adapter GOLD [GOLD ...] [--points FILE] [--write]``.

The losses are those of the word vectors (``vectors``): points that an editor linked lie near each other and no others
do; points and the lexicon's terms lie near their topics, and terms of one concept together in all languages. Gradients
go through the whole small network, into the corrections alone (Adam, ``ROUNDS`` passes over the events). ``--write``
writes the file that ships; ``--folds`` writes files trained without a part of the events, for ``links``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from msgspec import Struct
from torch.nn import functional

from readcmp.encoding import adapter
from readcmp.encoding.models import backend_of, load
from readcmp.lexicon import load_lexicon
from readcmp.training.encoder import Encoder
from readcmp.training.gold_pairs import PARTS, Case, parts_of, prepare_all

ROUNDS, RATE, DECAY, DROPPED = 5, 1e-3, 0.01, 0.1
"""Passes over the events; step and decay of the optimiser; the part of tokens left out at random."""

OF_PARTNERS, OF_TOPICS, OF_TERMS, OF_CONCEPTS = 0.1, 1.0, 0.5, 0.15
"""What the losses weigh beside that of links, chosen on events left out."""

Tokens = Any


class Event(Struct, frozen=True):
    """One contact as tokens: its points, side after side, their topics, and which pairs are judged and linked."""

    name: str
    points: tuple[list[Tokens], list[Tokens]]
    topics: list[tuple[str, ...]]
    judged: list[tuple[int, int]]
    linked: frozenset[tuple[int, int]]


class Trainer:
    """One training of corrections, without some events."""

    def __init__(
        self, events: Sequence[Event], marked: Sequence[Any], terms: Sequence[Any], same: Sequence[Any]
    ) -> None:
        """Take events, points and terms with their topics, and terms with their concept."""
        torch.manual_seed(0)
        torch.set_num_threads(1)
        self.rng = np.random.default_rng(0)
        self.events, self.marked, self.terms, self.same = events, marked, terms, same
        self.topics = sorted({topic for _, topics in (*marked, *terms) for topic in topics})
        self.concepts = sorted({concept for _, concept in same})
        self.encoder = Encoder(backend_of(load()))
        self.of_topics = torch.nn.Linear(512, len(self.topics))
        self.of_concepts = torch.nn.Linear(512, len(self.concepts))
        self.steep, self.low, self.firm = (torch.nn.Parameter(torch.tensor(v)) for v in (2.3, -4.0, 2.0))

    def train(self) -> dict[str, Any]:
        """Return the corrections."""
        heads = [*self.of_topics.parameters(), *self.of_concepts.parameters(), self.firm]
        optimiser = torch.optim.AdamW(
            [
                {"params": list(self.encoder.thin.values()), "weight_decay": DECAY},
                {"params": heads, "lr": 0.01, "weight_decay": 0.0},
                {"params": [self.steep, self.low], "lr": 0.02, "weight_decay": 0.0},
            ],
            lr=RATE,
        )
        able = [event for event in self.events if event.linked]
        for n in range(ROUNDS):
            for k in self.rng.permutation(len(able)):
                optimiser.zero_grad()
                self._loss(able[k]).backward()
                optimiser.step()
            click.echo(f"round {n + 1} of {ROUNDS}")
        return self.encoder.corrections()

    def _loss(self, event: Event) -> Any:  # noqa: ANN401 - torch is untyped here
        vectors = self.encoder([*event.points[0], *event.points[1]], DROPPED)
        size = len(event.points[0])
        cosine = vectors[:size] @ vectors[size:].T
        linked = torch.zeros_like(cosine)
        for pair in event.linked:
            linked[pair] = 1.0
        i, j = zip(*event.judged, strict=True)
        odds = cosine * self.steep.exp() + self.low
        loss = functional.binary_cross_entropy_with_logits(odds[i, j], linked[i, j])
        for side in (0, 1):
            partners = linked.sum(side)
            right = -((cosine * self.steep.exp()).log_softmax(side) * linked).sum(side)[partners > 0]
            loss = loss + OF_PARTNERS * (right / partners[partners > 0]).mean()
        loss = loss + OF_TOPICS * self._topical(vectors, event.topics)
        for known, weight, count in ((self.marked, OF_TOPICS / 2, 16), (self.terms, OF_TERMS, 32)):
            drawn = self._some(known, count)
            if not drawn:
                continue
            found = self.encoder([tokens for tokens, _ in drawn], DROPPED if known is self.marked else 0.0)
            loss = loss + weight * self._topical(found, [topics for _, topics in drawn])
        drawn = self._some(self.same, 24)
        near = self.of_concepts(self.encoder([tokens for tokens, _ in drawn])) * 5
        which = torch.tensor([self.concepts.index(concept) for _, concept in drawn])
        return loss + OF_CONCEPTS * functional.cross_entropy(near, which)

    def _topical(self, vectors: Any, several: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401
        wanted = torch.tensor([[float(topic in own) for topic in self.topics] for own in several])
        odds = self.of_topics(vectors) * self.firm.exp() - 3
        return functional.binary_cross_entropy_with_logits(odds, wanted) * len(self.topics) / 4

    def _some(self, known: Sequence[Any], count: int) -> list[Any]:
        return [known[i] for i in self.rng.integers(0, len(known), count)] if known else []


def event_of(case: Case, encoder: Encoder) -> Event:
    """Return a case as tokens."""
    sides, topics = [], []
    for n, side in enumerate(case.sides):
        about = {point.id: point.topics[:2] for point in case.gold.points[n]}
        sides.append([encoder.tokens(point.text) for point in side.points])
        topics += [tuple(topic for point in sorted(met) for topic in about[point]) for met in case.met[n]]
    return Event(case.event, (sides[0], sides[1]), topics, list(case.judged()), case.linked)


def terms_of(encoder: Encoder) -> tuple[list[Any], list[Any]]:
    """Return the lexicon's terms of topics with these, and its terms of concepts with those, in all languages."""
    lexicon = load_lexicon()
    found: list[Any] = []
    same: list[Any] = []
    for language in lexicon.languages:
        for kind in ("topic", "concept"):
            for term in lexicon.terms(kind, language):
                text = term.text.replace("*", "").replace("..", " ").strip()
                if text and not (term.neutral or term.unless):
                    tokens = encoder.tokens(text)
                    if kind == "topic":
                        found.append((tokens, (term.id,)))
                    else:
                        same.append((tokens, term.id))
    return found, same


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--points", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--folds", type=click.Path(path_type=Path), help="Write files trained without a part of the events.")
@click.option("--write", is_flag=True, help="Write the file that ships.")
def main(gold: tuple[Path, ...], points: Path | None, folds: Path | None, write: bool) -> None:
    """Train the encoder's corrections on GOLD folders and FILE, single readouts with topics as JSON lines."""
    encoder = Encoder(backend_of(load()))
    events = [event_of(case, encoder) for case in prepare_all(gold)]
    records = map(json.loads, points.read_text(encoding="utf-8").splitlines() if points else ())
    marked = [(encoder.tokens(p["text"]), tuple(p["topics"])) for record in records for p in record["points"]]
    terms, same = terms_of(encoder)

    def train(without: Collection[str]) -> dict[str, Any]:
        return Trainer([event for event in events if event.name not in without], marked, terms, same).train()

    if folds is not None:
        parts = parts_of((event.name for event in events), PARTS)
        for n in range(PARTS):
            (folds / str(n)).mkdir(parents=True, exist_ok=True)
            without = {name for name, part in parts.items() if part == n}
            np.savez_compressed(folds / str(n) / adapter.FILE.name, **train(without))
    if write:
        np.savez_compressed(adapter.FILE, **train(()))


if __name__ == "__main__":
    main()
