"""Where a clause is cut into the matters it lists: items between commas, two heavy phrases joined by ``and``."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.cutting.profile import Profile
from readcmp.cutting.tokens import Token

_JOINTS = ("and", "or")


def list_cuts(tokens: Sequence[Token], start: int, end: int, profile: Profile) -> list[int]:
    """Give the indices in ``tokens[start:end]``, the complement of a verb, at which a listed matter starts."""
    cuts: list[int] = []
    chunks = _chunks(tokens, start, end)
    run: list[int] = [0]
    for n in range(1, len(chunks)):
        lo, hi = chunks[n]
        if _subordinate(tokens, lo, profile):
            run = [n]
            continue
        run.append(n)
        joined = _joint(tokens, lo)
        inner = _last_joint(tokens, lo, hi) if not joined and len(run) > 1 else None
        if joined or (inner is not None and (n + 1 == len(chunks) or not _joint(tokens, chunks[n + 1][0]))):
            starts = [chunks[m][0] for m in run] + ([inner] if inner is not None else [])
            cuts += _series(tokens, starts, hi, profile)
            run = [n]
    bounds = sorted({start, *cuts, *(lo for lo, _ in chunks)}) + [end]
    for lo, hi in zip(bounds, bounds[1:], strict=False):
        cuts += _pairs(tokens, lo, hi, profile)
    return sorted(set(cuts) - {start})


def _chunks(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Part a complement at its commas; dashes part it too."""
    marks = [i for i in range(start, end) if tokens[i].low in {",", "—", "–", "-"} and not tokens[i].inside]
    lows = [start, *(i + 1 for i in marks)]
    return [(lo, hi) for lo, hi in zip(lows, [*marks, end], strict=True) if lo < hi]


def _joint(tokens: Sequence[Token], i: int) -> bool:
    """Whether a chunk opens with ``and``, ``or`` or ``as well as``."""
    return tokens[i].low in _JOINTS or _as_well_as(tokens, i)


def _as_well_as(tokens: Sequence[Token], i: int) -> bool:
    return [t.low for t in tokens[i : i + 3]] == ["as", "well", "as"]


def _last_joint(tokens: Sequence[Token], lo: int, hi: int) -> int | None:
    return next((i for i in range(hi - 2, lo, -1) if tokens[i].low in _JOINTS and not tokens[i].inside), None)


def _subordinate(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    """Whether a chunk opens with what no item of a list does: ``which``, ``in light of``, ``including``."""
    low = tokens[i].low
    if low in {"how", "why", "whether", "what"}:
        return False
    return profile.has("subordinators", low) and not _as_well_as(tokens, i) or profile.has("prepositions", low) or low == "including"


def _series(tokens: Sequence[Token], starts: list[int], end: int, profile: Profile) -> list[int]:
    """Give the starts of the items of one series, ``A, B and C``; none where it qualifies one matter."""
    bounds = [*starts, end]
    items = [_words(tokens, lo, hi) for lo, hi in zip(bounds, bounds[1:], strict=False)]
    if len(items) == 2:
        return [starts[1]] if len(items[1]) > 2 and not _names(items[1]) and not _adjective(items[0][-1:], profile) else []
    middle, last = items[1:-1], items[-1]
    if any(_names(item) for item in middle) and all(_names(item) for item in middle):
        return []
    if any(len(item) == 1 for item in middle):
        return []
    if all(_adjective(item, profile) for item in middle):
        return []
    return starts[1:] if last else []


def _words(tokens: Sequence[Token], lo: int, hi: int) -> list[Token]:
    """Give the words of an item without the joint that opens it."""
    lo += 3 if _as_well_as(tokens, lo) else tokens[lo].low in _JOINTS
    return [token for token in tokens[lo:hi] if token.is_word]


def _names(item: Sequence[Token]) -> bool:
    """Whether an item is a name: capitals all through, but for small words."""
    return bool(item) and all(token.is_name or token.low in {"the", "of"} for token in item)


def _adjective(item: Sequence[Token], profile: Profile) -> bool:
    if len(item) != 1:
        return False
    low = item[0].low
    return profile.has("adjectives", low) or low.endswith(profile.adjective_endings)


def _pairs(tokens: Sequence[Token], lo: int, hi: int, profile: Profile) -> list[int]:
    """Give where ``X and Y`` within one stretch tells two matters: both are whole phrases of some weight."""
    cuts: list[int] = []
    at = lo
    for i in range(lo + 1, hi - 1):
        if tokens[i].inside or not (tokens[i].low == "and" or _as_well_as(tokens, i)):
            continue
        left = [t for t in tokens[at:i] if t.is_word]
        right = _words(tokens, i, _next_joint(tokens, i + 1, hi))
        if _two_matters(left, right, profile):
            cuts.append(i)
            at = i + 1
    return cuts


def _next_joint(tokens: Sequence[Token], i: int, hi: int) -> int:
    return next((j for j in range(i + 2, hi) if tokens[j].low == "and"), hi)


def _two_matters(left: list[Token], right: list[Token], profile: Profile) -> bool:
    if len(left) < 3 or len(right) < 3 or any(profile.has("correlatives", t.low) for t in left):
        return False
    opening = right[0].low
    if profile.has("prepositions", opening):
        return len(right) > 3 and any(t.low == opening for t in left)
    if opening.endswith("ing") and not profile.has("determiners", opening):
        return len(left) > 4 and len(right) > 3 and any(t.low.endswith("ing") for t in left)
    if _names(left[-1:]) and right[0].is_name and not right[0].low.endswith("'s"):
        return False
    if _adjective(left[-1:], profile):
        return False
    head = next((n for n, t in enumerate(right) if profile.has("prepositions", t.low) or profile.has("subordinators", t.low)), len(right))
    if head < 2 or _names(right[:head]):
        return False
    return len(right) > 3 and any(profile.has("prepositions", t.low) or t.low.endswith("'s") for t in left)
