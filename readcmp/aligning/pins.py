"""Links that an analyst made or undid by hand: found again by the words quoted, even after small edits of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from readcmp.aligning.alignment import Alignment
from readcmp.errors import InputError
from readcmp.model import Evidence, Link, Pin, Point, Side
from readcmp.text import letters_of
from readcmp.vocabulary.features import EvidenceKind

ALIKE = 75.0
"""A quote is found where ``fuzz.partial_ratio`` (0..100) reaches this: a word of ten changed, left out or added."""

CLEARLY = 8.0
"""So much better must the best place of a quote be than the next point."""

EXACT = 12
"""Quotes of fewer letters than this are looked for as they stand, since something like them is everywhere."""

Ends = tuple[str, str]


Same = Mapping[Ends, bool]
"""Whether two points are the same, by their ids in the order of the sides."""


def resolve_pins(sides: Sequence[Side], pins: Sequence[Pin]) -> tuple[dict[Ends, bool], tuple[str, ...]]:
    """Return what the pins say of which points, and a note for each pin that could not be used.

    Raises InputError where two pins contradict each other.
    """
    order = {point.id: n for n, point in enumerate(p for side in sides for p in side.points)}
    by_side = {side.id: side for side in sides}
    pinned: dict[Ends, Pin] = {}
    notes = []
    for pin in pins:
        try:
            a, b = sorted((_find(by_side, side, words) for side, words in pin.ends), key=order.__getitem__)
        except LookupError as reason:
            notes.append(f"{pin.where}: this pin is not used: {reason.args[0]}")
            continue
        if pinned.setdefault((a, b), pin).same != pin.same:
            raise InputError(
                f"says the contrary of {pinned[a, b].where} of the points {a} and {b}",
                where=pin.where,
                hint="leave one of the two out",
            )
    return {ends: pin.same for ends, pin in pinned.items()}, tuple(notes)


def apply_pins(alignment: Alignment, sides: Sequence[Side], same: Same) -> Alignment:
    """Return the alignment as the pins have it.

    Points pinned as the same are linked, with the score 1 and the reason ``pin``; points pinned apart are not, and are
    nearest to nothing by each other. Other links are left as they are.
    """
    order = {point.id: n for n, point in enumerate(p for side in sides for p in side.points)}
    home = {point.id: side.id for side in sides for point in side.points}
    known = {(link.a, link.b): link for link in alignment.links}
    links = {ends: link for ends, link in known.items() if same.get(ends, True)}
    for (a, b), alike in same.items():
        if alike:
            why = known[a, b].why if (a, b) in known else ()
            links[a, b] = Link(a, b, 1.0, (Evidence(EvidenceKind.PIN), *why))
    told = {(a, home[b]) for a, b in links} | {(b, home[a]) for a, b in links}
    return replace(
        alignment,
        links=tuple(links[ends] for ends in sorted(links, key=lambda ends: _place(ends, home, sides, order))),
        possible=tuple(link for link in alignment.possible if (link.a, link.b) not in same),
        nearest={key: value for key, value in alignment.nearest.items() if key not in told},
        apart=frozenset(ends for ends, alike in same.items() if not alike),
    )


def _place(ends: Ends, home: Mapping[str, str], sides: Sequence[Side], order: Mapping[str, int]) -> tuple[int, ...]:
    """Return where a link comes: pair of sides by pair, then in the order of the texts."""
    number = {side.id: n for n, side in enumerate(sides)}
    return (number[home[ends[0]]], number[home[ends[1]]], order[ends[0]], order[ends[1]])


def _find(sides: Mapping[str, Side], name: str, quote: str) -> str:
    """Return the id of the point that a quote is of; LookupError with the reason where there is no one such."""
    if name not in sides:
        raise LookupError(f"no side is called {name!r} here")
    return find_point(sides[name], quote)


def find_point(side: Side, quote: str) -> str:
    """Return the id of a side's point that a quote is of; LookupError with the reason where there is no one such."""
    name, wanted = side.id, letters_of(quote)[0]
    text, at = letters_of(side.readout.text)
    exact = _points_at(side, wanted, text, at)
    if len(exact) > 1:
        ids = ", ".join(point.id for point in exact)
        raise LookupError(f"the words {quote!r} stand in several points of {name} ({ids}); quote more of them")
    if exact:
        return exact[0].id
    best, score = _nearly(side, wanted, text, at) if len(wanted) >= EXACT else (None, 0.0)
    if best is None:
        raise LookupError(f"the words {quote!r} are in no point of {name}")
    inside = {i for i, where in enumerate(at) if best.start <= where < best.end}
    _, second = _nearly(side, wanted, "".join("\0" if i in inside else c for i, c in enumerate(text)), at)
    if second > score - CLEARLY:
        raise LookupError(f"the words {quote!r} fit several points of {name} nearly alike; quote more of them")
    return best.id


def _points_at(side: Side, wanted: str, text: str, at: Sequence[int]) -> list[Point]:
    """Return the points in which the letters wanted stand, for each place the one that holds most of them."""
    found: dict[str, Point] = {}
    start = text.find(wanted)
    while start >= 0:
        if point := _holding(side, at[start], at[start + len(wanted) - 1] + 1):
            found[point.id] = point
        start = text.find(wanted, start + 1)
    return list(found.values())


def _nearly(side: Side, wanted: str, text: str, at: Sequence[int]) -> tuple[Point | None, float]:
    """Return the point that holds most of the stretch most like the letters wanted, and how like it is (0..100)."""
    stretch = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=ALIKE) if len(text) > len(wanted) else None
    if stretch is None or stretch.dest_end <= stretch.dest_start:
        return None, 0.0
    point = _holding(side, at[stretch.dest_start], at[stretch.dest_end - 1] + 1)
    return point, stretch.score if point else 0.0


def _holding(side: Side, start: int, end: int) -> Point | None:
    """Return the point that holds most of a stretch of the text; of equals the first."""
    shares = [(min(end, p.end) - max(start, p.start), p) for p in side.points]
    most, point = max(shares, key=lambda share: share[0], default=(0, None))
    return point if most > 0 else None
