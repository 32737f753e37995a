"""Whole lines that belong to the page: title, dateline, masthead, menus, footers; and what opens a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache

from readcmp.loading.dates import date_pattern
from readcmp.loading.lines import Line
from readcmp.loading.phrases import any_of, patterns_of, phrases, words_of
from readcmp.loading.publishers import known_side
from readcmp.loading.titles import Kinds, find_title, repeat_title
from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import WORD, capitals, count_words
from readcmp.vocabulary import BoilerplateKind

_CRUMBS = compiled(r"\s[/>»›|→]\s")
_DASH = r"(?:[ ]?[–—]|[ ]--?)[ ]+(?=\S)"
_NOTICES = (BoilerplateKind.FOOTER, BoilerplateKind.MAIL, BoilerplateKind.CAPTION)
"""Kinds of whole sentences, which may run over several lines."""
_WORDS_OF_SENDER = 25
_BARS = compiled(r"\s[|·•]\s|[】\]]\s*[【\[]")
_OF_BARS = (BoilerplateKind.MASTHEAD, BoilerplateKind.MENU)
_WORDS_OF_CONTACT = 6
_LINES_OF_CONTACT = 3
_LEAST_ABOVE = 20
"""Words above a heading such as "Background" that make what is below it no account."""
_MOST_NOTES = 0.8
"""Share of the words above such a heading that may stand below it."""
_LEAST_MENU = 3
"""Lines. Fewer short lines than this at the head or the foot of a page may be anything."""


def find_page(lines: Sequence[Line], text: str, title: str | None, taken: Set[int]) -> Iterator[Boilerplate]:
    """Yield the boilerplate that a page's lines are; lines of the numbers in ``taken`` are known already."""
    kinds: Kinds = dict.fromkeys(taken)
    repeat_title(lines, title, kinds)
    _name_lines(lines, kinds)
    _follow_notices(lines, kinds)
    _follow_contacts(lines, kinds)
    _follow_related(lines, kinds)
    _follow_notes(lines, kinds)
    head, foot = _ends_of_prose(lines, kinds)
    find_title(lines, text, kinds, head)
    _find_menus(lines, kinds, range(head))
    _find_menus(lines, kinds, range(foot, len(lines)))
    for n, kind in kinds.items():
        if kind is not None:
            # lines of one kind that follow each other are one stretch
            end = lines[n + 1].start if kinds.get(n + 1) is kind else lines[n].end
            yield Boilerplate(lines[n].start, end, kind)
    first = next((n for n in range(len(lines)) if n not in kinds), None)
    for n, line in enumerate(lines):
        if n not in kinds and line.opens:
            yield from _openings(line, first=n == first)


def _name_lines(lines: Sequence[Line], kinds: Kinds) -> None:
    """Find lines that are a phrase of a kind, breadcrumbs, or a date and place."""
    introduced = False  # by a colon: the items of a list are the account's, whatever they say
    for n, line in enumerate(lines):
        if line.text.endswith((":", "：")):
            introduced = True
        elif not line.bullet:
            introduced = False
        if n in kinds or (introduced and line.bullet) or not line.opens:
            continue
        kind = _kind_of(line)
        if kind is not None:
            kinds[n] = kind
        if kind is BoilerplateKind.MASTHEAD and line.key in words_of("senders") and n + 1 < len(lines):
            following = lines[n + 1]
            if following.alone and not following.stops and following.words <= _WORDS_OF_SENDER:
                kinds.setdefault(n + 1, BoilerplateKind.MASTHEAD)


def _kind_of(line: Line) -> BoilerplateKind | None:
    """Return the kind of a line that its own words give away."""
    key = line.key
    for kind in _NOTICES:
        if phrases(kind).fit(key):
            return kind
    if not line.closes:
        return None
    tests: tuple[tuple[BoilerplateKind, Callable[[], object]], ...] = (
        (BoilerplateKind.MENU, lambda: line.words <= 16 and phrases(BoilerplateKind.MENU).fit(key)),
        (BoilerplateKind.MENU, lambda: key in words_of("related")),
        (BoilerplateKind.MASTHEAD, lambda: line.words <= 12 and phrases(BoilerplateKind.MASTHEAD).fit(key)),
        (BoilerplateKind.MASTHEAD, lambda: _is_issued(line)),
        (
            BoilerplateKind.MASTHEAD,
            lambda: _is_banner(line) or any(each.fullmatch(line.text) for each in patterns_of("introductions")),
        ),
        (BoilerplateKind.MENU, lambda: _is_crumbs(line)),
        (BoilerplateKind.DATELINE, lambda: _is_dateline(line)),
        (BoilerplateKind.FOOTER, lambda: _contact().fullmatch(line.text)),
        (BoilerplateKind.MASTHEAD, lambda: _is_bar(line)),
    )
    return next((kind for kind, test in tests if test()), None)


def _follow_notices(lines: Sequence[Line], kinds: Kinds) -> None:
    """Count the rest of a wrapped notice or caption as part of what it begins as."""
    for n in [n for n, kind in kinds.items() if kind in _NOTICES]:
        following = n
        while not lines[following].closes and following + 1 < len(lines) and following - n < 4:
            following += 1
            kinds[following] = kinds[n]


def _follow_contacts(lines: Sequence[Line], kinds: Kinds) -> None:
    """Count the name and office above an address or a telephone number at the foot as footer, too."""
    footers = sorted(n for n, kind in kinds.items() if kind is BoilerplateKind.FOOTER)
    first = next((n for n in footers if _contact().fullmatch(lines[n].text)), 0)
    for n in range(first - 1, max(first - 1 - _LINES_OF_CONTACT, 0), -1):
        line = lines[n]
        plain = line.alone and not line.stops and not line.bullet and line.words <= _WORDS_OF_CONTACT
        if n in kinds or line.gap_after or not plain:
            break
        kinds[n] = BoilerplateKind.FOOTER


def _follow_related(lines: Sequence[Line], kinds: Kinds) -> None:
    """Count what follows a heading such as "See also" as menu, up to the next line of prose."""
    for n in [n for n, kind in kinds.items() if kind is BoilerplateKind.MENU and _heads_links(lines[n])]:
        for following in range(n + 1, len(lines)):
            line = lines[following]
            if (line.stops and line.words > 3) or not line.alone or line.words > 25:
                break
            kinds.setdefault(following, BoilerplateKind.MENU)


def _follow_notes(lines: Sequence[Line], kinds: Kinds) -> None:
    """Count what stands below a heading such as "Background" or "Notes to editors", to the end, as footer.

    It does so below the account alone: where the greater part stands below the heading, that may be the account.
    """
    words = 0
    total = sum(line.words for n, line in enumerate(lines) if n not in kinds)
    for n, line in enumerate(lines):
        own = line.alone and not line.bullet and line.key in words_of("notes")
        if own and words >= _LEAST_ABOVE and total - words <= _MOST_NOTES * words:
            kinds.update({k: BoilerplateKind.FOOTER for k in range(n, len(lines)) if k not in kinds})
            return
        words += line.words if n not in kinds else 0


def _heads_links(line: Line) -> bool:
    """Return whether only links can follow a line; "See more" alone is a button as often."""
    return line.key in words_of("related") and not phrases(BoilerplateKind.MENU).fit(line.key)


def _ends_of_prose(lines: Sequence[Line], kinds: Kinds) -> tuple[int, int]:
    """Return the number of the first line of prose and the number after the last; the head and foot lie outside."""
    prose = [n for n, line in enumerate(lines) if n not in kinds and (line.prose or line.bullet)]
    return (prose[0], prose[-1] + 1) if prose else (0, len(lines))


def _find_menus(lines: Sequence[Line], kinds: Kinds, part: range) -> None:
    """Take runs of short lines at the head or the foot for menus; a list after a colon is none."""
    run: list[int] = []
    above = part.start - 1
    introduced = above >= 0 and above not in kinds and lines[above].text.endswith((":", "："))
    for n in [*part, -1]:
        line = lines[n] if n >= 0 else None
        known = n in kinds
        if known:
            introduced = False
        if line is not None and not known and line.text.endswith((":", "：")):
            introduced = True
        plain = line is not None and not known and line.alone and not line.stops and not line.bullet
        if kinds.get(n) is BoilerplateKind.MENU or (plain and not introduced):
            run.append(n)
            continue
        run = run if len(run) >= _LEAST_MENU else [k for k in run if not any(map(str.isalpha, lines[k].text))]
        if run:
            kinds.update(dict.fromkeys(run, BoilerplateKind.MENU))
        run = []


def _is_crumbs(line: Line) -> bool:
    parts = _CRUMBS.split(line.text)
    if len(parts) < 2 or line.stops:
        return False
    at_home = simplified(parts[0]).strip().lower() in words_of("home")
    return at_home or (len(parts) > 2 and all(count_words(part) <= 4 for part in parts))


def _is_issued(line: Line) -> bool:
    """Return whether a line names through whom the text came: "Distributed by ... on ..."."""
    begins = tuple(word + " " for word in words_of("issued"))
    return not line.stops and line.words <= _WORDS_OF_SENDER and line.key.strip("([").startswith(begins)


