"""The brief: a page to paste: in both accounts, reported differently, in one account only, possibly in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from readcmp.model import Comparison
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.differences import difference_of
from readcmp.rendering.markdown.document import foot, watched
from readcmp.rendering.markdown.escape import escape, linked, strong
from readcmp.rendering.markdown.header import title
from readcmp.rendering.markdown.matrix import matrix
from readcmp.rendering.markdown.passages import written
from readcmp.rendering.report import Report
from readcmp.rendering.report.parts import Difference, Quote
from readcmp.rendering.report.passages import Match
from readcmp.rendering.report.quotes import cut
from readcmp.rendering.view import View
from readcmp.rendering.wording import (
    ALIKE_NOWHERE,
    ALONE_NOWHERE,
    DIFFERENT_NOWHERE,
    DIFFERENTLY,
    FACTS,
    IN_ONE,
    NOT_IN_ALL,
    only_in,
    plural,
    possibly,
)

MOST = 3
"""So many entries stand in a bin, the weightiest, and for each side in that of one account: it is one page."""

ROOM = 140
"""How much of a passage is quoted, in code points."""


def brief(comparison: Comparison) -> str:
    """Return the brief as Markdown, ending in a line break; nothing but the comparison decides it."""
    return joined(_parts(Report(View(comparison)))) + "\n"


def _parts(report: Report) -> Iterator[str]:
    view = report.view
    yield title(report)
    yield items(_accounts(report))
    yield from map(escape, report.header.cautions)
    in_one = [one for one in report.differences if one.silent and not one.doubtful]
    differently = [one for one in report.differences if _is_of_both(one) and one not in in_one and not one.doubtful]
    yield f"## {report.both.heading}"
    yield from _in_both(report, differently)
    yield f"## {DIFFERENTLY}"
    yield from _section(report, differently) if differently else [DIFFERENT_NOWHERE]
    several = len(view.parties) > 2
    yield f"## {NOT_IN_ALL if several else IN_ONE}"
    yield from _in_one(report, in_one)
    doubtful = [one for one in report.differences if one not in in_one and one not in differently]
    if doubtful:
        yield f"## {possibly(len(view.parties))}"
        yield from _section(report, doubtful)
    if several:
        yield from matrix(report)
    yield from watched(report)
    yield from foot(report)


def _is_of_both(difference: Difference) -> bool:
    """Whether a difference sets passages of several sides against each other, or the accounts as wholes."""
    return len({quote.n for quote in difference.quotes if quote.point and not quote.weak}) != 1


def _accounts(report: Report) -> Iterator[str]:
    """Return a line for each account, and for each thing that one says of the call itself."""
    for account in report.header.accounts:
        source = linked(", ".join(filter(None, (account.origin, account.date))), account.url)
        size = escape(f"{plural(account.words, 'word')}, {account.language}")
        yield f"{strong(account.name)}: {source}; {size}"
    for row in report.header.facts:
        if row.label == FACTS["channel"] and not all(row.cells):
            continue  # who does not name a telephone need not mean anything else
        cells = (f"{tag} {cell or row.absent}" for tag, cell in zip(report.view.tags, row.cells, strict=True))
        yield escape(f"{row.label}: {'; '.join(cells)}")


def _in_both(report: Report, differently: Sequence[Difference]) -> Iterator[str]:
    """Return the matches but those that are reported differently, those with most room first."""
    told = {frozenset(one.points) for one in differently}
    found = [
        (matter.label, match)
        for matter in report.both.matters
        for match in matter.matches
        if not matter.formal and not any(points <= {passage.point for passage in match.passages} for points in told)
    ]
    if not found:
        yield ALIKE_NOWHERE
        return
    yield "\n".join(_match(report, label, match) for label, match in found[:MOST])
    yield _more(len(found) - MOST)


def _match(report: Report, label: str, match: Match) -> str:
    """Return a match as an item: its topic, and from each side the passage that fits best."""
    lines = [f"- {strong(label)}"]
    for n, passages in enumerate(match.sides):
        if passages:
            best = max(passages, key=lambda one: (one.score, len(report.view.points[one.point].text), one.point))
            words = ((text, "") for text, _ in cut(best.words, ROOM))
            lines.append(f"  - **{escape(report.view.tags[n])}** “{written(words)}”")
    return "\n".join(lines)


def _section(report: Report, found: Sequence[Difference]) -> Iterator[str]:
    yield "\n".join(difference_of(report, _short(one)) for one in found[:MOST])
    yield _more(len(found) - MOST)


def _short(difference: Difference) -> Difference:
    """Leave one quotation a side, cut short, and nothing of a side that has no passage: the headline says so."""
    quotes: dict[int, Quote] = {}
    for quote in difference.quotes:
        if quote.point and not quote.weak:
            quotes.setdefault(quote.n, replace(quote, words=cut(quote.words, ROOM)))
    return replace(difference, quotes=tuple(quotes.values()))


def _more(count: int) -> str:
    return f"{count} more in the full comparison." if count > 0 else ""


def _in_one(report: Report, found: Iterable[Difference]) -> Iterator[str]:
    """Return, account by account, what each alone has; who has it is the one that is compared with the silent side."""
    found = list(found)
    parties = report.view.parties
    for party in parties:
        own = [one for one in found if any(q.n in party.sides and q.point and not q.weak for q in one.quotes)]
        if own:
            yield strong(f"In {party.account}" if len(parties) > 2 else only_in(party.account))
            yield from _section(report, own)
    if not found:
        yield ALONE_NOWHERE
