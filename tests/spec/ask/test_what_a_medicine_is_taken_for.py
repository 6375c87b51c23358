"""What a background medicine is taken for is told of the patient: the population has what is asked about."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "people", "behind"),
    [
        ("He takes omeprazole for gout. Which antibiotic for his cellulitis?", ["cellulitis"], "gout"),
        ("Which antibiotic for cystitis in a woman on methotrexate for psoriasis?", ["cystitis"], "psoriasis"),
        ("Woman on amitriptyline for migraine, which treatment for depression?", ["depression"], "migraine disorders"),
        ("I take metformin for gout, what can I do about my low back pain?", ["low back pain"], "gout"),
    ],
)
def test_an_illness_of_a_background_medicine_is_not_the_population(typed: str, people: list[str], behind: str) -> None:
    question = ask.read(typed)
    assert [c.label for c in question.having(Role.POPULATION)] == people
    assert behind in question.patient.conditions
    assert behind not in question.population


def test_the_illness_of_the_medicine_that_is_asked_about_stays() -> None:
    question = ask.read("I am on sertraline for depression, is it safe in pregnancy?")
    assert [c.label for c in question.having(Role.POPULATION)] == ["depression"]


def test_what_to_give_instead_is_set_against_what_was_given() -> None:
    question = ask.read("She is on methotrexate for gout and got trimethoprim for cystitis: which antibiotic instead?")
    assert [c.label for c in question.having(Role.INTERVENTION)] == ["antibiotic"]
    assert [c.label for c in question.having(Role.COMPARATOR)] == ["trimethoprim"]
    assert [c.label for c in question.having(Role.POPULATION)] == ["cystitis"]
