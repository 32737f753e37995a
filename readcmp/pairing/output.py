"""Groups for those who use them: lines of a manifest for a batch, and a list to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from os.path import realpath
from pathlib import Path
from typing import Any

from readcmp.loading.publishers import label_of
from readcmp.pairing.cards import Card
from readcmp.pairing.choosing import Group
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import text_of, wrap
from readcmp.rendering.wording import long_date


def manifest_line(group: Group, cards: Sequence[Card], here: Path) -> str:
    """Return a group as a line of a manifest that lies in the folder ``here``, with its score and what came close."""
    record: dict[str, Any] = {
        "event": group.id,
        "files": [_entry(cards[n], here) for n in group.cards],
        "score": round(group.score, 3),
        "close": [
            {"files": [cards[pair.a].record.name, cards[pair.b].record.name], "score": round(pair.score, 3)}
            for pair in group.close
        ],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _entry(card: Card, here: Path) -> dict[str, str]:
    """Return a readout as a manifest has it, its path as seen from where the manifest lies."""
    entry = card.record.entry
    if card.record.text is None:
        path = Path(realpath(entry["file"]))  # resolve() fails on a link to itself
        entry["file"] = str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
    if card.side:
        entry["side"] = card.side
    return entry | {"language": card.language}


def render_list(groups: Sequence[Group], cards: Sequence[Card], *, width: int) -> str:
    """Return the groups, then the readouts that are in none, as lines of at most ``width`` columns."""
    return "".join(f"{line}\n" for line in _lines(groups, cards, width))


def _lines(groups: Sequence[Group], cards: Sequence[Card], width: int) -> Iterator[str]:
    for group in groups:
        of = [cards[n] for n in group.cards]
        day = min((card.date for card in of if card.date), default="")
        sides = ", ".join(safe(label_of(card.side)) if card.side else "a side that is not known" for card in of)
        yield from _wrapped("", f"{long_date(day)}: {sides} (score {group.score:.2f})", width)
        for card in of:
            yield from _wrapped("  ", safe(card.record.name), width)
        for pair in group.close:
            names = " and ".join(safe(cards[n].record.name) for n in (pair.a, pair.b))
            yield from _wrapped("  ", f"close: {names} ({pair.score:.2f})", width)
        yield ""
    paired = {n for group in groups for n in group.cards}
    alone = [card.record.name for n, card in enumerate(cards) if n not in paired]
    yield count_of(groups, cards)
    for name in alone:
        yield from _wrapped("  ", safe(name), width)


def count_of(groups: Sequence[Group], cards: Sequence[Card]) -> str:
    """Return how many events were found and how many readouts are in none."""
    alone = len(cards) - sum(len(group.cards) for group in groups)
    count = f"{len(groups):,} {'event' if len(groups) == 1 else 'events'} of {len(cards) - alone:,} readouts"
    return f"{count}; {alone:,} {'is' if alone == 1 else 'are'} of no event" if alone else count


def _wrapped(indent: str, text: str, width: int) -> Iterator[str]:
    lines = wrap(((text, ""),), width - len(indent) - 2)
    for n, line in enumerate(lines):
        yield f"{indent}{'  ' if n else ''}{text_of(line)}"
