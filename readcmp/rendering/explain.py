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
from readcmp.vocabulary.features import PairFeature, PointFeature


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
        text = f"{part.weight:+6.2f}  {PointFeature(part.name).label}{value}"
        lines += wrap(text, width, initial_indent="  ", subsequent_indent=" " * 10)
    return lines


def _words(part: Weighing, why: Iterable[Evidence], named: set[str]) -> str:
    """Name a part, its value, and once for each kind what in the texts it comes from."""
    feature = PairFeature(part.name)
    text = feature.label
    if part.name != "any_pair":
        text += f" ({part.value:.2f})"
    kind = feature.shows
    if kind is None or kind in named:
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
