"""Whom it is asked for and what they have stand before a choice, and are no part of it."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "age", "ill", "treatment"),
    [
        ("woman 45 migraine topiramate or propranolol", "45 years", "migraine", "topiramate or propranolol"),
        ("65M atrial fibrillation apixaban or warfarin", "65 years", "atrial fibrillation", "apixaban or warfarin"),
        ("girl 7 asthma montelukast or fluticasone", "7 years", "asthma", "montelukast or fluticasone"),
        ("acute gout colchicine or naproxen", "", "gout", "colchicine or naproxen"),
    ],
)
def test_the_illness_is_had(typed: str, age: str, ill: str, treatment: str) -> None:
    question = read(typed)
    assert question.patient.age == age
    assert [c.text.lower() for c in question.having(Role.POPULATION)] == [ill]
    assert question.intervention == treatment


def test_people_are_no_treatment() -> None:
    question = read("child 5 wets the bed alarm or desmopressin")
    assert (question.intervention, question.patient.age) == ("bedwetting alarm or desmopressin", "5 years")


@pytest.mark.parametrize(
    "typed", ["boy 3 episodes of croup, dexamethasone?", "child 12 puffs salbutamol ok", "child 14 kg amoxicillin dose"]
)
def test_what_is_counted_is_no_age(typed: str) -> None:
    assert read(typed).patient.age == "child"


def test_a_name_that_holds_an_illness_stays_whole() -> None:
    assert read("malaria vaccine or chloroquine").intervention == "malaria vaccine or chloroquine"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("stage 4 chronic kidney disease, start dapagliflozin?", "Stage 4 chronic kidney disease"),
        ("dapagliflozin 4 chronic kidney disease", "Dapagliflozin for chronic kidney disease"),
    ],
)
def test_the_figure_of_a_stage_is_no_word(typed: str, text: str) -> None:
    assert read(typed).read.startswith(text)
