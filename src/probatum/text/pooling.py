"""The figures of a pooled result in words: the same in every plot, table, sentence, and check of a sentence."""

from __future__ import annotations

import math
from typing import Final

from probatum.model import Measure, Pooled, PooledArm, PooledStudy

SHORT: Final[dict[Measure, str]] = {
    Measure.RISK_RATIO: "RR",
    Measure.ODDS_RATIO: "OR",
    Measure.HAZARD_RATIO: "HR",
    Measure.RATE_RATIO: "Rate ratio",
    Measure.RISK_DIFFERENCE: "RD",
    Measure.MEAN_DIFFERENCE: "MD",
    Measure.SMD: "SMD",
}

_RATIO_PLACES: Final = 2
_LEAST: Final = 0.001

METHODS: Final[dict[str, str]] = {
    "REML": "restricted maximum likelihood",
    "DL": "DerSimonian-Laird",
    "PM": "Paule-Mandel",
    "EE": "inverse variance",
    "MH": "Mantel-Haenszel",
    "PETO": "Peto",
}


def short(pooled: Pooled) -> str:
    """`RR`; the measure's name where it has no short one."""
    return SHORT.get(pooled.measure, pooled.measure.value)


def decimals(pooled: Pooled) -> int:
    """Places after the point: two for ratios, and for differences so many that an interval keeps two figures."""
    if pooled.ratio:
        return _RATIO_PLACES
    widths = [study.high - study.low for study in pooled.studies if study.high > study.low]
    if pooled.low is not None and pooled.high is not None:
        widths.append(pooled.high - pooled.low)
    narrow = min(widths, default=1.0)
    return min(4, max(1, 2 - math.ceil(math.log10(narrow)))) if narrow > 0 else 2


def number(value: float, places: int) -> str:
    """A figure with a true minus and no minus before nothing: `−0.30`; a small one keeps two figures: `0.0034`."""
    small = 0 < abs(value) < 0.0095 and places == _RATIO_PLACES
    said = f"{value:.2g}" if small and abs(value) >= _LEAST else f"{value:.{places}f}"
    if float(said) == 0:
        said = said.lstrip("-")
    return said.replace("-", "−")


def interval(pooled: Pooled, value: float, low: float, high: float) -> str:
    """`0.49 [0.33, 0.73]`."""
    places = decimals(pooled)
    return f"{number(value, places)} [{number(low, places)}, {number(high, places)}]"


def study_interval(pooled: Pooled, study: PooledStudy) -> str:
    """The effect of a study with its interval."""
    return interval(pooled, study.estimate, study.low, study.high)


def p_words(p: float) -> str:
    """`p = 0.04`, `p < 0.001`."""
    if p < 0.001:
        return "p < 0.001"
    return f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"


def arm_words(arm: PooledArm) -> str:
    """`12/150`, or `5.1 (2.0), 40` for mean, standard deviation and people."""
    if arm.events is not None and arm.n is not None:
        return f"{_whole(arm.events)}/{_whole(arm.n)}"
    if arm.mean is not None and arm.sd is not None and arm.n is not None:
        return f"{_figure(arm.mean)} ({_figure(arm.sd)}), {_whole(arm.n)}"
    return ""


