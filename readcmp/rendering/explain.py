"""Why a point is linked as it is, in plain text: every number that was weighed, and why the runner-up lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from readcmp.aligning.explain import LINK, LOW, NOTHING, POSSIBLE, Account, Weighing, log_odds
from readcmp.model import Evidence, Point, Side
from readcmp.rendering.safe import safe

WORDS: Mapping[str, str] = {
    "any_pair": "what any pair starts with",
    "main_topic": "both are mainly about one topic",
    "other_topic": "they have a topic in common",
    "no_topic_shared": "they have no topic in common",
    "topic_unknown": "what one of them is about is not known",
    "same_group": "their topics are of one group",
    "topic_only_here": "each side has one point on the topic",
    "topic_crowd": "many points are on the topic",
    "terms": "terms of the topic in common",
    "words": "words in common",
    "coverage": "how much of the shorter point the other has",
    "rarest_word": "the rarest word in common",
    "words_rank": "no other point shares more words",
    "words_margin": "lead in words over the next candidate",
    "context": "words in common, those around them counted",
    "numbers": "numbers in common",
    "dates": "dates in common",
    "names": "third parties in common",
    "names_differ": "they name different third parties",
    "quotes": "quoted words in common",
    "far_apart": "how far apart they stand in the texts",
    "same_act": "the same kind of act",
    "both_joint": "both are told of both sides",
    "occasion": "both tell how the talk went",
    "placeholder": "one of them names no matter",
    "meaning": "nearness in meaning",
    "meaning_rank": "no other point is nearer in meaning",
    "meaning_margin": "the lesser lead in meaning over the next candidate",
    "meaning_lead": "the greater lead in meaning over the next candidate",
    "beside": "the pairs beside this one",
    "in_step": "the pairs in step with this one",
}
"""Every kind of evidence in a reader's words."""

_COMES_FROM = {
    "main_topic": "topic", "other_topic": "topic", "words": "term", "context": "term", "words_margin": "term",
    "numbers": "number", "dates": "date", "quotes": "quote", "names": "actor",
}  # fmt: skip


def render_explanation(accounts: Sequence[Account], sides: Sequence[Side], width: int = 100) -> str:
    """Draw the accounts one below the other, ``width`` columns wide; text from outside is made safe."""
    points = {point.id: point for side in sides for point in side.points}
    blocks = [_block(account, points, width) for account in accounts]
    if not blocks:
        return "No pair of this point shares a topic, a telling word or a meaning.\n"
    return "\n".join(["\n".join(block) + "\n" for block in blocks])


def _block(account: Account, points: Mapping[str, Point], width: int) -> list[str]:
    lines = [f"{account.a} and {account.b}: {_verdict(account)}"]
    for end in (account.a, account.b):
        point = points[end]
        told = safe(f"{point.lead} … {point.text}" if point.lead else point.text)
        lines += wrap(f"{end}  {told}", width, initial_indent="  ", subsequent_indent=" " * (len(end) + 4))
        topics = ", ".join(map(safe, point.topics)) or "no topic"
        act = f", act {safe(point.act.kind)}" if point.act else ""
        term = f" ({safe(point.act.term)})" if point.act and point.act.term else ""
        indent = " " * (len(end) + 4)
        marks = f"{topics}; speaker {safe(point.speaker)}{act}{term}"
        lines += wrap(marks, width, initial_indent=indent, subsequent_indent=indent)
    if account.verdict == NOTHING:
        return lines
    named: set[str] = set()
    for part in account.parts:
        text = f"{part.weight:+6.2f}  {_words(part, account.why, named)}"
        lines += wrap(text, width, initial_indent="  ", subsequent_indent=" " * 10)
    lines.append(f"  {log_odds(account.score):+6.2f}  together, in log-odds: a score of {account.score:.2f}")
    return lines


def _words(part: Weighing, why: Iterable[Evidence], named: set[str]) -> str:
    """Name a part, its value, and once for each kind what in the texts it comes from."""
    text = f"{WORDS.get(part.name, part.name.replace('_', ' '))}"
    if part.name != "any_pair":
        text += f" ({part.value:.2f})"
    kind = _COMES_FROM.get(part.name, "")
    if not kind or kind in named:
        return text
    named.add(kind)
    source = [e.id or (e.a if e.a == e.b else f"{e.a} ≈ {e.b}") for e in why if e.kind == kind]
    return f"{text}: {', '.join(safe(str(s)) for s in source)}" if source else text


def _verdict(account: Account) -> str:
    score = f"{account.score:.2f}"
    if account.verdict == LINK:
        return f"linked, {score}"
    if account.verdict == NOTHING:
        return "not linked; they share neither a topic nor a telling word nor a meaning"
    if account.rival:
        better = " and ".join(account.rival)
        return f"not linked, {score}; beside the better pair {better} it would need {account.bar:.2f}"
    kind = {POSSIBLE: "possibly the same", LOW: "not linked"}.get(account.verdict, "not linked")
    return f"{kind}, {score}; a link needs {account.bar:.2f}"
