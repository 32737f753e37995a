"""Where a clause is split into the matters it lists: items between commas, two heavy phrases joined by ``and``."""

from __future__ import annotations

from itertools import pairwise

from readcmp.segmentation.sentence_tokens import SentenceTokens

_HEAVY = 4
"""Words from which a phrase is heavy enough to tell a matter of its own, where the language sets no other number."""
_WITHIN = 8
"""Words within which two phrases answer each other."""
_DASHES = ("—", "–", "-")


def _heavy(g: SentenceTokens) -> int:
    return g.classes.number("heavy") or _HEAVY


def find_list_boundaries(g: SentenceTokens, start: int, end: int) -> list[int]:
    """Return the tokens from ``start`` up to ``end``, what follows an opener, at which a further matter starts."""
    chunks = _chunks(g, start, end)
    boundaries: set[int] = set()
    run = [0]
    again = _repeated(g, start, chunks)
    for n, (lo, hi) in enumerate(chunks[1:], 1):
        if _aside(g, lo) and (not again or g.preposition(lo) != again):
            run = [n]
            continue
        run.append(n)
        inner = None if _joint(g, lo) else _last_joint(g, lo, hi)
        if not _joint(g, lo) and inner is None:
            continue
        items = [*(chunks[m] for m in run[:-1]), *([(lo, hi)] if inner is None else [(lo, inner), (inner, hi)])]
        aside = run[0] > 0 and _aside(g, chunks[run[0]][0])
        small = aside and not g.of("determiners", items[-1][0] + 1) and not _resumes(g, start, items[-1][0])
        if not _tells_matters(g, items) or small:
            run = run[:1]  # "A, b and c, and D": the small series belongs to A
        elif inner is None or not _goes_on(g, chunks[n + 1 :]):
            boundaries.update(at for at, _ in items[1:] if not g.of("etc", at + _joint(g, at)))
            run = [n]
    if len(run) > 1 and run[0] == 0 and g.classes.opening_endings and _open(g, [chunks[n] for n in run]):
        boundaries.update(chunks[n][0] for n in run[1:])
    for lo, hi in pairwise(sorted({start, *boundaries, *(lo for lo, _ in chunks)} | {end})):
        if lo == start or not _aside(g, lo):
            boundaries.update(_pairs(g, lo, hi, last=lo in boundaries))
    return sorted(boundaries - {start})


def _open(g: SentenceTokens, items: list[tuple[int, int]]) -> bool:
    """Return whether a series tells matters though no joint closes it: cases show what is coordinated."""
    small = min(g.count(lo, hi) for lo, hi in items) < _HEAVY
    return not small and not any(g.name(lo) or g.fixed_pair(lo + 1) for lo, _ in items)


def _repeated(g: SentenceTokens, start: int, chunks: list[tuple[int, int]]) -> str:
    """Return the preposition that opens every item, as in "focused on gas, on uranium, and on the war", or ``""``."""
    opening = {g.preposition(lo + _joint(g, lo)) for lo, _ in chunks[1:]}
    word = next(iter(opening), "")
    if len(opening) != 1 or not word:
        return ""
    if word in (g.preposition(start - 1), g.preposition(start)):
        return word
    reach = range(start, min(start + g.classes.number("repeat_reach"), chunks[0][1]))
    inside = any(g.preposition(i) == word for i in reach)
    closing = (i + _joint(g, i) for i in range(chunks[0][1], chunks[-1][1]) if _joint(g, i))
    return word if inside and any(g.preposition(i) == word for i in closing) else ""


def _resumes(g: SentenceTokens, start: int, i: int) -> bool:
    """Return whether the item at ``i`` opens with the preposition that opens the list: "on aid, which grew, and on"."""
    return g.of("list_prepositions", start - 1) and g.low(i + _joint(g, i)) == g.low(start - 1)


def _chunks(g: SentenceTokens, start: int, end: int) -> list[tuple[int, int]]:
    """Part a stretch at its commas and dashes, but not between two adjectives of one noun."""
    lows = [start]
    for i in range(start + 1, end - 1):
        low = g.lows[i]
        if (low == "," and not g.qualifies(i) and not _year(g, i + 1)) or low in _DASHES:
            lows.append(i + 1)
    return list(pairwise([*lows, end]))


def _year(g: SentenceTokens, i: int) -> bool:
    """Return whether a year stands at ``i`` after a comma, as in a date."""
    return len(g.low(i)) == 4 and g.low(i).isdigit()


def _joint(g: SentenceTokens, i: int) -> int:
    """Return how many words the joint at ``i`` has, ``and`` one and ``as well as`` three; 0 where there is none.

    ``or`` joins what is one matter.
    """
    return g.phrase("joint_phrases", i) or int(g.of("joints", i))


