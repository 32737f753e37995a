"""The training of word vectors itself, with gradients by PyTorch: four losses at once, as ``vectors`` tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from readcmp.encoding.models import load
from readcmp.encoding.words import LEAD, TOPIC
from readcmp.training.material import Event, Material, Rows, Words

WIDTH, ROUNDS, RATE = 96, 6, 0.003
"""Numbers a word; passes over the events; step of the optimiser. More rounds fit the seen events alone."""

DROPPED, PULL, SEEN = 0.2, 0.1, 2
"""The part of words left out at random; the pull towards the start; how often a word must occur to have a row."""

OF_TOPICS, OF_TERMS, OF_CONCEPTS, OF_PARTNERS = 2.0, 1.0, 0.3, 0.1
"""What the losses weigh beside that of links, chosen on events left out."""

Bag = tuple[Words, Words]


def start(forms: Mapping[str, Counter[str]], names: Sequence[str]) -> Rows:
    """Return the rows that training starts from: the encoder's vectors of the words, in fewer dimensions."""
    rows = np.asarray(load().encode([forms[name].most_common(1)[0][0] for name in names]), dtype=np.float64)
    often = np.array([forms[name].total() for name in names], dtype=np.float64)
    rows -= np.average(rows, axis=0, weights=np.sqrt(often))
    _, _, turn = np.linalg.svd(rows * np.sqrt(np.minimum(often, 50))[:, None], full_matrices=False)
    reduced = rows @ turn[:WIDTH].T
    return np.asarray(reduced / (reduced.std() * np.sqrt(WIDTH)))


class Trainer:
    """One training, of one table, without some events; the same numbers at every run."""

    def __init__(self, material: Material, *, without: Collection[str] = (), seed: int = 0) -> None:
        """Put every parameter at its start."""
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        self.rng = np.random.default_rng(seed)
        self.material = material
        self.events = [event for event in material.events if event.name not in without]
        self.names = sorted(name for name, forms in material.forms.items() if forms.total() >= SEEN)
        self.at = {name: n for n, name in enumerate(self.names)}
        marked = [topics for _, topics in (*material.points, *material.terms)]
        self.topics = sorted({t for several in (*marked, *(s for e in self.events for s in e.topics)) for t in several})
        self.concepts = sorted({concept for _, concept in material.concepts})
        often = np.array([material.forms[name].total() for name in self.names])
        rarity = np.clip(np.log(3000 / (often + 1)), 0.3, None)
        self.first = _parameter(start(material.forms, self.names)).detach()
        self.rows, self.weights = self.first.clone().requires_grad_(), _parameter(np.log(rarity / rarity.mean()))
        self.usual = self.weights.detach().clone()
        self.of_topics = _parameter(self.rng.normal(0, 0.1, (len(self.topics), WIDTH)))
        self.of_concepts = _parameter(self.rng.normal(0, 0.1, (len(self.concepts), WIDTH)))
        self.steep, self.low, self.firm = _parameter(2.0), _parameter(-4.0), _parameter(2.0)
        self.bias = _parameter(np.zeros(len(self.topics)))

    def train(self) -> tuple[list[str], Rows, Rows]:
        """Return the names, the rows, and for each row what it is multiplied by and its bias."""
        heads = [self.of_topics, self.of_concepts, self.steep, self.low, self.firm, self.bias]
        optimiser = torch.optim.Adam(
            [
                {"params": [self.rows], "lr": RATE},
                {"params": [self.weights], "lr": RATE * 3},
                {"params": heads, "lr": 0.02},
            ]
        )
        able = [event for event in self.events if event.linked]
        for _ in range(ROUNDS):
            for n in self.rng.permutation(len(able)):
                optimiser.zero_grad()
                self._loss(able[n]).backward()
                optimiser.step()
        told = (self.of_topics * self.firm.exp()).detach().numpy()
        base = (self.bias * self.firm.exp() - 3).detach().numpy()
        table = np.vstack([self.rows.detach().numpy(), told])
        factors = np.concatenate([np.exp(self.weights.detach().numpy()), np.ones(len(self.topics))])
        biases = np.concatenate([np.zeros(len(self.names)), base])
        return [*self.names, *(TOPIC + topic for topic in self.topics)], table, np.stack([factors, biases], axis=1)

    def _vectors(self, bags: Sequence[Bag], dropped: float = DROPPED) -> Any:  # noqa: ANN401 - torch is untyped here
        known = [
            (self.at[word], n, share * (1 + np.log(count)))
            for n, bag in enumerate(bags)
            for words, share in zip(bag, (1.0, LEAD), strict=True)
            for word, count in Counter(words).items()
            if word in self.at
        ]
        if not known:
            return torch.zeros(len(bags), WIDTH)
        where, whose, share = (torch.tensor(column) for column in zip(*known, strict=True))
        weighed = self.weights[where].exp() * share.float() * (torch.rand(len(where)) >= dropped)
        total = torch.zeros(len(bags), WIDTH).index_add(0, whose, self.rows[where] * weighed[:, None])
        return functional.normalize(total, dim=1)

    def _loss(self, event: Event) -> Any:  # noqa: ANN401
        ours, theirs = self._vectors(event.sides[0]), self._vectors(event.sides[1])
        loss = self._of_links(event, ours @ theirs.T)
        loss = loss + OF_TOPICS * self._of_topics(torch.cat([ours, theirs]), event.topics)
        for known, weight, count, dropped in (
            (self.material.points, OF_TOPICS, 20, DROPPED),
            (self.material.terms, OF_TERMS, 60, 0.0),
        ):
            if drawn := self._some(known, count):
                vectors = self._vectors([(words, ()) for words, _ in drawn], dropped)
                loss = loss + weight * self._of_topics(vectors, [topics for _, topics in drawn])
        drawn = self._some(self.material.concepts, 60)
        near = self._vectors([(words, ()) for words, _ in drawn], 0.0) @ self.of_concepts.T * 5
        right = torch.tensor([self.concepts.index(concept) for _, concept in drawn])
        loss = loss + OF_CONCEPTS * functional.cross_entropy(near, right)
        return loss + PULL * self._moved(event)

    def _of_links(self, event: Event, cosine: Any) -> Any:  # noqa: ANN401
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
        return loss

    def _of_topics(self, vectors: Any, several: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401
        wanted = torch.tensor([[float(topic in own) for topic in self.topics] for own in several])
        odds = (vectors @ self.of_topics.T + self.bias) * self.firm.exp() - 3
        return functional.binary_cross_entropy_with_logits(odds, wanted) * len(self.topics) / 4

    def _moved(self, event: Event) -> Any:  # noqa: ANN401
        words = {word for side in event.sides for bag in side for several in bag for word in several}
        used = sorted(self.at[word] for word in words if word in self.at)
        moved = ((self.rows[used] - self.first[used]) ** 2).sum(1).mean()
        return moved + 0.1 * ((self.weights[used] - self.usual[used]) ** 2).mean()

    def _some(self, known: Sequence[Any], count: int) -> list[Any]:
        return [known[i] for i in self.rng.integers(0, len(known), count)] if known else []


def _parameter(values: Any) -> Any:  # noqa: ANN401 - numbers in any shape
    return torch.tensor(np.asarray(values), dtype=torch.float32, requires_grad=True)
