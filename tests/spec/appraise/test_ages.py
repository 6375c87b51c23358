"""Ages: what is said where a question asks of the one and a record tells of the other alone."""

import pytest
from appraise_records import make

from probatum.appraise import ages
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
    assert ages.note(question, make(text)) == said
