"""What the first whole readings of doses for failing kidneys and of `why is it given` showed."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-28"


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of=AS_OF)


def told(answer: Answer) -> str:
    return " ".join(s.text for section in answer.sections for s in section.statements)


def test_beside_a_dose_for_failing_kidneys_none_for_healthy_ones_is_told(starter_library: Library) -> None:
    failing = told(ask(starter_library, "What dose of enoxaparin for a DVT with eGFR 22, weight 82 kg?", "pharmacist"))
    assert "1 mg/kg under the skin once daily" in failing and "82 mg" in failing
    assert "every 12 hours" not in failing
    assert "every 12 hours" in told(ask(starter_library, "What dose of enoxaparin for a DVT?", "pharmacist"))


@pytest.mark.parametrize(
    "question",
    [
        "Why is spironolactone given in heart failure?",
        "Why is spironolactone used in heart failure and how much does it help?",
    ],
)
def test_why_a_treatment_is_given_is_answered_by_what_it_does(question: str, starter_library: Library) -> None:
    first = ask(starter_library, question, "student").section("bottom_line").statements[0].text
    assert "350 of every 1,000" in first


def test_a_limit_of_another_illness_stands_in_no_path(starter_library: Library) -> None:
    answer = ask(starter_library, "Is ticagrelor better than clopidogrel after NSTEMI?")
    steps = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "180 mg" in steps and "acute stroke" not in steps


def test_what_a_medicine_must_not_be_taken_with_is_said_in_grammar(starter_library: Library) -> None:
    answer = ask(starter_library, "My 3 year old has an ear infection, does he need antibiotics?", "carer")
    plain = " ".join(s.plain or s.text for section in answer.sections for s in section.statements)
    assert "used in with" not in plain and "used in after" not in plain


def test_a_dose_for_the_illness_that_ends_in_a_maximum_is_no_bare_limit(starter_library: Library) -> None:
    answer = ask(starter_library, "What is the dose of carbamazepine in trigeminal neuralgia?", "pharmacist")
    assert "100 mg by mouth twice daily" in answer.section("bottom_line").statements[0].text


def test_a_part_on_another_medicine_keeps_what_the_patient_must_not_have(starter_library: Library) -> None:
    question = "A woman 24 weeks pregnant has cystitis. Which antibiotic, and may she take ibuprofen for the pain?"
    assert "from about 20 weeks on" in told(ask(starter_library, question, "nurse"))


def test_a_person_or_a_weight_before_an_illness_makes_no_other(starter_library: Library) -> None:
    asked = "2yr old 12kg acute otitis media 1 ear, mild. does she need amoxicillin?"
    told_ = [s.text for s in ask(starter_library, asked, "nurse").section("bottom_line").statements]
    assert "no antibiotic or a back-up" in told_[0]  # whether it is needed comes first
    assert "of 1 to 4 years" in told_[1] and "25 mg/kg" in told_[2]


def test_an_answer_with_fewer_words_keeps_the_medicine(starter_library: Library) -> None:
    asked = "major trauma, RTC 4 h ago, hypotensive + ongoing bleeding, no TXA prehospital. give tranexamic acid now?"
    assert "more than 3 hours" in ask(starter_library, asked).section("bottom_line").statements[0].text
