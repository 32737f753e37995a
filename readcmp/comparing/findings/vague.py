"""Deeds of one side of which the other says only that they were talked about."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.annotation.content import TextContent
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.contrary import DEEDS
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.paired import is_joint_agreement
from readcmp.comparing.findings.threats import find_warning
from readcmp.comparing.findings.words import quote_words
from readcmp.model import Point
from readcmp.text import squeeze
from readcmp.vocabulary import BINDING, ActClass, FindingKind, Trait

FIRM = 3
"""From this step of the ladder on an act is more than a polite word."""

NEAR = 0.4
"""What the other side only talked about is the same matter where the match scores this, 0..1."""


def find_vague(case: PairContext) -> Iterator[Candidate]:
    """Find deeds of the side of which all that the other has is a report that they were talked about."""
    small = case.topics_with(Trait.LIGHT, Trait.CEREMONY) - case.quiet
    for own, pairs in case.matches.items():
        point, best = case.points[own], pairs[0]
        if not point.topics or point.quiet or point.topics[0] in small or is_joint_agreement(case, pairs):
            continue
        if best.score < NEAR or not all(_is_report(case, pair.other) for pair in pairs):
            continue
        said = case.contents[point]
        deed, act = _done(point, said.whole), point.act
        does_it = act is not None and act.kind in DEEDS and (act.strength >= FIRM or act.kind in BINDING)
        if act is not None and act.kind == ActClass.WARN:
            does_it = bool(find_warning(case, point))
        firm = does_it and not said.is_talk
        wide = case.contents[best.other].is_general or best.other.placeholder
        states = act is not None and act.kind in (ActClass.ASSERT, ActClass.WISH_OFFER, ActClass.APPROVE)
        plain = states and bool(act and act.term) and wide and not said.whole.is_talk
        if not (deed or firm or plain):
            continue
        words = squeeze(deed or said.act_words)
        agreed = best.other.act is not None and best.other.act.kind in BINDING
        if agreed and point.topics[0] not in best.other.topics:
            continue  # that they go on talking says of this matter nothing at all
        only = "that talks would go on" if agreed else "that it was discussed"
        only = "that they talked" if _tells_nothing(case) else only
        opened = f"{case.ours} says {quote_words(words)}" if words else f"{case.ours} goes into it"
        size = 1.0 if deed else (act.strength if act else 0) / 5
        yield make_paired(
            case, FindingKind.VAGUE, best, f"{opened}; {case.theirs} only {only}", (words or None, None),
            act=size, light=float(not (deed or firm)), doubtful=False,
        )  # fmt: skip


def _done(point: Point, whole: TextContent) -> str:
    """Return the words for a deed in a point, but not of one that it judges: "valued the guidelines signed in May"."""
    text, deed, act = whole.text, whole.deed, point.act
    at = text.find(squeeze(act.term)) if act is not None and act.term else -1
    if not deed or act is None or not 0 <= at < text.find(deed):
        return deed
    aside = text[: text.find(deed)].rstrip().endswith((",", "，"))  # "the tariffs, imposed last year, should go"
    return "" if aside or act.kind in (ActClass.APPROVE, ActClass.CONCERN, ActClass.OPPOSE) else deed


def _tells_nothing(case: PairContext) -> bool:
    """Return whether all that the other side tells is that there was a contact."""
    return all(point.quiet for point in case.other.points)


def _is_report(case: PairContext, point: Point) -> bool:
    """Return whether a point reports no more than that a matter was spoken of, or will be."""
    said = case.contents[point]
    if said.whole.undiscussed:
        return False
    if point.placeholder:
        return True
    if point.quiet:  # that the two spoke at all says of no matter that it was talked about
        return said.whole.is_general or _tells_nothing(case)
    if said.whole.deed or point.act is None or squeeze(point.act.term) not in said.whole.text:
        return False
    if point.act.kind in BINDING:
        return said.is_talk
    return (
        point.act.kind == ActClass.REPORT and said.whole.acts <= {ActClass.REPORT, ActClass.FACT} and said.act_is_talk
    )
