"""A readout's points: what is cut apart, what stays whole, and that nothing is lost."""

from __future__ import annotations

from readcmp.cutting import cut
from readcmp.model import Readout
from readcmp.text import squeeze


def pieces(text: str, language: str = "en") -> list[str]:
    return [squeeze(point.text) for point in cut(Readout("us", "US", text, "us.txt", language=language))]


def test_matters_listed_after_a_reporting_verb_are_points_of_their_own() -> None:
    assert pieces("The ministers discussed grain exports, the repair of the bridge, and flights between the capitals.") == [
        "The ministers discussed grain exports,",
        "the repair of the bridge,",
        "and flights between the capitals.",
    ]
