"""Which readouts of several archives are accounts of one contact.

    archives ──read_records──▶ records ──describe──▶ cards ──candidates──▶ scored pairs ──choose──▶ groups

A readout is set only against those of a day before to a day after that name its state, so that cost grows with the
number of readouts and not with its square.
"""

from __future__ import annotations

from readcmp.pairing.choosing import Group, choose
from readcmp.pairing.matching import Pair, candidates
from readcmp.pairing.records import Record, read_records

__all__ = ["Group", "Pair", "Record", "candidates", "choose", "read_records"]
