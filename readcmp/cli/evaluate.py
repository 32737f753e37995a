"""``readcmp eval``: how good the comparison is on readouts marked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readcmp.cli.grouping import command
from readcmp.cli.options import engine_option, loose_option, model_options, no_cache_option, strict_option
from readcmp.vocabulary import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readcmp.evaluation import Result
    from readcmp.model import Comparison, Readout

PINNED = "pinned together"
"""The row of all pairs that have but pins."""


@command(name="eval")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--tag", default="", help="Only pairs that bear this tag, such as en-en.")
@click.option("--only", default="", metavar="NAME", help="Only pairs whose name contains NAME.")
@engine_option
@model_options
@strict_option
@loose_option
@no_cache_option
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --engine llm, write to FILE what the model's sureness comes to on GOLD, for --calibration.",
)
def evaluate(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: Path,
    tag: str,
    only: str,
    engine: str,
    model: str | None,
    calibration: Path | None,
    timeout: float | None,
    strictness: str,
    no_cache: bool,
    as_json: bool,
    write: Path | None,
) -> None:
    """Measure accuracy on hand-marked pairs.

    GOLD is a folder of them. Prints figures from 0 to 1, for each pair and for all together: link (pairs of
    passages on one matter), omission (what the other account does not have), topic (which account mentions
    which topic), mark (what a passage is about), cut (where passages begin and end) and, where they are marked,
    speaker and act. Of verdicts: auc (how well passages are ranked by whether the other account has their
    matter), both and only (the share of such verdicts that is right), called_both and called_only (the share of
    all passages that is called so).

    A folder with pins.yaml in place of gold.yaml, as readcmp review leaves it, gives the figure of links alone.
    """
    from contextlib import ExitStack
    from functools import partial
    from tempfile import TemporaryDirectory

    from readcmp.cli.cache import cache_file
    from readcmp.cli.output import deliver, form_of, refuse_to_replace, tell_usage
    from readcmp.cli.streams import tell
    from readcmp.errors import InputError, UsageError
    from readcmp.evaluation import evaluate as run
    from readcmp.pipeline import compare, judge_readouts
    from readcmp.rendering.safe import safe

    if not gold.is_dir():
        raise InputError("no such folder", where=str(gold), hint="give a folder of pairs with gold.yaml in them")
    if write is not None:
        form_of(write, asked=Format.TERMINAL, as_json=False)
        refuse_to_replace(write, (calibration,))
        if engine != "llm":
            raise UsageError("--write goes with the engine 'llm' alone", hint="name it, and a model with --model")
    with ExitStack() as stack:
        cache = None if no_cache else cache_file(engine)
        if write is not None and cache is None:  # each answer is wanted twice
            cache = Path(stack.enter_context(TemporaryDirectory())) / "answers.sqlite"
        way = partial(
            compare,
            engine=engine,
            model=model,
            calibration=calibration,
            timeout=timeout,
            strictness=strictness,
            cache=cache,
        )
        made: list[Comparison] = []

        def kept(readouts: Sequence[Readout]) -> Comparison:
            made.append(way(readouts))
            return made[-1]

        result = run(gold, kept, tag=tag, only=only)
        tell_usage(*made)
        if write is not None and result.pairs:
            from readcmp.evaluation.confidence import calibration_of

            ask = partial(judge_readouts, model=model, timeout=timeout, cache=cache)
            deliver(calibration_of(gold, ask, tag=tag, only=only), write)
    if not (result.pairs or result.pinned):
        raise InputError("no pair fits", where=str(gold), hint="widen --tag or --only")
    rows = [(safe(name), scores) for name, scores in result.pairs]
    rows += [("together", result.together)] if rows else []
    if result.pinned:
        rows += [*((safe(name), scores) for name, scores in result.pinned), (PINNED, result.pinned_together)]
        tell(f"readcmp: note: {_remark(result)}")
    if as_json:
        import json

        click.echo(json.dumps({name: scores.figures() for name, scores in rows}, indent=1))
        return
    width = max(len(name) for name, _ in rows)
    names = tuple((result.together if result.pairs else result.pinned_together).figures())
    click.echo(" ".join([" " * width, *(f"{name:>8}" for name in names)]))
    for name, scores in rows:
        figures = scores.figures()
        cells = (f"{figures[n]:.3f}" if n in figures else "-" for n in names)
        cells = (f"{cell:>{max(8, len(n))}}" for n, cell in zip(names, cells, strict=True))
        click.echo(" ".join([f"{name:{width}}", *cells]))


def _remark(result: Result) -> str:
    """Return what the figures of pinned pairs do not say."""
    count = len(result.pinned)
    what = f"{count} {'pair has' if count == 1 else 'pairs have'} pins alone, which give figures of links alone"
    if result.unsure_only:
        return f"{what}; only unsure matches were asked about, so these figures say nothing of the others"
    return f"{what}, for the passages that somebody chose"
