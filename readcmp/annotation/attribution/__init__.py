"""Who speaks in each point and what the verb does: subjects, names and offices, verbs, quotations.

What a language says it with stands in its ``attribution.yaml`` and ``verbs.yaml``.
"""

from __future__ import annotations

from readcmp.annotation.attribution.speakers import actor_of, attribute

__all__ = ["actor_of", "attribute"]
