"""What a fit leaves behind: an engine's weights, with the date, the pairs and the figures they rest on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import yaml

from readcmp.aligning.link_model import FILE, Weights, from_dict
from readcmp.aligning.neighbours import KINDS
from readcmp.evaluation import Scores


def write_weights(
    engine: str,
    weights: Weights,
    pairs: Sequence[str],
    unseen: Mapping[str, Scores],
    table: Sequence[Mapping[str, float]],
) -> None:
    """Write an engine's weights with their date, the pairs they were fitted on and the figures of the fit."""
    data = {
        "fitted": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "pairs": sorted(set(pairs)),
        "figures_on_unseen_events": {
            kind: {name: round(float(value), 4) for name, value in scores.figures().items()}
            for kind, scores in sorted(unseen.items())
        },
        "calibration_on_unseen_events": [{name: float(value) for name, value in row.items()} for row in table],
        "bias": round(float(weights.bias), 4),
        "coefficients": {str(name): round(value, 4) for name, value in weights.coefficients.items()},
        "coverage": {
            "bias": round(float(weights.coverage.bias), 4),
            "coefficients": {str(name): round(value, 4) for name, value in weights.coverage.coefficients.items()},
            "both": round(float(weights.coverage.both), 4),
            "only": round(float(weights.coverage.only), 4),
        },
        "calibration": {"bias": round(float(weights.calibration_bias), 4)}
        | {kind: round(float(value), 4) for kind, value in zip(KINDS, weights.calibration, strict=True)},
        "thresholds": {
            "link": weights.link,
            "possible": round(float(weights.possible), 4),
            "competition": weights.competition,
        },
    }
    from_dict(data)  # what is written can be read
    engines = yaml.safe_load(FILE.read_text("utf-8"))["engines"] | {engine: data}
    text = yaml.safe_dump({"engines": dict(sorted(engines.items()))}, sort_keys=False, width=110)
    FILE.write_text(
        "# Written by python -m readcmp.training.links; what each number is stands there.\n" + text, "utf-8"
    )
