"""What somebody cannot take is neither asked about nor taken, and another treatment is sought."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    "typed",
    [
        "gout flare, cannot take NSAIDs or colchicine. options?",
        "type 2 diabetes with metformin not tolerated",
        "intolerant of statins, high cholesterol",
        "generalised anxiety disorder when SSRIs are not tolerated",
        "initial treatment, period pain in women who cannot take an NSAID",
    ],
)
def test_it_is_not_asked_about(typed: str) -> None:
    read = ask.read(typed)
    assert not read.having(Role.INTERVENTION) and read.having(Role.COMPARATOR) and not read.patient.drugs


def test_it_is_not_taken_where_another_is_asked_about() -> None:
    read = ask.read("is an SGLT2 inhibitor recommended for type 2 diabetes in adults who cannot take metformin?")
    assert not read.patient.drugs and len(read.having(Role.INTERVENTION)) == 1
    assert ask.read("can a patient with gout who can't take allopurinol have febuxostat").patient.drugs == ()


@pytest.mark.parametrize("typed", ["why is metformin not tolerated in type 2 diabetes", "metformin in type 2 diabetes"])
def test_of_a_question_on_itself_it_is_what_is_asked_about(typed: str) -> None:
    assert [c.label for c in ask.read(typed).having(Role.INTERVENTION)] == ["metformin"]


@pytest.mark.parametrize("typed", ["second line for constipation in adults", "third-line treatment in hypertension"])
def test_a_place_among_treatments_is_no_treatment(typed: str) -> None:
    read = ask.read(typed)
    assert not read.having(Role.INTERVENTION) and not read.intervention and read.having(Role.POPULATION)


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("amoxicillin for otitis media in children of 1 to 4 years", "1 years to 4 years"),
        ("anaphylaxis in children of 6 months to 6 years", "6 months to 6 years"),
        ("salbutamol in children over 5", "5 to 17 years"),
        ("asthma in adults over 50", "over 50"),
    ],
)
def test_ages_of_children_from_one_to_another(typed: str, age: str) -> None:
    assert ask.read(typed).patient.age == age
