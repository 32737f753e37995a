"""The comparison as one self-contained web page: look and script inside, no request to anywhere.

``page`` is what the parts share; ``header``, ``differences``, ``topics``, ``texts`` and ``matters`` say what stands in
each part, built on the report where every output says the same; ``templates`` say where, the style sheets how it looks
and the scripts what it does. ``data`` is what the scripts read, and what a reader can take away.
"""

from __future__ import annotations

from readcmp.model import Comparison
from readcmp.rendering.html.document import document, framed
from readcmp.rendering.wording import MOST

__all__ = ["render_html"]


def render_html(comparison: Comparison, *, findings: int = MOST, fragment: bool = False) -> str:
    """Return the comparison as an HTML document, ending in a line break; nothing but the arguments decides the result.

    So many ``findings`` stand open, the others open on a click. ``fragment`` gives an element to stand in another
    page, a notebook's, that keeps the document's look and script apart from it. All text from outside is escaped; a
    Content Security Policy lets nothing run or load but the page's own script and look.
    """
    page = document(comparison, findings=findings)
    return framed(page) if fragment else page
