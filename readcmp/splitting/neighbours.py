"""What a sentence takes from its neighbours: whose a quotation is, and whose account it leads to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.splitting.model import Statement

_AROUND = 40
"""Sentences before and after one in which its quotation's speaker is looked for."""


def is_quoted(start: int, end: int, quotes: Sequence[tuple[int, int]]) -> bool:
    """Return whether a stretch lies wholly between one pair of quotation marks."""
    n = bisect_right(quotes, (start, 1 << 60))
    return n > 0 and end <= quotes[n - 1][1] + 1  # a full stop may follow


def join_quotations(found: list[Statement], quotes: Sequence[tuple[int, int]]) -> list[Statement]:
    """Return each sentence that lies in a quotation to the one whose the quotation is, told in another sentence."""
    result = list(found)
    for n, one in enumerate(found):
        if one.reason != "quotation" or one.cue:
            continue
        quote = quotes[bisect_right(quotes, (one.start, 1 << 60)) - 1]
        around = found[max(0, n - _AROUND) : n + _AROUND]
        rest = (other for other in around if other is not one and other.cue and _overlaps(other, quote))
        near = next(rest, None)
        if near is None and not one.sides and n + 1 < len(found) and found[n + 1].paragraph == one.paragraph:
            near = found[n + 1]
        if near is not None and near.sides:
            result[n] = replace(one, sides=near.sides, cue=near.cue)
    return result


def _overlaps(one: Statement, quote: tuple[int, int]) -> bool:
    return one.start < quote[1] and quote[0] < one.end


def join_lead_ins(found: Sequence[Statement], topics: Sequence[str]) -> list[Statement]:
    """Return each sentence that only leads to what a side tells as that side's: "Lusaka sees it otherwise".

    ``topics`` are the sides that such sentences speak of, one for each sentence, empty for none. A question only asks.
    """
    result = list(found)
    for n in range(len(found) - 2, -1, -1):
        one, after = result[n], result[n + 1]
        near = after.paragraph - one.paragraph <= (after.reason == "quotation")
        if topics[n] and after.sides == (topics[n],) and near and not one.text.endswith(("?", "\uff1f")):
            result[n] = replace(one, sides=after.sides, reason="carried", cue=after.cue)
    return result
