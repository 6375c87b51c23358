"""Each part of a question is told by the sentence that tells just that, and what nothing tells leaves a line."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.model import Verdict

TRIAL = report(
    1,
    "Antibiotics or appendectomy for acute appendicitis: a randomized trial",
    methods="We randomised 300 adults with acute appendicitis to ertapenem 1 g daily for 4 days or to appendectomy.",
    results="Quality of life at 30 days was 0.02 points higher with antibiotics than with appendectomy (95% CI 0.01 to "
    "0.03; p = 0.01). Within 2 years, 31% of the antibiotic group had an appendectomy (95% CI 25% to 38%). Wound "
    "infection was seen in 3% with antibiotics and 8% with appendectomy (p = 0.02).",
    conclusions="Antibiotics spared most adults with acute appendicitis an operation.",
)
TREATED = report(
    2,
    "Zonisamide for essential tremor: a randomized trial",
    methods="We randomised 90 adults with essential tremor to zonisamide 200 mg daily or placebo for 10 weeks.",
    results="Tremor was lower with zonisamide than with placebo (mean difference -2.1, 95% CI -3.0 to -1.2; p = "
    "0.001). Within 3 weeks tremor was lower with zonisamide than with placebo. Hearing loss was seen in 4% with "
    "zonisamide and 1% with placebo (p = 0.30).",
    conclusions="Zonisamide lowered tremor.",
)
LABEL = label(
    "zonisamide",
    uses="Zonisamide is indicated for partial seizures in adults. ",
    care="Zonisamide should be avoided in QT prolongation, because torsade de pointes has occurred. ",
)


def told(typed: str, library_of: LibraryOf) -> list[str]:
    made = pipeline.answer(typed, library=library_of([TRIAL, TREATED, LABEL])).section("bottom_line").statements
    assert all(s.verdict is Verdict.SUPPORTED for s in made)
    return [s.text for s in made]


def test_the_outcome_and_time_asked_for_lead_and_a_time_beyond_them_is_said(library_of: LibraryOf) -> None:
    said = told("appendicitis, antibiotics instead of op, chance he needs surgery by 2 yrs & 5 yrs?", library_of)
    assert "31% of the antibiotic group" in said[0]
    assert any("surgery at 5 years" in line for line in said)
    assert not any("Quality of life" in line for line in said)


def test_each_part_has_its_line(library_of: LibraryOf) -> None:
    said = " ".join(told("zonisamide for essential tremor - what dose, how fast does it work", library_of))
    assert "200 mg" in said and "3 weeks" in said


def test_what_is_weighed_is_told_by_trial_and_label(library_of: LibraryOf) -> None:
    said = " ".join(told("zonisamide in essential tremor - hearing, QT, resistance: harm v benefit?", library_of))
    assert "4% with zonisamide" in said
    assert "QT prolongation" in said
    assert "On resistance no source that was found here says anything" in said


@pytest.mark.parametrize("typed", ["does zonisamide help essential tremor", "zonisamide for essential tremor"])
def test_a_question_of_one_want_is_answered_as_it_was(library_of: LibraryOf, typed: str) -> None:
    assert not any("no source that was found here" in line.lower() for line in told(typed, library_of))


def test_an_outcome_is_told_by_any_of_its_names(library_of: LibraryOf) -> None:
    held = report(
        3,
        "Zonisamide for epilepsy: a randomized trial",
        methods="We randomised 400 adults with epilepsy to zonisamide 300 mg daily or placebo for 1 year.",
        results="Seizures were fewer with zonisamide than with placebo (rate ratio 0.70, 95% CI 0.60 to 0.82). Death "
        "from any cause occurred in 2% with zonisamide and 3% with placebo (p = 0.40).",
        conclusions="Zonisamide lowered seizures.",
    )
    made = pipeline.answer("zonisamide for epilepsy - what dose, and what about mortality?", library=library_of([held]))
    said = " ".join(s.text for s in made.section("bottom_line").statements)
    assert "2% with zonisamide" in said
    assert "On mortality" not in said
