"""How an output says what it says of dates, sizes, shares and scores, in the same words whatever it is shown on."""

from __future__ import annotations

from readcmp.model import Comparison
from readcmp.rendering.safe import safe
from readcmp.version import VERSION

SURE, LIKELY = 0.75, 0.5
"""From these scores on a link is shown as sure and as likely; 0.75 is right three times in four."""

NEAR = 0.10
"""A candidate under this score has little to do with the point."""

MOST = 3
"""So many differences open an output where the reader does not say how many."""

KEY_DIFFERENCES, DIFFERENCES, WATCH_LIST = "Key differences", "Differences", "Watch list"
"""The headings over the weightiest findings, over all of them, and over the topics that the reader asked for."""

FACTS = {"initiator": "Requested by", "duration": "Duration", "channel": "Format", "date": "Date", "tone": "Tone"}
"""What the kinds of facts are called, in the order in which they are shown."""

LEFT_OUT, SHARES = "Left out of the comparison", "share of each account’s words (rank)"
"""The heading over boilerplate, and what the table of topics shows."""

DIFFERENTLY = "Reported differently"
"""The heading of a brief over what matching passages say otherwise."""

IN_ALL, IN_SOME, IN_ONE = "In all accounts", "In some accounts", "In one account only"
NOT_IN_ALL = "Not in all accounts"
"""The headings over what so many accounts have."""

WHO, ADDRESS = "Who says what", "Address"
"""The heading over the table of governments and topics, and the row that says where an account was published."""

WEAK_MATCHES = "These are weak matches. They count neither as in both accounts nor as in one alone."
"""What stands under the heading over what is possibly in both."""

ALIKE_NOWHERE = "No strong or likely match reads alike in both."
DIFFERENT_NOWHERE = "No difference was found between matching passages."
ALONE_NOWHERE = "No passage was found in one account only."
"""What stands under the headings of a brief where there is nothing."""

LIKELY_MATCHES, WEAK_MATCH, DIFFERS = "● strong, ◐ likely match", "○ weak match", "wording that differs"
"""What the signs of matches mean, and what is marked in them."""

DIFFERENT = "Matched across topics"
"""The heading over matches between passages that have no topic in common."""

UNMATCHED = "no passage comes close; not enough to say that it is missing"
"""What stands under a passage that may be in another account, without a candidate."""

UNKNOWN, UNSAID, UNREAD = "–", "not stated", "not analysed"
"""What stands for what is not known of a readout, what it does not say itself, and what no words are known for."""

UNNAMED = "No topic named"
"""What stands for the topic of a passage that has none."""

NO_MATCHES = "No passage of one account has a likely match in another."
"""What stands under a heading over matches where there are none."""

NO_MATCH, CLOSEST = "no matching passage", "closest"
"""What is said of a side that has no passage of its own, and of its passage that comes closest."""

CAUTION = (
    "“Not found” means that the program found no matching passage, not that anything was left out: check both accounts "
    "before you report that one is silent."
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_both(count: int) -> str:
    """Return the heading over what accounts have in common, of two accounts or of more."""
    return "In both accounts" if count == 2 else "In more than one account"


def in_all(count: int) -> str:
    """Return the heading over what each of two accounts or more has."""
    return in_both(count) if count == 2 else IN_ALL


def possibly(count: int) -> str:
    """Return the heading over what accounts may have in common, of two accounts or of more."""
    return "Possibly in both" if count == 2 else "Possibly in several"


def only_in(account: str) -> str:
    """Return the heading over what one account alone has: ``Only in Russia’s account``."""
    return f"Only in {account}"


def asked_for(heading: str) -> str:
    """Return the heading over watched topics on a first screen: ``Asked for, in neither``."""
    short = heading.removesuffix(" accounts")
    short = short.removesuffix(" account") if short.startswith("In neither") else short
    return f"Asked for, {short[:1].lower()}{short[1:]}"


def made_with(comparison: Comparison) -> str:
    """Describe what a comparison was made with: ``Matched with readcmp 0.1.0, fuzzy engine, lexicon 01234567``."""
    model = f" ({safe(comparison.model)})" if comparison.model else ""
    parts = [f"Matched with readcmp {VERSION}", f"{safe(comparison.engine)} engine{model}"]
    if comparison.lexicon:
        parts.append(f"lexicon {safe(comparison.lexicon)[:8]}")
    return ", ".join(parts)


def confidence(score: float) -> str:
    """Return the small mark of a link's score 0..1."""
    return "●" if score >= SURE else "◐" if score >= LIKELY else "○"


def trimmed(text: str) -> str:
    """Return a point's words fit to show, without the commas that its sentence leaves at its ends."""
    return safe(text).strip(" ,;，；")


def percent(share: float) -> str:
    """Return a share 0..1 as a whole percentage; what is there but under one half is ``<1%``."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def ordinal(number: int) -> str:
    """Return a place in an order: ``1st``, ``12th``, ``22nd``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def long_date(date: str) -> str:
    """Return an ISO date in words (``7 December 2021``); what is none stays as it is."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("T")[0].partition("-")
    if year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= len(_MONTHS):
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
    return safe(date)


def plural(number: int, thing: str) -> str:
    """Return a number of things: ``1 word``, ``1,200 words``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
