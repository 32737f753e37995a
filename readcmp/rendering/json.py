"""The comparison as JSON: the contract ``readcmp.comparison/2`` that scripts depend on.

Within version 2 names never change; fields may be added. ``comparison.schema.json`` beside this file says
exactly what is printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readcmp.extraction import Extraction
from readcmp.finding import Finding, Nearest, Quote
from readcmp.model import Comparison, Emphasis, Evidence, Gap, Link, Point, Side, Topic
from readcmp.rendering.safe import BIDI_CONTROLS
from readcmp.rendering.wording import LIKELY, SURE
from readcmp.text import count_words
from readcmp.version import VERSION

_ACTING = "\x7f-\x9f\u2028\u2029" + "".join(sorted(BIDI_CONTROLS))
SCHEMA = "readcmp.comparison/2"


def render_json(comparison: Comparison) -> str:
    """Return the comparison as one JSON object, in UTF-8 text with a line break at its end."""
    return tame(json.dumps(to_dict(comparison), ensure_ascii=False, indent=1)) + "\n"


def render_jsonl(comparison: Comparison) -> str:
    """Return the comparison as one line of JSON Lines, so that the lines of many contacts make one file."""
    return json_line(to_dict(comparison))


def json_line(data: Mapping[str, Any]) -> str:
    """Return plain dicts and lists as one line of JSON Lines."""
    return tame(json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"


def tame(text: str) -> str:
    """Escape what acts on a terminal or ends a line for some programs; JSON says the same with and without that."""
    return re.sub(f"[{_ACTING}]", lambda found: f"\\u{ord(found.group()):04x}", text)


def schema_text() -> str:
    """Return the JSON Schema of the output."""
    return (Path(__file__).parent / "comparison.schema.json").read_text(encoding="utf-8")


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain dicts and lists, in the contract's form."""
    from readcmp.rendering.event import title_of_event  # it loads much that printing the schema needs nothing of

    points = {point.id: point for side in comparison.sides for point in side.points}
    found = {
        "schema": SCHEMA,
        "generator": _generator(comparison),
        "event": {"title": title_of_event(comparison), "date": comparison.event.date},
        "sides": [_side(comparison, side) for side in comparison.sides],
        "links": [_link(link, points) for link in comparison.links],
        "possible": [_link(link, points) for link in comparison.possible],
        "topics": [_topic(topic) for topic in comparison.topics],
        "findings": [_finding(finding) for finding in comparison.findings],
        "facts": [
            {"kind": f.kind, "side": f.side, "value": f.value, "start": f.start, "end": f.end} for f in comparison.facts
        ],
        "watched": [{"id": w.id, "label": w.label, "sides": dict(w.sides)} for w in comparison.watched],
        "notes": list(comparison.notes),
    }
    if comparison.pinned:
        found["pins"] = [{"a": a, "b": b, "same": same} for (a, b), same in comparison.pinned.items()]
    if type(comparison) is not Comparison:  # two versions of one account
        from readcmp.rendering.versions.json import versions_to_dict

        found |= versions_to_dict(comparison)
    return found


def _generator(comparison: Comparison) -> dict[str, Any]:
    made = {
        "name": "readcmp",
        "version": VERSION,
        "engine": comparison.engine,
        "model": comparison.model,
        "lexicon": comparison.lexicon,
    }
    return made if comparison.model is None else made | {"usage": dict(comparison.usage or {})}


def _side(comparison: Comparison, side: Side) -> dict[str, Any]:
    readout = side.readout
    return {
        "id": readout.side,
        "label": readout.label,
        "source": readout.source,
        "language": readout.language,
        "analysed": readout.side not in comparison.unanalysed,
        "date": readout.date,
        "title": readout.title,
        "publisher": readout.publisher,
        "url": readout.url,
        "words": sum(count_words(readout.text, p.start, p.end) for p in side.points),
        "text": readout.text,
        "points": [_point(point) | _covered(comparison, point) for point in side.points],
        "boilerplate": [{"start": f.start, "end": f.end, "kind": f.kind} for f in readout.boilerplate],
        "extraction": extraction_to_dict(readout.extraction),
        "notes": list(readout.notes),
        **({"published": readout.published} if readout.published else {}),
    }