def _figure(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")


def _whole(value: float) -> str:
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"


def totals(pooled: Pooled) -> tuple[str, str]:
    """Events and people of all studies by arm, `75/1,020`; people alone for means; empty without arms."""
    made = []
    for side in (0, 1):
        arms = [study.arms[side] for study in pooled.studies if study.arms is not None]
        if len(arms) < pooled.k or any(arm.n is None for arm in arms):
            return "", ""
        people = f"{sum(arm.n or 0 for arm in arms):,.0f}"
        events = [arm.events for arm in arms]
        made.append(people if None in events else f"{sum(e or 0 for e in events):,.0f}/{people}")
    return made[0], made[1]


def arms_title(pooled: Pooled) -> str:
    """What stands under the arms: `events/n`, `mean (SD), n`; empty without arms."""
    arms = [study.arms for study in pooled.studies if study.arms is not None]
    if not arms:
        return ""
    return "events/n" if arms[0][0].events is not None else "mean (SD), n"


def names(pooled: Pooled) -> tuple[str, str]:
    """The two sides compared, in words that are always true."""
    return pooled.intervention or "intervention", pooled.comparator or "comparator"


def title(pooled: Pooled) -> str:
    """`Number of cramps: mexiletine versus placebo`."""
    one, other = names(pooled)
    compared = f"{one} versus {other}"
    outcome = pooled.outcome
    return f"{outcome[:1].upper()}{outcome[1:]}: {compared}" if outcome else f"{compared[:1].upper()}{compared[1:]}"


def model_words(pooled: Pooled) -> str:
    """`random effects (restricted maximum likelihood, Hartung-Knapp interval)`."""
    test = f", {pooled.test} interval" if pooled.model.startswith("random") else ""
    return f"{pooled.model} ({METHODS.get(pooled.method, pooled.method)}{test})"


def heterogeneity_words(pooled: Pooled) -> str:
    """`τ² = 0.31 (0.12 to 1.11), I² = 92 %, Q = 152.2 on 12 degrees of freedom, p < 0.001`."""
    parts = []
    if pooled.tau2 is not None:
        around = pooled.tau2_interval
        spread = f" ({pooled.level:g} % CI {around[0]:.3g} to {around[1]:.3g})" if around else ""
        parts.append(f"τ² = {pooled.tau2:.3g}{spread}")
    if pooled.i2 is not None:
        parts.append(f"I² = {pooled.i2:.0f} %")
    if pooled.q is not None and pooled.q_p is not None:
        parts.append(f"Q = {pooled.q:.2f}, df = {pooled.k - 1}, {p_words(pooled.q_p)}")
    return "; ".join(parts)


def pooled_words(pooled: Pooled) -> str:
    """`RR 0.49, 95 % CI 0.33 to 0.73, p = 0.002`; empty without an estimate."""
    if pooled.estimate is None or pooled.low is None or pooled.high is None:
        return ""
    places = decimals(pooled)
    ends = f"{number(pooled.low, places)} to {number(pooled.high, places)}"
    unit = f" {pooled.unit}" if pooled.unit and pooled.measure is Measure.MEAN_DIFFERENCE else ""
    p = f", {p_words(pooled.p)}" if pooled.p is not None else ""
    return f"{short(pooled)} {number(pooled.estimate, places)}{unit}, {pooled.level:g} % CI {ends}{p}"


def prediction_words(pooled: Pooled) -> str:
    """`0.14 to 1.76`; empty without a prediction interval."""
    if pooled.prediction is None:
        return ""
    return " to ".join(number(end, decimals(pooled)) for end in pooled.prediction)


def asymmetry_words(pooled: Pooled) -> str:
    """What the test for small-study effects says, or why there is none."""
    if pooled.egger_p is None:
        return "With fewer than ten studies the test for asymmetry tells too little and is not made."
    return f"Egger's test for asymmetry: {p_words(pooled.egger_p)}."


def sentence(pooled: Pooled) -> str:
    """The result in one sentence without its stop; empty without an estimate.

    `taken together, 3 studies of exercise versus usual care give RR 0.74 (95 % CI 0.55 to 0.99; p = 0.045) for falls;
    random effects; I² = 40 %; prediction interval 0.40 to 1.37`
    """
    if pooled.estimate is None or pooled.low is None or pooled.high is None:
        return ""
    one, other = names(pooled)
    places = decimals(pooled)
    unit = f" {pooled.unit}" if pooled.unit else ""
    ends = f"{pooled.level:g} % CI {number(pooled.low, places)} to {number(pooled.high, places)}"
    p = f"; {p_words(pooled.p)}" if pooled.p is not None else ""
    outcome = f" for {pooled.outcome}" if pooled.outcome else ""
    made = (
        f"taken together, {pooled.k} studies of {one} versus {other} give a {pooled.measure.value} of "
        f"{number(pooled.estimate, places)}{unit} ({ends}{p}){outcome}"
    )
    parts = [made, pooled.model]
    if pooled.i2 is not None:
        parts.append(f"I² = {pooled.i2:.0f} %")
    if pooled.prediction is not None:
        parts.append(f"prediction interval {prediction_words(pooled)}")
    return "; ".join(parts)
