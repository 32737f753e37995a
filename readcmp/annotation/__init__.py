"""Annotation: what each point is about, who speaks in it, what its verb does.

``annotate`` is the stage's one function; each question has a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcmp.annotation.attribution import actor_of, attribute
from readcmp.annotation.disambiguation import disambiguate
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.annotation.topics import Context, assign_topics
from readcmp.annotation.variants import find_variants
from readcmp.lexicon import Lexicon
from readcmp.model import Act, Hit, Point, Readout
from readcmp.text import short
from readcmp.vocabulary import ActClass, Trait

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors

__all__ = ["annotate"]

DOING = frozenset({ActClass.AGREE, ActClass.COMMIT, ActClass.REQUEST, ActClass.OPPOSE, ActClass.WARN})
"""Classes of acts that do more than tell that there was a contact."""

_BREAK = re.compile(r"\n[^\S\n]*\n")


def annotate(
    readout: Readout,
    points: Sequence[Point],
    lexicon: Lexicon,
    *,
    sides: Iterable[str] = (),
    vectors: Vectors | None = None,
) -> tuple[Point, ...]:
    """Return the points of a readout with topics, hits, placeholder and speech filled in.

    ``points`` are in the order of the text; ``sides`` are the ids of all sides of the contact, as the
    lexicon's actors have them: a country's name means less where that country is itself a side.
    ``vectors`` has a row for each point, where the engine has any.
    """
    found = [lexicon.find(p.text, readout.language) for p in points]
    meeting = frozenset(actor_of(side, "", lexicon) for side in sides)
    names = {h.text for hits in found for h in hits if h.kind == "actor" and h.id in meeting}
    language = short(readout.language)
    topical = disambiguate(points, [[h for h in hits if h.kind == "topic"] for hits in found], names, language, lexicon)
    heard: Sequence[Mapping[str, float]] = ()
    if vectors is not None:
        from readcmp.annotation.vector_classifier import topic_log_probabilities

        heard = topic_log_probabilities(vectors)
    context = Context(language, heard, found, meeting, paragraphs_of(readout.text, points), lexicon)
    told = zip(assign_topics(points, topical, context), topical, strict=True)
    topics = [_preferred(own, matters, lexicon) for own, matters in told]
    speech = attribute(readout, points, lexicon, sides=tuple(sides))
    return tuple(
        replace(
            point,
            topics=own,
            hits=_placed(point, [*matters, *(h for h in hits if h.kind != "topic")]),
            placeholder=_is_placeholder(own, matters, hits, lexicon),
            quiet=_is_quiet(own, matters, said.act, lexicon),
            quantities=extract_quantities(point.text, language),
            variants=find_variants(point.text, language, lexicon),
            speaker=said.speaker,
            act=said.act,
            attributed=said.attributed,
        )
        for point, own, matters, hits, said in zip(points, topics, topical, found, speech, strict=True)
    )


def paragraphs_of(text: str, points: Sequence[Point]) -> list[int]:
    """Return the number of the paragraph that each point of a text stands in; empty lines part paragraphs."""
    numbers: list[int] = []
    for n, point in enumerate(points):
        parted = n > 0 and _BREAK.search(text, points[n - 1].end, point.start) is not None
        numbers.append(numbers[-1] + parted if numbers else 0)
    return numbers


def _preferred(topics: tuple[str, ...], matters: Sequence[Hit], lexicon: Lexicon) -> tuple[str, ...]:
    """Put the topics of a user's own file first where their terms stand: whoever adds a term means it to count."""
    named = [h.id for h in matters if h.id in lexicon.added and not h.weak]
    wanted = tuple(dict.fromkeys(t for topic in named for t in (topic, lexicon.broader.get(topic, topic))))
    return (*wanted, *(t for t in topics if t not in wanted and not t.startswith("~"))) if wanted else topics


def _is_placeholder(topics: Sequence[str], matters: Sequence[Hit], hits: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Whether a point says that matters were spoken of and names none."""
    return not _names_matter(matters, lexicon) and (
        topics[:1] == ("agenda",) or any(h.kind == "placeholder" for h in hits)
    )


def _is_quiet(topics: Sequence[str], matters: Sequence[Hit], act: Act | None, lexicon: Lexicon) -> bool:
    """Return whether a point tells only of the contact itself: nothing else is named, nothing done in it."""
    if not topics or not lexicon.topics_with(Trait.QUIET).issuperset(topics):
        return False
    return not (act is not None and act.kind in DOING) and not _names_matter(matters, lexicon)


def _names_matter(matters: Iterable[Hit], lexicon: Lexicon) -> bool:
    """Return whether a strong term stands among some that is about more than how the contact went."""
    return any(not h.weak and h.id not in lexicon.topics_with(Trait.OCCASION) for h in matters)


def _placed(point: Point, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return hits in a point's text with their offsets in the readout's."""
    moved = (replace(h, start=h.start + point.start, end=h.end + point.start) for h in hits)
    return tuple(sorted(moved, key=lambda h: (h.start, -h.end, h.kind, h.id)))
