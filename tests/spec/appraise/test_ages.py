"""Ages: what is said where a question asks of the one and a record tells of the other alone."""

import pytest
from appraise_records import make

from probatum.appraise import ages, study
from probatum.model import Patient, Question


@pytest.mark.parametrize(
    ("age", "population", "text", "said"),
    [
        ("child", "", "We treated 40 adults with the syrup.", "in adults, not in children"),
        ("", "children with asthma", "Elderly patients took the syrup.", "in adults, not in children"),
        ("6 years", "", "Men and women took the syrup.", "in adults, not in children"),
        ("80 years", "", "The syrup was given to infants.", "in children, not in adults"),
        ("child", "", "We treated adults and children.", ""),
        ("child", "", "Patients took the syrup.", ""),
        ("", "people with asthma", "We treated 40 adults.", ""),
    ],
)
def test_the_other_age_is_said(age, population, text, said):
    question = Question("q", "q", population=population, patient=Patient(age=age))
    assert ages.note(question, make(text), study.read(make(text))) == said


@pytest.mark.parametrize(
    ("age", "who", "said"),
    [
        ("58 years", "aged 70 years or more", "in people older than asked about"),
        ("58 year old", "aged 18 to 45 years", "in people younger than asked about"),
        ("68 years", "aged 70 years or more", ""),  # near enough
        ("75 years", "aged 70 years or more", ""),
        ("", "aged 70 years or more", ""),
    ],
)
def test_a_trial_that_nobody_of_that_age_could_enter_is_indirect(age, who, said):
    record = make(f"METHODS: We randomised 400 adults {who} with gravel to zorbinol or placebo.")
    question = Question("q", "q", patient=Patient(age=age))
    assert ages.note(question, record, study.outline(record)) == said
