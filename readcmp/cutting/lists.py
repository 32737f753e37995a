"""Where a clause is cut into the matters it lists: items between commas, two heavy phrases joined by ``and``."""

from __future__ import annotations

from itertools import pairwise

from readcmp.cutting.grammar import Grammar

_HEAVY = 4
"""Words from which a phrase is heavy enough to tell a matter of its own."""
_DASHES = ("—", "–", "-")


def list_cuts(g: Grammar, start: int, end: int) -> list[int]:
    """Give the tokens from ``start`` up to ``end``, what follows an opener, at which a further matter starts."""
    chunks = _chunks(g, start, end)
    cuts: set[int] = set()
    run = [0]
    for n, (lo, hi) in enumerate(chunks[1:], 1):
        if _aside(g, lo):
            run = [n]
            continue
        run.append(n)
        inner = None if _joint(g, lo) else _last_joint(g, lo, hi)
        if not _joint(g, lo) and inner is None:
            continue
        items = [*(chunks[m] for m in run[:-1]), *([(lo, hi)] if inner is None else [(lo, inner), (inner, hi)])]
        aside = n > 0 and run[0] > 0 and _aside(g, chunks[run[0]][0])
        if _tells_matters(g, items) and not (aside and not g.of("determiners", items[-1][0] + 1)):
            cuts.update(at for at, _ in items[1:])
            run = [n]
        elif n + 1 < len(chunks) and _joint(g, chunks[n + 1][0]):
            run = run[:1]  # "A, b and c, and D": the small series belongs to A
    for lo, hi in pairwise(sorted({start, *cuts, *(lo for lo, _ in chunks)} | {end})):
        if lo == start or not _aside(g, lo):
            cuts.update(_pairs(g, lo, hi, last=lo in cuts))
    return sorted(cuts - {start})


def _chunks(g: Grammar, start: int, end: int) -> list[tuple[int, int]]:
    """Part a stretch at its commas and dashes, but not between two adjectives of one noun."""
    lows = [start]
    for i in range(start + 1, end - 1):
        if (g.low(i) == "," and not g.adjective(i - 1) and not _year(g, i + 1)) or g.low(i) in _DASHES:
            lows.append(i + 1)
    return list(pairwise([*lows, end]))


def _year(g: Grammar, i: int) -> bool:
    """Say whether a year stands at ``i`` after a comma, as in a date."""
    return len(g.low(i)) == 4 and g.low(i).isdigit()


def _joint(g: Grammar, i: int) -> int:
    """Give how many words the joint at ``i`` has, ``and`` one and ``as well as`` three; 0 where there is none.

    ``or`` joins what is one matter.
    """
    if [g.low(j) for j in (i, i + 1, i + 2)] == ["as", "well", "as"]:
        return 3
    return int(g.low(i) == "and")


def _last_joint(g: Grammar, lo: int, hi: int) -> int | None:
    return next((i for i in range(hi - 2, lo, -1) if _joint(g, i)), None)


def _aside(g: Grammar, i: int) -> bool:
    """Say whether a chunk opens with what no listed matter does: ``which``, ``in light of``, ``both``."""
    if _joint(g, i):
        return False
    at = g.after_adverbs(i)
    if g.of("questions", at):
        return False
    return any(g.of(kind, at) for kind in ("subordinators", "prepositions", "correlatives", "asides"))


def _tells_matters(g: Grammar, items: list[tuple[int, int]]) -> bool:
    """Say whether a series tells several matters, not one matter with several names or qualities."""
    bare = [(lo + _joint(g, lo), hi) for lo, hi in items]
    sizes = [g.count(lo, hi) for lo, hi in bare]
    if min(sizes) == 0:
        return False
    if g.adjective_before(items[-1][0]):
        return False
    if len(items) == 2:
        return _second_matter(g, *bare[1])
    first = sizes[0] > 2  # one-word items right after the verb are matters: "discussed trade, energy and Iran"
    if first and any(size == 1 for size in sizes[1:]):
        return False
    return not any(g.names(lo, hi) for lo, hi in bare[1:]) or not first


def _second_matter(g: Grammar, lo: int, hi: int) -> bool:
    """Say whether what follows ``, and`` is a matter, not a second name or verb."""
    if g.count(lo, hi) < 3 or g.names(lo, hi):
        return False
    return not g.infinitive(lo) or g.count(lo, hi) >= _HEAVY


def _pairs(g: Grammar, lo: int, hi: int, *, last: bool) -> set[int]:
    """Give where ``X and Y`` within one stretch tells two matters: both are whole phrases of some weight.

    ``last`` says that the stretch is an item of a list already, so that a lighter phrase will do.
    """
    cuts: set[int] = set()
    at = lo + _joint(g, lo)
    for i in range(lo + 1, hi - 1):
        if not _joint(g, i) or g.fixed_pair(i):
            continue
        stop = next((j for j in range(i + 3, hi) if _joint(g, j)), hi)
        if _two_matters(g, (at, i), (i + _joint(g, i), stop), last=last):
            cuts.add(i)
            at = i + 1
    return cuts


def _two_matters(g: Grammar, left: tuple[int, int], right: tuple[int, int], *, last: bool) -> bool:
    lo, hi = right
    if g.any_of("correlatives", *left) or g.of("possessives", lo) or g.verb(lo) or g.of("subordinators", lo):
        return False
    before, after = g.count(*left), g.count(lo, hi)
    if g.low(lo) == "to":
        return before >= _HEAVY and after >= _HEAVY and any(g.low(i) == "to" for i in range(left[0] - 1, left[1]))
    if g.of("prepositions", lo):
        return before >= _HEAVY and after >= _HEAVY and g.any_of("prepositions", left[0] - 1, left[1])
    if g.infinitive(lo):
        shared = next((i for i in range(left[1] - 1, left[0] - 2, -1) if g.low(i) == "to" or g.of("modals", i)), None)
        return shared is not None and g.count(shared + 1, left[1]) >= _HEAVY and after >= _HEAVY
    if g.low(lo).endswith("ing") and not g.of("determiners", lo):
        gerund = any(g.low(i).endswith("ing") and not g.of("determiners", i) for i in range(*left))
        return gerund and before > _HEAVY and after >= _HEAVY
    return _two_phrases(g, left, right, last=last)


def _two_phrases(g: Grammar, left: tuple[int, int], right: tuple[int, int], *, last: bool) -> bool:
    """Say whether two noun phrases are each complete: not two names, two heads of one ``of``, two adjectives."""
    lo, hi = right
    if g.adjective_before(left[1]):
        return False
    head = next((i for i in range(lo, hi) if g.of("prepositions", i) or g.of("subordinators", i) or not g.word(i)), hi)
    owned = g.low(lo).endswith(("'s", "s'"))
    named = g.tokens[left[1] - 1].is_name and (g.tokens[lo].is_name or g.tokens[head - 1].is_name) and not owned
    bare = not owned and not g.of("determiners", lo) and not g.tokens[left[1] - 1].is_name
    if bare and (g.of("prepositions", left[1] - 2) or (g.of("articles", left[1] - 2) and g.adjective(lo))):
        return False  # "treaties of friendship and mutual assistance", "the complete and final text"
    shared = g.low(head) == "of" and not owned and not g.of("determiners", lo)  # "use and open threats of use"
    if named or shared or g.names(lo, head) or head - lo < 2:
        return False
    before, after = g.count(*left), g.count(lo, hi)
    if last:
        return before >= 3 and after >= 2
    modified = g.any_of("prepositions", *left) or any(g.low(i).endswith(("'s", "s'")) for i in range(*left))
    return before >= _HEAVY and after >= _HEAVY and modified
