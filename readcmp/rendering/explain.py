"""Why a passage is matched as it is, and counts as in both accounts, in plain text: every number that was weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from readcmp.aligning.explain import LINK, LOW, NOTHING, POSSIBLE, Account, Weighing, log_odds
from readcmp.aligning.explain_coverage import CoverageAccount
from readcmp.judging.explain import JudgedAccount
from readcmp.model import Evidence, Point, Side
from readcmp.rendering.naming import account_of
from readcmp.rendering.safe import safe

WORDS: Mapping[str, str] = {
    "any_pair": "what any pair starts with",
    "main_topic": "both are mainly about one topic",
    "other_topic": "they have a topic in common",
    "no_topic_shared": "they have no topic in common",
    "topic_unknown": "the topic of one of them is not known",
    "same_group": "their topics are of one group",
    "topic_only_here": "each account has one passage on the topic",
    "topic_crowd": "many passages are on the topic",
    "terms": "terms of the topic in common",
    "words": "words in common",
    "coverage": "how much of the shorter passage the other has",
    "rarest_word": "the rarest word in common",
    "words_rank": "no other passage shares more words",
    "words_margin": "lead in words over the next candidate",
    "context": "words in common, those around them counted",
    "numbers": "numbers in common",
    "dates": "dates in common",
    "names": "third parties in common",
    "names_differ": "they name different third parties",
    "quotes": "quoted words in common",
    "far_apart": "how far apart they stand in the texts",
    "same_act": "similar verb",
    "both_joint": "both speak for both sides",
    "occasion": "both say how the talk went",
    "placeholder": "one of them has general words only",
    "shorter": "length of the shorter passage",
    "longer": "length of the longer passage",
    "fewer_points": "passages of the shorter account",
    "more_points": "passages of the longer account",
    "sense": "similar meaning, by words",
    "sense_rank": "no other passage has more similar words",
    "sense_margin": "the smaller lead in meaning, by words, over the next candidate",
    "sense_lead": "the greater lead in meaning, by words, over the next candidate",
    "sense_in_step": "similar words in the passages before or after",
    "outlook": "similar subjects, by words",
    "outlook_margin": "lead in subjects over the next candidate",
    "meaning": "similar meaning",
    "meaning_rank": "no other passage is nearer in meaning",
    "meaning_margin": "the smaller lead in meaning over the next candidate",
    "meaning_lead": "the greater lead in meaning over the next candidate",
    "meaning_in_step": "similar meaning in the passages before or after",
    "beside": "the pairs beside this one",
    "in_step": "the pairs in step with this one",
    "told_least": "the smaller of the two chances that the other account has it at all",
    "told_most": "the greater of the two chances that the other account has it at all",
    "told_mean": "how much of the two accounts is in both",
}
"""Every kind of evidence in a reader's words."""

_COMES_FROM = {
    "main_topic": "topic", "other_topic": "topic", "words": "term", "context": "term", "words_margin": "term",
    "numbers": "number", "dates": "date", "quotes": "quote", "names": "actor",
}  # fmt: skip


TOLD: Mapping[str, str] = {
    "any_point": "what any passage starts with",
    "best": "its best match there",
    "second": "its second-best match",
    "third": "its third-best match",
    "any": "all its matches together",
    "best_score": "the chance of its best match",
    "before": "the best match of the passage before",
    "after": "the best match of the passage after",
    "contested": "how much better another passage fits its best match",
    "side_told": "how well its own account is matched in all",
    "side_sure": "how much of its own account has a likely match",
    "topic_told": "a topic of it is there",
    "topics_told": "how many of its topics are there",
    "main_topic_told": "its main topic is there",
    "group_told": "a topic of the same group is there",
    "no_topic": "it has no topic",
    "light": "it is ceremony, tone or a next step",
    "words_told": "how many of its words are there",
    "rarest_told": "its rarest word that is there",
    "rarest_missing": "its rarest word that is not there",
    "names_told": "names of it that are there",
    "names_missing": "names of it that are not there",
    "sense_best": "the nearest passage in meaning, by words",
    "sense_second": "the second nearest",
    "sense_mean": "how near all passages are in meaning",
    "outlook_best": "the nearest passage in subject",
    "outlook_told": "how far its subjects are there",
    "points_here": "passages of its own account",
    "points_there": "passages of the other account",
    "ratio": "how much longer the other account is",
    "length": "its length",
    "place": "how far into the account it stands",
    "placeholder": "it has general words only",
    "placeholder_there": "the other account has passages of general words only",
    "placeholder_part": "how many passages there have general words only",
    "report": "it says that something was discussed",
    "fact": "it states a fact",
    "strength": "how strong its verb is",
    "joint": "it speaks for both sides",
}
"""Every feature of coverage in a reader's words."""


