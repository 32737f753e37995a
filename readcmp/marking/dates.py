"""The dates of a text in ISO 8601, as far as they are said, in whichever order and language they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from readcmp.lexicon import reading
from readcmp.marking.numbers import alternative, listed

ISO = re.compile(r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])")
DOTTED = re.compile(r"(?<![\w.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\w)")
"""Day, month, year: how all languages but English mean it."""

Found = tuple[str, int, int]


def dates(text: str, language: str, year: int | None = None) -> Iterator[Found]:
    """Give each date with its offsets; ``language`` is an ISO 639-1 code, ``year`` completes dates without one."""
    data = reading.read(f"figures.{language}")
    numeric = [ISO] if data.get("decimal", ".") == "." else [ISO, DOTTED]
    for match in (m for pattern in numeric for m in pattern.finditer(text)):
        if 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
            yield _iso(match["y"], int(match["m"]), match["d"]), *match.span()
    if "year" in data:
        yield from _by_signs(text, data, year)
    if "months" in data:
        yield from _by_names(text, language, year)


def _by_signs(text: str, data: Mapping[str, str], year: int | None) -> Iterator[Found]:
    """Dates whose numbers are each followed by a sign: 2020年7月23日."""
    day = alternative(listed(data, "day"))
    pattern = (
        rf"(?<!\d)(?:(?P<y>(?:19|20)\d\d){data['year']})?(?P<m>\d{{1,2}}){data['month']}"
        rf"(?:(?P<d>\d{{1,2}})(?:{day}))?|(?<!\d)(?P<alone>(?:19|20)\d\d){data['year']}"
    )
    for match in re.finditer(pattern, text):
        if match["alone"]:
            yield match["alone"], *match.span()
        elif 1 <= int(match["m"]) <= 12:
            yield _iso(match["y"] or year, int(match["m"]), match["d"]), *match.span()


def _by_names(text: str, language: str, year: int | None) -> Iterator[Found]:
    months, pattern = _named(language)
    for match in pattern.finditer(text):
        groups = match.groupdict()
        month = months[(groups.get("m1") or groups["m2"] or groups["m3"]).lower()]
        day = groups.get("d1") or groups["d2"]
        if day and not 1 <= int(day) <= 31:
            continue
        said = groups.get("y1") or groups["y2"] or groups["y3"]
        yield _iso(said or year, month, day), *match.span()


@lru_cache
def _named(language: str) -> tuple[Mapping[str, int], re.Pattern[str]]:
    data = reading.read(f"figures.{language}")
    names = {name: n for n, group in enumerate(data["months"].split(","), 1) for name in group.split()}
    every = "|".join(_cased(name.rstrip(".")) for name in sorted(names, key=len, reverse=True))
    full = "|".join(_cased(name) for name in sorted(names, key=len, reverse=True) if not name.endswith("."))
    mark = alternative(listed(data, "day"))
    end = rf"(?:{mark})?(?:\s*[-–]\s*\d{{1,2}}(?:{mark})?)?"
    of = rf"(?:(?:{alternative(listed(data, 'of'))})\s+)*"
    year = rf"(?:,?\s+{of}(?P<y{{}}>(?:19|20)\d\d)\b)"
    first = rf"|\b(?P<m1>{every})\.?\s+{of}(?P<d1>\d{{1,2}}){end}(?![\w:%])(?!,\d){year.format(1)}?"
    return {name.rstrip(".").lower(): n for name, n in names.items()}, re.compile(
        rf"\b(?P<d2>\d{{1,2}}){end}\s+{of}(?P<m2>{every})\b{year.format(2)}?"
        rf"{first if data.get('month first') else ''}"
        rf"|\b(?P<m3>{full})\b{year.format(3)}",
    )


def _cased(name: str) -> str:
    """Give the pattern of a month: as written if with a capital, else in either case."""
    return name if name[0].isupper() else f"[{name[0].upper()}{name[0]}]{name[1:]}"


def _iso(year: str | int | None, month: int, day: str | None) -> str:
    head = f"{year}-{month:02}" if year else f"--{month:02}"
    return f"{head}-{int(day):02}" if day else head
