"""Labelling: whose account each sentence of an article tells, all its sentences weighed together.

What a sentence shows by itself is *evidence*; evidence becomes *features* of the accounts that the sentence may belong
to, and of going on with an account or turning from it. A linear-chain conditional random field (Lafferty, McCallum and
Pereira 2001) sums their coefficients and finds the likeliest sequence. ``coefficients.txt`` holds what
``python -m readcmp.training.splitting`` fitted.
"""

from __future__ import annotations

from readcmp.splitting.labelling.decisions import decide
from readcmp.splitting.labelling.decoding import Coefficients, Labelling, find_labels
from readcmp.splitting.labelling.evidence import ArticleEvidence, Evidence, collect_evidence

__all__ = [
    "ArticleEvidence",
    "Coefficients",
    "Evidence",
    "Labelling",
    "collect_evidence",
    "decide",
    "find_labels",
]
