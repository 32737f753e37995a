"""The differences as blocks: a headline with its kicker, and a quotation from each side below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.markdown.passages import written
from readcmp.rendering.report import Report
from readcmp.rendering.report.parts import Difference, Quote
from readcmp.rendering.report.quotes import cut
from readcmp.rendering.wording import DIFFERENCES, KEY_DIFFERENCES


def differences(report: Report, most: int) -> Iterator[str]:
    """Return as many differences as the reader wants; none where there are none."""
    found = report.differences
    shown = found[:most]
    if shown:
        all_shown = len(shown) == len(found)
        yield f"## {DIFFERENCES}" if all_shown else f"## {KEY_DIFFERENCES} ({len(shown)} of {len(found)})"
        yield "\n".join(difference_of(report, one) for one in shown)


def difference_of(report: Report, difference: Difference) -> str:
    """Return a difference as an item of a list, a quotation a line; with its kicker where the headline needs one."""
    kicker = f"*{escape(difference.kicker)}:* " if difference.needs_kicker else ""
    head = f"{kicker}{escape(difference.headline)}"
    quotes = [f"**{escape(report.view.tags[quote.n])}** {_quote(quote)}" for quote in difference.quotes]
    return "\n".join([f"- {head}", *(f"  - {quote}" for quote in quotes)])


def _quote(quote: Quote) -> str:
    words: Sequence[tuple[str, str]] = cut(quote.words)
    parts = [escape(quote.note)] if quote.note else []
    if words:
        parts.append(f"“{escape(''.join(text for text, _ in words))}”" if quote.weak else f"“{written(words)}”")
    return " ".join(parts)
