"""The comparison in Markdown, for places where people write to each other: issues, wikis, e-mail.

``escape`` makes text from outside fit to stand in it.
"""

from readcmp.rendering.markdown.escape import escape

__all__ = ["escape"]
