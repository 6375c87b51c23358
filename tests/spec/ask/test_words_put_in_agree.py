"""A medical name put in the place of everyday words agrees with the sentence; who and how the patients are is no
outcome."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.text import ending

READ = [
    ("Can I take trimethoprim for a water infection?", "for a urinary tract infection"),
    ("My dad has Parkinsons, can he have haloperidol?", "My dad has Parkinson disease,"),
    ("Should a low platelet count change the dose of apixaban?", "Should thrombocytopenia change"),
    ("For ICU patients with pneumonia, do steroids help?", "For critically ill patients with pneumonia"),
    ("Is there any cardiovascular benefit in giving statins at 80?", "any reduction in cardiovascular events"),
    ("Should falls stop me anticoagulating her?", "stop me anticoagulating her"),
    ("He is tired of tablets. Does amlodipine work?", "He is tired of tablets"),
]


@pytest.mark.parametrize(("typed", "said"), READ)
def test_what_is_read_is_a_sentence(typed: str, said: str) -> None:
    assert said in read(typed).read


OUTCOMES = [
    ("What dose of metformin for someone whose eGFR is 40?", ""),
    ("Does dapagliflozin help people with heart failure who have a reduced ejection fraction?", ""),
    ("Does dapagliflozin help patients whose heart failure has a preserved ejection fraction?", ""),
    ("Does dapagliflozin improve the ejection fraction in heart failure?", "ejection fraction"),
    ("Does esomeprazole reduce diarrhoea?", "diarrhoea"),
]


@pytest.mark.parametrize(("typed", "outcome"), OUTCOMES)
def test_who_and_how_the_patients_are_is_no_outcome(typed: str, outcome: str) -> None:
    assert read(typed).outcome.removeprefix("the ") == outcome


def test_a_clause_behind_an_outcome_is_none_of_it() -> None:
    assert read("Is digoxin with amiodarone safe, and what signs of toxicity should we watch for?").outcome in (
        "toxicity",
        "",
    )


def test_names_are_said_as_they_are_written() -> None:
    assert read("Will vitamin d help bone density in older women?").intervention == "vitamin D"
    assert read("She has diarrhoea. Does loperamide help?").population in ("", "people with diarrhoea")


def test_what_keeps_from_giving_ends_nothing() -> None:
    assert not ending.asks("Should her falls stop me anticoagulating her")
    assert ending.asks("When should apixaban be stopped before surgery")
