"""Study: what was done. Each value with its Span, or absent; never guessed."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.span import Span


class Design(StrEnum):
    """Study design, in the field's terms."""

    RANDOMISED = "randomised trial"
    CROSSOVER = "randomised crossover trial"
    CLUSTER = "cluster randomised trial"
    NON_RANDOMISED = "non-randomised trial"
    SINGLE_ARM = "single-arm trial"
    COHORT = "cohort study"
    CASE_CONTROL = "case-control study"
    CROSS_SECTIONAL = "cross-sectional study"
    ACCURACY = "diagnostic accuracy study"
    CASE_SERIES = "case series"
    CASE_REPORT = "case report"
    META_ANALYSIS = "systematic review with meta-analysis"
    SYSTEMATIC_REVIEW = "systematic review"
    REVIEW = "narrative review"
    GUIDELINE = "guideline"
    LABEL = "drug label"
    REGISTRY = "registry entry"
    ANIMAL = "animal study"
    IN_VITRO = "in vitro study"
    PROTOCOL = "protocol"
    OTHER = "other or unclear design"

    @property
    def randomised(self) -> bool:
        """True for the randomised designs."""
        return self in (Design.RANDOMISED, Design.CROSSOVER, Design.CLUSTER)

    @property
    def synthesis(self) -> bool:
        """True for systematic reviews, with or without meta-analysis."""
        return self in (Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW)


class Sourced(msgspec.Struct, frozen=True):
    """A value as text with the characters it was read from."""

    value: str
    span: Span


class Arm(msgspec.Struct, frozen=True):
    """One arm of a study."""

    name: str
    span: Span
    drug: str = ""
    dose: str = ""
    """Verbatim, e.g. `150 mg twice daily`."""
    dose_per_day: str = ""
    """Computed from dose and frequency, e.g. `300 mg/day`; empty when either is missing."""
    n: int | None = None
    control: bool = False
    salt: str = ""
    """Of the drug, as it is written: `hydrochloride`."""
    route: str = ""
    """`oral`, `intravenous` and so on."""
    frequency: str = ""
    """Verbatim: `twice daily`."""
    duration: str = ""
    """Verbatim: `12 weeks`."""


class Claim(msgspec.Struct, frozen=True):
    """What the authors conclude, apart from the numbers."""

    span: Span
    direction: str = ""
    """benefit, harm, no difference, uncertain, or empty."""
    hedged: bool = False
    strength: str = ""
    """advises (says what should be done), hedged, firm, or empty."""


class SpinKind(StrEnum):
    """How a report makes more of its results than they show (Boutron 2010, doi:10.1001/jama.2010.651)."""

    SIGNIFICANCE = "significance claimed"
    """Significance is claimed against the study's own level."""
    PRIMARY = "primary outcome set aside"
    """Benefit is concluded where no difference was detected in the primary outcome."""
    SECONDARY = "another outcome led with"
    """The conclusion names a secondary, subgroup or post hoc result and not the primary outcome."""
    WITHIN = "no between-group test"
    """Benefit is concluded from changes within a group."""


class SpinSignal(msgspec.Struct, frozen=True):
    """A sign of spin, for a person to judge: one plain sentence and the characters it rests on."""

    kind: SpinKind
    sentence: str
    spans: tuple[Span, ...]


class FurtherTrial(msgspec.Struct, frozen=True):
    """A second trial, or an extension of the first, that one report tells of, and what holds for it alone."""

    announced: Span
    """The sentence that announces it."""
    n: int | None = None
    n_span: Span | None = None
    blinding: Sourced | None = None
    duration: Sourced | None = None


class Study(msgspec.Struct, frozen=True):
    """What was done in one study, as its record reports it."""

    record: str
    design: Design
    design_span: Span | None = None
    n: int | None = None
    """People randomised (or enrolled, where nobody was randomised; or included, for a review)."""
    n_span: Span | None = None
    n_studies: int | None = None
    """Studies included, for a review."""
    n_studies_span: Span | None = None
    blinding: Sourced | None = None
    phase: Sourced | None = None
    allocation: Sourced | None = None
    arms: tuple[Arm, ...] = ()
    population: Sourced | None = None
    duration: Sourced | None = None
    setting: Sourced | None = None
    registration: Sourced | None = None
    funding: Sourced | None = None
    primary_outcome: Sourced | None = None
    alpha: float | None = None
    """Significance level fixed beforehand, where stated."""
    alpha_span: Span | None = None
    claims: tuple[Claim, ...] = ()
    n_analysed: int | None = None
    """People in the main analysis, where the record gives their number."""
    n_analysed_span: Span | None = None
    concealment: Sourced | None = None
    """How the next allocation was kept hidden, verbatim: `sealed opaque envelopes`."""
    blinded: tuple[Sourced, ...] = ()
    """Who did not know the allocation: participants, care providers, investigators, outcome assessors, analysts."""
    countries: tuple[Sourced, ...] = ()
    age: Sourced | None = None
    """Ages that could take part, else those of the people studied, verbatim."""
    sex: Sourced | None = None
    """Sexes that could take part, else the shares of the people studied, verbatim."""
    inclusion: Sourced | None = None
    """Criteria to take part, verbatim."""
    exclusion: Sourced | None = None
    conflicts: Sourced | None = None
    """What the authors declare of their interests, verbatim."""
    further: tuple[FurtherTrial, ...] = ()
    """Further trials of the same report; people, blinding and duration above are those of the first."""


class PicoSpans(msgspec.Struct, frozen=True):
    """The stretches of a title and abstract that tell participants, interventions (comparators too) and outcomes."""

    population: tuple[Span, ...] = ()
    intervention: tuple[Span, ...] = ()
    outcome: tuple[Span, ...] = ()
