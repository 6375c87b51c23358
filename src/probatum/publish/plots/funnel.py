"""The funnel plot: every study's effect against its standard error, with the region in which chance would put them.

Sterne & Egger 2001, doi:10.1016/S0895-4356(01)00377-8: standard errors on an axis that grows downwards.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Final

from probatum.model import Pooled, PooledStudy
from probatum.publish.markup import Html, el
from probatum.publish.page import visible
from probatum.publish.plots.drawing import Axis, cut, line, linear_ticks, svg, tick_label, words, written
from probatum.text import pooling as said

WIDTH: Final = 520
LEFT, RIGHT = 76.0, 500.0
TOP, BOTTOM = 52.0, 352.0
NORMAL: Final = 1.959963984540054
"""z of a two-sided interval of 95 %."""


def funnel(pooled: Pooled) -> Html:
    """The plot as one SVG document, wide enough for a phone. Without an estimate no region is drawn."""
    to = math.log if pooled.ratio else float
    errors = [standard_error(pooled, study) for study in pooled.studies]
    most = 1.08 * max(errors, default=1.0) or 1.0
    middle = to(pooled.estimate) if pooled.estimate is not None else None
    xs = [to(study.estimate) for study in pooled.studies]
    ends = xs + ([middle - NORMAL * most, middle + NORMAL * most] if middle is not None else [])
    axis = Axis.around(ends or [-1.0, 1.0], LEFT, RIGHT, log=pooled.ratio)
    down = Axis(0.0, most, TOP, BOTTOM, log=False)
    parts = [
        *_frame(pooled, axis, down),
        *(_region(axis, middle, most) if middle is not None else []),
        *(_point(axis, down, study, error) for study, error in zip(pooled.studies, errors, strict=True)),
    ]
    return svg(WIDTH, 416, f"Funnel plot. {said.title(pooled)}", described(pooled), *parts)


def standard_error(pooled: Pooled, study: PooledStudy) -> float:
    """Standard error of a study on the scale of pooling, from its interval by z."""
    low, high = (math.log(study.low), math.log(study.high)) if pooled.ratio else (study.low, study.high)
    return (high - low) / (2 * NormalDist().inv_cdf(0.5 + pooled.level / 200))


def _frame(pooled: Pooled, axis: Axis, down: Axis) -> list[Html]:
    made = [line(LEFT, BOTTOM, RIGHT, BOTTOM), line(LEFT, TOP, LEFT, BOTTOM)]
    labels = [words(cut(said.title(pooled), WIDTH - 24, 15), 12, 24, bold=True, size=15)]
    for tick in axis.ticks():
        made.append(line(axis.at(tick), BOTTOM, axis.at(tick), BOTTOM + 5))
        labels.append(words(tick_label(tick), axis.at(tick), BOTTOM + 20, anchor="middle", size=12))
    for tick in linear_ticks(0.0, down.high):
        made.append(line(LEFT - 5, down.at(tick), LEFT, down.at(tick)))
        labels.append(words(tick_label(tick), LEFT - 9, down.at(tick) + 4, anchor="end", size=12))
    labels.append(words(f"{pooled.measure.value}{_scale(pooled)}", (LEFT + RIGHT) / 2, BOTTOM + 42, anchor="middle"))
    labels.append(_upright(f"standard error{' of the logarithm' if pooled.ratio else ''}"))
    return [*made, written(*labels)]


def _scale(pooled: Pooled) -> str:
    return " (log scale)" if pooled.ratio else f" ({visible(pooled.unit)})" if pooled.unit else ""


def _upright(label: str) -> Html:
    y = (TOP + BOTTOM) / 2
    return el("text", label, x="20", y=f"{y:g}", text_anchor="middle", transform=f"rotate(-90 20 {y:g})")


def _region(axis: Axis, middle: float, most: float) -> list[Html]:
    """The pooled effect and the lines between which 95 % of studies lie if chance alone parts them."""
    half = NORMAL * most
    tip, low, high = (axis.at_scaled(x) for x in (middle, middle - half, middle + half))
    return [
        line(tip, TOP, tip, BOTTOM),
        line(tip, TOP, low, BOTTOM, dash="4 4"),
        line(tip, TOP, high, BOTTOM, dash="4 4"),
    ]


def _point(axis: Axis, down: Axis, study: PooledStudy, error: float) -> Html:
    name = el("title", visible(study.label))
    x, y = axis.at(study.estimate), down.at(error)
    return el("circle", name, cx=f"{x:.2f}", cy=f"{y:.2f}", r="4.5", fill="currentColor", fill_opacity="0.55")


def described(pooled: Pooled) -> str:
    """The plot in words: each study's effect and standard error, and the test for asymmetry where there is one."""
    made = [f"Funnel plot of {pooled.k} studies: effect against standard error."]
    for study in pooled.studies:
        effect = said.number(study.estimate, said.decimals(pooled))
        made.append(f"{visible(study.label)}: {effect}, standard error {standard_error(pooled, study):.3g}.")
    made.append(said.asymmetry_words(pooled))
    return " ".join(made)
