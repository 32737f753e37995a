"""The heading above an account: which line or lines it is, and what stands above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from readcmp.languages import known, load
from readcmp.loading.language import function_words
from readcmp.loading.lines import Line
from readcmp.loading.phrases import words_of
from readcmp.patterns import compiled
from readcmp.text import WORD, count_words, squeeze, unspaced
from readcmp.vocabulary import BoilerplateKind

Kinds = dict[int, BoilerplateKind | None]
"""What the lines of a page are, by their numbers; None for what is known already. The others are the account's."""

_LONGEST = 30
"""Words of a title."""
_BANNER = 6
"""Words of a site's name or section above the title."""
_SENTENCE_END = compiled(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]{4,})[.!?…]+[\"”’»)]*\s++(?=\W*+(?P<next>[^\W\d_]))|[。！？](?=.)"
)
_QUOTED = compiled(r"[\"“„«‘「『](?P<words>[^\"”“«»’」』]{1,600})")
_NAME_LENGTH = 4
_RETOLD = 0.5


def repeat_title(lines: Sequence[Line], title: str | None, kinds: Kinds) -> None:
    """Find the known title on a line, or on two or three where it is wrapped."""
    wanted = _bare(title or "")
    if not wanted:
        return
    for n, line in enumerate(lines):
        if n in kinds or not wanted.startswith(_bare(line.text)[: len(wanted)] or "\n"):
            continue
        for count in (1, 2, 3):
            block = lines[n : n + count]
            if _bare(" ".join(each.text for each in block)) == wanted and block[0].opens and block[-1].closes:
                kinds.update(dict.fromkeys(range(n, n + len(block)), BoilerplateKind.TITLE))
                break


def find_title(lines: Sequence[Line], text: str, kinds: Kinds, head: int) -> None:
    """Take as title the last line before the text, or a first paragraph that does not end as a sentence does.

    ``head`` is the number of the first line of prose. Short lines above the title name the site or its sections.
    """
    if BoilerplateKind.TITLE not in kinds.values():
        kinds.update(dict.fromkeys(_title_lines(lines, text, kinds, head), BoilerplateKind.TITLE))
    top = min((n for n, kind in kinds.items() if kind is BoilerplateKind.TITLE), default=0)
    for n in range(top):
        line = lines[n]
        plain = line.alone and not line.stops and not line.bullet and not _unfinished(line.text)
        if n not in kinds and plain and line.words <= _BANNER:
            kinds[n] = BoilerplateKind.MENU


def _title_lines(lines: Sequence[Line], text: str, kinds: Kinds, head: int) -> Sequence[int]:
    """Return the lines of the title: a long one just above the text, else the last short one."""
    found = _first_paragraph(lines, text, kinds, head)
    if found:
        return found
    free = [n for n in range(head) if n not in kinds and lines[n].words > 1 and not lines[n].stops]
    free = [n for n in free if lines[n].words > 2] or free[:1]  # two words alone may be a section's name
    if not free or not lines[free[-1]].alone:
        return ()
    found = range(free[-1], free[-1] + 1)
    return found if _may_be_title(text, lines, found) else ()


def _first_paragraph(lines: Sequence[Line], text: str, kinds: Kinds, n: int) -> Sequence[int]:
    """Return the lines of the first paragraph, from line ``n`` on, if it can be a heading."""
    if n >= len(lines) or n in kinds or not lines[n].opens or lines[n].bullet:
        return ()
    early = _breaks_early(lines, n)
    last = n if lines[n].gap_after or n + 1 in kinds or early else n + 1
    if last + 1 >= len(lines) or lines[last].stops or not (lines[last].gap_after or last + 1 in kinds or early):
        return ()
    found = range(n, last + 1)
    block = text[lines[n].start : lines[last].end]
    long_enough = len(text) - lines[last].end > len(block) / 2
    return found if count_words(block) <= _LONGEST and long_enough and _may_be_title(text, lines, found) else ()


def _breaks_early(lines: Sequence[Line], n: int) -> bool:
    """Whether a line ends although the next word had room on it, so that no program can have wrapped it there."""
    if not lines[n].alone or n + 1 >= len(lines):
        return False
    following = lines[n + 1].text
    room = max(len(line.text) for line in lines) - len(lines[n].text)
    return following[:1].isupper() and len(following.split(None, 1)[0]) < room and lines[n + 1].prose


def _may_be_title(text: str, lines: Sequence[Line], found: range) -> bool:
    """Whether lines can be a heading: not two sentences, no quotation, no telling that the text does not repeat."""
    block = text[lines[found[0]].start : lines[found[-1]].end]
    if _unfinished(block) or _goes_on(text[lines[found[-1]].end :]):
        return False
    if any(_ends(match) for match in _SENTENCE_END.finditer(block)):
        return False
    quoted = _QUOTED.match(block)
    if quoted and count_words(quoted.group("words")) >= _NAME_LENGTH and 2 * quoted.end() > len(block):
        return False
    words = [word.lower() for word in WORD.findall(block)]
    if unspaced(block) or not _tells(words):
        return True
    rest = text[lines[found[-1]].end :][: 3 * len(block)]
    names = {word for word in words if len(word) >= _NAME_LENGTH}
    return len(names & {word.lower() for word in WORD.findall(rest)}) >= _RETOLD * len(names)


def _ends(match: re.Match[str]) -> bool:
    """Whether a sentence ends at a full stop: a capital follows, and no abbreviation stands before."""
    word, following = match["word"], match["next"]
    return not word or not (following.islower() or word.lower() in _abbreviations())


@cache
def _abbreviations() -> frozenset[str]:
    """Return the abbreviations of all languages, in lower case and without full stops."""
    return frozenset(term.strip() for code in known() for term in load(code).words.abbreviations.split(","))


def _unfinished(line: str) -> bool:
    """Whether a line ends as no heading does: with a comma, or with a word such as "and" or "the"."""
    return line.endswith((",", "，", "、", ";", "；")) or line.rsplit(maxsplit=1)[-1] in function_words()


def _goes_on(rest: str) -> bool:
    """Whether what follows begins with a small letter, as the rest of a sentence does."""
    return next((c for c in rest if c.isalnum()), "").islower()


def _tells(words: Sequence[str]) -> bool:
    """Whether one of the words is a past tense of what is done in a contact, and no participle as in "held in May"."""
    told, either, prepositions = (words_of(key) for key in ("told", "told_or_done", "after_participles"))
    return any(word in told or (word in either and after not in prepositions) for word, after in pairwise([*words, ""]))


def _bare(text: str) -> str:
    """Return a text as titles are compared: words alone, in lower case."""
    return " ".join(WORD.findall(squeeze(text).lower()))
