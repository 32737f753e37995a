"""What both sides tell, what they possibly both tell, and what only one tells: passage by passage, under topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readcmp.model import Link
from readcmp.rendering.clusters import DIFFERENT, UNMATCHED, Cluster, absent, linked, shares
from readcmp.rendering.clusters import possible as likeliest
from readcmp.rendering.differences import MARK, told, unplaced
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.escape import begun, escape, piece, strong
from readcmp.rendering.omissions import alone, candidates, remarks
from readcmp.rendering.reasons import reasons
from readcmp.rendering.view import View
from readcmp.rendering.wording import confidence, in_both, only_in, possibly, trimmed

LEGEND = "● strong, ◐ likely match, with the chance that it is right; **bold**: wording that differs."


def both(view: View, numbers: Iterator[int], *, verbose: bool) -> Iterator[str]:
    """Give the links in rows under their topics, numbered so that people can refer to them."""
    found, rest = linked(view, every=verbose)
    yield f"## {in_both(view.count)}"
    if not found:
        yield "No passage of one account has a likely match in another."
        return
    yield LEGEND
    for topic, clusters in found:
        given = ", ".join(shares(view, topic))
        label = view.label(topic) if topic else DIFFERENT
        yield f"### {escape(f'{label} ({given})' if given else label)}"
        yield joined(_row(view, cluster, next(numbers), verbose=verbose) for cluster in clusters)
    yield rest


def possible(view: View, numbers: Iterator[int], *, verbose: bool) -> Iterator[str]:
    """Give the pairs under the threshold, the likeliest first, for a second look."""
    found, rest = likeliest(view, every=verbose)
    if found:
        yield f"## {possibly(view.count)}"
        yield "These are weak matches. They count neither as in both nor as in one account alone."
        yield joined(_row(view, cluster, next(numbers), faint=True, verbose=verbose) for cluster in found)
        yield f"{rest} more are less likely." if rest else ""


def only(view: View, *, verbose: bool) -> Iterator[str]:
    """Give, for each side, the points that no other side has, with the nearest that there is."""
    for n, tag in enumerate(view.tags):
        found = alone(view, n, every=verbose)
        if found.groups:
            yield f"## {escape(only_in(tag))}"
            yield escape(f"{found.remark}.")
            for topic, points in found.groups:
                yield f"### {escape(view.label(topic))}"
                yield "\n".join(_alone(view, points, verbose=verbose))
            yield escape(remarks(view, found, every=verbose))


def _row(view: View, cluster: Cluster, number: int, *, verbose: bool, faint: bool = False) -> str:
    """Give the points that belong together, the first as the item's own line and the others in it, and why they do."""
    lines = []
    first = next(n for n, points in enumerate(cluster.sides) if points)
    for n, points in enumerate(cluster.sides):
        lead = ""
        for point in points:
            own = view.points[point].lead
            mark = "" if n == first or not cluster.links else f"{confidence(cluster.score(point))} "
            words = _told(view, point, () if faint else cluster.links, short=bool(own) and own == lead)
            lines.append(f"{mark}**{escape(view.tags[n])}** {words}")
            lead = own
        if not points and view.count > 2 and not faint:
            lines.append(f"**{escape(view.tags[n])}** {absent(view, cluster, n)}")
    lines.append(_why(view, cluster, faint=faint, verbose=verbose))
    for link in () if faint else cluster.beyond:
        other = trimmed(view.points[link.b].text)
        lines.append(f"*{link.score:.2f}* also {escape(view.tags[view.home[link.b]])}: {escape(other)}")
    return items(lines, number=number)


def _told(view: View, point: str, links: Sequence[Link] = (), *, short: bool = False) -> str:
    parts = told(view, point, links, short=short)
    return begun("".join(strong(words) if what == MARK else piece(words) for words, what in parts))


def _why(view: View, cluster: Cluster, *, faint: bool, verbose: bool) -> str:
    """Say how sure the links are, what made them, and what differs without showing in the words."""
    scores = sorted({f"{link.score:.2f}" for link in cluster.links})
    text = f"*{'–'.join(dict.fromkeys((scores[0], scores[-1]))) if scores else UNMATCHED}*"
    if faint and not verbose:
        return text
    named = reasons(view, cluster.links, topic=cluster.topic, every=verbose)
    text += f" {escape(', '.join(named))}" if named else ""
    for n, points in enumerate(cluster.sides):
        apart = [words for point in points for words in unplaced(view, point, cluster.links)]
        if apart:
            text += escape(f"; only {view.tags[n]}: {', '.join(dict.fromkeys(apart))}")
    return text


def _alone(view: View, points: Sequence[str], *, verbose: bool) -> Iterator[str]:
    lead = ""
    for point, following in pairwise([*points, None]):
        assert point is not None
        own = view.points[point].lead
        yield f"- {_told(view, point, short=bool(own) and own == lead)}"
        lead = own
        for _, name, nearest in candidates(view, point, following, every=verbose):
            yield f"  - *{escape(name)}:* {escape(trimmed(view.points[nearest.point].text))}"
