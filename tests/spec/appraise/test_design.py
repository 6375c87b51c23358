"""Study design: title and abstract in, design and the words that say so out."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from appraise_records import make, methods
from hypothesis import given
from hypothesis import strategies as st

from probatum.appraise import cues, design, study
from probatum.appraise.cue import Cue
from probatum.model import Design, RecordKind, Span

Bounded = Callable[[Callable[[str], object], str, float], None]

TABLE = [
    # title | abstract | design | words it rests on
    ("Drug A for cramp: a randomised trial.", "", Design.RANDOMISED, "randomised trial"),
    ("", "Sixty people were randomly assigned to A or placebo.", Design.RANDOMISED, "were randomly assigned"),
    ("", "Patients were randomised, in a 2:1 ratio, to A or B.", Design.RANDOMISED, "randomised"),
    (
        "",
        "A multicentre, double-blind, randomised controlled trial of A.",
        Design.RANDOMISED,
        "multicentre, double-blind, randomised controlled trial",
    ),
    (
        "",
        "In a double-blind, placebo-controlled trial 40 men took A.",
        Design.RANDOMISED,
        "double-blind, placebo-controlled trial",
    ),
    (
        "",
        "A randomised, double-blind crossover trial in 20 people.",
        Design.CROSSOVER,
        "randomised, double-blind crossover trial",
    ),
    ("", "Forty practices were randomised to reminders or usual care.", Design.CLUSTER, "practices were randomised"),
    ("A cluster-randomised trial of reminders.", "", Design.CLUSTER, "cluster-randomised trial"),
    ("", "We did a stepped-wedge randomised trial in 12 wards.", Design.CLUSTER, "stepped-wedge"),
    ("", "Adults given B previously were randomised to A or placebo.", Design.RANDOMISED, None),
    ("", "Forty men were included. Randomly, they underwent A or B.", Design.RANDOMISED, None),
    ("", "Forty men were randomly selected to receive A or B.", Design.RANDOMISED, None),
    ("", "Randomly selected men were asked to take part in a survey.", Design.CROSS_SECTIONAL, None),
    ("", "A cohort study. We followed 90 men who had previously been randomised to A or B.", Design.COHORT, None),
    # a review of randomised trials is a review
    ("A for cramp: a systematic review of randomised trials.", "", Design.SYSTEMATIC_REVIEW, "systematic review"),
    (
        "",
        "We searched MEDLINE and Embase for randomised controlled trials of A.",
        Design.SYSTEMATIC_REVIEW,
        None,
    ),
    ("A for cramp: systematic review and meta-analysis.", "", Design.META_ANALYSIS, "meta-analysis"),
    (
        "",
        "We searched PubMed. Five randomised trials were pooled in a random-effects model.",
        Design.META_ANALYSIS,
        None,
    ),
    ("", "We searched PubMed. Meta-analysis was not possible. Five trials were found.", Design.SYSTEMATIC_REVIEW, None),
    # sampling by chance is no allocation by chance
    (
        "A survey of sleep.",
        "A random sample of 900 adults filled in a questionnaire.",
        Design.CROSS_SECTIONAL,
        "survey",
    ),
    ("", "Randomly selected households were visited in a cross-sectional survey.", Design.CROSS_SECTIONAL, None),
    ("", "Mendelian randomisation in a cohort of 9000 adults.", Design.COHORT, "cohort"),
    ("", "A retrospective cohort of 90 men. Randomised trials are needed.", Design.COHORT, "retrospective cohort"),
    (
        "",
        "Recent randomised trials have shown benefit. We reviewed the charts of a cohort of 50 women.",
        Design.COHORT,
        None,
    ),
    ("", "A non-randomised trial compared A with B in 30 people.", Design.NON_RANDOMISED, "non-randomised trial"),
    # an observational study among the people of a trial
    (
        "Risk of gout: a longitudinal study.",
        "It was conducted within a randomised controlled trial.",
        Design.COHORT,
        None,
    ),
    ("", "A cohort study nested in a randomised trial followed 90 men for 5 years.", Design.COHORT, None),
    ("", "A longitudinal trial: 90 men were randomly assigned to A or B.", Design.RANDOMISED, None),
    # charts and patients reviewed are no review of the literature
    ("Hip fractures: a retrospective multicentre review.", "", Design.COHORT, None),
    ("A 10-year review of wrist fractures.", "", Design.CASE_SERIES, None),
    ("A review of 54 fractures.", "", Design.CASE_SERIES, None),
    ("", "We carried out a retrospective review of the charts of 90 men.", Design.COHORT, None),
    # plans have no results
    ("Drug A for cramp: study protocol for a randomised trial.", "", Design.PROTOCOL, "study protocol"),
    (
        "Music for pain: A protocol for systematic review and meta-analysis.",
        "",
        Design.PROTOCOL,
        "protocol for systematic review and meta-analysis",
    ),
    ("A protocol for systemic sclerosis: a cohort study.", "", Design.COHORT, None),
    ("", "Participants will be randomised to A or placebo.", Design.PROTOCOL, "Participants will be randomised"),
    (
        "",
        "A randomised trial with per-protocol analysis found no difference (p = 0.4).",
        Design.RANDOMISED,
        "randomised trial",
    ),
    ("", "Randomised trials of A were sought from registers and journals.", Design.SYSTEMATIC_REVIEW, None),
    # no people
    ("Drug A after palsy.", "Many patients have palsy. Rabbits were randomly assigned to A or B.", Design.ANIMAL, None),
    ("Drug A in a mouse model of cramp.", "Mice were randomised to A or saline.", Design.ANIMAL, "mouse"),
    ("", "Rats were randomly assigned to A or saline.", Design.ANIMAL, "Rats"),
    ("Drug A blocks sodium channels in cultured cells.", "", Design.IN_VITRO, "cultured cells"),
    # no comparison
    ("", "Open-label trial of A in 20 people; there was no control group.", Design.SINGLE_ARM, "Open-label trial"),
    ("", "A phase 2, single-arm trial of A.", Design.SINGLE_ARM, "phase 2, single-arm trial"),
    ("", "An open-label, randomised trial of A against B.", Design.RANDOMISED, "open-label, randomised trial"),
    # observation
    ("", "A case-control study of 40 cases and 80 controls.", Design.CASE_CONTROL, "case-control study"),
    ("", "We retrospectively studied 300 patients.", Design.COHORT, "retrospectively"),
    ("", "Sensitivity was 85% and specificity 90% against the reference standard.", Design.ACCURACY, None),
    ("Rash with drug A: a case report.", "", Design.CASE_REPORT, "a case report"),
    ("", "We report a 45-year-old woman with a rash after drug A.", Design.CASE_REPORT, None),
    ("", "We describe a case series of 12 people.", Design.CASE_SERIES, "case series"),
    ("", "This article discusses the treatment of cramp.", Design.REVIEW, "This article discusses"),
    ("Cramp: a review.", "Prospective studies and cohorts are discussed.", Design.REVIEW, "review"),
    ("Clinical practice guideline: management of cramp.", "", Design.GUIDELINE, "Clinical practice guideline"),
    ("Adherence to a clinical practice guideline: a cohort study.", "", Design.COHORT, "cohort study"),
    ("On cramp.", "Cramp hurts.", Design.OTHER, None),
    # another paper's design
    ("Response to: A for cramp: a systematic review.", "", Design.OTHER, None),
    ("A for cramp: protocol-specified analysis of a randomised trial.", "", Design.RANDOMISED, "randomised trial"),
    ("Drug A in goldfish.", "The fish were randomly assigned to A or water.", Design.ANIMAL, "goldfish"),
    ("Drug A in cramp: time to change recommendations.", "", Design.OTHER, None),
]


@pytest.mark.parametrize(("title", "abstract", "expected", "words"), TABLE)
def test_design_from_words(title: str, abstract: str, expected: Design, words: str | None) -> None:
    record = make(abstract, title=title)
    found = design.find(record)
    assert found.design is expected
    if words:
        assert design.span(record, found).quote == words


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Randomized Controlled Trial",), Design.RANDOMISED),
        (("Meta-Analysis", "Systematic Review"), Design.META_ANALYSIS),
        (("Systematic Review",), Design.SYSTEMATIC_REVIEW),
        (("Practice Guideline",), Design.GUIDELINE),
        (("Case Reports",), Design.CASE_REPORT),
        (("Clinical Trial Protocol",), Design.PROTOCOL),
        (("Review",), Design.REVIEW),
        (("Journal Article",), Design.OTHER),
    ],
)
def test_publication_types_speak_where_the_words_are_silent(types: tuple[str, ...], expected: Design) -> None:
    record = make("Cramp hurts.", types=types)
    found = design.find(record)
    assert found.design is expected
    assert design.span(record, found) is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (RecordKind.LABEL, Design.LABEL),
        (RecordKind.GUIDELINE, Design.GUIDELINE),
        (RecordKind.REGISTRY_ENTRY, Design.REGISTRY),
    ],
)
def test_the_kind_of_document_decides_first(kind: RecordKind, expected: Design) -> None:
    assert design.find(make("People were randomised.", kind=kind)).design is expected


def test_the_methods_of_a_full_text_are_read() -> None:
    record = make("Drug A lessens cramp.", sections=(methods("Participants were randomly allocated to A or placebo."),))
    assert design.find(record).design is Design.RANDOMISED
    assert design.find(record, body=False).design is Design.OTHER


def test_describe_gives_the_filter_columns() -> None:
    record = make("Sixty people were randomly assigned to A or placebo.")
    assert design.describe(record) == {"design": "randomised trial", "n": 60}


def test_two_people_are_not_allotted_by_chance_in_the_columns_nor_in_the_study() -> None:
    record = make("Two participants were randomly assigned to A or placebo.")
    assert design.describe(record) == {"design": "randomised trial", "n": None}
    assert study.read(record).n is None


def test_describe_is_cheap() -> None:
    text = "Background words on cramp and drug A in 12 adults with pain over 5 weeks. " * 30
    record = make(text)
    best = float("inf")
    for _ in range(20):
        start = time.process_time()
        design.describe(record)
        best = min(best, time.process_time() - start)
    assert best < 0.05, "one description takes about 1 ms; 50 ms leaves room for a slow machine"


def test_a_hostile_text_is_read_in_time(bounded: Bounded) -> None:
    bounded(
        lambda told: design.span(make(told), design.find(make(told))),
        "randomised double-blind, " * 4000 + "1 " * 20000,
        5,
    )


def test_spans_lie_where_they_say() -> None:
    record = make("Sixty people were randomly assigned to A or placebo.")
    span = design.span(record, design.find(record))
    assert isinstance(span, Span)
    assert record.section(span.section).text[span.start : span.end] == span.quote


WORDS = [
    "Randomised",
    "trial",
    "patients",
    "mice",
    "cell",
    "lines",
    "case-control",
    "ROC",
    "was",
    "searched",
    "MEDLINE",
    "this is a protocol",
    "guinea pigs",
    "meta-analysis",
    "näive",
    "re:",
    "cohort",
    "in vitro",
    "RCT",
    "12",
    "open",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_the_words_of_a_text_dismiss_no_cue_that_it_holds(text: str) -> None:
    possible = cues.SIEVE.possible(text.lower())
    for cue in (value for value in vars(cues).values() if isinstance(value, Cue)):
        if cue.find(text, text.lower()):
            assert possible & cues.SIEVE.bit(cue), (cue.triggers, text)
