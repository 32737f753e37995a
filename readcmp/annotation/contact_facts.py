"""What each side reports of the contact itself: who asked for it, how long it took, by what channel, in what tone.

The patterns stand in a language's ``contact.yaml``; a language without one has no facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from readcmp.languages import load
from readcmp.lexicon import Lexicon
from readcmp.lexicon.terms import split_terms
from readcmp.model import Fact, Point, Side
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import plain, short, squeezed

OPENING = 900
"""Channel and length are told where the account begins: as many code points are searched for them."""

REACH = 80
"""So near before a fact stand the words that say that it is of another contact, or of none yet."""

CONTACT = "contact"
"""The topic of what is told of the contact itself."""

OPENS = 1
"""The last sentence, counted from 0, of an account's opening."""

NOTHING = r"(?!)"
_NOWHERE = compiled(NOTHING)
_PART = compiled(r"\{([a-z]+)\}")


class _Patterns(Struct, frozen=True):
    """How one language tells of a contact."""

    kinds: Mapping[str, tuple[re.Pattern[str], ...]]
    calling: tuple[re.Pattern[str], ...]
    elsewhere: Mapping[str, re.Pattern[str]]
    invited: frozenset[str]
    stop: re.Pattern[str]


def extract_facts(sides: Sequence[Side]) -> tuple[Fact, ...]:
    """Return what each side says of the contact, with where it says so; the first mention of a kind counts."""
    return tuple(fact for side in sides for fact in _of_side(side))


def find_asker(fact: Fact, side: Side, other: Side, lexicon: Lexicon) -> str | None:
    """Return the id of the side that a fact of who took the initiative names, None for somebody else or nobody."""
    patterns, said = _patterns(short(side.readout.language)), simplified(plain(fact.value).text)
    if said.lower() in patterns.invited:
        return other.id
    named = {hit.id for hit in lexicon.find(fact.value, side.readout.language, "actor")}
    asking = [one.id for one in (side, other) if one.id in named]
    if len(asking) != 1:
        return None
    if any(pattern.search(said) for pattern in patterns.calling):  # the words name who was called
        return next(one.id for one in (side, other) if one.id not in asking)
    return asking[0]


def tones_of(fact: Fact, side: Side, lexicon: Lexicon) -> frozenset[str]:
    """Return the classes of words for how it went: candid, constructive; none in a language without such words."""
    return frozenset(hit.id for hit in lexicon.find(fact.value, side.readout.language, "tone"))


@cache
def _patterns(language: str) -> _Patterns:
    contact = load(language).contact

    def filled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(compiled(_filled(pattern, contact.parts)) for pattern in patterns)

    calling = filled(contact.calling)
    kinds = {
        "initiator": (*filled(contact.initiator), *calling),
        "duration": filled(contact.duration),
        "channel": filled(contact.channel),
        "tone": filled(contact.tone),
    }
    elsewhere = {kind: compiled(pattern, re.I) for kind, pattern in contact.elsewhere.items()}
    joints = "|".join(map(re.escape, split_terms(load(language).words.conjunctions))) or NOTHING
    stop = compiled(rf"[.!?;] |[。！？；]|, (?:{joints}) ")
    return _Patterns(kinds, calling, elsewhere, frozenset(contact.invited), stop)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with the parts in place of their names."""
    return _PART.sub(lambda match: _filled(parts[match[1]], parts), pattern)


def _of_side(side: Side) -> list[Fact]:
    text, found = side.readout.text, []
    patterns, read = _patterns(short(side.readout.language)), squeezed(text)
    clear = simplified(read.text)
    for kind, tried in patterns.kinds.items():
        end = OPENING if kind in ("channel", "duration") else len(clear)
        elsewhere = patterns.elsewhere.get(kind, _NOWHERE)
        matches = (match for pattern in tried for match in pattern.finditer(clear, 0, end))
        match = next((m for m in matches if not elsewhere.search(_before(clear, m.start("said"), patterns.stop))), None)
        if match is None:
            continue
        start, stop = read.span(*match.span("said"))
        here = next((p for p in side.points if p.start <= start < p.end), None)
        if here is not None and (kind != "initiator" or _on_contact(here, side)):
            found.append(Fact(kind, side.id, " ".join(text[start:stop].split()), start, stop))
    return found


def _on_contact(point: Point, side: Side) -> bool:
    """Return whether a point's sentence is on the contact: it opens the account or has the contact for a topic.

    Exports may grow "at the request of the partners" too.
    """
    sentence = [other for other in side.points if other.sentence == point.sentence]
    return point.sentence <= OPENS or any(CONTACT in other.topics for other in sentence)


def _before(text: str, start: int, stop: re.Pattern[str]) -> str:
    """Return what stands shortly before an offset in the same sentence, or its part."""
    return stop.split(text[max(0, start - REACH) : start])[-1]