def _goes_on(g: SentenceTokens, chunks: list[tuple[int, int]]) -> bool:
    """Return whether a series goes on to a chunk that closes it: in "A, b and c, and D" the first ``and`` does not."""
    closing = next((n for n, (lo, _) in enumerate(chunks) if _joint(g, lo)), None)
    return closing is not None and not any(_aside(g, lo) for lo, _ in chunks[:closing])


def _last_joint(g: SentenceTokens, lo: int, hi: int) -> int | None:
    """Return the ``and`` that may close a series without a comma: "A, B and C"."""
    for i in range(hi - 2, lo, -1):
        if _joint(g, i):
            head = _head(g, i + _joint(g, i), hi)
            # "the priorities and values of"; where nouns have cases, what follows one tells that it stands alone
            word = g.preposition(lo) if g.classes.number("repeat_reach") else ""
            again = word and word == g.preposition(i + _joint(g, i))
            ends = head == hi or g.of("particles", head)
            alone = g.name(i - 1) and not g.name(i + _joint(g, i))  # "in Idlib and steps to"
            one = head - i - _joint(g, i) < 2 and not (ends or again or alone or g.classes.opening_endings)
            if one or _oblique(g, i) or _one_name(g, i, i + _joint(g, i), head):
                return None
            if _correlated(g, lo, i) or g.qualifies(i):
                return None
            return i
    return None


def _oblique(g: SentenceTokens, joint: int) -> bool:
    """Return whether what follows a joint stands by its case under the preposition before the joint."""
    near = g.any_of("prepositions", joint - 1 - g.classes.number("case_reach"), joint - 1)
    return bool(g.classes.opening_endings) and near and g.adjective(joint + 1) and not g.opens(joint + 1)


def _head(g: SentenceTokens, lo: int, hi: int) -> int:
    """Return the end of the words that a noun phrase has before a preposition or a clause goes on from it."""
    stops = ("prepositions", "subordinators")
    return next((i for i in range(lo, hi) if any(g.of(kind, i) for kind in stops) or not g.word(i)), hi)


def _one_name(g: SentenceTokens, joint: int, lo: int, head: int) -> bool:
    """Return whether the words around a joint are two names, as of two countries, which one matter can have."""
    if not g.name(joint - 1):
        return False
    if g.owned(
        lo
    ):  # "the Republic and Japan's commitment" has two owners, "his vow to Japan and Japan's thanks" two things
        return not any(map(g.owned, range(max(joint - _WITHIN, 0), joint)))
    return g.name(lo) or g.name(head - 1)


def _aside(g: SentenceTokens, i: int) -> bool:
    """Return whether a chunk opens with what no listed matter does: ``which``, ``in light of``, ``both``."""
    if _joint(g, i):
        return False
    at = g.after_adverbs(i)
    if g.of("questions", at):
        return False
    if g.classes.opening_endings and g.adjective(at) and g.of("prepositions", at + 1):
        return True  # a participle: "signed in"
    if g.of("relatives", at):  # an article as well, where no further small word follows it
        return any(g.of(kind, at + 1) for kind in ("prepositions", "pronouns", "adverbs", "determiners"))
    return g.verb(at) or any(g.of(kind, at) for kind in ("subordinators", "prepositions", "correlatives", "asides"))


def _tells_matters(g: SentenceTokens, items: list[tuple[int, int]]) -> bool:
    """Return whether a series tells several matters, not one matter with several names or qualities."""
    bare = [(lo + _joint(g, lo), hi) for lo, hi in items]
    sizes = [g.count(lo, hi) for lo, hi in bare]
    if min(sizes) == 0:
        return False
    if g.adjective_before(items[-1][0]) or any(map(g.ends_as_infinitive, (lo for lo, _ in bare[1:-1]))) > (
        g.ends_as_infinitive(bare[-1][0])
    ):
        return False
    if g.classes.opening_endings and g.of("pointers", bare[-1][0]) and sizes[-1] < _HEAVY:
        return False  # "the UN, the Council and other bodies"
    if len(items) == 2:
        return _second_matter(g, *bare[1])
    # items right after the verb are matters: "discussed trade, energy and Iran", not "arrests in Northland, ..."
    first = sizes[0] > 2
    if first and any(size == 1 for size in sizes[1:]):
        return False
    return not any(g.names(lo, hi) for lo, hi in bare[1:]) or not g.any_of("prepositions", bare[0][0] + 1, bare[0][1])


def _second_matter(g: SentenceTokens, lo: int, hi: int) -> bool:
    """Return whether what follows ``, and`` is a matter, not a second name or verb."""
    if g.count(lo, hi) < 3 or g.names(lo, hi) or g.of("pointers", lo):
        return False
    return not g.infinitive(lo) or g.count(lo, hi) >= _heavy(g)