def extraction_to_dict(extraction: Extraction | None) -> dict[str, Any] | None:
    """Return how a text was taken out of a document, and what was left out; None for plain text."""
    if extraction is None:
        return None
    left_out = [{"kind": piece.kind, "text": piece.text} for piece in extraction.left_out]
    return {"format": extraction.format, "library": extraction.library, "left_out": left_out}


def _point(point: Point) -> dict[str, Any]:
    act = point.act
    return {
        "id": point.id,
        "start": point.start,
        "end": point.end,
        "text": point.text,
        "lead": point.lead,
        "topics": list(point.topics),
        "speaker": point.speaker,
        "act": None if act is None else {"class": act.kind, "term": act.term, "strength": act.strength},
        "placeholder": point.placeholder,
    }


def _covered(comparison: Comparison, point: Point) -> dict[str, Any]:
    """Return how likely each other side tells a point's matter, and what follows from it, by side id."""
    others = [side.id for side in comparison.sides if (point.id, side.id) in comparison.verdicts]
    return {
        "coverage": {side: round(comparison.coverage[point.id, side], 3) for side in others},
        "verdict": {side: str(comparison.verdicts[point.id, side]) for side in others},
    }


def _link(link: Link, points: Mapping[str, Point]) -> dict[str, Any]:
    score = round(link.score, 3)
    return {
        "a": link.a,
        "b": link.b,
        "a_text": points[link.a].text,
        "b_text": points[link.b].text,
        "score": score,
        "strength": "strong" if score >= SURE else "likely" if score >= LIKELY else "weak",
        "why": [_evidence(evidence) for evidence in link.why],
        "gaps": [_gap(gap) for gap in link.gaps],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": evidence.kind}
    for name in ("id", "a", "b"):
        value = getattr(evidence, name)
        if value is not None:
            found[name] = value
    return found | {"weight": round(evidence.weight, 2)}


def _gap(gap: Gap) -> dict[str, Any]:
    return {"kind": gap.kind, "id": gap.id, "a": gap.a, "b": gap.b}


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "label": topic.label,
        "group": topic.group,
        "sides": {side: None if emphasis is None else _emphasis(emphasis) for side, emphasis in topic.sides.items()},
    }


def _emphasis(emphasis: Emphasis) -> dict[str, Any]:
    return {
        "points": list(emphasis.points),
        "words": emphasis.words,
        "share": round(emphasis.share, 4),
        "rank": emphasis.rank,
        "first": round(emphasis.first, 4),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "topic": finding.topic,
        "kicker": finding.kicker,
        "headline": finding.headline,
        "text": finding.text,
        "told_by": list(finding.told_by),
        "missing_from": [finding.side] if finding.side else [],
        "between": list(finding.between),
        "points": list(finding.points),
        "quotes": [_quote(quote) for quote in finding.quotes],
        "closest": None if finding.nearest is None else _closest(finding.nearest),
        "weight": round(finding.weight, 3),
        "because": _because(finding),
        "doubtful": finding.doubtful,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    marks = [{"start": start, "end": end} for start, end in quote.marks]
    return {"side": quote.side, "point": quote.point, "text": quote.text, "marks": marks}


def _because(finding: Finding) -> dict[str, float]:
    """Return what a finding's weight is made of, by name; a part that is called as the kind is added to it."""
    found: dict[str, float] = {}
    for reason in finding.because:
        found[reason.kind] = found.get(reason.kind, 0.0) + reason.weight
    return {name: round(weight, 3) for name, weight in found.items()}


def _closest(nearest: Nearest) -> dict[str, Any]:
    return {"point": nearest.point, "score": round(nearest.score, 3)}
