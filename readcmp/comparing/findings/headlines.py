"""What findings are called: a kicker of topic and kind, and words for headlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.words import join_words, quote_words
from readcmp.data import parsed
from readcmp.finding import Quote
from readcmp.model import Act, Point
from readcmp.vocabulary import ActClass

EXCERPT, FEW = 6, 3
"""So many words of a passage stand for it in a headline, and so few where the headline goes on."""

UNCLEAR = "unclear"
"""A doubt for which the other account has no candidate that is worth quoting."""

DEEDS: Mapping[ActClass, str] = {
    ActClass.WISH_OFFER: "proposed",
    ActClass.REQUEST: "asked for",
    ActClass.APPROVE: "welcomed",
    ActClass.AGREE: "agreed to",
    ActClass.COMMIT: "promised",
    ActClass.WARN: "warned of",
    ActClass.OPPOSE: "opposed",
    ActClass.CONCERN: "was concerned about",
}
"""What somebody is said to have done, by the class of the act; else that it was said."""


@cache
def _wording() -> Mapping[str, Any]:
    found: Mapping[str, Any] = parsed(Path(__file__).parent / "headlines.yaml")
    return found


def write_kicker(case: PairContext, kind: str, topic: str | None, points: Sequence[Point]) -> str:
    """Return the topic and the kind of a finding: ``Energy · scope``; the kind alone where no words name the topic."""
    called: str = _wording()["kinds"][kind].format(ours=case.ours, theirs=case.theirs)
    label = case.label(topic) if names_topic(case, topic, points) else ""
    if label.casefold().startswith(called):
        label = ""  # "Next steps · next step"
    return f"{label} · {called}" if label else called[:1].upper() + called[1:]


def names_topic(case: PairContext, topic: str | None, points: Sequence[Point]) -> bool:
    """Return whether points have a strong word for a topic, and the meaning of all their words fits it too.

    Of a topic that bears the name of a state, one of the accounts has to name that state.
    """
    if topic is None or not case.names_place_of(topic):
        return False
    hits = [hit for point in points for hit in point.hits if hit.kind == "topic" and hit.id == topic]
    return any(not hit.weak for hit in hits) and any(case.means(point, topic) for point in points)


def name_matter(case: PairContext, topic: str | None, points: Sequence[Point]) -> str:
    """Return what running text calls the topic of points: "the war in Ukraine"; "this" where they do not name it."""
    if topic is None or not names_topic(case, topic, points):
        return "this"
    return name_topic(case, topic) or "this"


def name_topic(case: PairContext, topic: str) -> str:
    """Return what running text calls a topic: "the war in Ukraine"."""
    known: str = _wording()["topics"].get(topic) or case.label(topic)
    return known


def say_on(case: PairContext, topic: str | None, points: Sequence[Point]) -> str:
    """Return " on energy", empty where the points do not name their topic."""
    known = name_matter(case, topic, points)
    return "" if known == "this" else f" on {known}"


def write_alone(case: PairContext, topic: str, points: Sequence[Point], *, new: bool) -> str:
    """Return the headline over what the side alone has, of a topic ``new`` to the other or of a shared one.

    That a side alone mentions a topic says more than that it alone has a passage: it is said where the words of the
    passage surely mean the topic and hardly anything speaks for the other side having it.
    """
    if new and names_topic(case, topic, points) and case.is_clear(points, topic):
        return f"only {case.ours} mentions {name_topic(case, topic)}"
    return f"only {case.ours} says {take_excerpt(points, EXCERPT)}"


def take_excerpt(points: Sequence[Point], most: int) -> str:
    """Return words of a passage that stand for it: those around its first term of a topic, else the first ones."""
    point = points[0]
    words = point.text.strip(" .,;:").split()
    at = min((n for hit in point.hits if hit.kind == "topic" for n in _places(hit.text, words)), default=0)
    start = max(0, min(at - 2, len(words) - most))
    told = quote_words(" ".join(words[start:]), most)
    return f"“… {told[1:]}" if start else told


def _places(term: str, words: Sequence[str]) -> list[int]:
    """Return at which of some words a term begins."""
    first = term.casefold().split()[0] if term.split() else ""
    return [n for n, word in enumerate(words) if first and word.casefold().strip("“”\"'(,.;:").startswith(first)]


def name_deed(act: Act | None) -> str:
    """Return in a word or two what somebody did with an act of a class."""
    return DEEDS.get(act.kind, "said") if act else "said"


def write_text(case: PairContext, label: str, headline: str, quotes: Sequence[Quote], *, silent: bool) -> str:
    """Return a finding as running text: its topic, its headline, what each side says."""
    told: dict[str, list[str]] = {}
    for quote in quotes:
        told.setdefault(quote.side, []).append(f"“{quote.text}”")
    called = {case.side.id: case.ours, case.other.id: case.theirs}
    said = [f"{called[side]}: {join_words(words)}" for side, words in told.items()]
    said += [f"{called[side]}: no matching passage" for side in called if silent and side not in told]
    return f"{label}: {headline}".removeprefix(": ") + "".join(f". {_capital(one)}" for one in said) + "."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
