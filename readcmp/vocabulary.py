"""The closed vocabularies: each a StrEnum whose members carry what a reader sees of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Verdict(StrEnum):
    """Whether another side tells a point's matter: ``both``, ``only`` the point's own side, or ``unsure``."""

    label: str

    BOTH = "both", "in both"
    UNSURE = "unsure", "possibly in both"
    ONLY = "only", "in one alone"

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member of its value in JSON and of its label, which readers see."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
