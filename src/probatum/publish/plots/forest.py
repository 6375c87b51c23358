"""The forest plot: every study with its interval, the pooled diamond, and the interval in which a new study may fall.

Lewis & Clarke 2001, doi:10.1136/bmj.322.7300.1479. Squares have areas in proportion to the weights.
"""

from __future__ import annotations

import math
import statistics
from typing import Final

from probatum.model import Pooled, PooledStudy
from probatum.publish.markup import Html
from probatum.publish.page import visible
from probatum.publish.plots.drawing import (
    Axis,
    arrow,
    cut,
    line,
    polygon,
    square,
    svg,
    tick_label,
    width_of,
    words,
    written,
)
from probatum.text import pooling as said

ROW: Final = 24
LARGEST: Final = 15
"""Side of the largest square."""

TOO_WIDE: Final = 3
"""An interval of a study so many times as wide as the median one may leave the axis."""


class Layout:
    """Where the columns stand: as wide as their longest entry, those of the arms left out where there are none."""

    def __init__(self, pooled: Pooled) -> None:
        one, other = said.names(pooled)
        self.labels = 12.0
        labels = [visible(study.label) for study in pooled.studies] + ["Prediction interval"]
        self.label_width = min(260.0, max(map(width_of, labels)) + 4)
        self.arms = said.arms_title(pooled)
        sums = said.totals(pooled)
        self.first = self.labels + self.label_width + self._arm(pooled, 0, one, sums[0])  # figures end here
        self.second = self.first + self._arm(pooled, 1, other, sums[1])
        self.left = self.second + 24
        self.right = self.left + 300
        effects = [said.study_interval(pooled, study) for study in pooled.studies]
        self.effect = self.right + max([width_of(effect) for effect in effects] + [110.0]) + 20
        self.weight = self.effect + 68
        self.width = self.weight + 12
        self.top = 92.0

    def _arm(self, pooled: Pooled, side: int, name: str, total: str) -> float:
        if not self.arms:
            return 0.0
        entries = [said.arm_words(study.arms[side]) for study in pooled.studies if study.arms is not None]
        entries += [total, self.arms, cut(name, 110)]
        return max(width_of(entry) * 1.06 for entry in entries) + 14  # the total is bold


def forest(pooled: Pooled, *, better: str = "") -> Html:
    """The plot as one SVG document; the same values give the same characters.

    `better` says which side helps people: `lower`, `higher`, or empty where that is not known: then the sides are named
    by what they show and not by whom they favour. Without an estimate the studies are drawn and the reason is printed.
    """
    layout = Layout(pooled)
    axis = axis_of(pooled, layout.left, layout.right)
    below = layout.top + ROW * pooled.k
    parts = [*_heads(pooled, layout), *_studies(pooled, layout, axis), *_summary(pooled, layout, axis, below)]
    foot = below + ROW * _summary_rows(pooled) + 6
    parts += _axis(pooled, axis, layout, foot, better)
    notes = _notes(pooled)
    drawn = [written(words(note, layout.labels, foot + 72 + 19 * at)) for at, note in enumerate(notes)]
    height = foot + 72 + 19 * len(notes)
    return svg(layout.width, height, said.title(pooled), described(pooled), *parts, *drawn)


def axis_of(pooled: Pooled, left: float, right: float) -> Axis:
    """The axis holds every estimate, the null, the pooled and the prediction interval, and the intervals of studies,
    but for those so wide (three times the median) that all else would be pressed together."""
    to = math.log if pooled.ratio else float
    told = [pooled.null, pooled.estimate, pooled.low, pooled.high, *(pooled.prediction or ())]
    told += [study.estimate for study in pooled.studies]
    held = [to(x) for x in told if x is not None and (x > 0 or not pooled.ratio)]
    ends = [(to(s.low), to(s.high)) for s in pooled.studies if s.low > 0 or not pooled.ratio]
    if ends:
        typical = statistics.median(high - low for low, high in ends)
        held += [end for low, high in ends if high - low <= TOO_WIDE * typical for end in (low, high)]
    return Axis.around(held, left, right, log=pooled.ratio)


def _heads(pooled: Pooled, layout: Layout) -> list[Html]:
    one, other = said.names(pooled)
    y, made = (
        layout.top - 22,
        [words(cut(said.title(pooled), layout.width - 24, 15), layout.labels, 24, bold=True, size=15)],
    )
    made.append(words("Study", layout.labels, y, bold=True))
    if layout.arms:
        for name, x in ((one, layout.first), (other, layout.second)):
            made.append(words(cut(name[:1].upper() + name[1:], 110), x, y - 17, anchor="end", bold=True))
            made.append(words(layout.arms, x, y, anchor="end"))
    measured = f"{said.short(pooled)} [{pooled.level:g} % CI]"
    made.append(words(measured, layout.effect, y, anchor="end", bold=True))
    if _weighted(pooled):
        made.append(words("Weight", layout.weight, y, anchor="end", bold=True))
    return [written(*made), line(layout.labels, layout.top - 12, layout.width - 12, layout.top - 12)]


def _weighted(pooled: Pooled) -> bool:
    return pooled.estimate is not None


def _studies(pooled: Pooled, layout: Layout, axis: Axis) -> list[Html]:
    heaviest = max((study.weight for study in pooled.studies), default=0.0)
    made: list[Html] = []
    for at, study in enumerate(pooled.studies):
        y = layout.top + ROW * (at + 0.5)
        made.append(_study_words(pooled, study, layout, y + 4.5))
        made += _whisker(axis, study.low, study.high, y)
        share = study.weight / heaviest if heaviest else 0.3
        if axis.holds(study.estimate):
            made.append(square(axis.at(study.estimate), y, max(3.0, LARGEST * math.sqrt(share))))
    return made


