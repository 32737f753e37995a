"""The first screen: which call, the key differences, and who has which topics, on thirty lines where that can be."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.rendering.report.matrix import HAS, LEGEND, Matrix
from readcmp.rendering.report.parts import Account, TopicList
from readcmp.rendering.report.topics_by_account import PAIR
from readcmp.rendering.terminal.differences import differences
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, flush, hang, indent, paragraph, width_of, wrap
from readcmp.rendering.terminal.palette import LINK
from readcmp.rendering.terminal.screen import Detail, Screen
from readcmp.rendering.wording import MOST, WHO, plural

ROWS = 30
"""So many lines a first screen has at most, if what it must say fits."""

DETAILS = (
    Detail(quote_rows=2, kickers=True),
    Detail(quote_rows=2, kickers=False),
    Detail(quote_rows=1, kickers=True),
    Detail(quote_rows=1, kickers=False),
)
"""How much is shown, from the most to the least; the first that fits is taken."""

FEWEST, LABEL = 2, 12
"""A group of the matrix has at least so many topics, if there are any, and these have so many columns."""

MOST_ROWS = 3
"""A list of topics has no more rows than this."""

NARROW = 60
"""Under this many columns headings stand above what they head, not beside it."""

NEXT = (
    ("--full", "every passage"), ("-o report.html", "a page to send"), ("readcmp brief", "one page of text"),
    ("--explain WORDS", "why"),
)  # fmt: skip
"""How to go on from here, and to what."""


def first_screen(screen: Screen) -> list[Line]:
    """Draw the first screen with as much detail as its lines allow.

    There is no such limit where the reader asks for more differences, or the screen is too narrow to keep it.
    """
    head, ending = header(screen), [*_next(screen), *foot(screen)]
    quotes = sum(len(difference.quotes) for difference in screen.report.differences[: screen.findings])
    for detail in (replace(detail, longer=longer) for detail in DETAILS for longer in range(quotes, -1, -1)):
        found = differences(screen, detail)
        room = ROWS - len(paragraph([head, found, [BLANK], ending])) + 1
        lines = paragraph([head, found, _topic_lists(screen, room), ending])
        if len(lines) <= ROWS or screen.findings > MOST or screen.width < NARROW:
            break
    return lines


def header(screen: Screen) -> list[Line]:
    """Draw the title, the date and a line for each account, with a link to its source."""
    known = screen.report.header
    title: Line = ((known.title, "strong"),)
    date: Line = ((known.date, ""),) if known.date else ()
    if width_of(title) + width_of(date) + 2 <= screen.width:
        lines = [flush(title, date, screen.width)]
    else:
        lines = [*wrap(title, screen.width), *([date] if date else [])]
    width = max(map(len, screen.tags)) + 2
    for account in known.accounts:
        lines += hang(screen.tag(account.n), [_account(screen, account, screen.width - width)], width)
    for caution in known.cautions:
        lines += wrap(((caution, ""),), screen.width)
    return lines


def _account(screen: Screen, account: Account, width: int) -> Line:
    linked = bool(account.url) and screen.links
    role = f"{LINK}{account.url}" if linked else ""
    name = "" if account.name == account.tag else f"{account.name}: "
    source: Line = ((name, ""), (account.origin, role), (" ↗" if linked else "", "quiet"))
    size: Line = ((f"  {plural(account.words, 'word')}, {account.language}", "quiet"),)
    room = width - width_of(size)
    return flush(clip(source, room), size, width) if room > 20 else clip(source, width)


def _topic_lists(screen: Screen, room: int) -> list[Line]:
    found = screen.report.topic_lists
    if len(screen.parties) > PAIR:
        watched = _listed(screen, [one for one in found if one.kind == "watch"], 0)
        return paragraph([_matrix(screen, room - len(watched) - bool(watched)), watched])
    return _listed(screen, found, room)


def _listed(screen: Screen, lists: Sequence[TopicList], room: int) -> list[Line]:
    """Set each bin's topics beside its heading, or below it on a narrow screen; more rows than one if there is room."""
    widest = 0 if screen.width < NARROW else max((len(one.heading) for one in lists), default=0) + 2
    width = screen.width - (widest or 2)
    drawn = [_topics(one, width, 1 if widest else 2) for one in lists]
    spare = room - len(lists)
    for rows in range(2, MOST_ROWS + 1):
        for n, one in enumerate(lists if widest else ()):
            if spare > 0 and len(drawn[n]) == rows - 1:
                more = _topics(one, width, rows)
                spare -= len(more) - len(drawn[n])
                drawn[n] = more
    lines: list[Line] = []
    for one, topics in zip(lists, drawn, strict=True):
        heading: Line = ((one.heading, "strong" if one.n is None else f"tag{one.n}"),)
        lines += hang(heading, topics, widest) if widest else [clip(heading, screen.width), *indent(topics, 2)]
    return lines


def _topics(found: TopicList, width: int, rows: int) -> list[Line]:
    """Name as many topics as there is room for, and how many more there are; the remark goes before the last topic."""
    if not found.topics:
        return wrap(((found.remark, ""),), width, rows)
    for remark in (f" – {found.remark}" if found.remark else "", ""):
        for shown in range(len(found.topics), 0, -1):
            rest = len(found.topics) - shown
            names = [*found.topics[:shown], *([f"{rest} more"] if rest else [])]
            lines = wrap(((f"{' · '.join(names)}{remark}", ""),), width)
            if len(lines) <= rows:
                return lines
    return wrap(((" · ".join(found.topics), ""),), width, rows)


def _matrix(screen: Screen, room: int) -> list[Line]:
    """Draw who has which topic, as many topics of each group as there is room for: a row each."""
    matrix = screen.report.matrix
    longest = max((len(rows) for _, rows in matrix.groups), default=0)
    lines: list[Line] = []
    for topics in range(longest, 0, -1):
        lines = _rows(screen, matrix, topics)
        if len(lines) <= room or topics <= FEWEST:
            break
    return lines


def _rows(screen: Screen, matrix: Matrix, topics: int) -> list[Line]:
    """Draw so many topics of each group, with a column for each government."""
    widths = [max(len(party.tag), 2) + 2 for party in matrix.parties]
    label = screen.width - sum(widths)
    label = min(label, max((len(name) for _, rows in matrix.groups for name, _ in rows), default=0) + 4)
    if label < LABEL:
        return []
    heads = [[((party.tag, f"tag{party.sides[0]}"),)] for party in matrix.parties]
    lines = [*screen.heading(WHO, LEGEND)[:1], *beside([[BLANK], *heads], [label, *widths[:-1]])]
    for name, rows in matrix.groups:
        lines.append(((name, "quiet"),))
        for topic, signs in rows[:topics]:
            cells = [
                [((sign, f"side{party.sides[0]}" if sign == HAS else "quiet"),)]
                for sign, party in zip(signs, matrix.parties, strict=True)
            ]
            lines += beside([[clip(((f"  {topic}", ""),), label - 1)], *cells], [label, *widths[:-1]])
        if len(rows) > topics:
            lines.append(((f"  {len(rows) - topics} more with --full", "quiet"),))
    return lines


def _next(screen: Screen) -> list[Line]:
    """Describe how to go on, and to what if that fits on the line."""
    for steps in (" · ".join(map(" ".join, NEXT)), " · ".join(option for option, _ in NEXT)):
        lines = wrap(((f"Next: {steps}", "quiet"),), screen.width)
        if len(lines) == 1:
            break
    return lines


def foot(screen: Screen) -> list[Line]:
    """Draw how the comparison was made."""
    return wrap(((f"{screen.report.foot.means}.", "quiet"),), screen.width)
