"""Compare governments' readouts of the same call or meeting.

``load`` reads a readout (``load_text`` one that is at hand), ``compare`` sets two or more side by side::

    from readcmp import compare, load
    comparison = compare([load("us.txt"), load("ru.txt")])
    print(comparison.render("md"))

The names are looked up when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from readcmp.version import VERSION as __version__  # noqa: N811 - the name that Python tools look for

TYPE_CHECKING = False  # type checkers take it for true; to import it would take longer than all else here
if TYPE_CHECKING:
    from typing import Any

    from readcmp.errors import ReadcmpError
    from readcmp.loading import load, load_text
    from readcmp.model import Comparison, Readout
    from readcmp.pipeline import compare, versions
    from readcmp.splitting import split

__all__ = ["Comparison", "ReadcmpError", "Readout", "__version__", "compare", "load", "load_text", "split", "versions"]

_HOME = {
    "Comparison": "readcmp.model",
    "ReadcmpError": "readcmp.errors",
    "Readout": "readcmp.model",
    "compare": "readcmp.pipeline",
    "load": "readcmp.loading",
    "load_text": "readcmp.loading",
    "split": "readcmp.splitting",
    "versions": "readcmp.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the names looked up are of several types
    if name not in _HOME:
        raise AttributeError(f"module 'readcmp' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """Return the names that are offered, those not looked up yet too, for whoever asks what there is."""
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
