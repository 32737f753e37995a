"""What each side reports of the contact itself: who asked for it, how long it took, by what channel, in what tone.

The patterns stand in one YAML file a language, ``facts.<language>.yaml`` beside this module; a language without
one has no facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from readcmp.lexicon import Lexicon
from readcmp.lexicon.reading import parse
from readcmp.model import Fact, Side
from readcmp.script import simplified
from readcmp.text import short

OPENING = 900
"""Channel and length are told where the account begins: as many code points are searched for them."""


def facts_of(sides: Sequence[Side]) -> tuple[Fact, ...]:
    """Give what each side says of the contact, with where it says so; the first mention of a kind counts."""
    return tuple(fact for side in sides for fact in _of_side(side))


def asker(fact: Fact, side: Side, other: Side, lexicon: Lexicon) -> str | None:
    """Give the id of the side that a fact of who took the initiative names, None for somebody else or nobody."""
    if simplified(fact.value).lower() in _data(short(side.readout.language)).get("invited", ()):
        return other.id
    named = {hit.id for hit in lexicon.find(fact.value, side.readout.language, "actor")}
    asking = [one.id for one in (side, other) if one.id in named]
    return asking[0] if len(asking) == 1 else None


@cache
def _data(language: str) -> Mapping[str, Sequence[str]]:
    path = Path(__file__).parent / f"facts.{language}.yaml"
    found: Mapping[str, Sequence[str]] = parse(path.read_bytes()) if path.is_file() else {}
    return found


@cache
def _patterns(language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    kinds = {kind: found for kind, found in _data(language).items() if kind != "invited"}
    return {kind: tuple(re.compile(p.replace(" ", r"\s+")) for p in found) for kind, found in kinds.items()}


def _of_side(side: Side) -> list[Fact]:
    text, found = side.readout.text, []
    plain = simplified(text)
    for kind, patterns in _patterns(short(side.readout.language)).items():
        end = OPENING if kind in ("channel", "duration") else len(text)
        match = next((m for m in (p.search(plain, 0, end) for p in patterns) if m), None)
        if match is not None and any(p.start <= match.start("said") < p.end for p in side.points):
            said = " ".join(text[match.start("said") : match.end("said")].split())
            found.append(Fact(kind, side.id, said, match.start("said"), match.end("said")))
    return found
