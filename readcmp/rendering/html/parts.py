"""What every page is made with: a template that escapes all it is given, and the policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template


def template_of(folder: Path, name: str) -> Template:
    """Return a template of a folder; whatever is put into it is escaped, and a name that it lacks is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def policy_of(styles: Iterable[str], scripts: Iterable[str] = (), *, images: bool = False) -> str:
    """Return a Content Security Policy under which a page has these styles and scripts, and nothing from outside.

    With ``images`` it may show pictures that stand in it.
    """
    allowed = ["default-src 'none'"]
    if images:
        allowed.append("img-src data:")
    for kind, texts in (("style-src", styles), ("script-src", scripts)):
        if hashes := " ".join(map(_hash, texts)):
            allowed.append(f"{kind} {hashes}")
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
