"""What is more or less with one treatment than with another is an outcome, and the other its comparator; nobody is
taken for having what befalls them."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Is mortality lower with dopamine than with norepinephrine?", ("dopamine", "mortality", "norepinephrine")),
        ("Is bleeding less common with apixaban than warfarin?", ("apixaban", "bleeding", "warfarin")),
        ("Are falls fewer with yoga than with tai chi in older people?", ("yoga", "falls", "Tai chi")),
        ("Is there a difference in pain between ibuprofen and paracetamol?", ("ibuprofen", "pain", "paracetamol")),
        ("does zinc reduce incidence of pneumonia compared with placebo", ("zinc", "pneumonia", "placebo")),
        ("Does metformin lower the risk of stroke versus sulfonylureas?", ("metformin", "stroke", "sulfonylureas")),
        ("Does zinc reduce the incidence of pneumonia in children?", ("zinc", "pneumonia", "")),
    ],
)
def test_both_treatments_and_the_outcome_are_told_apart(typed: str, parts: tuple[str, str, str]) -> None:
    question = read(typed)
    assert (question.intervention, question.outcome, question.comparator) == parts


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Is bleeding less common with apixaban than warfarin?", ""),
        ("Is bleeding less common with apixaban than with warfarin in patients with gout?", "patients with gout"),
    ],
)
def test_nobody_has_what_befalls_them(typed: str, people: str) -> None:
    question = read(typed)
    assert question.population == people
    assert not any("emorrhage" in one or "leeding" in one for one in question.patient.conditions)


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("Does tranexamic acid reduce death due to bleeding in haemorrhage?", Intent.THERAPY),
        ("Do steroids shorten a stay due to pneumonia?", Intent.THERAPY),
        ("could the cough be due to ramipril?", Intent.HARM),
        ("reduced libido caused by sertraline?", Intent.HARM),
    ],
)
def test_what_a_treatment_lessens_is_not_blamed_on_it(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent
