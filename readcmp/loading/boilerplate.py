"""Boilerplate: what stands around an account on its page, found so that it can be left out and be told.

| kind       | what it is                                                                                     |
| ---------- | ---------------------------------------------------------------------------------------------- |
| `title`    | the heading above the text, or a line that repeats the title of the front matter               |
| `dateline` | place, date or time on a line of their own, or before the first sentence (`MOSCOW, July 23 –`) |
| `masthead` | who issues it and to whom: "For Immediate Release", "attributable to Spokesperson ...:"        |
| `menu`     | the page's menus, breadcrumbs, share and print buttons, links to other pages, cookie notices   |
| `footer`   | copyright, licence, source, contact                                                            |
| `rule`     | lines and marks that part or end a text: `###`, `* * *`, `---`                                 |
| `question` | what a journalist asks in a briefing                                                           |
| `label`    | who speaks in a transcript: `Yury Ushakov:`                                                    |
| `bullet`   | the mark before an item of a list                                                              |
| `markup`   | marks of Markdown; the words between them stay                                                 |
| `link`     | a web address                                                                                  |
| `caption`  | what is written below a picture                                                                |
| `mail`     | the headers of a mail, its signature, who is told to keep it secret                            |
| `quoting`  | the marks `>` before lines that a mail quotes                                                  |
| `signature`| who wrote a post, and when: `— Name (@handle) May 3, 2022`                                     |
| `repeat`   | what the account has said in the same words before, as a lead and the text below it do         |

Nothing is dropped: the text stays whole, and every stretch is listed with its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from readcmp.loading.lines import Line, lines_of
from readcmp.loading.mail import read_mail
from readcmp.loading.markup import find_markup
from readcmp.loading.page_lines import find_page
from readcmp.loading.phrases import alternation, any_of, words_of
from readcmp.loading.posts import find_signatures
from readcmp.loading.quoting import blank_out, find_quoting
from readcmp.loading.repeats import find_repeats
from readcmp.loading.transcript import find_speech
from readcmp.model import Boilerplate, Readout
from readcmp.patterns import compiled
from readcmp.vocabulary import BoilerplateKind

_KINDS = tuple(BoilerplateKind)

_RULE = compiled(r"(?<!\S)(?:\\?#{3,}|//END//|(?:\\?[*#][ \t]){2,}\\?[*#]|\*{3,}|_{3,}|={3,})(?!\S)")
_AGENCY = compiled(r"(?:[-–—]{1,2}|[(/])[ ]?[A-Z]{2,8}(?:[-/][A-Z]{2,8}){0,2}[-–—)/]{0,2}")
"""How an agency ends its text: with its letters, behind dashes or between strokes."""
_BULLET = compiled(r"[-*+•▪‣·●◦]\s+")


def find_boilerplate(text: str, title: str | None = None) -> tuple[Boilerplate, ...]:
    """Return the boilerplate of a text, sorted by place, disjoint, none of it empty or white space alone.

    ``title`` is the readout's title where one is known.
    """
    quoting = list(find_quoting(text))
    plain = blank_out(text, quoting)
    lines = lines_of(plain)
    mail = read_mail(plain, lines)
    pieces = [*find_markup(plain), *_bullets(lines), *_rules(plain, lines), *find_speech(plain)]
    pieces += [*mail.pieces, *(signature.piece for signature in find_signatures(plain))]
    pieces += find_page(lines, plain, title or mail.headers.get("subject"), taken=_covered(lines, pieces))
    pieces += find_repeats(plain, lines, taken=_covered(lines, pieces))
    return _disjoint(text, [*pieces, *quoting])


def matter_spans(readout: Readout) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the account itself, between boilerplate, without white space at their ends.

    Marks and addresses that stand inside a sentence do not part a stretch, so one may hold a ``**`` or a URL;
    at the ends of a stretch they are left out.
    """
    text = readout.text
    pieces = [*readout.boilerplate, Boilerplate(len(text), len(text), BoilerplateKind.FOOTER)]
    spans: list[tuple[int, int]] = []
    within: list[Boilerplate] = []
    start = 0
    for piece in pieces:
        if piece.kind.within:
            within.append(piece)
            continue
        span = _trimmed(text, start, piece.start, within)
        if span is not None:
            spans.append(span)
        start, within = piece.end, []
    return tuple(spans)


def _trimmed(text: str, start: int, end: int, within: Sequence[Boilerplate]) -> tuple[int, int] | None:
    """Take white space, marks and addresses off both ends; None where nothing is left."""
    low, high = 0, len(within)
    while True:
        while start < end and text[start].isspace():
            start += 1
        if low < high and within[low].start <= start < within[low].end:
            start, low = within[low].end, low + 1
            continue
        break
    while True:
        while start < end and text[end - 1].isspace():
            end -= 1
        if low < high and within[high - 1].start < end <= within[high - 1].end:
            end, high = within[high - 1].start, high - 1
            continue
        break
    return (start, end) if start < end else None


def _rules(text: str, lines: Sequence[Line]) -> Iterator[Boilerplate]:
    yield from (Boilerplate(*match.span(), BoilerplateKind.RULE) for match in _RULE.finditer(text))
    for line in lines:
        if _rule_line().fullmatch(line.text) or (line.opens and line.closes and _AGENCY.fullmatch(line.text)):
            yield Boilerplate(line.start, line.end, BoilerplateKind.RULE)
        elif line.closes and (match := _end_mark().search(line.text)):
            yield Boilerplate(line.start + match.start("mark"), line.end, BoilerplateKind.RULE)


@cache
def _rule_line() -> re.Pattern[str]:
    """Compile a line that parts or ends a text; journalists end theirs with ``-30-``."""
    ends, left, right = any_of("ends"), r"[-–—*\[(（【]{1,3}", r"[-–—*\])）】]{1,3}"
    return compiled(
        rf"(?:[-–—_=*~.•·■□◆#\\][ \t]*){{3,}}|{left}[ \t]*(?:{ends}|30)[ \t]*{right}|{ends}|[■□◆●]",
        re.IGNORECASE,
    )


@cache
def _end_mark() -> re.Pattern[str]:
    """Compile what says behind a last sentence that the text ends: ``END`` in capitals, ``(ends)``."""
    words = any_of("ends")
    shouted = alternation(word.upper() for word in words_of("ends") if word.upper() != word)
    return compiled(
        r"(?<=[.!?…。！？”\"»])(?:[ \t]+|(?=[（(【\[]))"
        rf"(?P<mark>[-–—(（【\[]{{1,3}}(?i:{words})[-–—)）】\]]{{1,3}}|{shouted})$"
    )


def _bullets(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    for line in lines:
        match = _BULLET.match(line.text)
        if match and line.opens:
            yield Boilerplate(line.start, line.start + match.end(), BoilerplateKind.BULLET)


def _covered(lines: Sequence[Line], pieces: Sequence[Boilerplate]) -> frozenset[int]:
    """Return the numbers of the lines that are one piece of boilerplate from end to end, addresses included."""
    whole = sorted((p.start, p.end) for p in pieces if p.kind not in (BoilerplateKind.MARKUP, BoilerplateKind.QUOTING))
    covered: set[int] = set()
    at, reach = 0, (0, 0)
    for n, line in enumerate(lines):
        while at < len(whole) and whole[at][0] <= line.start:
            reach = max(reach, whole[at], key=lambda span: span[1])
            at += 1
        if reach[0] <= line.start and line.end <= reach[1]:
            covered.add(n)
    return frozenset(covered)


def _disjoint(text: str, pieces: Sequence[Boilerplate]) -> tuple[Boilerplate, ...]:
    """Let each character belong to one piece, the one whose kind comes latest in the vocabulary."""
    owner = bytearray(len(text))
    for piece in sorted(pieces, key=lambda piece: _KINDS.index(piece.kind)):
        owner[piece.start : piece.end] = bytes([_KINDS.index(piece.kind) + 1]) * (piece.end - piece.start)
    found = []
    for match in re.finditer(rb"([^\x00])\1*", owner):
        stretch = text[match.start() : match.end()]
        start = match.start() + len(stretch) - len(stretch.lstrip())
        end = match.start() + len(stretch.rstrip())
        if start < end:
            found.append(Boilerplate(start, end, _KINDS[match.group()[0] - 1]))
    return tuple(found)