def render_explanation(
    accounts: Sequence[Account | JudgedAccount],
    sides: Sequence[Side],
    width: int = 100,
    coverage: Sequence[CoverageAccount] = (),
) -> str:
    """Draw the accounts one below the other, ``width`` columns wide; text from outside is made safe."""
    points = {point.id: point for side in sides for point in side.points}
    labels = {side.id: account_of(side.readout) for side in sides}
    blocks = [*(_block(account, points, width) for account in accounts)]
    blocks += [_told(account, labels, width) for account in coverage]
    if not blocks:
        return "No passage of another account shares a topic, a telling word or a meaning with this one.\n"
    return "\n".join(["\n".join(block) + "\n" for block in blocks])


def _block(account: Account | JudgedAccount, points: Mapping[str, Point], width: int) -> list[str]:
    if isinstance(account, JudgedAccount):
        lines = [f"{account.a} and {account.b}: {_judged(account)}", *_ends(account, points, width)]
        if account.beside.verdict == NOTHING:
            return [*lines, "  beside it: they share no topic, no telling word and no meaning"]
        return [
            *lines,
            "  beside it, what features of the two say, which decides nothing here:",
            *_parts(account.beside, width),
        ]
    lines = [f"{account.a} and {account.b}: {_verdict(account)}", *_ends(account, points, width)]
    return lines if account.verdict == NOTHING else [*lines, *_parts(account, width)]


def _ends(account: Account | JudgedAccount, points: Mapping[str, Point], width: int) -> list[str]:
    """Draw the two points and their marks."""
    lines: list[str] = []
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
    return lines


def _parts(account: Account, width: int) -> list[str]:
    """Draw what was weighed, and what it comes to."""
    lines: list[str] = []
    named: set[str] = set()
    for part in account.parts:
        text = f"{part.weight:+6.2f}  {_words(part, account.why, named)}"
        lines += wrap(text, width, initial_indent="  ", subsequent_indent=" " * 10)
    lines.append(f"  {log_odds(account.score):+6.2f}  together, in log-odds: a score of {account.score:.2f}")
    return lines


def _told(account: CoverageAccount, labels: Mapping[str, str], width: int) -> list[str]:
    """Draw why a point counts as told by another side or not."""
    label = labels[account.other]
    lines = [f"{account.point}: the chance that {label} has it at all is {account.coverage:.2f}"]
    lines.append(f"  in both from {account.both:.2f} on; only here up to {account.only:.2f}, where it has no match")
    for part in account.parts:
        value = "" if part.name == "any_point" else f" ({part.value:.2f})"
        text = f"{part.weight:+6.2f}  {TOLD[part.name]}{value}"
        lines += wrap(text, width, initial_indent="  ", subsequent_indent=" " * 10)
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


def _judged(account: JudgedAccount) -> str:
    """Describe what a model holds of a pair, and what became of it."""
    said = f"the model is sure to {account.sure:.2f}" if account.sure else "the model did not name the pair"
    score = "" if account.sure == account.score else f", a score of {account.score:.2f}"
    kind = {LINK: "matched", POSSIBLE: "possible match"}.get(account.verdict, "not matched")
    need = "" if account.verdict == LINK else f"; a match needs {account.bar:.2f}"
    return f"{kind}; {said}{score}{need}"


def _verdict(account: Account) -> str:
    score = f"{account.score:.2f}"
    if account.verdict == LINK:
        return f"matched, {score}"
    if account.verdict == NOTHING:
        return "not matched; they share no topic, no telling word and no meaning"
    if account.rival:
        better = " and ".join(account.rival)
        return f"not matched, {score}; beside the better pair {better} it would need {account.bar:.2f}"
    kind = {POSSIBLE: "possible match", LOW: "not matched"}.get(account.verdict, "not matched")
    return f"{kind}, {score}; a match needs {account.bar:.2f}"
