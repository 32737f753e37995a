"""How far a thing goes, and on what terms: "full" against "partial", "X and Y" against "X Y", "provided that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readcmp.annotation.content import TextContent
from readcmp.annotation.scope import ScopeWords, scope_words
from readcmp.content import Extent
from readcmp.model import Gap
from readcmp.text import squeeze
from readcmp.vocabulary import GapKind


def find_scope_gaps(ours: TextContent, theirs: TextContent) -> list[Gap]:
    """Return the gaps in extent between two texts: said of the same words, or the contrary of each other.

    Within one language, an extent counts where the other text says the same without one of its class; across
    languages, where one side says but the one and the other side but its contrary.
    """
    known = scope_words(ours.language)
    if known is None or scope_words(theirs.language) is None:
        return []
    gaps = []
    here, there = ({e.kind for e in text.extents} for text in (ours, theirs))
    first = {e.kind: e for e in reversed(ours.extents)}  # one gap a class, whichever side comes first
    for one in first.values():
        against = next((e for e in theirs.extents if (one.kind, e.kind) in known.contrary), None)
        if against and one.kind not in there and against.kind not in here:
            gaps.append(Gap(GapKind.SCOPE, one.words, against.words))
    met = {words for gap in gaps for words in (gap.a, gap.b)}
    if ours.language == theirs.language:
        left, right = _alone(ours.extents, theirs.extents), _alone(theirs.extents, ours.extents)
        gaps += [Gap(GapKind.SCOPE, e.words, None) for e in left if e.words not in met and e.head in theirs.stems]
        gaps += [Gap(GapKind.SCOPE, None, e.words) for e in right if e.words not in met and e.head in ours.stems]
        gaps += _joined(ours, theirs, known)
    return list(dict.fromkeys(gaps))


def find_condition_gaps(ours: TextContent, theirs: TextContent) -> list[Gap]:
    """Return a gap where one of two texts hangs on a condition and the other does not."""
    if bool(ours.condition) == bool(theirs.condition):
        return []
    if scope_words(ours.language) is None or scope_words(theirs.language) is None:
        return []
    return [Gap(GapKind.CONDITION, ours.condition, theirs.condition)]


def _joined(ours: TextContent, theirs: TextContent, known: ScopeWords) -> list[Gap]:
    """Return two words that one side joins by "and" or "or" and the other sets side by side, or joins otherwise."""
    found = []
    for here, there in ((ours, theirs), (theirs, ours)):
        for first, second, words in here.joined:
            if first not in there.lowered or second not in there.lowered:
                continue
            pattern = rf"\b{re.escape(first)}(?: (?:{known.joiners}))? {re.escape(second)}\b"
            met = re.search(pattern, there.lowered)
            if met is None or met.group() == squeeze(words.lower()):
                continue
            bare = known.joined.fullmatch(met.group()) is None
            if here is ours or bare:  # "and" against "or" is met from both ends
                ends = (words, met.group())
                found.append(Gap(GapKind.SCOPE, *(ends if here is ours else ends[::-1])))
    return found


def _alone(these: Sequence[Extent], those: Sequence[Extent]) -> list[Extent]:
    """Return the extents of whose class and head the other text has none."""
    have = {(e.kind, e.head) for e in those}
    return [e for e in these if e.head and (e.kind, e.head) not in have]
