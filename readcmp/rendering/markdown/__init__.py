"""The comparison in Markdown, for places where people write to each other: issues, wikis, e-mail.

``document`` puts the parts in order, and ``brief`` those of a single page; ``header``, ``differences``, ``matrix``,
``emphasis`` and ``passages`` make parts of ``blocks``; ``escape`` makes text from outside fit to stand in them.
"""

from __future__ import annotations

from readcmp.model import Comparison
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.wording import MOST

__all__ = ["escape", "render_brief", "render_markdown"]


def render_markdown(comparison: Comparison, *, verbose: bool = False, findings: int = MOST) -> str:
    """Return the comparison as Markdown (CommonMark with GitHub's tables), ending in a line break.

    It is also fit to be read as it stands, in an e-mail. ``verbose`` shows reasons in full, what is no news, and
    what was left out of the points; ``findings`` is how many of these open the document. Nothing but the arguments
    decides the result.
    """
    from readcmp.rendering.markdown.document import document

    return document(comparison, verbose=verbose, findings=findings)


def render_brief(comparison: Comparison) -> str:
    """Return the comparison on one page of Markdown: in both, reported differently, in one account only."""
    from readcmp.rendering.markdown.brief import brief

    return brief(comparison)
