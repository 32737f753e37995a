"""The guide: pages of Markdown for readers and for those who carry the program on; ``readcmp help`` shows them.

They lie in the package, so that whoever has the program has its guide in the same version, without a network.
"""

from __future__ import annotations

import re
from importlib import resources

NAMES = (
    "reading",
    "matching",
    "llm",
    "findings",
    "accuracy",
    "limits",
    "commands",
    "input",
    "formats",
    "articles",
    "versions",
    "configuration",
    "archives",
    "lexicon",
    "python",
    "glossary",
    "architecture",
    "languages",
    "platforms",
)
"""The pages in the order in which they are listed: for readers first, then for those who change the program."""

_MARK = re.compile(r"<!--[^\n]*?-->\n?")


def text_of(name: str) -> str:
    """Return a page as Markdown, without the marks around its generated parts; KeyError for an unknown page."""
    if name not in NAMES:
        raise KeyError(name)
    return _MARK.sub("", resources.files(__name__).joinpath(f"{name}.md").read_text("utf-8"))


def summary_of(name: str) -> str:
    """Return what a page is about: its first sentence, which stands alone in the paragraph below its title."""
    return " ".join(text_of(name).split("\n\n")[1].split())
