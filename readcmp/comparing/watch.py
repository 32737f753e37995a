"""The watch list: topics that a reader expected, and which sides mention them; what neither tells is telling too."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.errors import UsageError
from readcmp.lexicon import Lexicon
from readcmp.model import Side, Watched

NEAR = 3
"""So many near ids are named where there is no such topic."""

LIKE = 70
"""Ids and labels less like a word than this (0..100) have nothing to do with it."""


def resolve_topics(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of the topics that a reader means: by id, by how a word of their labels begins, or by a term.

    Each of ``words`` may be several, with commas between them. Raises UsageError for one that means no topic.
    """
    found: dict[str, None] = {}
    for word in (part.strip() for text in words for part in text.split(",")):
        if word:
            found |= dict.fromkeys(_topics(word, lexicon))
    return tuple(found)


def corrections(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return a note for each word of a watch list that means a topic only if a slip in its spelling is mended."""
    notes: dict[str, None] = {}
    for word in (part.strip() for text in words for part in text.split(",")):
        if word and word not in lexicon.topics and not _labelled(word, lexicon):
            found = [code for code in lexicon.languages if lexicon.find(word, code, "topic")]
            if found and lexicon.index("topic", found[0]).corrects(word):
                labels = " and ".join(dict.fromkeys(lexicon.topics[topic].label for topic in _topics(word, lexicon)))
                notes[f"no topic is called {word!r}; assuming that you mean {labels}"] = None
    return tuple(notes)


def check_watched(topics: Sequence[str], sides: Sequence[Side], lexicon: Lexicon) -> tuple[Watched, ...]:
    """Return for each topic which sides mention it: a point is about it, or a term of it stands somewhere.

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
    found = _labelled(word, lexicon)
    found = found or [hit.id for code in lexicon.languages for hit in lexicon.find(word, code, "topic")]
    if found:
        return found
    from rapidfuzz import process

    labels = _labels(lexicon)
    known = {**{topic: topic for topic in labels}, **{label: topic for topic, label in labels.items()}}
    alike = process.extract(word.casefold(), known.keys(), limit=NEAR + 2, score_cutoff=LIKE)
    near = list(dict.fromkeys(known[name] for name, _, _ in alike))[:NEAR]
    hint = f"near are {', '.join(near)}; see 'readcmp topics'" if near else "'readcmp topics' lists them"
    raise UsageError(f"no topic {word!r} to watch for", hint=hint)


def _labels(lexicon: Lexicon) -> dict[str, str]:
    """Return the labels of all topics, each with a space before it, so that a word's beginning can be looked for."""
    return {topic: f" {entry.label}".casefold().replace("-", " ") for topic, entry in lexicon.topics.items()}


def _labelled(word: str, lexicon: Lexicon) -> list[str]:
    """Return the topics in whose labels a word begins so."""
    sought = f" {word.casefold()}".replace("-", " ")
    return [topic for topic, label in _labels(lexicon).items() if sought in label]
