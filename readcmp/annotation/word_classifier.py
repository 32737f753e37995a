"""What the words of a point say of its topic: a linear layer over its stems and over what the lexicon finds in it.

``layer.txt`` holds what is the same in every language (concepts, actors, acts, the topics whose terms are there),
``layer.en.txt`` and its kin the stems of one; a feature a line, then topics with their log-odds. They are written
by ``python -m readcmp.training.topics`` and edited by nobody.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path

from readcmp.annotation.features import Signs
from readcmp.data import kept_of
from readcmp.encoding.words import lower_words, parts_of_word
from readcmp.languages.stemming import stem
from readcmp.model import Hit, Point
from readcmp.script import simplified
from readcmp.text import unspaced
from readcmp.trained import folder_of

SHIPPED = Path(__file__).parent
"""Where the trained files of annotation lie that ship."""

STEM = ":"
"""What the name of a stem begins with among features, behind its language: ``en:tariff``."""

USUAL = 8
"""A point of so many stems or fewer counts each in full; of more, each counts the less."""

Layer = Mapping[str, Sequence[tuple[str, float]]]


def layer(language: str) -> Layer:
    """Return the coefficients of the stems of a language by feature, or of what all share where it is ``""``."""
    return _layer(folder_of(SHIPPED), language)


@cache
def _layer(home: Path, language: str) -> Layer:
    path = home / (f"layer.{language}.txt" if language else "layer.txt")
    return kept_of(path, lambda: _read(path, language)) if path.is_file() else {}


def _read(path: Path, language: str) -> Layer:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *rest = line.split()
        key = f"{language}{STEM}{name}" if language else name
        found[key] = [(topic, float(value)) for topic, value in zip(rest[::2], rest[1::2], strict=True)]
    return found


def coefficients(features: Mapping[str, float], language: str) -> dict[str, float]:
    """Return the weighted sum of features for each topic that they speak for or against."""
    odds: dict[str, float] = {}
    stems, shared = layer(language), layer("")
    for name, value in features.items():
        for topic, weight in stems.get(name) or shared.get(name) or ():
            odds[topic] = odds.get(topic, 0.0) + value * weight
    return odds


def features_of(
    point: Point, signs: Signs, hits: Iterable[Hit], language: str, meeting: Set[str] = frozenset()
) -> dict[str, float]:
    """Return what is in a point by name, with what each counts.

    ``signs`` are those of its topical terms, ``hits`` all that the lexicon finds in it, ``meeting`` the ids of the
    actors who meet: whom one would expect to be named tells nothing.
    """
    words = dict.fromkeys(f"{language}{STEM}{word}" for word in stems_of(point.text, language))
    found = dict.fromkeys(words, 1 / math.sqrt(max(len(words), USUAL) / USUAL))
    for topic, s in signs.items():
        found[("#" if "named" in s else "#?") + topic] = 1.0
    for hit in hits:
        if hit.kind == "actor":
            found["@own" if hit.id in meeting else "@" + hit.id] = 1.0
        elif hit.kind == "topic":
            found[("#" if not hit.weak else "#?") + hit.id] = 1.0
        else:
            found[{"concept": "="}.get(hit.kind, "!") + hit.id] = 1.0
    return found


def stems_of(text: str, language: str) -> Iterator[str]:
    """Yield the stems of a text in order; where no spaces part words, every two neighbouring characters."""
    plain = simplified(text) if unspaced(text) else text
    for word in lower_words(plain):
        yield from _stems_of_word(word, language)


@lru_cache(maxsize=1 << 13)
def _stems_of_word(word: str, language: str) -> tuple[str, ...]:
    if unspaced(word):
        return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    return tuple(stem(part, language) for part in parts_of_word(word) if not part.isdigit())
