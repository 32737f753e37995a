"""Offices by another name: "the Minister" for the foreign minister, but never for the prime minister."""

from __future__ import annotations

SHORT = ("minister", "secretary", "advisor", "adviser", "representative", "director", "envoy")
"""Offices that may stand for a longer one: "the Minister" for the foreign minister."""

OTHERS = {"minister": ("prime", "premier"), "president": ("vice",), "secretary": ("general", "press")}
"""Words that make of such an office one that is never called by it alone."""


def is_short_for(office: str, longer: str) -> bool:
    """Return whether an office may stand for a longer one."""
    words = longer.split()
    return office in words and not any(word in words for word in OTHERS.get(office, ()))
