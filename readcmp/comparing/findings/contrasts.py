"""What two accounts set against each other whatever no link says: parties, contraries, echoes; found once."""

from __future__ import annotations

from msgspec import Struct

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import PairContext
from readcmp.comparing.findings.contrary import find_contraries
from readcmp.comparing.findings.parties import find_parties
from readcmp.comparing.findings.scope import find_echoes
from readcmp.vocabulary import FindingKind


class Contrasts(Struct, frozen=True):
    """A case, and the candidates in it that may set a point against one that no link joins it to.

    Contraries and echoes are those of both sides, found for one of both ways.
    """

    case: PairContext
    parties: tuple[Candidate, ...]
    contraries: tuple[Candidate, ...]
    echoes: tuple[Candidate, ...]

    def points(self) -> frozenset[tuple[str, str]]:
        """Return the points, each with the other side's id, that stand against one of that side's.

        What is set against a passage of the other account is not told by one side alone.
        """
        case = self.case
        tables = (candidate for candidate in self.parties if candidate.kind == FindingKind.PARTY)
        points = {point.id for candidate in (*tables, *self.contraries, *self.echoes) for point in candidate.points}
        return frozenset(
            (point, case.other.id if case.home[point] == case.side.id else case.side.id) for point in points
        )


def find_contrasts(case: PairContext) -> Contrasts:
    """Return what is set against each other in a case."""
    contraries = tuple(find_contraries(case)) if case.first else ()
    echoes = tuple(find_echoes(case)) if case.first else ()
    return Contrasts(case, tuple(find_parties(case)), contraries, echoes)
