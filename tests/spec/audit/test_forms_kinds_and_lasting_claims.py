"""Forms of one word, kinds of one illness, what lasts for ever, whom people are set against, and spans of years."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import keys
from probatum.model import Fault

FORMS = (
    ("infection", "infected", True),
    ("atrium", "atrial", True),
    ("ventricle", "ventricular", True),
    ("survivors", "survival", True),
    ("bled", "bleeding", True),
    ("broke", "breaking", True),
    ("female", "women", True),
    ("hospital", "hospitalization", True),
    ("lesion", "less", False),
    ("fracture", "fraction", False),
    ("station", "state", False),
    ("organ", "orange", False),
)


@pytest.mark.parametrize(("one", "other", "same"), FORMS)
def test_derived_and_past_forms_of_a_word_are_one(one: str, other: str, same: bool) -> None:
    assert (keys.key(one) == keys.key(other)) is same


TENDONS = (
    "We reviewed 27 trials of shock waves in 1871 patients with lateral elbow tendinopathy. Grip was stronger with "
    "shock waves than with laser (P < 0.001). Drug-induced pneumonia was seen in two patients. Higher levels of "
    "zerafine were seen in patients than in 40 healthy controls (P = 0.01)."
)
FAULTS = (
    # sentence, a kind of fault that it has, or must not have
    (
        "In people with tennis elbow, grip was stronger with shock waves than with laser [1].",
        Fault.APPLICABILITY,
        False,
    ),
    ("In people with asthma, grip was stronger with shock waves than with laser [1].", Fault.APPLICABILITY, True),
    ("Pneumonia caused by drugs was seen in two patients [1].", Fault.OVERCLAIM, False),
    ("Shock waves cause asthma [1].", Fault.OVERCLAIM, True),
    ("Shock waves permanently relieve the elbow [1].", Fault.OVERCLAIM, True),
    ("Shock waves free patients from pain of the elbow [1].", Fault.OVERCLAIM, True),
    ("Shock waves prevent wear of the elbow, and zerafine prevents asthma [1].", Fault.OVERCLAIM, True),
    ("Patients had more zerafine than healthy people [1].", Fault.POPULATION, False),
)


@pytest.mark.parametrize(("sentence", "fault", "named"), FAULTS)
def test_kinds_causes_and_what_lasts(sentence: str, fault: Fault, named: bool) -> None:
    said = report(sentence, records=(saying(TENDONS),)).sentences[-1]
    assert (said.faulty and said.category is fault) is named, said.reasons


def test_what_is_prevented_in_the_source_may_be_said_to_be() -> None:
    told = saying("In 120 adults zerafine prevented night cramps (2.1 versus 4.6 a week, P = 0.003).")
    said = report("Zerafine prevents night cramps [1].", records=(told,)).sentences[-1]
    assert said.category is not Fault.OVERCLAIM


LACKED = (
    ("In adults without night cramps, zerafine lowered the score more than placebo [1].", True),
    ("In adults with night cramps, zerafine lowered the score more than placebo [1].", False),
    ("In adults without diabetes, zerafine lowered the score more than placebo [1].", False),
)


@pytest.mark.parametrize(("sentence", "named"), LACKED)
def test_those_without_what_the_title_names_were_not_studied(sentence: str, named: bool) -> None:
    told = saying("We gave zerafine or placebo to 120 adults. The score was lower with zerafine (P = 0.003).")
    said = report(sentence, records=(told,)).sentences[-1]
    assert (said.category in (Fault.POPULATION, Fault.APPLICABILITY)) is named, said.reasons


YEARS = (
    ("Over two decades, cramps became rarer [1].", False),
    ("Over 20 years, cramps became rarer [1].", False),
    ("Over four decades, cramps became rarer [1].", True),
)


@pytest.mark.parametrize(("sentence", "named"), YEARS)
def test_a_span_of_years_is_worked_out_of_the_first_and_the_last(sentence: str, named: bool) -> None:
    told = saying("Between the years 2000 and 2019, 4842 adults had night cramps, which became rarer with the years.")
    said = report(sentence, records=(told,)).sentences[-1]
    assert (said.category is Fault.NUMBER) is named, said.reasons


SEXES = (
    "We gave zerafine or placebo to 120 adults. Dizziness fell more after zerafine than after placebo in women, but "
    "not in men (P = 0.003). In people with porphyria, nausea did not differ between zerafine and placebo. In "
    "smokers, the score was lower with zerafine than with placebo (P = 0.01)."
)
PARTS = (
    ("In men, dizziness fell more after zerafine than after placebo [1].", True),
    ("In women, dizziness fell more after zerafine than after placebo [1].", False),
    ("People with porphyria had less nausea on zerafine than on placebo [1].", True),
    ("In smokers, the score was lower with zerafine than with placebo [1].", False),
    ("In men, dizziness did not fall more after zerafine than after placebo [1].", False),
)


@pytest.mark.parametrize(("sentence", "named"), PARTS)
def test_no_difference_is_told_of_those_who_had_none(sentence: str, named: bool) -> None:
    said = report(sentence, records=(saying(SEXES),)).sentences[-1]
    assert ("subgroup" in {c.check for c in said.checks}) is named, [c.check for c in said.checks]
