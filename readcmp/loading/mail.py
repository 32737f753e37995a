"""Mails: header lines, what introduces a quoted mail, signatures; and what the headers say of the account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct, field

from readcmp.loading.lines import Line
from readcmp.loading.phrases import any_of, headed, patterns_of, phrases, words_of
from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.vocabulary import BoilerplateKind

_HEADER = compiled(r"(?P<key>[^\W\d_][\w -]{0,24}?)[ \u00a0]{0,2}[:：][ \t\u00a0]*+(?P<value>.*)")
_ADDRESS_OR_TIME = compiled(r"@\w|\d{1,2}:\d{2}")
_NOTICES = (BoilerplateKind.MAIL, BoilerplateKind.FOOTER)
_LONGEST_SIGNATURE = 15
"""Lines."""
_WORDS_OF_SIGNATURE = 12


class Mail(Struct):
    """What of a text is a mail's own (kind ``mail``; a subject is a ``title``), and its headers by their meaning."""

    pieces: list[Boilerplate] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


class _Header(Struct):
    meaning: str
    first: int
    last: int
    start: int


def read_mail(text: str, lines: Sequence[Line]) -> Mail:
    """Return the mail parts of a text.

    Where a mail was forwarded there are several sets of headers: the first subject counts, and the last sender and
    date, which are those of the account.
    """
    mail = Mail()
    n = 0
    while n < len(lines):
        headers = _headers(text, lines, n)
        for header in headers if _are_headers(headers) else ():
            _take(mail, header, text, lines)
        if not headers and introduces(lines[n].text):
            mail.pieces.append(Boilerplate(lines[n].start, lines[n].end, BoilerplateKind.MAIL))
        n = headers[-1].last + 1 if headers else n + 1
    mail.pieces += _signature(lines)
    return mail


def _headers(text: str, lines: Sequence[Line], n: int) -> list[_Header]:
    """Return the lines from line ``n`` on that have the form of a header."""
    found: list[_Header] = []
    while n < len(lines):
        match = _HEADER.fullmatch(lines[n].text)
        meaning = _meanings().get(match.group("key").lower()) if match else None
        if match and meaning:
            found.append(_Header(meaning, n, n, lines[n].start + match.start("value")))
        elif found and not lines[n - 1].gap_after and text[lines[n].start - 1] in " \t":
            found[-1].last = n  # a long value goes on in an indented line
        else:
            break
        n += 1
    return found


def _are_headers(found: Sequence[_Header]) -> bool:
    """Whether lines are those of a mail: of two meanings at least, or a subject at the very head."""
    meanings = {header.meaning for header in found}
    if len(meanings) > 1:
        return not meanings.isdisjoint({"from", "subject"})
    return meanings == {"subject"} and found[0].first == 0


def _take(mail: Mail, header: _Header, text: str, lines: Sequence[Line]) -> None:
    end = lines[header.last].end
    mail.pieces.append(Boilerplate(lines[header.first].start, end, BoilerplateKind.MAIL))
    start = header.start
    if header.meaning == "subject":
        reply = reply_pattern().match(text, start, end)
        start = reply.end() if reply else start
        if any(map(str.isalnum, text[start:end])):
            mail.pieces.append(Boilerplate(start, end, BoilerplateKind.TITLE))
    value = " ".join(text[start:end].split())
    if value and not (header.meaning == "subject" and "subject" in mail.headers):
        mail.headers[header.meaning] = value


def introduces(line: str) -> bool:
    """Whether a line says who wrote, and when, what is quoted below it."""
    return _wrote().fullmatch(line) is not None and _ADDRESS_OR_TIME.search(line) is not None


def _signature(lines: Sequence[Line]) -> list[Boilerplate]:
    """Return the signature: a line ``--`` or a closing, and all below it where that is short lines and notices."""
    closings = words_of("closings")
    at = next((n for n, line in enumerate(lines) if line.text.lower().strip(",. ") in closings), None)
    if at is None or len(lines) - at > _LONGEST_SIGNATURE:
        return []
    notice = False
    for line in lines[at + 1 :]:
        notice = (notice and not line.opens) or any(phrases(kind).fit(line.key) for kind in _NOTICES)
        if line.words > _WORDS_OF_SIGNATURE and not notice:
            return []
    return [Boilerplate(lines[at].start, lines[-1].end, BoilerplateKind.MAIL)]


@cache
def reply_pattern() -> re.Pattern[str]:
    """Compile what mail programs put before the subject of an answer or of what is sent on."""
    return compiled(rf"(?:{any_of('replies', 'forwards')}[ ]?[:：]\s*)+", re.IGNORECASE)


@cache
def _wrote() -> re.Pattern[str]:
    verbs = "|".join(each.pattern for each in patterns_of("wrote"))
    return compiled(rf"[^\n]{{4,200}}?(?:{verbs})[ \u00a0]?[:：]")


@cache
def _meanings() -> dict[str, str]:
    return {name: meaning for meaning, names in headed("mail_headers").items() for name in names}