def _pairs(g: SentenceTokens, lo: int, hi: int, *, last: bool) -> set[int]:
    """Return where ``X and Y`` within one stretch tells two matters: both are whole phrases of some weight.

    ``last`` says that the stretch is an item of a list already, so that a lighter phrase will do.
    """
    boundaries: set[int] = set()
    at = lo + _joint(g, lo)
    for i in range(lo + 1, hi - 1):
        if not _joint(g, i) or g.fixed_pair(i):
            continue
        stop = next((j for j in range(i + 3, hi) if _joint(g, j)), hi)
        if _two_matters(g, (at, i), (i + _joint(g, i), stop), last=last):
            boundaries.add(i)
            at = i + 1
    return boundaries


def _two_matters(g: SentenceTokens, left: tuple[int, int], right: tuple[int, int], *, last: bool) -> bool:
    lo, hi = right
    if _correlated(g, *left) or any(g.of(kind, lo) for kind in ("pointers", "subordinators")) or g.verb(lo):
        return False
    if g.of("possessives", lo) and not any(g.low(i) == g.low(lo) for i in range(*left)):
        return False  # "support for the industry and its impact": one looks back at the other
    if _share_deed(g, left, right):
        return False
    again = g.of("list_prepositions", left[0] - 1) and g.low(lo) == g.low(left[0] - 1)
    least = 2 if again else _heavy(g)  # "spoke of grain and of the drought"
    heavy = g.count(*left) >= least and g.count(lo, hi) >= least
    if g.of("prepositions", lo) or g.infinitive(lo) or g.gerund(lo):
        return heavy and _parallel(g, left, lo)
    return _two_phrases(g, left, right, last=last)


def _correlated(g: SentenceTokens, lo: int, hi: int) -> bool:
    """Return whether a joint at ``hi`` answers a "both" or a "between", not the "both" of "both sides"."""
    return any(g.of("correlatives", i) and not g.of("pairs", i + 1) for i in range(lo, hi))


def _share_deed(g: SentenceTokens, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Return whether two phrases name who shall do one thing: "for envoys of A and the people of B to meet"."""
    deed = next((i for i in range(*right) if g.of("to", i) and g.infinitive(i + 1)), None)
    if deed is None or any(g.of("doers", i) or g.acts(i) for i in range(right[0], deed)):
        return False
    doers = next((i for i in range(left[1] - 1, left[0] - 2, -1) if g.of("doers", i) or g.acts(i)), None)
    return doers is not None and g.of("doers", doers)


def _parallel(g: SentenceTokens, left: tuple[int, int], lo: int) -> bool:
    """Return whether a phrase with a preposition, an infinitive or a gerund in front answers one before it."""
    if g.of("to", lo):
        return g.any_of("to", left[0] - 3, left[1])
    if g.of("prepositions", lo):
        return g.any_of("prepositions", left[0] - 1, left[1]) and not g.adverb(left[1] - 1)
    if g.infinitive(lo):
        shared = next((i for i in range(left[1] - 1, left[0] - 2, -1) if g.of("to", i) or g.of("modals", i)), None)
        return shared is not None and g.count(shared + 1, left[1]) >= _heavy(g)
    return any(map(g.gerund, range(*left))) and g.count(*left) > _heavy(g)


def _two_phrases(g: SentenceTokens, left: tuple[int, int], right: tuple[int, int], *, last: bool) -> bool:
    """Return whether two noun phrases are each complete: not two names, two heads of one ``of``, two adjectives."""
    lo, hi = right
    if _two_themes(g, left, right):
        return True
    head = _head(g, lo, hi)
    if head - lo < 2 or g.names(lo, head) or _one_name(g, left[1], lo, head):
        return False
    if not g.opens(lo) and _leans(g, left, head, last=last):
        return False
    before, after = g.count(*left), g.count(lo, hi)
    modified = g.of("heavy_joints", left[1]) or g.any_of("prepositions", *left) or any(map(g.owned, range(*left)))
    if last:
        return before >= 3 and after >= 2 and (modified or g.of("prepositions", head))
    return before >= _heavy(g) and after >= _heavy(g) and modified


def _two_themes(g: SentenceTokens, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Return whether two names are what was discussed: "discussed Freedonia and the Eastern Strait"."""
    return g.of("discussing", left[0] - 1) and g.names(*left) and g.names(*right)


def _leans(g: SentenceTokens, left: tuple[int, int], head: int, *, last: bool) -> bool:
    """Return whether a phrase without an article shares what stands around the word before it.

    "the complete and final text", "use and open threats of use", "treaties of friendship and mutual assistance",
    "to provide refugee and labor pathways", "strengthening the partnership and allied relations".
    """
    before = left[1] - 1
    if g.adjective_before(left[1]) or g.of("of", head) or g.of("pronouns", before):
        return True
    if g.name(before):
        return False
    if g.of("determiners", before - 1) or g.infinitive(before - 1):
        return True
    if g.any_of("prepositions", before - max(g.classes.number("case_reach"), 1), before):
        return True
    return not last and any(g.acts(i) for i in range(left[0] - 1, before))
