"""What is in both accounts, what possibly is, and what is in one alone: passage by passage, under topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.escape import begun, escape, piece, strong
from readcmp.rendering.marked_passage import MARK, Words
from readcmp.rendering.report import Report
from readcmp.rendering.report.passages import Match, Passage
from readcmp.rendering.wording import DIFFERS, LIKELY_MATCHES, NO_MATCHES, WEAK_MATCHES

LEGEND = f"{LIKELY_MATCHES}, with the chance that it is right; **bold**: {DIFFERS}."


def both(report: Report, numbers: Iterator[int]) -> Iterator[str]:
    """Return the matches in rows under their topics, numbered so that people can refer to them."""
    found = report.both
    yield f"## {found.heading}"
    if not found.matters:
        yield NO_MATCHES
        return
    yield LEGEND
    for matter in found.matters:
        shares = ", ".join(matter.shares)
        yield f"### {escape(f'{matter.label} ({shares})' if shares else matter.label)}"
        yield joined(_row(report, match, next(numbers)) for match in matter.matches)
    yield found.rest


def possible(report: Report, numbers: Iterator[int]) -> Iterator[str]:
    """Return the weak matches, the likeliest first, for a second look."""
    found = report.possible
    if found.matters:
        yield f"## {found.heading}"
        yield WEAK_MATCHES
        yield joined(_row(report, match, next(numbers), faint=True) for m in found.matters for match in m.matches)
        yield found.rest


def only(report: Report) -> Iterator[str]:
    """Return, for each side, the passages that no other side has, with the closest that there is."""
    for found in report.only:
        yield f"## {escape(found.heading)}"
        yield escape(f"{found.remark}.")
        for topic, passages in found.groups:
            yield f"### {escape(topic)}"
            yield "\n".join(_alone(passages))
        yield escape(found.notes)


def written(words: Iterable[Words]) -> str:
    """Return a passage's words, what differs in bold, fit to begin a line."""
    return begun("".join(strong(text) if what == MARK else piece(text) for text, what in words))


def _row(report: Report, match: Match, number: int, *, faint: bool = False) -> str:
    """Return the passages that belong together, the first as the item's own line and the others in it, and why."""
    lines = []
    first = next(n for n, passages in enumerate(match.sides) if passages)
    for n, passages in enumerate(match.sides):
        tag = f"**{escape(report.view.tags[n])}**"
        for passage in passages:
            mark = "" if n == first or not passage.mark else f"{passage.mark} "
            words = ((text, "" if faint else what) for text, what in passage.words)
            lines.append(f"{mark}{tag} {written(words)}")
        if match.absent[n]:
            lines.append(f"{tag} {match.absent[n]}")
    lines.append(_why(match))
    lines += [f"*{escape(one.name)}:* {escape(one.text)}" for one in match.beyond]
    return items(lines, number=number)


def _why(match: Match) -> str:
    """Describe how sure a match is, what made it, and what differs without showing in the words."""
    parts = [", ".join(match.reasons), *match.apart]
    return " ".join(filter(None, (f"*{match.scores}*", escape("; ".join(filter(None, parts))))))


def _alone(passages: Sequence[Passage]) -> Iterator[str]:
    for passage in passages:
        yield f"- {written(passage.words)}"
        for one in passage.closest:
            yield f"  - *{escape(one.name)}:* {escape(one.text)}"
