"""Two versions of one account: which sentences were added, removed, moved or reworded, and what a rewording changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from readcmp.annotation.attribution import actor_of
from readcmp.annotation.content import TextContent
from readcmp.annotation.contents import AccountContent
from readcmp.comparing.gaps import find_gaps, find_speech_gaps
from readcmp.comparing.told import Told
from readcmp.comparing.versions.matching import matched, moved
from readcmp.comparing.versions.model import Change, Kind, Sentence, Versions, VersionsComparison
from readcmp.languages.stemming import stem
from readcmp.lexicon import Lexicon
from readcmp.loading.reading import TWIN
from readcmp.model import Comparison, Gap, Point, Side
from readcmp.text import short
from readcmp.vocabulary import GapKind

__all__ = ["Change", "Kind", "Sentence", "Versions", "VersionsComparison", "changes_between", "recognise"]

IN_COMMON = 0.5
"""The share of the longer version's sentences that must be in the other too, reworded or not."""

UNNAMED = ("a", "b")
"""The ids of two readouts that nothing names."""


def recognise(comparison: Comparison, lexicon: Lexicon) -> Comparison:
    """Return a comparison of two versions of one account as such; any other as it is.

    Two readouts are versions of one account where they are of one side, or of none that is known, in one language, and
    have most of their sentences in common.
    """
    if len(comparison.sides) != 2 or not _one_side(*comparison.sides, lexicon):
        return comparison
    old, new = comparison.sides
    versions = changes_between(old, new, lexicon)
    kept = versions.unchanged + len(versions.of(Kind.MOVED)) + len(versions.of(Kind.REWORDED))
    if kept < IN_COMMON * max(len(sentences_of(old)), len(sentences_of(new)), 1):
        return comparison
    values = {name: getattr(comparison, name) for name in comparison.__struct_fields__}
    values |= {
        "sides": (old, _without_note(new, TWIN.format(old.id, new.id))),
        "notes": (*comparison.notes, *_late(old, new)),
    }
    return VersionsComparison(**values, versions=versions)


def _without_note(side: Side, note: str) -> Side:
    """Return a side without a note: that two versions are of one side is no news."""
    notes = tuple(one for one in side.readout.notes if one != note)
    return replace(side, readout=replace(side.readout, notes=notes))


def _late(old: Side, new: Side) -> Iterator[str]:
    """Return a note where the versions seem to be given the wrong way round."""
    dates = (old.readout.date, new.readout.date)
    if dates[0] and dates[1] and dates[0] > dates[1]:
        yield f"the old version is dated {dates[0]}, after the new one ({dates[1]}); give the older file first"


def changes_between(old: Side, new: Side, lexicon: Lexicon) -> Versions:
    """Return what changed from one version to the other. Exchanging them turns each change round."""
    before, after = sentences_of(old), sentences_of(new)
    pairs = matched(before, after)
    elsewhere = moved(pairs, before, after)
    found: list[tuple[tuple[int, int, int], Change]] = []
    for i, j, score in pairs:
        change = _change(before[i], after[j], (i, j) in elsewhere, score, (old, new), lexicon)
        if change is not None:
            found.append(((j, 1, i), change))
    kept = [(i, j) for i, j, _ in pairs if (i, j) not in elsewhere]
    paired_old, paired_new = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    for i, one in enumerate(before):
        if i not in paired_old:
            place = max((j for k, j in kept if k < i), default=-1)
            found.append(((place, 2, i), Change(Kind.REMOVED, one, None)))
    found += [((j, 0, 0), Change(Kind.ADDED, None, one)) for j, one in enumerate(after) if j not in paired_new]
    changes = tuple(change for _, change in sorted(found, key=lambda one: one[0]))
    unchanged = len(pairs) - sum(change.kind in (Kind.MOVED, Kind.REWORDED) for change in changes)
    return Versions(old.id, new.id, changes, unchanged)


def sentences_of(side: Side) -> list[Sentence]:
    """Return the sentences of a side's account."""
    found = []
    for number, (_, same) in enumerate(groupby(side.points, lambda point: point.sentence), start=1):
        points = tuple(same)
        start, end = points[0].start, points[-1].end
        found.append(Sentence(number, start, end, side.readout.text[start:end], points))
    return found


