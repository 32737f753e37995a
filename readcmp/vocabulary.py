"""The closed vocabularies: each a StrEnum whose members carry what a reader sees of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A closed vocabulary: members are what JSON says, their ``label`` is what a reader sees of them."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member of its value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Verdict(Labelled):
    """Whether another side tells a point's matter: ``both``, ``only`` the point's own side, or ``unsure``."""

    BOTH = "both", "in both"
    UNSURE = "unsure", "possibly in both"
    ONLY = "only", "in one alone"


class Trait(Labelled):
    """What a topic is like, as far as rules depend on it; ``topics.yaml`` says which topics have which traits.

    ``label`` says what a topic with the trait is.
    """

    QUIET = "quiet", "that there was a contact, and on what agenda: no news where one side alone tells it"
    OCCASION = "occasion", "how the contact went, not what it was about: carries over to no other point"
    COMMON = "common", "told in most accounts: that two points share it says little"
    CEREMONY = "ceremony", "courtesy or what is yet to come: often left out"
    LIGHT = "light", "of little weight: ceremony, and the relationship in general words"
    MINOR = "minor", "of which every account has a word"
    FOLDED = "folded", "of the contact itself: left out of tables of topics, in one line below them"
    PLACE = "place", "one that the bare name of a country can mean"
    CONFLICT = "conflict", "a place at war: general words of war, in the points after it, mean this topic"
    WAR = "war", "one whose general words (war, truce, peace talks) fit every conflict"
    REGION = "region", "one whose general words (region, neighbours) fit every place"
