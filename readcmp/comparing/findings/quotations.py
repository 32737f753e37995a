"""Quotations for findings: whole clauses, cut so that the verb and what it governs stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from readcmp.finding import Quote
from readcmp.model import Point, Side
from readcmp.patterns import compiled
from readcmp.text import squeeze, unspaced

ROOM, WHOLE, MOST = 160, 220, 340
"""A quotation is cut to about ``ROOM`` code points where it has more than ``WHOLE``, and to ``MOST`` at the very most;
in a script without spaces to half as many."""

OBJECT = 15
"""So much behind a verb belongs to what it governs."""

SIDE_MOST = 2
"""So many quotations of a side stand in a finding."""

_CLAUSE = compiled(r"[,;:](?=\s)|\s[—–-](?=\s)|[，；：、。]|[.!?](?=\s)")
_ENDS = " \t\n.,;:–—。，；：、"
_GAP = " … "


def quote_points(
    sides: Sequence[Side], points: Sequence[Point], marked: Sequence[tuple[str, str]]
) -> tuple[Quote, ...]:
    """Return what the sides say in some points, those that say most; ``marked`` are words to mark, by side id."""
    found: list[Quote] = []
    for side in sides:
        words = [said for one, said in marked if one == side.id and said]
        runs = list(_runs(side, points))
        kept = sorted(runs, key=lambda run: (-_telling(run, words), run[0].start))[:SIDE_MOST]
        before = ""
        for run in sorted(kept, key=lambda run: run[0].start):
            lead = squeeze(run[0].lead)
            found.append(_quote(side, run, "" if lead == before else lead, words))
            before = lead
    return tuple(found)


def _runs(side: Side, points: Sequence[Point]) -> Iterator[tuple[Point, ...]]:
    """Put points together that follow each other in one sentence and are short enough to be quoted in one go."""
    places = sorted(place for point in points if (place := _place(side, point)) is not None)
    chosen, run = {side.points[place].id for place in places}, list[Point]()
    for point in side.points[places[0] : places[-1] + 1] if places else ():
        joins = run and point.id in chosen and point.sentence == run[-1].sentence
        if not (joins and point.end - run[0].start <= WHOLE // (1 + unspaced(point.text))):
            if run:
                yield tuple(run)
            run = []
        if point.id in chosen:
            run.append(point)
    if run:
        yield tuple(run)


def _place(side: Side, point: Point) -> int | None:
    """Return where a point stands among a side's, None where it is of another side."""
    place = bisect_left(side.points, point.start, key=lambda one: one.start)
    while place < len(side.points) and side.points[place].start == point.start:
        if side.points[place].id == point.id:
            return place
        place += 1
    return None


def _telling(run: Sequence[Point], words: Sequence[str]) -> float:
    has = any(_find(word, squeeze(point.text)) for word in words for point in run)
    return 1000.0 * has + sum(min(len(point.text), ROOM) + 40 * len(point.hits) for point in run)


def _quote(side: Side, run: Sequence[Point], lead: str, words: Sequence[str]) -> Quote:
    told = squeeze(side.readout.text[run[0].start : run[-1].end]).strip(_ENDS)
    act = run[0].act
    text = cut(told, act.term if act else "", words, governed=bool(run[0].lead))
    text = f"{lead}{_GAP}{text}" if lead else text
    marks = {place for word in words for part in word.split(_GAP.strip()) for place in _places(part, text)}
    return Quote(side.id, run[0].id, text, tuple(sorted(marks)))


def cut(text: str, verb: str = "", words: Sequence[str] = (), *, governed: bool = False) -> str:
    """Return a passage cut at the end of a clause if it is long, after its verb and after the words that matter.

    A passage that is ``governed`` by words of its own before it has its verb there.
    """
    scale = 1 + unspaced(text)
    if len(text) <= WHOLE // scale:
        return text
    at = _find(squeeze(verb).rpartition("… ")[2], text) if verb else None
    floor = at.end() + OBJECT if at else 0 if governed else ROOM // scale
    matter = max((place.end() for word in words if (place := _find(word, text))), default=0)
    ends = [found.start() for found in _CLAUSE.finditer(text)] + [len(text)]
    least = min(len(text), max(floor, matter, ROOM // scale // 3))
    room = ROOM // scale
    end = max((e for e in ends if least <= e <= room), default=0) or min(e for e in ends if e >= least)
    if end > MOST // scale:
        return _around(text, ends, matter, MOST // scale)
    return text[:end].strip(_ENDS) + (" …" if end < len(text) else "")


def _around(text: str, ends: Sequence[int], matter: int, most: int) -> str:
    """Return the clauses that end with the words that matter; a clause that is too long for any page, cut at a word."""
    end = min((e for e in ends if e >= matter), default=len(text)) if matter else most
    start = max((e + 1 for e in ends if e < matter and end - e <= most), default=max(0, end - most))
    if start and text[start - 1 : start].isalnum():
        start = text.find(" ", start, end) + 1 or start
    kept = text[start:end]
    if end < len(text) and text[end - 1 : end + 1].isalnum() and not unspaced(kept):
        kept = kept.rpartition(" ")[0] or kept
    return ("… " if start else "") + kept.strip(_ENDS) + (" …" if end < len(text) else "")


def _find(words: str, text: str) -> re.Match[str] | None:
    words = squeeze(words)
    return re.search(re.escape(words), text, re.IGNORECASE) if words else None


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Find words in a text; what is marked begins and ends with a word."""
    found = _find(words, text)
    if found:
        yield found.span()