def _study_words(pooled: Pooled, study: PooledStudy, layout: Layout, y: float) -> Html:
    made = [words(cut(visible(study.label), layout.label_width), layout.labels, y)]
    if study.arms is not None:
        for arm, x in zip(study.arms, (layout.first, layout.second), strict=True):
            made.append(words(said.arm_words(arm), x, y, anchor="end"))
    made.append(words(said.study_interval(pooled, study), layout.effect, y, anchor="end"))
    if _weighted(pooled):
        made.append(words(f"{study.weight:.1f} %", layout.weight, y, anchor="end"))
    return written(*made)


def _whisker(axis: Axis, low: float, high: float, y: float) -> list[Html]:
    """The interval of a study, with an arrow where it leaves the axis."""
    made = [line(axis.at(low), y, axis.at(high), y, width=1.3)]
    if low < axis.low:
        made.append(arrow(axis.left, y, -1))
    if high > axis.high:
        made.append(arrow(axis.right, y, 1))
    return made


def _summary_rows(pooled: Pooled) -> int:
    return 1 + (pooled.prediction is not None)


def _summary(pooled: Pooled, layout: Layout, axis: Axis, top: float) -> list[Html]:
    """The pooled row with its diamond, and under it the prediction interval."""
    rule = line(layout.labels, top + 2, layout.width - 12, top + 2)
    y = top + ROW * 0.5 + 4
    if pooled.estimate is None or pooled.low is None or pooled.high is None:
        return [rule, written(words("Not pooled", layout.labels, y + 4.5, bold=True))]
    name = pooled.model[:1].upper() + pooled.model[1:]
    made = [words(name, layout.labels, y + 4.5, bold=True)]
    for total, x in zip(said.totals(pooled), (layout.first, layout.second), strict=True):
        if total:
            made.append(words(total, x, y + 4.5, anchor="end", bold=True))
    told = said.interval(pooled, pooled.estimate, pooled.low, pooled.high)
    made.append(words(told, layout.effect, y + 4.5, anchor="end", bold=True))
    made.append(words("100 %", layout.weight, y + 4.5, anchor="end", bold=True))
    left, middle, right = (axis.at(x) for x in (pooled.low, pooled.estimate, pooled.high))
    diamond = polygon([(left, y), (middle, y - 8), (right, y), (middle, y + 8)])
    drawn = [rule, written(*made), diamond]
    if pooled.prediction is not None:
        below = y + ROW
        low, high = (axis.at(x) for x in pooled.prediction)
        drawn += [
            written(
                words("Prediction interval", layout.labels, below + 4.5),
                words(said.prediction_words(pooled), layout.effect, below + 4.5, anchor="end"),
            ),
            line(low, below, high, below, width=3),
            line(low, below - 5, low, below + 5),
            line(high, below - 5, high, below + 5),
        ]
    return drawn


def _axis(pooled: Pooled, axis: Axis, layout: Layout, y: float, better: str) -> list[Html]:
    made = [line(axis.left, y, axis.right, y)]
    labels = []
    for tick in axis.ticks():
        made.append(line(axis.at(tick), y, axis.at(tick), y + 5))
        labels.append(words(tick_label(tick), axis.at(tick), y + 19, anchor="middle", size=12))
    null = axis.at(pooled.null)
    made.append(line(null, layout.top - 12, null, y))
    if pooled.estimate is not None:
        middle = axis.at(pooled.estimate)
        made.append(line(middle, layout.top - 6, middle, y, dash="3 4"))
    low, high = sides(pooled, better)
    labels.append(words(f"← {cut(low, null - 40, 12)}", null - 8, y + 38, anchor="end", size=12))
    labels.append(words(f"{cut(high, layout.width - null - 40, 12)} →", null + 8, y + 38, size=12))
    return [*made, written(*labels)]


def sides(pooled: Pooled, better: str) -> tuple[str, str]:
    """What the two sides of the null mean: whom they favour where that is known, else what they show."""
    one, other = said.names(pooled)
    if better == "lower":
        return f"favours {one}", f"favours {other}"
    if better == "higher":
        return f"favours {other}", f"favours {one}"
    return f"lower with {one}", f"higher with {one}"


def _notes(pooled: Pooled) -> list[str]:
    """The lines under the axis: model, heterogeneity, test, or why nothing was pooled."""
    if pooled.estimate is None:
        return [f"Not pooled: {visible(pooled.why_not)}."]
    made = [
        f"Model: {said.model_words(pooled)}; {pooled.k} studies",
        f"Heterogeneity: {said.heterogeneity_words(pooled)}",
    ]
    if pooled.p is not None:
        made.append(f"Overall effect: {said.pooled_words(pooled)}")
    return made


def described(pooled: Pooled) -> str:
    """The plot in words, for those who do not see it: every study, then the result."""
    made = [f"Forest plot. {said.title(pooled)}. {short_title(pooled)} of {pooled.k} studies."]
    for study in pooled.studies:
        weight = f", weight {study.weight:.1f} %" if _weighted(pooled) else ""
        made.append(f"{visible(study.label)}: {said.study_interval(pooled, study)}{weight}.")
    if pooled.estimate is None:
        made.append(f"Not pooled: {visible(pooled.why_not)}.")
    else:
        made.append(f"Pooled, {said.model_words(pooled)}: {said.pooled_words(pooled)}.")
        if pooled.prediction is not None:
            made.append(f"Prediction interval {said.prediction_words(pooled)}.")
        made.append(f"Heterogeneity: {said.heterogeneity_words(pooled)}.")
    return " ".join(made)


def short_title(pooled: Pooled) -> str:
    """`Risk ratio`."""
    return pooled.measure.value[:1].upper() + pooled.measure.value[1:]