def _is_bar(line: Line) -> bool:
    """Return whether a line is parts between bars (``|``), one of which a page gives away: "3 May | Press release"."""
    parts = _BARS.split(line.text)
    if not 2 <= len(parts) <= 8 or line.stops or any(count_words(part) > 12 for part in parts):
        return False
    alone = [Line(0, len(part), part.strip(), opens=True, closes=True, gap_after=True) for part in parts]
    return any(_is_issued(part) or any(phrases(kind).fit(part.key) for kind in _OF_BARS) for part in alone)


def _is_banner(line: Line) -> bool:
    """Return whether a line is the name of who runs the site: "Ministry of Foreign Affairs of the Kingdom of ..."."""
    if line.stops or line.words > 14:
        return False
    for office in words_of("banners"):
        if line.key.startswith(office):
            rest = line.key[len(office) :].strip(" ,")
            countries = [rest[match.end() :] for each in patterns_of("banner_of") if (match := each.match(rest))]
            return not rest or any(known_side(country) is not None for country in countries)
    return False


def _is_dateline(line: Line) -> bool:
    """Return whether a line is a date or time with at most a place beside it, or a place where readouts are signed."""
    if line.words > 12:
        return False
    if line.text.strip(" .0123456789").lower() in words_of("places"):
        return True
    rest, count = date_pattern().subn(" ", line.text)
    if not count:
        return False
    if not line.stops and any(line.key.startswith((label + " ", label + ":")) for label in words_of("before_dates")):
        return True
    small = words_of("beside_dates")
    words = [word for word in WORD.findall(rest) if word.lower() not in small]
    if any(word.lower() in words_of("not_beside_dates") for word in words) or (line.stops and words):
        return False
    return len(words) <= 4 and all(word[0].isupper() or word.isdigit() for word in words)


def _openings(line: Line, *, first: bool) -> Iterator[Boilerplate]:
    """Find what stands before a paragraph's first sentence: attribution, agency, place and date."""
    for pattern in patterns_of("openings"):
        match = pattern.match(simplified(line.text))
        if match:
            yield Boilerplate(line.start, line.start + match.end(), BoilerplateKind.MASTHEAD)
            return
    if not first:
        return
    match = _shouted().match(line.text)
    if match and not (match.group("place") and known_side(match.group("place"))):
        yield Boilerplate(line.start, line.start + match.end(), BoilerplateKind.DATELINE)
        return
    match = _from().match(line.text)
    if match and date_pattern().search(match.group("date")):
        yield Boilerplate(line.start, line.start + match.end(), BoilerplateKind.DATELINE)


@cache
def _shouted() -> re.Pattern[str]:
    """Compile a place in capitals before a dash, or before a date and an agency: ``KYIV (Agency) –``."""
    upper = capitals()
    return compiled(
        rf"(?P<place>[{upper}][{upper}.'’\-]{{2,}}(?:[ ][{upper}][{upper}.'’\-]+){{0,2}})"
        rf"(?:,[ ][^\n–—]{{1,40}}?)?(?:[ ]?\((?:[^\W\d_]|[. ]){{2,20}}\))?{_DASH}"
        rf"|[{upper}][{upper}\-]{{2,}}(?:[ ][{upper}\-]{{2,}})?,[ ]\d{{1,2}}[ ][^\W\d_]{{3,9}}\.?"
        r"[ ]?[–—\-/][^\n.]{2,30}[.][ ]"
    )


@cache
def _from() -> re.Pattern[str]:
    """Compile a place and a date before a dash or a colon: ``Geneva, 3 May 2024 –``."""
    name = rf"[{capitals()}][\w.'’\-]+"
    return compiled(rf"{name}(?:[ ]{name}){{0,2}},[ ](?P<date>[^\n–—:]{{3,30}}?)(?:{_DASH}|:[ ]+(?=\S))")


@cache
def _contact() -> re.Pattern[str]:
    """Compile an address or a telephone number with what says so, or initials as of those who drafted a text."""
    return compiled(
        r"(?:[-*•][ ]+)?(?:[^\W\d][^\n:：]{0,40}[:：][ ]{0,2}(?=[(+0]|[\w.+-]{1,60}@))?"
        rf"(?:{any_of('contact')}[.:：]*[ ]*)?"
        r"(?:[\w.+-]{1,60}@[\w.-]{3,80}|\(?\+?\d[\d ()./-]{6,25})|[A-Z]{2,5}(?:/[A-Z\d][A-Z\d.-]{1,9}){1,4}",
        re.IGNORECASE,
    )
