"""How an output says what it says of dates, sizes, shares and scores, in the same words whatever it is shown on."""

from __future__ import annotations

from readcmp.loading.language import name_of
from readcmp.model import Side
from readcmp.rendering.safe import safe
from readcmp.text import count_words

SURE, LIKELY = 0.75, 0.5
"""From these scores on a link is shown as sure and as likely; 0.75 is right three times in four."""

NEAR = 0.10
"""A candidate under this score has little to do with the point."""

DIFFERENCES, WATCH_LIST = "Key differences", "Watch list"
"""The headings over the findings, and over the topics that the reader asked for."""

FACTS = {"initiator": "Requested by", "duration": "Duration", "channel": "Format", "date": "Date", "tone": "Tone"}
"""What the kinds of facts are called, in the order in which they are shown."""

GAPS = {
    "act": "verb", "date": "date", "name": "name", "negation": "negation", "number": "number",
    "quote": "quoted words", "scope": "scope", "condition": "condition", "speaker": "speaker", "naming": "name for it",
}  # fmt: skip
"""What the kinds of gaps are called."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_both(count: int) -> str:
    """Return the heading over what accounts have in common, of two accounts or of more."""
    return "In both accounts" if count == 2 else "In more than one account"


def possibly(count: int) -> str:
    """Return the heading over what accounts may have in common, of two accounts or of more."""
    return "Possibly in both" if count == 2 else "Possibly in several"


def only_in(tag: str) -> str:
    """Return the heading over what one account alone has, by the short name of its side."""
    return f"Only in {tag}"


def confidence(score: float) -> str:
    """Give the small mark of a link's score 0..1."""
    return "●" if score >= SURE else "◐" if score >= LIKELY else "○"


def trimmed(text: str) -> str:
    """Give a point's words fit to show, without the commas that its sentence leaves at its ends."""
    return safe(text).strip(" ,;，；")


def percent(share: float) -> str:
    """Give a share 0..1 as a whole percentage; what is there but under one half is ``<1%``."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def ordinal(number: int) -> str:
    """Give a place in an order: ``1st``, ``12th``, ``22nd``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def long_date(date: str) -> str:
    """Give an ISO date in words (``7 December 2021``); what is none stays as it is."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("T")[0].partition("-")
    if year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= len(_MONTHS):
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
    return safe(date)


def published(side: Side) -> str:
    """Give when and by whom a readout was published, empty if neither is known."""
    date = long_date(side.readout.date) if side.readout.date else ""
    return ", ".join(filter(None, (date, side.readout.publisher)))


def size_of(side: Side) -> str:
    """Give a readout's language, words and passages: ``English, 79 words in 6 passages``."""
    words = sum(count_words(side.readout.text, point.start, point.end) for point in side.points)
    return f"{name_of(side.readout.language)}, {plural(words, 'word')} in {plural(len(side.points), 'passage')}"


def plural(number: int, thing: str) -> str:
    """Give a number of things: ``1 word``, ``1,200 words``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
