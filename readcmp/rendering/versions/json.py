"""Two versions as plain values: the part of the JSON contract that says what changed."""

from __future__ import annotations

from typing import Any

from readcmp.comparing.versions import Change, Sentence, VersionsComparison
from readcmp.model import Comparison


def versions_to_dict(comparison: Comparison) -> dict[str, Any]:
    """Return what changed between two versions under its name in the contract; nothing for other comparisons."""
    if not isinstance(comparison, VersionsComparison):
        return {}
    versions = comparison.versions
    changes = [_change(change) for change in versions.changes]
    return {"versions": {"old": versions.old, "new": versions.new, "unchanged": versions.unchanged, "changes": changes}}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "moved": change.moved,
        "old": _sentence(change.old),
        "new": _sentence(change.new),
        "similarity": round(change.similarity, 3),
        "gaps": [{"kind": gap.kind, "id": gap.id, "a": gap.a, "b": gap.b} for gap in change.gaps],
    }


def _sentence(one: Sentence | None) -> dict[str, Any] | None:
    return None if one is None else {"number": one.number, "start": one.start, "end": one.end, "text": one.text}
