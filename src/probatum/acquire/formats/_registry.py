"""A registered trial as ClinicalTrials.gov describes it, whatever file it came in.

Every shape (v2 JSON, the older full-studies JSON, the old XML) is read into a `Trial`, and a `Trial` is written out as
a `Record` in one place. All values are the source's characters: a number is never converted (`NA`, `<0.001`), and what
the source does not say is empty. Names are those of the registry's data definitions
(https://clinicaltrials.gov/data-api/about-api/study-data-structure).
"""

from __future__ import annotations

from msgspec import Struct


class Group(Struct, frozen=True):
    """A group of participants as one part of the results names it."""

    id: str
    title: str = ""
    description: str = ""


class Count(Struct, frozen=True):
    """A number for one group; `units` where other things than participants were counted besides."""

    group: str
    value: str
    units: str = ""
    comment: str = ""


class Counted(Struct, frozen=True):
    """Numbers of one thing by group: those analyzed, those who started, those who left for one reason."""

    title: str
    counts: tuple[Count, ...] = ()
    comment: str = ""


class Period(Struct, frozen=True):
    """A period of the participant flow: its milestones, and why people did not complete it."""

    title: str
    milestones: tuple[Counted, ...] = ()
    reasons: tuple[Counted, ...] = ()


class Flow(Struct, frozen=True):
    """The participant flow."""

    recruitment: str = ""
    assignment: str = ""
    groups: tuple[Group, ...] = ()
    periods: tuple[Period, ...] = ()


class Measurement(Struct, frozen=True):
    """What was measured in one group."""

    group: str
    value: str = ""
    spread: str = ""
    lower: str = ""
    upper: str = ""
    comment: str = ""


class Row(Struct, frozen=True):
    """One class and category of a measure, with the measurement of every group."""

    class_title: str = ""
    category: str = ""
    measurements: tuple[Measurement, ...] = ()
    analyzed: tuple[Counted, ...] = ()
    """Denominators of this class, where they differ from the measure's; on its first row alone."""


class Analysis(Struct, frozen=True):
    """A statistical analysis of an outcome measure."""

    groups: tuple[str, ...] = ()
    description: str = ""
    test: str = ""
    """Superiority, non-inferiority, equivalence."""
    margin: str = ""
    """What the source says on the margin and power of a non-inferiority or equivalence test."""
    p: str = ""
    p_comment: str = ""
    method: str = ""
    method_comment: str = ""
    parameter: str = ""
    value: str = ""
    dispersion: str = ""
    dispersion_value: str = ""
    level: str = ""
    sides: str = ""
    lower: str = ""
    upper: str = ""
    lower_comment: str = ""
    upper_comment: str = ""
    comment: str = ""
    other: str = ""


class Measure(Struct, frozen=True):
    """An outcome measure, or a measure of the baseline, with its results."""

    title: str
    type: str = ""
    description: str = ""
    time_frame: str = ""
    population: str = ""
    status: str = ""
    """Reporting status, where results are still to come."""
    parameter: str = ""
    dispersion: str = ""
    unit: str = ""
    unit_analyzed: str = ""
    groups: tuple[Group, ...] = ()
    analyzed: tuple[Counted, ...] = ()
    rows: tuple[Row, ...] = ()
    analyses: tuple[Analysis, ...] = ()


class Baseline(Struct, frozen=True):
    """Baseline characteristics."""

    population: str = ""
    groups: tuple[Group, ...] = ()
    analyzed: tuple[Counted, ...] = ()
    measures: tuple[Measure, ...] = ()


class Affected(Struct, frozen=True):
    """How many of a group were affected, of how many at risk, by how many events."""

    group: str
    affected: str = ""
    at_risk: str = ""
    events: str = ""


class Event(Struct, frozen=True):
    """An adverse event, by group."""

    term: str
    organ: str = ""
    vocabulary: str = ""
    assessment: str = ""
    notes: str = ""
    counts: tuple[Affected, ...] = ()


class Events(Struct, frozen=True):
    """Adverse events. `serious_total`, `other_total` and `deaths` are totals by group."""

    time_frame: str = ""
    threshold: str = ""
    description: str = ""
    groups: tuple[Group, ...] = ()
    deaths: tuple[Affected, ...] = ()
    serious_total: tuple[Affected, ...] = ()
    serious: tuple[Event, ...] = ()
    other_total: tuple[Affected, ...] = ()
    other: tuple[Event, ...] = ()


class Arm(Struct, frozen=True):
    """An arm, or a group of an observational study."""

    label: str
    type: str = ""
    description: str = ""
    interventions: tuple[str, ...] = ()


class Intervention(Struct, frozen=True):
    """An intervention."""

    name: str
    type: str = ""
    description: str = ""
    arms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """An outcome as registered."""

    measure: str
    description: str = ""
    time_frame: str = ""


class Other(Struct, frozen=True):
    """Another number of the trial: its kind and who gave it, where that is said."""

    id: str
    type: str = ""
    domain: str = ""


class Reference(Struct, frozen=True):
    """A publication named in the entry; its type is background, result or derived."""

    citation: str
    pmid: str = ""
    type: str = ""


class Results(Struct, frozen=True):
    """The results section."""

    flow: Flow = Flow()
    baseline: Baseline = Baseline()
    measures: tuple[Measure, ...] = ()
    events: Events = Events()
    limitations: str = ""


class Trial(Struct, frozen=True):
    """A registry entry. `status`, `dates`, `design` and `people` are pairs of a name and its value, in print order."""

    nct: str
    title: str = ""
    official_title: str = ""
    acronym: str = ""
    organization_id: str = ""
    aliases: tuple[str, ...] = ()
    other_ids: tuple[Other, ...] = ()
    sponsor: str = ""
    sponsor_class: str = ""
    collaborators: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()
    status: tuple[tuple[str, str], ...] = ()
    updated: str = ""
    """The date that the record goes by, as printed: see `_registry_record.record`."""
    design: tuple[tuple[str, str], ...] = ()
    arms: tuple[Arm, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    primary: tuple[Outcome, ...] = ()
    secondary: tuple[Outcome, ...] = ()
    other: tuple[Outcome, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    criteria: str = ""
    countries: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    results: Results = Results()
