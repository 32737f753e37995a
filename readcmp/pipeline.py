"""The whole way from readouts to a comparison: cut, mark, align, compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcmp.arguments import Place, one_of, path_of, readouts_of, text_of, texts_of
from readcmp.errors import MissingExtraError, UsageError
from readcmp.model import Comparison, Pin, Point, Readout, Side
from readcmp.text import short
from readcmp.vocabulary import Engine

if TYPE_CHECKING:
    from readcmp.aligning.explain import Account
    from readcmp.aligning.explain_coverage import CoverageAccount
    from readcmp.comparing.versions import Versions
    from readcmp.encoding.vectors import Vectors
    from readcmp.judging import Judge, JudgedAccount

STRICTNESS = ("", "strict", "loose")

UNKNOWN_LANGUAGE = (
    "the lexicon has no terms in this language ({}); hardly a point will be linked, so nothing follows from what is "
    "not found (the extra 'semantic' finds more)"
)
VECTORS_ALONE = (
    "the lexicon has no terms in this language ({}); topics and links rest on sentence vectors alone, which miss many"
)

MODEL_ALONE = (
    "the lexicon has no terms in this language ({}); no topics are found, and links rest on the language model alone"
)

_NOTES: Mapping[str, str] = {Engine.SEMANTIC: VECTORS_ALONE, Engine.LLM: MODEL_ALONE}
"""What is said of a readout in a language that the lexicon has no terms in, by engine."""


def points_of(readout: Readout, lexicon: Path | None = None, sides: Sequence[str] = ()) -> Side:
    """Cut one readout into points and mark them, by words alone.

    ``sides`` are the ids of all sides of the contact: a country's name means less where that country is
    itself a side. A language that the lexicon has no terms in becomes a note of the readout. Raises LexiconError
    for a lexicon file that cannot be used.
    """
    from readcmp.segmentation import segment

    return _marked(readout, segment(readout), lexicon, tuple(sides) or (readout.side,), None)


def compare(  # noqa: PLR0913 - one parameter a choice
    readouts: Iterable[Readout],
    *,
    engine: str = Engine.AUTO,
    model: str | None = None,
    calibration: Place = None,
    timeout: float | None = None,
    lexicon: Place = None,
    strictness: str = "",
    pins: Place = None,
    cache: Place = None,
    watch: Iterable[str] | str | None = (),
    title: str | None = None,
) -> Comparison:
    """Set two or more readouts of one contact side by side.

    ``engine`` is ``fuzzy``, ``semantic``, ``auto`` for what measures best on the languages at hand, or ``llm`` for the
    language model that ``model`` names, to which the points are sent; ``calibration`` is a file that ``readcmp eval
    --write`` made for that model, ``timeout`` the seconds that it may take to answer. ``lexicon`` is a YAML file that
    adds to the lexicon; ``strictness`` is ``strict`` for fewer links, ``loose`` for more; ``pins`` a YAML file of links
    made or undone by hand; ``cache`` the file in which vectors and answers are kept for the next run, none by default;
    ``watch`` topics that are expected, by id or words of their labels, in a list or in a text with commas between;
    ``title`` the headline of every output. Raises UsageError for fewer than two readouts, two with one side id, a topic
    that is none and any argument that cannot be what it is given as, LexiconError for a lexicon file and InputError for
    a file of pins or a calibration that cannot be used, MissingExtraError for an engine that is not installed,
    ModelError for a model that is not there or gives no answer that can be used.
    """
    from readcmp.aligning import align
    from readcmp.aligning.link_model import shipped_for
    from readcmp.aligning.pins import apply_pins, resolve_pins
    from readcmp.aligning.verdicts import decide_verdicts
    from readcmp.annotation.contents import Contents
    from readcmp.comparing import build_comparison, corrections, resolve_topics
    from readcmp.comparing.versions import recognise
    from readcmp.lexicon import load_lexicon
    from readcmp.rendering import draw

    readouts, strictness = readouts_of(readouts), one_of(strictness, "strictness", STRICTNESS)
    pinned, kept, own = path_of(pins, "pins"), path_of(cache, "cache"), path_of(lexicon, "lexicon")
    chosen = engine_of(engine, readouts)
    wanted, known = pins_of(pinned), load_lexicon(own)
    words = texts_of(watch, "watch")
    expected = resolve_topics(words, known)
    headline = " ".join(text_of("" if title is None else title, "title").split())
    judge = judge_for(chosen, model, path_of(calibration, "calibration"), strictness, timeout, kept)
    sides, vectors = sides_of(readouts, engine=chosen, lexicon=own, cache=kept)
    same, notes = resolve_pins(sides, wanted)
    contents = Contents(sides, known)
    apart = frozenset(ends for ends, alike in same.items() if not alike)
    if judge:
        alignment = judge.align(sides, known.topics, weights=shipped_for(Engine.FUZZY), apart=apart, contents=contents)
    else:
        weights = shipped_for(chosen, strictness)
        alignment = align(sides, known.topics, weights=weights, vectors=vectors, apart=apart, contents=contents)
    alignment = decide_verdicts(apply_pins(alignment, sides, same), sides)
    comparison = build_comparison(sides, alignment, lexicon=known, engine=chosen, watch=expected, contents=contents)
    if judge:
        comparison = replace(comparison, model=judge.model, usage=judge.usage())
    if headline:
        comparison = replace(comparison, event=replace(comparison.event, title=headline))
    comparison = replace(comparison, notes=(*notes, *corrections(words, known)), pinned=same, draw=draw)
    return recognise(comparison, known)


def versions(old: Readout, new: Readout, *, lexicon: Place = None) -> Versions:
    """Return what changed from one version of an account to another: sentences added, removed, moved and reworded.

    ``lexicon`` is as for ``compare``. Raises UsageError for what is no readout, and for two in different languages.
    """
    from readcmp.comparing.versions import changes_between
    from readcmp.lexicon import load_lexicon

    own = path_of(lexicon, "lexicon")
    old, new = readouts_of((old, new))
    if short(old.language) != short(new.language):
        what = f"the two versions are in different languages ({old.language}, {new.language})"
        raise UsageError(what, hint="compare them as accounts instead")
    if old.side == new.side:
        new = replace(new, side=f"{new.side}-2")
    (before, after), _ = sides_of((old, new), lexicon=own)
    return changes_between(before, after, load_lexicon(own))


def pins_of(path: Path | None) -> Sequence[Pin]:
    """Return the pins of a file; none where there is no file, and PyYAML is not imported then."""
    if path is None:
        return ()
    from readcmp.loading.pins import read_pins

    return read_pins(path)


def judge_for(
    engine: str,
    model: str | None,
    calibration: Path | None = None,
    strictness: str = "",
    timeout: float | None = None,
    cache: Path | None = None,
) -> Judge | None:
    """Return what judges the links for the engine ``llm``, None for another; UsageError for a model without it."""
    if engine != Engine.LLM:
        for name, value in (("model", model), ("calibration", calibration), ("timeout", timeout)):
            if value is not None:
                raise UsageError(f"a {name} goes with the engine 'llm' alone", hint="name that engine too")
        return None
    from readcmp.judging import judge_of

    named = None if model is None else text_of(model, "model")
    return judge_of(named, calibration=calibration, strictness=strictness, timeout=timeout, cache=cache)


def judge_readouts(
    readouts: Sequence[Readout], *, model: str | None, timeout: float | None = None, cache: Path | None = None
) -> tuple[str, tuple[Side, ...], dict[tuple[str, str], float]]:
    """Return the name of a language model, the sides, and how sure it is of the pairs of points that it names.

    Pairs are by the ids of their points; sureness is as the model gives it. The errors raised are those of ``compare``.
    """
    judge = judge_for(engine_of(Engine.LLM, readouts), model, timeout=timeout, cache=cache)
    assert judge is not None
    sides, _ = sides_of(readouts, engine=Engine.LLM)
    return judge.model, sides, judge.surenesses(sides)


def prompts(readouts: Sequence[Readout], *, engine: str, model: str | None) -> list[str]:
    """Return what the engine ``llm`` would send for these readouts, a text a request; nothing is sent."""
    from readcmp.judging import name_of, prompts_of

    if one_of(engine, "engine", tuple(Engine)) != Engine.LLM:
        raise UsageError(f"the engine {engine!r} sends nothing", hint="name the engine 'llm'")
    name_of(model)
    sides, _ = sides_of(readouts, engine=engine)
    return prompts_of(sides)


def explain(  # noqa: PLR0913 - one parameter a choice
    readouts: Iterable[Readout],
    target: str,
    *,
    engine: str = Engine.AUTO,
    model: str | None = None,
    calibration: Place = None,
    timeout: float | None = None,
    lexicon: Place = None,
    strictness: str = "",
    cache: Place = None,
) -> tuple[tuple[Side, ...], tuple[Account | JudgedAccount, ...], tuple[CoverageAccount, ...]]:
    """Return the sides, why a point (``us3``) or a pair (``us3-ru9``) is linked as it is, and why it counts as told.

    What a language model judged counts as told by how sure it is, and needs no further account. The arguments, and the
    errors raised, are those of ``compare``; UsageError also for an id that no point has.
    """
    from readcmp.aligning.explain import explain as account_for
    from readcmp.aligning.explain import resolve_target
    from readcmp.aligning.explain_coverage import explain_coverage
    from readcmp.aligning.link_model import shipped_for
    from readcmp.annotation.contents import Contents
    from readcmp.lexicon import load_lexicon

    readouts, strictness = readouts_of(readouts), one_of(strictness, "strictness", STRICTNESS)
    kept, own = path_of(cache, "cache"), path_of(lexicon, "lexicon")
    chosen = engine_of(engine, readouts)
    judge = judge_for(chosen, model, path_of(calibration, "calibration"), strictness, timeout, kept)
    sides, vectors = sides_of(readouts, engine=chosen, lexicon=own, cache=kept)
    known, target = load_lexicon(own), text_of(target, "target")
    if judge:
        return sides, judge.explain(sides, known.topics, target, weights=shipped_for(Engine.FUZZY)), ()
    points, contents, weights = resolve_target(sides, target), Contents(sides, known), shipped_for(chosen, strictness)
    return (
        sides,
        account_for(sides, known.topics, target, weights=weights, vectors=vectors, contents=contents),
        explain_coverage(sides, known.topics, points, weights=weights, vectors=vectors, contents=contents),
    )


def sides_of(
    readouts: Sequence[Readout], *, engine: str = Engine.FUZZY, lexicon: Path | None = None, cache: Path | None = None
) -> tuple[tuple[Side, ...], dict[str, Vectors] | None]:
    """Cut and mark the readouts of one contact; return the sides, and for ``semantic`` their points' vectors.

    Topics are read from the encoder's vectors as they are; those returned, a row for each point by side id, are of the
    encoder that was bent towards telling whether two points are on one matter. The errors raised are those of
    ``compare``.
    """
    from readcmp.segmentation import segment

    ids = [readout.side for readout in readouts]
    if len(ids) < 2:
        raise UsageError("a comparison needs two readouts or more", hint="give one for each side")
    if len(set(ids)) < len(ids):
        raise UsageError(f"two readouts are of one side ({', '.join(ids)})", hint="give each a side id of its own")
    points = {readout.side: segment(readout) for readout in readouts}
    vectors = adapted = None
    if engine == Engine.SEMANTIC:
        from readcmp.encoding.cache import Cache
        from readcmp.encoding.encode import encode, encode_adapted
        from readcmp.encoding.models import MODEL

        texts = {side: [point.text for point in own] for side, own in points.items()}
        vectors = encode(texts, cache=Cache(cache, MODEL) if cache else None)
        adapted = encode_adapted(texts, cache=cache)
    note = _NOTES.get(engine, UNKNOWN_LANGUAGE)
    sides = (_marked(r, points[r.side], lexicon, ids, vectors[r.side] if vectors else None, note) for r in readouts)
    return tuple(sides), adapted


def _marked(
    readout: Readout,
    points: Sequence[Point],
    lexicon: Path | None,
    sides: Sequence[str],
    vectors: Vectors | None,
    note: str = UNKNOWN_LANGUAGE,
) -> Side:
    from readcmp.annotation import annotate
    from readcmp.lexicon import load_lexicon

    known = load_lexicon(lexicon)
    if short(readout.language) not in known.languages:
        readout = replace(readout, notes=(*readout.notes, note.format(readout.language)))
    return Side(readout, annotate(readout, points, known, sides=sides, vectors=vectors))


def engine_of(wish: str, readouts: Iterable[Readout]) -> str:
    """Return the engine that a wish comes to for these readouts.

    ``auto`` takes ``semantic`` where it is installed and a readout's language is not analysed, since only sentence
    vectors match anything there; else ``fuzzy``, which ``semantic`` has not been better than by 0.03 of link F1 on
    official texts left out. Raises MissingExtraError for ``semantic`` where it is not installed, also if every vector
    is kept from an earlier run, and UsageError for an engine that there is not.
    """
    from readcmp.annotation.attribution.grammar import has_grammar
    from readcmp.encoding.models import installed

    one_of(wish, "engine", tuple(Engine))
    if wish == Engine.SEMANTIC and not installed():
        raise MissingExtraError("the engine 'semantic'", Engine.SEMANTIC)
    if wish == Engine.LLM:
        from readcmp.judging import installed as reaches_models

        if not reaches_models():
            raise MissingExtraError("the engine 'llm'", Engine.LLM)
    if wish == Engine.AUTO:
        analysed = all(has_grammar(short(readout.language)) for readout in readouts)
        return Engine.FUZZY if analysed or not installed() else Engine.SEMANTIC
    return wish
