"""The blocks that a document is made of. Every text is given as Markdown already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

WIDEST = 110
"""A table that is wider than this many columns is not filled up to even ones: it would be no easier to read."""

Blocks = Iterable[str]


def joined(blocks: Blocks) -> str:
    """Put blocks below each other with an empty line between; empty ones leave no gap."""
    return "\n\n".join(filter(None, blocks))


def items(lines: Iterable[str], *, number: int | None = None) -> str:
    """Return a list: with bullets, or an item numbered ``number`` whose other lines are bullets in it."""
    if number is None:
        return "\n".join(f"- {line}" for line in lines)
    mark = f"{number}. "
    first, *others = lines
    return "\n".join([f"{mark}{first}", *(f"{' ' * len(mark)}- {line}" for line in others)])


def table(rows: Sequence[Sequence[str]], *, right: bool = False) -> str:
    """Return a table, its first row the head; ``right`` sets all but the first column to the right."""
    widths = [max(3, *(cell_len(cell) for cell in column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 > WIDEST:
        widths = [0] * len(widths)
    rules = ["-" * max(3, width) for width in widths]
    if right:
        rules[1:] = [f"{rule[:-1]}:" for rule in rules[1:]]
    head, *body = rows
    return "\n".join(
        f"| {' | '.join(cell + ' ' * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))} |"
        for row in (head, rules, *body)
    )
