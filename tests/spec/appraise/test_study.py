"""What was done: an abstract in, each value with its characters out, or absent."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import study
from probatum.model import Sourced, Study

TRIAL = (
    "BACKGROUND: Drug A is used in heart disease. METHODS: In a phase 2, double-blind trial in 10 centres, 60 people"
    " with sporadic ataxia were randomly assigned 1:1:1 to placebo, drugamine 300 mg/day or 900 mg/day for 12 weeks."
    " The primary outcome was walking speed; tremor was secondary. RESULTS: Speed rose (p = 0.03). CONCLUSIONS:"
    " Drugamine may improve walking. Funded by the Ataxia Fund. NCT01234567."
)


def read(abstract: str, title: str = "A study.") -> Study:
    return study.read(make(abstract, title=title))


def test_a_whole_abstract() -> None:
    got = read(TRIAL)
    assert (got.n, got.n_span.quote) == (60, "60")
    assert got.blinding.value == "double-blind"
    assert got.phase.value == "phase 2"
    assert got.allocation.value == "randomised 1:1:1"
    assert got.population.value == "people with sporadic ataxia"
    assert got.duration.value == "12 weeks"
    assert got.setting.value == "10 centres"
    assert got.registration.value == "NCT01234567"
    assert got.funding.value == "the Ataxia Fund"
    assert got.primary_outcome.value == "walking speed"
    assert [(c.direction, c.hedged) for c in got.claims[:1]] == [("benefit", True)]
    assert [(a.name, a.drug, a.dose, a.dose_per_day, a.control) for a in got.arms] == [
        ("placebo", "", "", "", True),
        ("drugamine", "drugamine", "300 mg/day", "300 mg/day", False),
        ("900 mg/day", "drugamine", "900 mg/day", "900 mg/day", False),
    ]


def test_every_span_holds_its_value() -> None:
    got = read(TRIAL)
    for value in (got.population, got.setting, got.primary_outcome, got.registration, got.funding):
        assert isinstance(value, Sourced)
        assert value.span.quote == value.value


@pytest.mark.parametrize(
    ("abstract", "n", "words"),
    [
        (
            "Two hundred sixty-eight patients with reflux were recruited and randomly assigned to A or B.",
            268,
            "Two hundred sixty-eight",
        ),
        ("We randomly assigned 1,234 adults to A or B.", 1234, "1,234"),
        ("Of 922 adults who consented, 698 were randomly assigned to A or B.", 698, "698"),
        (
            "A randomised trial. Of 767 adults, 500 were enrolled: 250 were given A, 250 B. 40 on A and 47 on B fell.",
            500,
            "500",
        ),
        ("We screened 900 adults. A total of 70 adults were enrolled in a randomised trial of A.", 70, "70"),
        (
            "In a randomised trial 354 adults were evaluated for inclusion. A total of 237 adults were enrolled.",
            237,
            "237",
        ),
        (
            "A randomised trial of 50 adults. Of these, 32 adults were men and 18 were women, randomly given A.",
            50,
            "50",
        ),
        ("Adults with cough (N = 60) were randomised to A or B.", 60, "60"),
        ("In a randomised trial, 65 patients were randomised to A, 61 to B and 60 to placebo.", None, None),
        ("In a randomised trial, the rate fell in 32 of 54 women given A.", None, None),
        ("In a randomised trial 23 adults were allocated to each group.", None, None),
        ("People were randomised to A (n = 30) or B (n = 31).", None, None),
        ("In a randomised trial cramps fell by 40 % over 12 weeks.", None, None),
        # a pool, a parent cohort, people beside the patients: when in doubt none
        ("In a cohort, a group of 67 women was selected among a total of 396 women who had been screened.", 67, "67"),
        (
            "A group of 67 women with gout was selected as study group among 396 women. A group of 42 women without"
            " gout was the control group in this cohort.",
            None,
            None,
        ),
        ("A case-control study nested in a cohort of 9000 women.", None, None),
        ("A longitudinal study. From 605 participants, follow-up data were available for 498.", None, None),
        ("In a cohort 71 patients with gout and 45 healthy volunteers were enrolled.", None, None),
        ("In this cohort tissue of 45 deceased donors was studied, and 139 patients were followed.", None, None),
        ("In a cohort study 120 patients were enrolled; diet was recalled for three days.", 120, "120"),
    ],
)
def test_people_randomised_never_an_arm(abstract: str, n: int | None, words: str | None) -> None:
    got = read(abstract)
    assert got.n == n
    assert (got.n_span.quote if got.n_span else None) == words


@pytest.mark.parametrize(
    ("abstract", "studies", "n"),
    [
        ("We searched MEDLINE. Five trials involving 312 people were included.", 5, 312),
        ("We searched MEDLINE. We included 13 RCTs (4012 participants).", 13, 4012),
        ("We searched MEDLINE. The search identified 900 studies; 4 studies met our criteria.", 4, None),
        ("We searched MEDLINE. No trial was found.", None, None),
    ],
)
def test_a_review_counts_studies_and_people(abstract: str, studies: int | None, n: int | None) -> None:
    got = read(abstract)
    assert (got.n_studies, got.n) == (studies, n)


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("A double-blind randomised trial.", "double-blind"),
        ("A double-masked, randomised trial.", "double-blind"),
        ("A single-blind randomised trial.", "single-blind"),
        ("A randomised trial with blinded outcome; assessor-blinded.", "assessor-blind"),
        ("An open-label randomised trial.", "open-label"),
        ("A randomised trial of A and B.", None),
        ("A randomised trial. Double-blind trials are needed.", None),
    ],
)
def test_blinding(abstract: str, expected: str | None) -> None:
    got = read(abstract).blinding
    assert (got.value if got else None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # name, dose, dose a day, n, control
        (
            "randomly assigned to omadrol, 20 mg once daily, or ranadine, 150 mg twice daily.",
            [
                ("omadrol", "20 mg once daily", "20 mg/day", None, False),
                ("ranadine", "150 mg twice daily", "300 mg/day", None, False),
            ],
        ),
        (
            "randomised to receive zafadrol (80 mg twice daily) (n = 180) or placebo (n = 188) for 6 weeks.",
            [("zafadrol", "80 mg twice daily", "160 mg/day", 180, False), ("placebo", "", "", 188, True)],
        ),
        (
            "randomised to receive either WHO-salt or C-salt.",
            [("WHO-salt", "", "", None, False), ("C-salt", "", "", None, False)],
        ),
        (
            "randomised to exercise or usual care.",
            [("exercise", "", "", None, False), ("usual care", "", "", None, True)],
        ),
        (
            "randomised to omadrol 10 mg or placebo.",
            [("omadrol", "10 mg", "", None, False), ("placebo", "", "", None, True)],
        ),
        (
            "randomised to omadrol 2 mg/kg or placebo.",
            [("omadrol", "2 mg/kg", "", None, False), ("placebo", "", "", None, True)],
        ),
        (
            "randomised to omadrol 10 mg weekly or placebo.",
            [("omadrol", "10 mg weekly", "", None, False), ("placebo", "", "", None, True)],
        ),
    ],
)
def test_arms(sentence: str, expected: list[tuple[object, ...]]) -> None:
    got = read("Forty adults were " + sentence).arms
    assert [(a.name, a.dose, a.dose_per_day, a.n, a.control) for a in got] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "14 people received omadrol 500 mg twice daily or 1000 mg twice daily for 4 weeks.",
            [("omadrol", "500 mg twice daily"), ("omadrol", "1000 mg twice daily")],
        ),
        (
            "14 people received omadrol 500 mg twice daily or omadrol 1000 mg twice daily for 4 weeks.",
            [("omadrol", "500 mg twice daily"), ("omadrol", "1000 mg twice daily")],
        ),
        ("20 adults took omadrol up to 1500 mg twice daily.", [("omadrol", "1500 mg twice daily")]),
        ("20 adults were treated with omadrol, 20 mg/day, and were followed.", [("omadrol", "20 mg/day")]),
        ("20 adults received care.", []),
    ],
)
def test_what_everybody_was_given_in_an_uncontrolled_trial(sentence: str, expected: list[tuple[str, str]]) -> None:
    got = read("METHODS: In this open-label, single-arm trial, " + sentence).arms
    assert [(a.drug, a.dose) for a in got] == expected


def test_days_of_recall_are_no_follow_up() -> None:
    assert read("A cohort study. Diet was assessed by 24-hour dietary recalls for three days.").duration is None
    assert read("A cohort study. Adults were followed for 3 years.").duration.value == "3 years"
    assert read("A cohort study. Relief lasted 10.2 months with A and 8.0 months with placebo.").duration is None


def test_a_synthesis_with_people_of_its_own_has_no_count() -> None:
    text = "We searched PubMed. 12 studies with 1740 patients were included in a meta-analysis."
    assert (read(text).n_studies, read(text).n) == (12, 1740)
    own = read("We first measured it in patients and combined the results with those of published studies. " + text)
    assert (own.n_studies, own.n) == (None, None)


def test_moderate_to_severe_is_no_allocation() -> None:
    got = read(
        "In this randomised crossover trial, 27 adults with moderate to severe daily cramps received omadrol 5 mg "
        "twice daily and placebo for 2 weeks each."
    ).arms
    assert [(a.name, a.dose, a.control) for a in got] == [("omadrol", "5 mg twice daily", False), ("placebo", "", True)]


def test_no_arms_are_made_of_a_sentence_of_results() -> None:
    got = read("Adults were randomised. Those who received A had less pain and were seen sooner (5% v 9%).")
    assert got.arms == ()


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        ("Drug A in people with gout.", "", "people with gout"),
        ("Drug A for the treatment of gout: a randomised trial.", "Gout follows obesity.", "gout"),
        ("Drug A in postmenopausal women.", "", "postmenopausal women"),
        ("Drug A for sucking problems in older infants.", "", "older infants"),
        ("Drug A and sleep.", "METHODS: We studied 30 adults with chronic insomnia.", "adults with chronic insomnia"),
        ("Drug A in the UK.", "METHODS: We studied 30 adults with gout.", "adults with gout"),
        ("Drug A.", "It works.", None),
    ],
)
def test_population(title: str, abstract: str, expected: str | None) -> None:
    got = read(abstract, title).population
    assert (got.value if got else None) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("In a randomised trial significance was set at 0.025.", 0.025),
        ("In a randomised trial p < 0.01 was considered significant.", 0.01),
        ("In a randomised trial we used a two-sided significance level of 5%.", 0.05),
        ("In a randomised trial A was better (p = 0.03).", None),
    ],
)
def test_the_level_fixed_beforehand(abstract: str, expected: float | None) -> None:
    assert read(abstract).alpha == expected


@pytest.mark.parametrize(
    ("conclusion", "direction", "hedged"),
    [
        ("A reduces pain.", "benefit", False),
        ("A may reduce pain.", "benefit", True),
        ("A was not superior to placebo.", "no difference", False),
        ("A increased the risk of bleeding.", "harm", False),
        ("There is insufficient evidence on A.", "uncertain", False),
    ],
)
def test_claims(conclusion: str, direction: str, hedged: bool) -> None:
    got = read(f"RESULTS: Pain was measured. CONCLUSIONS: {conclusion}").claims
    assert [(c.direction, c.hedged) for c in got] == [(direction, hedged)]


def test_an_empty_record_has_nothing() -> None:
    got = read("", title="")
    assert got.n is None and got.population is None and got.arms == () and got.claims == ()