def _one_side(a: Side, b: Side, lexicon: Lexicon) -> bool:
    actors = [actor_of(side.id, "", lexicon) for side in (a, b)]
    base = [side.id.rpartition("-")[0] if side.id.rpartition("-")[2].isdigit() else side.id for side in (a, b)]
    one = actors[0] == actors[1] or base[0] == base[1] or (a.id, b.id) == UNNAMED
    return one and a.readout.language == b.readout.language


def _change(
    one: Sentence, other: Sentence, elsewhere: bool, score: float, sides: tuple[Side, Side], lexicon: Lexicon
) -> Change | None:
    """Return what became of a sentence that both versions have; None for nothing."""
    if score < 1:
        gaps = tuple(dict.fromkeys(_gaps((one, sides[0]), (other, sides[1]), lexicon)))
        return Change(Kind.REWORDED, one, other, elsewhere, score, gaps)
    return Change(Kind.MOVED, one, other, True, score) if elsewhere else None


def _gaps(a: tuple[Sentence, Side], b: tuple[Sentence, Side], lexicon: Lexicon) -> Iterator[Gap]:
    """Find what differs between two sentences as wholes, and point by point who says it and with what verb."""
    ours, theirs = (_told(_whole(sentence), side, lexicon) for sentence, side in (a, b))
    found = [*find_gaps(ours, theirs, lexicon)]
    if len(a[0].points) == len(b[0].points) > 1:
        for p, q in zip(a[0].points, b[0].points, strict=True):
            found += find_speech_gaps(_told(p, a[1], lexicon), _told(q, b[1], lexicon), lexicon)
    if all(gap.kind != "negation" for gap in found):
        found += _negations(ours.content, theirs.content)
    one = min(a[1].id, b[1].id, key=lambda name: (len(name), name))  # both versions are of the one side
    own = {a[1].id: one, b[1].id: one}
    for n, gap in enumerate(found):
        if gap.kind == "speaker":
            found[n] = replace(gap, a=own.get(gap.a or "", gap.a), b=own.get(gap.b or "", gap.b))
    language = short(a[1].readout.language)
    yield from _joined(dict.fromkeys(gap for gap in found if not _is_one_verb(gap, language)))


def _told(point: Point, side: Side, lexicon: Lexicon) -> Told:
    return Told(point, side, TextContent(point.text, side.readout.language, lexicon), AccountContent(side, lexicon))


def _is_one_verb(gap: Gap, language: str) -> bool:
    """Return whether a gap is between two forms of one verb, which a "not" beside it made two acts."""
    stems = [stem((words or "").partition(" ")[0].lower(), language) for words in (gap.a, gap.b)]
    return gap.kind is GapKind.ACT and stems[0] == stems[1]


def _negations(a: TextContent, b: TextContent) -> Iterator[Gap]:
    """Find a "not" that one wording has and the other has not, also where it undoes another: "did not rule out"."""
    ours, theirs = ([found.words for found in text.told_negations] for text in (a, b))
    if len(ours) != len(theirs):
        yield (
            Gap(GapKind.NEGATION, ours[-1], None)
            if len(ours) > len(theirs)
            else Gap(GapKind.NEGATION, None, theirs[-1])
        )


def _joined(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """Return gaps with what one wording has in the place of the other's as one: 300 became 250."""
    by_kind = defaultdict[GapKind, list[Gap]](list)
    for gap in gaps:
        by_kind[gap.kind].append(gap)
    for kind, same in by_kind.items():
        ours, theirs = [gap for gap in same if gap.b is None], [gap for gap in same if gap.a is None]
        if len(same) == 2 and len(ours) == len(theirs) == 1:
            yield Gap(kind, ours[0].a, theirs[0].b, ours[0].id)
        else:
            yield from same


def _whole(sentence: Sentence) -> Point:
    """Return a sentence as one point, with what was found in all of it."""
    points: Sequence[Point] = sentence.points
    hits = tuple(hit for point in points for hit in point.hits)
    shifts = [(point, point.start - sentence.start) for point in points]
    quantities = (replace(q, start=q.start + by, end=q.end + by) for point, by in shifts for q in point.quantities)
    variants = (replace(v, start=v.start + by) for point, by in shifts for v in point.variants)
    return replace(
        points[0],
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        hits=hits,
        quantities=tuple(quantities),
        variants=tuple(variants),
    )
