"""Where a clause of a script without spaces lists matters: items between enumeration commas, two joined phrases."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from readcmp.segmentation.class_patterns import ClassPatterns, size

_COMMAS = "，,"
_ENDS = "，,；;。！？!?"
_PHRASE = 4
"""Characters from which one of two joined phrases can be a matter."""
_HEAVY = 8
"""Characters of a phrase from which one joined to it by more than a plain "and" is a matter of its own."""
_AREA = 3
"""Characters that areas of work have on average where they are matters: shorter ones stand before one noun."""
_CATALOGUE = 5
"""Areas up to which each is a matter: a longer catalogue of them says "in every area"."""
_NOUN = 6
"""Characters within which the noun of all items follows them."""


_MOST = 20
"""Words of a clause that may open or join a list and are looked at; no clause has as many."""


def find_listed_matters(patterns: ClassPatterns, text: str, plain: str) -> tuple[list[int], str]:
    """Return the offsets at which a clause goes on to a further matter that it lists, and the lead of these.

    ``plain`` is the clause ``text`` as ``ClassPatterns.plain`` gives it.
    """
    kinds = ("listing", "frames_of_lists", "listing_fields", "listing_purposes")
    openers = list(patterns.words(plain, "not_listing", *kinds))
    for opener in reversed(openers[-_MOST:]):
        end = _end(patterns, plain, opener.end())
        marks = _marks(patterns, plain, opener.end(), end)
        edges = [opener.end(), *(mark.start() for mark in marks), end]
        items = [re.sub(rf"\A(?:、|{patterns.any('joints')})", "", plain[a:b]) for a, b in pairwise(edges)]
        if min(map(size, items)) == 0 or not marks:
            continue
        tells = _enumerates if marks[0][0] == "、" else _joins
        if tells(patterns, opener[0], items, plain[end:]):
            starts = [mark.end() if mark[0] == "、" else mark.start() for mark in marks]
            return starts, _lead(patterns, text, plain, opener, end)
    return _joined(patterns, text, plain)


def _enumerates(patterns: ClassPatterns, opener: str, items: list[str], rest: str) -> bool:
    """Return whether items between enumeration commas are matters, not qualities, names or bodies of one.

    ``rest`` is what stands behind them.
    """
    sizes = [size(item) for item in items]
    if re.fullmatch(patterns.any("listing_purposes"), opener):
        deeds = all(re.match(patterns.adverbs + patterns.any("deeds", "advances"), item) for item in items)
        return min(sizes) >= _PHRASE and (deeds or re.match(patterns.any("etc"), rest) is not None)
    named = re.match(rf"{patterns.any('etc')}?.{{0,{_NOUN}}}?({patterns.any('fields', 'bodies')})", rest)
    noun = named[1] if named else ""
    if re.fullmatch(patterns.any("bodies"), noun) or (
        not noun and re.fullmatch(patterns.any("listing_fields"), opener)
    ):
        return False
    if any(re.search(rf"{patterns.any('general')}\Z", item) for item in items):
        return False
    areas = re.fullmatch(patterns.any("areas"), noun)
    return not areas or (sum(sizes) >= _AREA * len(sizes) and len(sizes) <= _CATALOGUE)


def _joins(patterns: ClassPatterns, opener: str, items: list[str], _rest: str) -> bool:
    """Return whether two phrases joined by "and" are two matters."""
    if re.fullmatch(patterns.any("listing_purposes"), opener) and not re.match(patterns.any("deeds"), items[1]):
        return False
    least = _PHRASE if re.fullmatch(patterns.any("frames_of_lists"), opener) else _HEAVY
    return min(map(size, items)) >= least and not _points(patterns, items[1])


def _joined(patterns: ClassPatterns, text: str, plain: str) -> tuple[list[int], str]:
    """Return where a heavy phrase is joined to a heavy one by a joint of some weight, whatever verb they follow."""
    for mark in islice(patterns.words(plain, "not_joints", "heavy_joints"), _MOST):
        start = max(plain.rfind(c, 0, mark.start()) for c in _COMMAS) + 1
        verb = start + patterns.governing(plain[start : mark.start()])
        left = plain[verb : mark.start()]
        right = _head(patterns, plain[mark.end() :])
        if size(left) >= _HEAVY and size(right) >= _PHRASE and not _points(patterns, right):
            return [mark.start()], text[start:verb].strip()
    return [], ""


def _head(patterns: ClassPatterns, phrase: str) -> str:
    """Return a phrase up to the particle behind which another noun follows it."""
    return re.split(rf"{patterns.any('particles')}|[{_COMMAS}]", phrase, maxsplit=1)[0]


def _end(patterns: ClassPatterns, plain: str, start: int) -> int:
    """Return where the items of a list that begins at ``start`` end: before "and others", their noun or the verb."""
    stop = _comma(plain, start)
    for kind in ("etc", "fields", "closing_verbs"):
        after = max(plain.rfind("、", start, stop), start) if kind == "closing_verbs" else start
        if closed := re.search(patterns.any(kind), plain[after:stop]):
            return after + closed.start()
    return stop


def _comma(plain: str, start: int) -> int:
    """Return the offset of the first comma from ``start`` on, or the end."""
    return min((at for at in (plain.find(comma, start) for comma in _COMMAS) if at >= 0), default=len(plain))


def _marks(patterns: ClassPatterns, plain: str, start: int, end: int) -> list[re.Match[str]]:
    """Return what parts the items: all enumeration commas with the joint behind the last, or a joint alone."""
    every = patterns.words(plain, "not_joints", "joints", "commas")
    found = [mark for mark in every if start <= mark.start() and mark.end() <= end]
    last = max((n for n, mark in enumerate(found) if mark[0] == "、"), default=-1)
    joint = found[last + 1 : last + 2]
    if last >= 0 and joint:
        left, right = plain[found[last].end() : joint[0].start()], _head(patterns, plain[joint[0].end() : end])
        deed = patterns.adverbs + patterns.any("deeds", "advances")
        split = re.match(deed, left) and not re.match(deed, right)  # "restore peace and calm" is one deed
        joint = joint if min(size(left), size(right)) >= _AREA and not split else []
    return [mark for mark in found if mark[0] == "、"] + joint


def _points(patterns: ClassPatterns, phrase: str) -> bool:
    """Return whether a phrase names no matter of its own: "and other issues of common concern"."""
    return re.search(patterns.any("pointers"), phrase) is not None


def _lead(patterns: ClassPatterns, text: str, plain: str, opener: re.Match[str], end: int) -> str:
    """Return the words before a list, with its predicate where that follows the list: "they … exchanged views"."""
    start = max(plain.rfind(c, 0, opener.start()) for c in _COMMAS) + 1
    head = text[start : opener.end()].strip()
    if not re.fullmatch(patterns.any("frames_of_lists", "listing_fields", "listing_purposes"), opener[0]):
        return head
    tail = plain[end : _comma(plain, end)]
    after = max((noun.end() for noun in re.finditer(patterns.any("etc", "fields"), tail)), default=0)
    closing = re.search(patterns.any("closing_verbs"), tail[after:])
    if closing is None:
        return head
    return f"{head}…{text[end + after + closing.start() : end + len(tail)].strip().rstrip(_ENDS)}"
