"""How long an illness lasts and how it is known are asked in many words, and the illness is had in all of them."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent, Role
from probatum.text import recognised, time_course


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("How long does an acute cough last?", "cough"),
        ("AOM duration?", "otitis media"),
        ("how long does it take for tennis elbow to go away on its own", "tennis elbow"),
        ("how many days or weeks until tennis elbow gets better", "tennis elbow"),
        ("Third day of sinusitis now and no better. How much longer will this go on?", "sinusitis"),
        ("bronchiolitis - how long till resolves", "bronchiolitis"),
        ("how soon will my shingles clear up", "herpes zoster"),
        ("Ive had this tickly cough for 2 weeks after a cold, when is it meant to stop", "cough"),
    ],
)
def test_how_long_it_lasts(typed: str, ill: str) -> None:
    read = ask.read(typed)
    assert read.intent is Intent.PROGNOSIS
    assert [c.label for c in read.having(Role.POPULATION)] == [ill]
    assert not read.having(Role.INTERVENTION) and not read.having(Role.OUTCOME)


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("how do doctors know if it is gout", "gout"),
        ("66F. ?GCA. criteria?", "giant cell arteritis"),
        ("I think I might have bronchiolitis. What would the doctor do to find out?", "bronchiolitis"),
        ("52F suspected endometriosis, what work up", "endometriosis"),
        ("which test is used to diagnose coeliac disease", "celiac disease"),
        ("told I might have coeliac or gout, how do they find out if its gout", "gout"),
    ],
)
def test_how_it_is_known(typed: str, ill: str) -> None:
    read = ask.read(typed)
    assert read.intent is Intent.DIAGNOSIS
    assert [c.label for c in read.having(Role.POPULATION)] == [ill] and not read.having(Role.INTERVENTION)


@pytest.mark.parametrize(
    "typed",
    [
        "how long should I take antibiotics for cystitis",
        "how long until sertraline works",
        "when can I go back to work after flu",
        "how long is shingles contagious",
        "duration of action of salbutamol",
        "how long do people with ALS live",
    ],
)
def test_how_long_something_else_takes(typed: str) -> None:
    assert not time_course.asked(typed)


@pytest.mark.parametrize("typed", ["how do I know when to stop aspirin", "does a normal D-dimer rule out a clot"])
def test_what_else_is_known(typed: str) -> None:
    assert not recognised.asked(typed)


@pytest.mark.parametrize(
    ("typed", "ill"),
    [
        ("can pre-eclampsia be prevented by aspirin", "preeclampsia"),
        ("can falls in older people be prevented by vitamin D", "falling"),
    ],
)
def test_what_is_to_be_prevented_is_had_by_nobody(typed: str, ill: str) -> None:
    read = ask.read(typed)
    assert [c.label for c in read.having(Role.OUTCOME)] == [ill] and not read.having(Role.POPULATION)


def test_what_is_treated_is_had() -> None:
    read = ask.read("can migraine be treated with topiramate")
    assert [c.label for c in read.having(Role.POPULATION)] == ["migraine disorders"]
