"""How findings put it: quotations cut to a length, and plain words for what acts do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcmp.comparing.findings.context import Case
from readcmp.model import Act, Point
from readcmp.text import squeeze

ROOM = 200
"""How much of its points a finding quotes, in code points."""

SHORT = 80
"""How much it quotes where it quotes both sides."""

SAID: Mapping[str, str] = {
    "wish_offer": "offered or wished", "request": "asked for", "approve": "welcomed", "agree": "agreed to",
    "warn": "warned of",
}  # fmt: skip
"""What a side is said to have done with what is quoted, by the class of the act; else that it said or did it."""


def said(act: Act | None) -> str:
    """Give in a few words what somebody did with an act of a class."""
    return SAID.get(act.kind, "said or did") if act else "said or did"


def quote(point: Point, room: int = ROOM, *, short: bool = False) -> str:
    """Quote a point on one line, cut at a word; the clause that governs it goes before it, but not if ``short``."""
    text = squeeze(point.text).strip(" ,;:，；、：。")
    lead = "" if short else squeeze(point.lead)
    return f"“{shorten(f'{lead} … {text}' if lead else text, room)}”"


def several(points: Sequence[Point]) -> str:
    """Quote up to three of some points, those that say most, as far as there is room, and how many more there are."""
    telling = sorted(points, key=lambda p: (-min(len(p.text), ROOM) - 40 * len(p.hits), p.start))
    chosen = telling[: 2 if sum(len(p.text) for p in telling[:3]) > ROOM else 3]
    shown = sorted(chosen, key=lambda p: p.start)
    room = ROOM if len(shown) == 1 else ROOM * 3 // 4
    leads = [squeeze(p.lead) for p in shown]
    quoted = [quote(p, room, short=n > 0 and leads[n] == leads[n - 1]) for n, p in enumerate(shown)]
    rest = len(points) - len(shown)
    more = f" and {rest} more point{'s' if rest > 1 else ''}" if rest else ""
    return ", ".join(quoted) + more if rest else listed(quoted)


def excerpt(point: Point, words: str | None = None, room: int = SHORT) -> str:
    """Quote about ``room`` code points of a point, those around ``words`` of it, or its beginning."""
    text = squeeze(point.text).strip(" ,;:，；、：。")
    at = text.lower().find(squeeze(words).lower()) if words else -1
    start = max(0, at + len(words or "") // 2 - room // 2) if at >= 0 else 0
    if start == 0 or len(text) <= room:
        return quote(point, room) if at < 0 else quote(point, room, short=True)
    start = min(start, len(text) - room)
    space = text.find(" ", start, at)
    return f"“… {shorten(text[space + 1 if space >= 0 else start :], room)}”"


def shorten(text: str, room: int) -> str:
    """Give a text without a full stop at its end, cut at a word if it is longer than ``room`` code points."""
    text = text.rstrip(" .。,;，；、")
    if len(text) <= room:
        return text
    kept = text[:room]
    return (kept.rsplit(" ", 1)[0] if " " in kept[room // 2 :] else kept).rstrip(" ,;") + " …"


def about(case: Case, topic: str | None) -> str:
    """Give the words that open a finding: the topic's label and a colon."""
    label = case.label(topic)
    return f"{label}: " if label else ""


def listed(words: Sequence[str]) -> str:
    """Give words in a row: ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
