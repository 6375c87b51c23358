"""People whom a question tells apart are not those with another kind of the same illness; an infusion is no study."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import directness, study
from probatum.model import Concept, Fit, Question, Role

BLEEDING = Concept(
    text="bleeding",
    label="hemorrhage",
    role=Role.POPULATION,
    semantic="condition",
    synonyms=("haemorrhage", "bleeding"),
)
DRUG = Concept(text="quinine", label="quinine", role=Role.INTERVENTION, semantic="drug")
DEATH = Concept(text="death", label="death", role=Role.OUTCOME, semantic="condition")


@pytest.mark.parametrize(
    ("people", "title", "fit"),
    [
        ("bleeding trauma patients", "Quinine and death in trauma patients with haemorrhage.", Fit.DIRECT),
        ("bleeding trauma patients", "Quinine and death in women with postpartum haemorrhage.", Fit.RELATED),
        ("bleeding trauma patients", "Quinine and death in intracerebral haemorrhage.", Fit.RELATED),
        ("bleeding trauma patients", "Quinine and death in adults with haemorrhage.", Fit.DIRECT),
        ("adults with severe bleeding", "Quinine and death in women with postpartum haemorrhage.", Fit.DIRECT),
        ("bleeding patients", "Quinine and death in intracerebral haemorrhage.", Fit.DIRECT),
    ],
)
def test_another_kind_of_the_illness_is_related_only(people: str, title: str, fit: Fit) -> None:
    asked = Question(
        typed="", read=f"quinine for death in {people}", concepts=(DRUG, DEATH, BLEEDING), population=people
    )
    record = make("", title=title)
    assert directness.judge(asked, record, study.read(record)).population.fit is fit


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Adults were randomised to drugamine (1 g over 10 minutes, then 1 g over 8 hours) or placebo.", ""),
        ("Adults were randomised to drugamine 200 mg for 12 weeks or placebo.", "12 weeks"),
        ("Adults were randomised to drugamine or placebo over 6 months.", "6 months"),
    ],
)
def test_the_time_of_an_infusion_is_not_the_length_of_the_study(text: str, duration: str) -> None:
    read = study.read(make(f"METHODS: {text}", title="Drugamine: a randomised trial."))
    assert (read.duration.value if read.duration else "") == duration
