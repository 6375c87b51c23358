"""Finding and Directive: what was found, and what a label or guideline says to do."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.span import Span


class Measure(StrEnum):
    """Effect and outcome measures."""

    RISK_RATIO = "risk ratio"
    ODDS_RATIO = "odds ratio"
    HAZARD_RATIO = "hazard ratio"
    RATE_RATIO = "rate ratio"
    RISK_DIFFERENCE = "risk difference"
    NNT = "number needed to treat"
    MEAN_DIFFERENCE = "mean difference"
    SMD = "standardised mean difference"
    MEAN = "mean"
    MEDIAN = "median"
    PERCENTAGE = "percentage"
    COUNT = "count"
    CHANGE = "change"
    """Change within an arm, from `baseline` to `value` or by `value`."""
    RELATIVE = "relative to comparator"
    """An arm's result as a share of the comparator's: `31 % of placebo`."""
    PERCENT_CHANGE = "percent change"
    SENSITIVITY = "sensitivity"
    SPECIFICITY = "specificity"
    AUC = "area under the curve"
    LIKELIHOOD_RATIO = "likelihood ratio"
    PREDICTIVE_VALUE = "predictive value"
    CORRELATION = "correlation"
    KAPPA = "kappa"
    SURVIVAL = "survival"
    """A share of people who live, or live without an event, at a time."""
    RATE = "incidence rate"
    """Events per person-time; its unit says per how much."""
    P_ONLY = "p value only"
    """A comparison reported with a p value, or in words alone, and no figure of effect."""
    OTHER = "other"


class OutcomeRole(StrEnum):
    """Where the outcome stands in the study's plan, when said."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SUBGROUP = "subgroup"
    POST_HOC = "post hoc"
    UNSTATED = ""


class Direction(StrEnum):
    """How the intervention arm compares with the comparator (or a change, with its start)."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE_DETECTED = "no difference detected"
    UNCLEAR = ""


class Figure(msgspec.Struct, frozen=True):
    """A number as the source prints it."""

    value: float
    text: str
    """Verbatim, without its unit: `31`, `0.047`, `-1.8`."""
    span: Span


class Interval(msgspec.Struct, frozen=True):
    """A confidence or credible interval, or a range said to be one; level in percent (95.0)."""

    low: Figure
    high: Figure
    level: float | None = 95.0


class PValue(msgspec.Struct, frozen=True):
    """A p value: relation is `=`, `<`, `>`, `<=` or `>=`."""

    relation: str
    figure: Figure
    text: str
    """As it is printed in answers: `p = 0.047`, `p < 0.001`."""
    kind: str = ""
    """interaction, trend, non-inferiority, one-sided, within, or empty for a comparison between groups."""


class ArmResult(msgspec.Struct, frozen=True):
    """One arm's result."""

    arm: str
    """Name of the arm as the source gives it: `placebo`, `300 mg/day`, `mexiletine`."""
    value: Figure | None = None
    baseline: Figure | None = None
    spread: Figure | None = None
    spread_kind: str = ""
    """SD, SE, IQR, or empty."""
    events: Figure | None = None
    denominator: Figure | None = None
    control: bool = False
    interval: Interval | None = None
    """The arm's own limits; `interval_kind` says whether they are a confidence interval or a range."""
    interval_kind: str = ""
    """CI, IQR, range, or empty."""
    drugs: tuple[str, ...] = ()
    """Drugs that the record says this arm got, by their generic names; empty where it does not say."""


class Finding(msgspec.Struct, frozen=True, cache_hash=True):
    """What was found for one outcome, in one comparison or one arm."""

    record: str
    outcome: str
    """Noun phrase, as near to the source's words as grammar allows."""
    measure: Measure
    sentence: Span
    """The sentence or table row it was read from."""
    arms: tuple[ArmResult, ...] = ()
    estimate: Figure | None = None
    """Between-group estimate."""
    interval: Interval | None = None
    p: PValue | None = None
    unit: str = ""
    comparator: str = ""
    timepoint: str = ""
    outcome_role: OutcomeRole = OutcomeRole.UNSTATED
    direction: Direction = Direction.UNCLEAR
    claimed: str = ""
    """significant, not significant, or empty: what the source's own sentence claims."""
    significant: bool | None = None
    """Judged against the study's level (else two-sided 0.05); None when there is nothing to judge by."""
    harm: bool = False
    """True for adverse events, stopping and the like."""
    population: str = ""
    """Subgroup or population, when the sentence names one."""
    spans: tuple[Span, ...] = ()
    """Further characters it rests on (a design sentence, a table header)."""
    problems: tuple[str, ...] = ()
    """Arithmetic that does not hold, in words."""
    adjusted: bool | None = None
    """True or False where the source says whether the estimate is adjusted for other variables."""
    analysis_set: str = ""
    """intention to treat, modified intention to treat, per protocol, as treated, safety, completers, or empty."""
    favours: str = ""
    """For that outcome: `benefit` or `harm` of the first arm, or empty where the direction or its meaning is open."""
    margin: str = ""
    """The non-inferiority or equivalence margin, in the source's words."""
    one_sided: bool = False
    method: str = ""
    """Statistical method of the comparison, in the source's words."""
    serious: bool = False
    """True for serious adverse events."""


class DirectiveAction(StrEnum):
    """What a directive says."""

    INDICATED = "indicated"
    BOXED_WARNING = "boxed warning"
    CONTRAINDICATED = "contraindicated"
    CAUTION = "caution"
    INTERACTION = "interaction"
    MONITOR = "monitor"
    DOSE = "dose"
    ADVERSE_EFFECT = "adverse effect"
    SPECIAL_POPULATION = "special population"
    STOP = "stop"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not recommended"
    STATUS = "status"
    """Regulatory status: approved, not approved, withdrawn."""


class Directive(msgspec.Struct, frozen=True, cache_hash=True):
    """What a label or guideline says to do or avoid."""

    record: str
    action: DirectiveAction
    text: str
    """The clause in the source words, trimmed: `second- or third-degree AV block without a pacemaker`."""
    span: Span
    drug: str = ""
    population: str = ""
    condition: str = ""
    dose: str = ""
    other: str = ""
    """The interacting drug, or what is to be monitored."""
    strength: str = ""
    issuer: str = ""
    country: str = ""
    date: str = ""
