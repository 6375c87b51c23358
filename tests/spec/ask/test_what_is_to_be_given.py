"""What is to be given is asked about; what is taken, was given once or is somebody else's is not."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Question, Role


def given(made: Question, role: Role = Role.INTERVENTION) -> set[str]:
    return {c.label for c in made.having(role)}


def test_what_is_wanted_is_asked_about() -> None:
    made = read("proximal DVT, want to use edoxaban. heparin first? what dose, is it as good as warfarin")
    assert given(made) == {"edoxaban"}
    assert given(made, Role.COMPARATOR) == {"warfarin"}


def test_a_choice_of_two_stays_one() -> None:
    made = read("DVT, thinking of giving edoxaban or warfarin, which is better")
    assert "warfarin" in given(made) | given(made, Role.COMPARATOR)


def test_a_question_of_its_own_beside_what_is_taken() -> None:
    made = read("ischaemic stroke 3 h ago, on ramipril + aspirin. thrombolysis? does the ramipril matter")
    assert given(made) == {"thrombolysis"}
    assert set(made.patient.drugs) == {"ramipril", "aspirin"}


def test_what_is_taken_is_asked_about_where_nothing_else_is() -> None:
    assert "ramipril" in given(read("cough since spring, on ramipril. could it be the ramipril?"))


@pytest.mark.parametrize(
    ("typed", "taken", "new"),
    [
        ("AF apixaban 5 bd, neuro starting carbamazepine 100 bd. switch doac?", "apixaban", "carbamazepine"),
        (
            "on tizanidine 4mg tds, urologist rx ciprofloxacin 500 bd x 7d. just halve the tizanidine?",
            "tizanidine",
            "ciprofloxacin",
        ),
        ("on warfarin, dentist giving metronidazole. ok?", "warfarin", "metronidazole"),
    ],
)
def test_what_another_starts_beside_it_is_a_pair(typed: str, taken: str, new: str) -> None:
    made = read(typed)
    assert made.intent is Intent.INTERACTION
    assert taken in made.patient.drugs
    assert new in given(made)


@pytest.mark.parametrize(
    "typed",
    [
        "on apixaban 5 bd, cardio starting bisoprolol 2.5 od. what dose of bisoprolol at an eGFR of 20",
        "AF. cardio starting apixaban 5 bd. switch from warfarin?",
    ],
)
def test_no_pair_where_something_else_is_asked(typed: str) -> None:
    assert read(typed).intent is not Intent.INTERACTION


def test_what_was_given_last_time_is_not_asked_about() -> None:
    made = read("17 weeks pregnant, cystitis. last time she got trimethoprim. what antibiotic, dose?")
    assert given(made) == {"antibiotic"}


def test_what_was_given_last_time_may_be_the_question() -> None:
    assert given(read("cystitis again. last time she got trimethoprim. is trimethoprim ok now")) == {"trimethoprim"}


def test_somebody_elses_medicine_is_an_option_and_is_not_taken() -> None:
    made = read("AF, my mate is on pradaxa, can i swap off warfarin")
    assert given(made) == {"dabigatran"} and given(made, Role.COMPARATOR) == {"warfarin"}
    assert "dabigatran" not in made.patient.drugs


def test_what_is_only_taken_is_set_aside() -> None:
    made = read("57M gout, afebrile, on furosemide. how do i treat")
    assert "furosemide" not in given(made) and "furosemide" in made.patient.drugs


@pytest.mark.parametrize("typed", ["57M gout, on furosemide. stop it? how do i treat", "gout, furosemide dose"])
def test_what_is_taken_stays_where_it_is_asked_about(typed: str) -> None:
    assert "furosemide" in given(read(typed))


def test_an_operation_that_hurts_is_no_treatment() -> None:
    made = read("can i take ibuprofen for c section pain")
    assert given(made) == {"ibuprofen"} and given(made, Role.POPULATION) == {"pain"}
    assert "cesarean section" in given(read("cesarean section or vaginal birth, which is safer"))


def test_how_many_fewer_counts_the_complaint() -> None:
    made = read("ALS cramps all night. mexiletine - how many fewer, dose used")
    assert {c.text for c in made.having(Role.OUTCOME)} == {"cramps"}
    assert not read("ALS cramps all night. mexiletine - how many fewer deaths").outcome.startswith("cramps")


@pytest.mark.parametrize(
    "typed",
    [
        "stopped my venlafaxine cold turkey 2 days ago, dizzy. whats this",
        "came off paroxetine 3 days ago, dizzy and jittery. is this withdrawal?",
    ],
)
def test_a_complaint_since_a_medicine_was_ended(typed: str) -> None:
    made = read(typed)
    assert made.intent is Intent.HARM and len(given(made)) == 1 and made.outcome


def test_what_to_take_for_a_complaint_is_asked_after_an_end_too() -> None:
    assert read("stopped venlafaxine 2 days ago, dizzy. start betahistine?").intent is not Intent.HARM
