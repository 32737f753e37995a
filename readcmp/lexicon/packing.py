"""Terms by their first word; those that ship as plain text, which is read fast, as few of them are ever looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from readcmp.lexicon.entries import Term
from readcmp.lexicon.terms import first_key

Rows = tuple[int, Mapping[str, Sequence[Term] | str]]
"""How many terms there are, and those that begin with a key word."""

_PART, _END = "\t", "\n"
"""What stands between the parts of a term, and between terms; no term that ships has them."""


def grouped(terms: Iterable[Term], forms: Callable[[str], Iterable[str]] | None) -> Rows:
    """Return terms by first key words; ``forms`` gives the forms of such a word, each of which may stand for it."""
    rows = defaultdict[str, list[Term]](list)
    for term in terms:
        rows[first_key(term.pattern or term.text)].append(term)
    size = sum(map(len, rows.values()))
    if forms is not None:
        for first, same in list(rows.items()):
            for form in forms(first):
                if form != first:
                    rows[form] = [*rows.get(form, ()), *same]
    return size, rows


def packed(grouped: Rows) -> Rows:
    """Return the same with text for terms."""
    size, rows = grouped
    return size, {first: _END.join(map(_row, unpacked(same))) for first, same in rows.items()}


def unpacked(rows: Sequence[Term] | str) -> Sequence[Term]:
    """Return the terms of one key word."""
    if not isinstance(rows, str):
        return rows
    found = []
    for row in rows.split(_END):
        entry, text, traits, pattern = row.split(_PART)
        found.append(Term(entry, text, "w" in traits, "n" in traits, "u" in traits, pattern))
    return found


def _row(term: Term) -> str:
    traits = "w" * term.weak + "n" * term.neutral + "u" * term.unless
    return _PART.join((term.id, term.text, traits, term.pattern))
