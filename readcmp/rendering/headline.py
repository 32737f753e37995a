"""A finding's sentence without the passages that it quotes, where what is left is a sentence still."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.patterns import compiled

_BETWEEN = compiled(r"(?:, | and | against | / )")
_MORE = compiled(r" and \d+ more points?")
_CLOSEST = ", where "


def headline_of(text: str) -> str:
    """Return the sentence of a finding without its quotations, or the whole where they cannot be taken out.

    What a colon announces goes, what stands for all that "says" has, and the closest passage of the other side. Words
    that are quoted within the sentence, since they make the difference, stay.
    """
    kept, at = "", 0
    for start, end in _runs(text, list(_spans(text))):
        kept += text[at:start]
        at, after = end, text[end : end + 1]
        if kept.endswith(_CLOSEST) and "“" not in text[end:]:
            return kept.removesuffix(_CLOSEST) + "."
        if kept.endswith(": ") and after in (";", "."):
            kept = kept.removesuffix(": ")
        elif kept.endswith(" says ") and after == ";":
            kept += "this"
        else:
            kept += text[start:end]
    return kept + text[at:]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Find the quotations, each with those inside it; none where a mark has no partner."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        if sign == "“":
            start = start if depth else place
            depth += 1
        elif sign == "”":
            depth -= 1
            if depth < 0:
                return
            if not depth:
                found.append((start, place + 1))
    if not depth:
        yield from found


def _runs(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the quotations that stand in a row: “…”, “…” and 2 more points."""
    if not spans:
        return
    begin, end = spans[0]
    for start, stop in spans[1:]:
        if not _BETWEEN.fullmatch(text, end, start):
            yield begin, end
            begin = start
        end = _with_more(text, stop)
    yield begin, _with_more(text, end)


def _with_more(text: str, end: int) -> int:
    more = _MORE.match(text, end)
    return more.end() if more else end
