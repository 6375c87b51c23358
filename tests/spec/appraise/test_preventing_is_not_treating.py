"""A study that prevents an illness says little of treating those who have it."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import directness, study
from probatum.model import Concept, Fit, Intent, Question, Role


def asked(read: str) -> Question:
    concepts = (
        Concept("postpartum haemorrhage", "postpartum hemorrhage", Role.POPULATION, "condition", id="mesh:D006473"),
        Concept("oxytocin", "oxytocin", Role.INTERVENTION, "drug", id="mesh:D010121"),
    )
    terms = ("oxytocin", "postpartum", "haemorrhage")
    return Question(typed=read, read=read, intent=Intent.THERAPY, concepts=concepts, terms=terms)


@pytest.mark.parametrize(
    ("title", "read", "fit"),
    [
        (
            "Oxytocin for the prevention of postpartum haemorrhage after vaginal birth: a randomised trial",
            "oxytocin for postpartum haemorrhage",
            Fit.RELATED,
        ),
        (
            "Oxytocin for the prevention of postpartum haemorrhage after vaginal birth: a randomised trial",
            "oxytocin to prevent postpartum haemorrhage",
            Fit.DIRECT,
        ),
        (
            "Oxytocin for the prevention and treatment of postpartum haemorrhage: a randomised trial",
            "oxytocin for postpartum haemorrhage",
            Fit.DIRECT,
        ),
        (
            "Oxytocin in women with postpartum haemorrhage: a randomised trial",
            "oxytocin for postpartum haemorrhage",
            Fit.DIRECT,
        ),
    ],
)
def test_a_title_that_prevents_is_indirect_for_treatment(title: str, read: str, fit: Fit) -> None:
    record = make(title=title)
    found = directness.judge(asked(read), record, study.outline(record))
    assert found.population.fit is fit
    assert ("to prevent" in found.note) is (fit is Fit.RELATED)


@pytest.mark.parametrize(
    ("title", "fit"),
    [
        ("Oxytocin in women with postpartum or antenatal haemorrhage", Fit.DIRECT),
        ("Oxytocin and postpartum mood in women who had been treated for a haemorrhage of the retina", Fit.OTHER),
    ],
)
def test_a_name_may_stand_in_a_title_with_other_words_between(title: str, fit: Fit) -> None:
    record = make(title=title)
    found = directness.judge(asked("oxytocin for postpartum haemorrhage"), record, study.outline(record)).population.fit
    assert (found is Fit.DIRECT) is (fit is Fit.DIRECT)
