"""The watch list: topics that a reader expected, and which sides mention them; what neither tells is telling too."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.errors import UsageError
from readcmp.lexicon import Lexicon
from readcmp.model import Side, Watched

NEAR = 3
"""So many near ids are named where there is no such topic."""


def topics_wanted(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Give the ids of the topics that a reader means: by id, by how a word of their labels begins, or by a term.

    Each of ``words`` may be several, with commas between them. Raises UsageError for one that means no topic.
    """
    found: dict[str, None] = {}
    for word in (part.strip() for text in words for part in text.split(",")):
        if word:
            found |= dict.fromkeys(_topics(word, lexicon))
    return tuple(found)


def watched(topics: Sequence[str], sides: Sequence[Side], lexicon: Lexicon) -> tuple[Watched, ...]:
    """Give for each topic which sides mention it: a point is about it, or a term of it stands somewhere.

    A weak term counts too: that a topic is mentioned is soon said, that it is not found should hold.
    """
    told = {side.id: _told(side) for side in sides}
    return tuple(
        Watched(topic, lexicon.topics[topic].label, {side.id: topic in told[side.id] for side in sides})
        for topic in topics
    )


def _told(side: Side) -> frozenset[str]:
    hits = (hit for point in side.points for hit in point.hits if hit.kind == "topic")
    return frozenset((*(topic for point in side.points for topic in point.topics), *(hit.id for hit in hits)))


def _topics(word: str, lexicon: Lexicon) -> list[str]:
    if word in lexicon.topics:
        return [word]
    sought = word.casefold()
    labels = {topic: f" {entry.label}".casefold().replace("-", " ") for topic, entry in lexicon.topics.items()}
    found = [topic for topic, label in labels.items() if f" {sought}".replace("-", " ") in label]
    found = found or [hit.id for code in lexicon.languages for hit in lexicon.find(word, code, "topic")]
    if found:
        return found
    from rapidfuzz import process

    known = {**{topic: topic for topic in labels}, **{label: topic for topic, label in labels.items()}}
    near = dict.fromkeys(known[name] for name, _, _ in process.extract(sought, known.keys(), limit=NEAR + 2))
    hint = f"near are {', '.join(list(near)[:NEAR])}; see 'readcmp lexicon list topic'"
    raise UsageError(f"no topic {word!r} to watch for", hint=hint)
