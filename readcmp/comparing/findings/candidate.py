"""A finding in the making, and what it weighs: parts that add up, by ``weighing.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.headlines import names_topic, write_kicker, write_text
from readcmp.comparing.findings.quotations import quote_points
from readcmp.data import parsed
from readcmp.finding import Finding, Nearest, Reason
from readcmp.model import Point
from readcmp.text import words_worth
from readcmp.vocabulary import FindingKind, Trait

BRIEF = 7
"""A point of fewer words is brief, and often a part of a sentence that says little by itself."""


class Candidate(Struct, frozen=True):
    """A finding before it is ranked. ``parts`` says how much of each part fits, 0..1; ``side`` is silent on it.

    ``marked`` are the words that make the difference, by the side that says them; ``called`` is what the kicker calls
    the kind, where that is not its name.
    """

    kind: FindingKind
    case: PairContext
    points: tuple[Point, ...]
    headline: str
    parts: Mapping[str, float]
    side: str | None = None
    topic: str | None = None
    doubtful: bool = False
    nearest: Nearest | None = None
    marked: tuple[tuple[str, str], ...] = ()
    called: str = ""

    def finding(self, before: int = 0) -> Finding:
        """Return the finding; ``before`` is how many of its kind, side and topic are weightier."""
        because = self._because(before)
        sides = (self.case.side, self.case.other)
        quotes = quote_points(sides, self.points, self.marked)
        headline = self.headline[:1].upper() + self.headline[1:]
        label = self.case.label(self.topic) if names_topic(self.case, self.topic, self.points) else ""
        return Finding(
            kind=self.kind,
            side=self.side,
            weight=_sum(because),
            points=tuple(point.id for point in self.points),
            text=write_text(self.case, label, headline, quotes, silent=bool(self.side) and not self.kind.of_all),
            nearest=self.nearest,
            topic=self.topic,
            between=self.case.between,
            because=because,
            doubtful=self.doubtful,
            kicker=write_kicker(self.case, self.called or self.kind, self.topic, self.points),
            headline=headline,
            quotes=quotes,
            told_by=self._told_by(),
        )

    def again(self, finding: Finding, before: int) -> Finding:
        """Return the candidate's finding as it weighs where so many of its kind, side and topic are weightier."""
        because = self._because(before)
        return replace(finding, because=because, weight=_sum(because))

    def _because(self, before: int) -> tuple[Reason, ...]:
        known = load_weighing()
        because = [Reason(self.kind, known["kinds"][self.kind])]
        parts = {**self.parts, "again": min(before, 3)}
        because += [Reason(name, round(known["parts"][name] * size, 4)) for name, size in parts.items() if size]
        total = sum(reason.weight for reason in because)
        if self.doubtful:
            because.append(Reason("doubtful", round((known["doubtful"] - 1) * total, 4)))
        elif total > 1 or total < 0:
            because.append(Reason("limit", (1.0 if total > 1 else 0.0) - total))
        return tuple(because)

    def _told_by(self) -> tuple[str, ...]:
        """Return the sides that tell what the finding is about, in the order of their ids."""
        if self.side is not None:
            return tuple(side for side in self.case.between if side != self.side)
        told = self.points[:1] if self.kind.first_tells else self.points
        return tuple(sorted({self.case.home[point.id] for point in told}))


def _sum(because: Sequence[Reason]) -> float:
    return round(sum(reason.weight for reason in because), 4)


@cache
def load_weighing() -> Mapping[str, Any]:
    """Return what kinds and parts weigh."""
    found: Mapping[str, Any] = parsed(Path(__file__).parent / "weighing.yaml")
    return found


def measure_substance(case: PairContext, points: Sequence[Point], topic: str | None) -> dict[str, float]:
    """Return the parts that lie in what points say of a topic, wherever they are told: act, size, facts, ceremony."""
    said = [case.contents[point] for point in points]
    told = [f.value for p in points for f in p.quantities if f.kind != "quote"]
    named = [h.id for p in points for h in p.hits if h.kind == "actor"]
    acts = [point.act for point in points if point.act]
    return {
        "figures": float(any(value not in case.figures_there for value in told)),
        "names": float(any(name not in case.names_there for name in named)),
        "act": max((act.strength for act in acts), default=0) / 5,
        "report": float(bool(acts) and all(act.kind == "report" for act in acts)),
        "share": min(1.0, 10 * case.share(points)),
        "light": float(topic in case.light),
        "minor": float(topic in case.topics_with(Trait.MINOR)),
        "unnamed": float(topic is not None and not names_topic(case, topic, points)),
        "thin": float(not any(h.kind == "topic" for p in points for h in p.hits)),
        "brief": float(max(words_worth(p.text) for p in points) < BRIEF),
        "aside": float(all(one.is_aside for one in said)),
        "grave": float(any(one.is_grave for one in said)),
        "ceremony": float(all(one.whole.is_ceremony for one in said)),
        "news": case.news(topic) if topic else 0.0,
    }


def is_empty(case: PairContext, point: Point) -> bool:
    """Whether a point says too little to be a finding: no term of a topic, and a remark or a few words."""
    thin = not any(h.kind == "topic" for h in point.hits)
    return thin and (case.contents[point].is_aside or words_worth(point.text) < BRIEF)
