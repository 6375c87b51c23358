"""Forms of one word, kinds of one illness, what lasts for ever, whom people are set against, and two of any sort."""

from __future__ import annotations

import pytest
from audit_cases import REFERENCES, report, saying

from probatum.assess.audit import auditing, document, facing, keys
from probatum.assess.audit.source import source
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


COHORT = (
    "In this cohort of 900 people after hip surgery, infection was less frequent in women than in men (P = 0.003). "
    "Survival was longer in older patients compared with younger patients. Compared with smokers, non-smokers had a "
    "higher score for mobility."
)
SIDES = (
    # sentence, and whether the source goes along with it (True), against it (False), or neither
    ("Women became infected less often than men after hip surgery [1].", True),
    ("Men became infected less often than women after hip surgery [1].", False),
    ("Infection was more frequent in women than in men [1].", False),
    ("Men had more infections than women [1].", True),
    ("Hip surgery was done in two centres [1].", None),
    ("Women slept better than infants [1].", None),
)


@pytest.mark.parametrize(("sentence", "along"), SIDES)
def test_two_of_any_sort_are_set_against_each_other_as_the_source_does(sentence: str, along: bool | None) -> None:
    record = saying(COHORT)

    class Shelf:
        def get(self, identifier: str) -> object:
            return record

        def search(self, text: str, limit: int) -> tuple[object, ...]:
            return ()

    cases, _ = auditing.read(document.read(f"# Hips\n\n{sentence}\n{REFERENCES}"), Shelf())  # type: ignore[arg-type]
    found = facing.held(cases[-1])
    told = None if found is None or found.along == found.against else found.along > found.against
    assert told is along, (found, facing.read(cases[-1].text, source(record)))


def test_who_fares_better_is_told_by_what_more_of_the_outcome_means() -> None:
    (longer,) = facing.read("They lived longer with zerafine than with placebo", None)
    (fewer,) = facing.read("Fewer of them bled with zerafine than with placebo", None)
    (more,) = facing.read("More of them bled with zerafine than with placebo", None)
    assert (longer.good, fewer.good, more.good) == (1, 1, -1)
