"""Findings are made between two sides at a time; here they become differences between all accounts.

What is told of two versions of one government's account is told once. What one account has and several others lack is
one difference that names these; "only" stays where all others lack it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from readcmp.comparing.findings.words import join_words
from readcmp.finding import Finding
from readcmp.patterns import compiled
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View

_ONLY = compiled(r"(?:Perhaps only|Only) ")
_ONLY_IN = compiled(r"(?i:perhaps )?(?i:only in )[^·]*$")


class Merged(Struct, frozen=True):
    """A finding with its headline and kicker as they hold among all accounts, and the places of the silent sides."""

    finding: Finding
    headline: str
    kicker: str
    silent: tuple[int, ...]


def merge(view: View) -> Iterator[Merged]:
    """Return the findings of a comparison as differences between all accounts, in their order."""
    places = {side.id: n for n, side in enumerate(view.comparison.sides)}
    found = list(_without_repeats(view))
    silent: dict[tuple[object, ...], list[int]] = {}
    for finding in found:
        if finding.side in places:
            silent.setdefault(_key(finding), []).append(places[finding.side])
    told: set[tuple[object, ...]] = set()
    for finding in found:
        key, same = _key(finding), (finding.headline, finding.points)
        if key in told or same in told:
            continue
        told |= {key, same}
        sides = tuple(sorted(set(silent.get(key, []))))
        merged = Merged(finding, safe(finding.headline), safe(finding.kicker), sides)
        yield _named(view, _among_all(view, merged) if sides and len(view.parties) > 2 else merged)


def _key(finding: Finding) -> tuple[object, ...]:
    """Return what is the same of findings that differ in nothing but the silent side."""
    if finding.side is None:
        return (finding.kind, finding.points, finding.headline, finding.between)
    return (finding.kind, finding.points, finding.headline, finding.doubtful)


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


def _among_all(view: View, merged: Merged) -> Merged:
    """Return who lacks what a finding tells, unless all others do: then one account alone has it indeed."""
    party = {n: place for place, found in enumerate(view.parties) for n in found.sides}
    tellers = {party[view.home[point]] for point in merged.finding.points if view.home[point] not in merged.silent}
    lacking = {party[n] for n in merged.silent}
    opening = _ONLY.match(merged.headline)
    if opening is None or tellers | lacking == set(range(len(view.parties))):
        return merged
    rest = merged.headline[opening.end() :]
    perhaps = "perhaps " if opening.group().startswith("Perhaps") else ""
    names = join_words([view.names[view.parties[place].sides[0]] for place in sorted(lacking)])
    headline = f"{rest[:1].upper()}{rest[1:]}; {names} {perhaps}{'do' if len(lacking) > 1 else 'does'} not"
    return replace(merged, headline=headline, kicker=_ONLY_IN.sub(_differs, merged.kicker))


def _differs(kind: re.Match[str]) -> str:
    return "Not in all accounts" if kind.start() == 0 else "not in all accounts"


def _named(view: View, merged: Merged) -> Merged:
    """Call a government by its name where a text says which version of its account is meant."""
    headline, kicker = merged.headline, merged.kicker
    for party in view.parties:
        for n in party.sides if len(party.sides) > 1 else ():
            label = safe(view.comparison.sides[n].readout.label)
            headline, kicker = headline.replace(label, party.name), kicker.replace(label, party.name)
    return replace(merged, headline=headline, kicker=kicker)
