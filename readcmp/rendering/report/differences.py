"""The differences of a report: each finding with its kicker, headline and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.finding import Finding
from readcmp.rendering.report.parts import Difference
from readcmp.rendering.report.quotes import quotes_of
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View


def differences_of(view: View) -> Iterator[Difference]:
    """Return the findings of the comparison as differences, in their order.

    Where governments are compared that have several versions of their accounts, what is told of each version is told
    once, and what sets the versions apart is left to the data formats.
    """
    places = {side.id: n for n, side in enumerate(view.comparison.sides)}
    for finding in _without_repeats(view):
        quoted = any(quote.side == finding.side for quote in finding.quotes)
        yield Difference(
            finding.kind,
            _grouped(view, safe(finding.kicker)),
            _grouped(view, safe(finding.headline)),
            tuple(quotes_of(view, finding)),
            tuple(point for point in finding.points if point in view.points),
            finding.topic,
            None if quoted else places.get(finding.side or ""),
            finding.doubtful,
        )


def _grouped(view: View, text: str) -> str:
    """Call a government by its name where a text says which version of its account is meant."""
    for party in view.parties:
        for n in party.sides if len(party.sides) > 1 else ():
            text = text.replace(safe(view.comparison.sides[n].readout.label), party.name)
    return text


def left_out_of(view: View) -> Iterator[tuple[int, str]]:
    """Return what is no part of the accounts, and remarks on the files, each with the place of its side."""
    for n, side in enumerate(view.comparison.sides):
        texts = [safe(note) for note in side.readout.notes]
        texts += [
            f"{safe(piece.kind)}: {safe(side.readout.text[piece.start : piece.end])}"
            for piece in side.readout.boilerplate
        ]
        extraction = side.readout.extraction
        texts += [f"{safe(piece.kind)}: {safe(piece.text)}" for piece in (extraction.left_out if extraction else ())]
        yield from ((n, text) for text in texts if text)


def _without_repeats(view: View) -> Iterator[Finding]:
    """Leave out findings between versions of one account, and those that another version's passages have made."""
    party = {n: place for place, found in enumerate(view.parties) for n in found.sides}
    places = {side.id: party[n] for n, side in enumerate(view.comparison.sides)}
    same = {(link.a, link.b) for link in view.likely if party[view.home[link.a]] == party[view.home[link.b]]}
    same |= {(b, a) for a, b in same}
    shown: list[Finding] = []
    for finding in view.comparison.findings:
        between = {places[side] for side in finding.between if side in places}
        if len(finding.between) > 1 and len(between) < 2:
            continue
        repeated = any(
            earlier.kind == finding.kind
            and earlier.between != finding.between
            and {places.get(side) for side in earlier.between} == between
            and finding.points
            and all(any(q == p or (p, q) in same for q in earlier.points) for p in finding.points)
            for earlier in shown
        )
        if not repeated:
            shown.append(finding)
            yield finding
