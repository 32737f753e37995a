"""What every output says of two versions: a title, how much changed, and each change with its words marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from rapidfuzz.distance import Indel

from readcmp.comparing.versions import Change, Kind, VersionsComparison
from readcmp.comparing.versions.matching import words_of
from readcmp.model import Gap, Side
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import long_date, plural
from readcmp.text import plain, word_starts
from readcmp.vocabulary import GapKind

Pieces = tuple[tuple[str, bool], ...]
"""The words of a sentence in their order, each stretch with whether the other version lacks it."""

BOTH_WAYS = "→"
WORDING = "the wording alone"


class Block(Struct, frozen=True):
    """A change as it is shown: ``old`` and ``new`` are empty where the version has no such sentence."""

    kind: Kind
    label: str
    old: Pieces
    new: Pieces
    what: str
    old_number: int | None
    new_number: int | None


class VersionsReport(Struct, frozen=True):
    """All that is said of two versions; ``versions`` are their names, the old one first."""

    title: str
    versions: tuple[str, str]
    summary: str
    blocks: tuple[Block, ...]
    language: str


def report_of(comparison: VersionsComparison) -> VersionsReport:
    """Return what is said of two versions, with nothing in it that acts on a terminal."""
    old, new = comparison.sides
    changes = comparison.versions.changes
    given = safe(comparison.event.title or "")
    return VersionsReport(
        title=given or f"Two versions of one account: {safe(old.readout.label)}",
        versions=(_name(old), _name(new)),
        summary=_summary(comparison),
        blocks=(*_title(old, new), *(_block(change, old) for change in changes)),
        language=old.readout.language,
    )


def _name(side: Side) -> str:
    date = long_date(side.readout.date) if side.readout.date else ""
    return ", ".join(filter(None, (safe(side.readout.source), date)))


def _summary(comparison: VersionsComparison) -> str:
    versions = comparison.versions
    if not versions.changes:
        said = "No change but in the title" if any(_title(*comparison.sides)) else "No change"
        return f"{said}: all {plural(versions.unchanged, 'sentence')} are the same."
    counts = [f"{count} {kind}" for kind in Kind if (count := len(versions.of(kind)))]
    return f"Sentences: {', '.join(counts)}; {versions.unchanged} unchanged."


def _title(old: Side, new: Side) -> Iterator[Block]:
    """Return what became of the title, where both versions have one and they differ."""
    titles = [" ".join((side.readout.title or "").split()) for side in (old, new)]
    if all(titles) and titles[0] != titles[1]:
        yield Block(Kind.REWORDED, "title reworded", *marked(*titles), "", None, None)


def _block(change: Change, side: Side) -> Block:
    old, new = change.old, change.new
    numbers = (old.number if old else None, new.number if new else None)
    label = str(change.kind)
    if change.moved:
        place = f"from sentence {numbers[0]} to {numbers[1]}"
        label = f"moved {place}" if change.kind is Kind.MOVED else f"{label} and moved {place}"
    if old and new and change.kind is Kind.REWORDED:
        ours, theirs = marked(old.text, new.text)
        told = [_gap(gap, side) for gap in change.gaps]
        return Block(change.kind, label, ours, theirs, "; ".join(told) or WORDING, *numbers)
    if change.kind is Kind.MOVED and new:
        return Block(change.kind, label, (), ((safe(new.text), False),), "", *numbers)
    whole: list[Pieces] = [((safe(one.text), True),) if one else () for one in (old, new)]
    return Block(change.kind, label, whole[0], whole[1], "", *numbers)


def _gap(gap: Gap, side: Side) -> str:
    ends = [_speaker(end, side) if gap.kind is GapKind.SPEAKER else safe(end or "") for end in (gap.a, gap.b)]
    name = gap.kind.label
    if ends[0] and ends[1]:
        return f"{name}: {ends[0]} {BOTH_WAYS} {ends[1]}"
    return f"{name} added: {ends[1]}" if ends[1] else f"{name} left out: {ends[0]}"


def _speaker(end: str | None, side: Side) -> str:
    """Return who speaks, in words; either version's side is the one side that both are of."""
    if end and end.partition("-")[0] == side.id.partition("-")[0]:
        return safe(side.readout.label)
    return {"both": "both sides", "none": "nobody named"}.get(end or "", "another")


def marked(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return two sentences with the words marked that the other lacks. Exchanging them exchanges what is returned."""
    if old > new:
        theirs, ours = marked(new, old)
        return ours, theirs
    texts = [plain(" ".join(text.split())).text for text in (old, new)]
    words = [words_of(text) for text in texts]
    apart: list[set[int]] = [set(), set()]
    for code in Indel.opcodes(*words):
        if code.tag != "equal":
            apart[0].update(range(code.src_start, code.src_end))
            apart[1].update(range(code.dest_start, code.dest_end))
    ours, theirs = (_pieces(text, ends) for text, ends in zip(texts, apart, strict=True))
    return ours, theirs


def _pieces(text: str, apart: set[int]) -> Pieces:
    starts = [*sorted(word_starts(text)), len(text)]
    found: list[tuple[str, bool]] = [(text[: starts[0]], False)] if starts[0] else []
    for n, (a, b) in enumerate(pairwise(starts)):
        bare = text[a:b].rstrip(" ,.;:!?\"'()")
        for words, mark in ((bare, n in apart), (text[a + len(bare) : b], n in apart and n + 1 in apart)):
            if not words:
                continue
            if found and found[-1][1] == mark:
                found[-1] = (found[-1][0] + words, mark)
            else:
                found.append((words, mark))
    return tuple((_shown(words), mark) for words, mark in found)


def _shown(words: str) -> str:
    """Return words fit to show, with the spaces at their ends."""
    return safe(f"<{words}>")[1:-1]
