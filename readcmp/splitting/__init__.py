"""Splitting: from one news article that reports several governments' accounts, a readout for each.

``split`` is the stage's one function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from readcmp.annotation.attribution.quotes import find_quoted_spans
from readcmp.arguments import text_of
from readcmp.errors import InputError, UsageError
from readcmp.lexicon import Lexicon, load_lexicon
from readcmp.loading.publishers import label_of, side_id, with_article
from readcmp.model import Readout
from readcmp.splitting.chunks import masked
from readcmp.splitting.labelling import ArticleEvidence, Coefficients, collect_evidence, decide, find_labels
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import REASONS, Split, Statement
from readcmp.splitting.reporting import languages
from readcmp.splitting.sources import Sources
from readcmp.splitting.statements import read_statements
from readcmp.text import short

__all__ = ["REASONS", "Split", "Statement", "split"]

THROUGH_NEWS = "the account of {} is as a news article tells it, which may leave much of it out"
"""The note of an account that came through an article."""

UNSURE = "{} of {} sentences of the account of {} may well be another's; readcmp split marks them as unsure"
"""The note of an account with sentences that are not sure to be of it."""

ENOUGH = 6
"""Statements of an article from which on they are weighed together."""


def split(article: Readout, sides: Sequence[str] = (), lexicon: Lexicon | None = None) -> Split:
    """Return an article's statements, each with the sides whose account it tells, and a readout for each side.

    ``sides`` are the ids of the sides that are wanted, all others' words being the article's then; without them those
    count that have two statements or more, or are named where the article begins. A side without a statement has no
    readout. Raises InputError for an article in a language whose news cannot be read, UsageError for what is no side.
    """
    if not isinstance(article, Readout):
        raise UsageError(f"a {type(article).__name__} is no article", hint="load it first, with readcmp.load")
    language = short(article.language)
    if language not in languages():
        known = ", ".join(languages())
        raise InputError(
            f"cannot split an article in this language ({language})", where=article.source, hint=f"give one in {known}"
        )
    sides = tuple(dict.fromkeys(map(_side_of, sides)))
    return finish(article, *read_article(article, lexicon), sides)


def read_article(article: Readout, lexicon: Lexicon | None = None) -> tuple[tuple[Statement, ...], ArticleEvidence]:
    """Return the statements of an article as rules read them one after the other, and the evidence in them."""
    sources = Sources(article, lexicon or load_lexicon(None))
    quotes = list(find_quoted_spans(article.text))
    text = masked(article.text, quotes)
    read = read_statements(article, text, quotes, sources)
    return tuple(read), collect_evidence(text, read, quotes, sources)


def finish(
    article: Readout,
    read: Sequence[Statement],
    evidence: ArticleEvidence,
    sides: Sequence[str] = (),
    coefficients: Coefficients | None = None,
) -> Split:
    """Return an article split by what was read in its statements and by the evidence in them.

    In a text of a few sentences there is too little to weigh, and what was read stands.
    """
    weighed = len(read) >= ENOUGH
    found = decide(read, evidence, find_labels(evidence, coefficients)) if weighed else list(read)
    counts = Counter(side for one in found for side in one.sides if side != ALL)
    opening = evidence.title | evidence.opening
    chosen = tuple(sides) or tuple(side for side, count in counts.items() if count > 1 or side in opening)
    statements = tuple(_limited(one, chosen) for one in found)
    told = [side for side in chosen if any(side in one.sides for one in statements)]
    labels = {side: label_of(side) for side in told}
    readouts = tuple(_readout(article, statements, side) for side in told)
    return Split(article, statements, readouts, labels)


def _side_of(name: str) -> str:
    side = side_id(text_of(name, "side"))
    if side is None:
        raise UsageError(f"{name!r} cannot be a side", hint="give an id such as us, ru, cn")
    return side


def _limited(one: Statement, sides: Sequence[str]) -> Statement:
    """Return a statement with those of its sides that count; one of others' words is an outsider's."""
    kept = tuple(sides) if ALL in one.sides else tuple(side for side in one.sides if side in sides)
    reason = one.reason if kept or not one.sides else "article" if ALL in one.sides else "outsider"
    return replace(one, sides=kept, reason=reason)


def _readout(article: Readout, statements: Sequence[Statement], side: str) -> Readout:
    """Return what an article tells as one side's account, by its paragraphs."""
    own = [one for one in statements if side in one.sides]
    paragraphs = [" ".join(one.text for one in same) for _, same in groupby(own, lambda one: one.paragraph)]
    label, unsure = label_of(side), sum(one.unsure for one in own)
    named = with_article(label)
    notes = [THROUGH_NEWS.format(named), *([UNSURE.format(unsure, len(own), named)] if unsure else [])]
    return replace(
        article,
        side=side,
        label=label,
        text="\n\n".join(paragraphs) + "\n",
        boilerplate=(),
        notes=tuple(notes),
    )
