"""A trend as a page that needs nothing else: heat maps and rates as SVG, with the numbers behind each mark."""

from __future__ import annotations

import json
from pathlib import Path

from readcmp.rendering.html.parts import policy_of, template_of
from readcmp.rendering.json import tame
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import long_date
from readcmp.trend.data import to_dict
from readcmp.trend.trend import Trend
from readcmp.trend.words import firsts_of, gaps_of, maps_of, name_of, steps_of, title_of
from readcmp.version import VERSION

HERE = Path(__file__).parent
TOPICS, PERIODS, STEPS, RATES, PHRASES = 25, 60, 20, 15, 60


def render_page(trend: Trend) -> str:
    """Return the trend as HTML; whatever comes from readouts is escaped, and no request is sent."""
    from markupsafe import Markup

    style = (HERE / "trend.css").read_text(encoding="utf-8")
    data = tame(json.dumps(to_dict(trend), ensure_ascii=False)).replace("<", "\\u003c")
    return template_of(
        HERE / "templates", "trend.html"
    ).render(
        style=Markup(style),  # a file of this package, nothing from outside
        policy=policy_of([style]),
        data=Markup(data),
        title=title_of(trend),
        sides=[(name_of(side), count) for side, count in trend.sides],
        undated=trend.undated,
        maps=maps_of(trend, most=TOPICS, widest=PERIODS),
        gaps=gaps_of(trend, most=RATES),
        firsts=firsts_of(trend),
        steps=steps_of(trend, most=STEPS),
        phrases=[
            (name_of(f.side), f.state, f.events, long_date(f.first), long_date(f.last), safe(f.text), safe(f.now))
            for f in trend.formulae[:PHRASES]
        ],
        version=VERSION,
    )
