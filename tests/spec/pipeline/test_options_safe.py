"""A drug named as an option comes with what its label says; none of a class that is not tolerated is one."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Verdict


def asked(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


ALLERGIC = "which antibiotic for pneumonia in a patient with penicillin allergy"


def test_no_drug_of_a_class_that_is_not_tolerated_is_offered(medicines: Library) -> None:
    answer = asked(ALLERGIC, medicines)
    first = answer.section("bottom_line").statements[0].text
    assert "offer doxycycline" in first
    assert "allergy to penicillins: amoxicillin" in said(answer, "bottom_line")
    for section in answer.sections:
        assert "offer amoxicillin" not in " ".join(s.text for s in section.statements)


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        (ALLERGIC, "Doxycycline (US label of doxycycline): for pneumonia"),
        (ALLERGIC, "contraindicated: people with an allergy to any tetracycline"),
        ("treatment of type 2 diabetes with eGFR 20", "contraindicated for this patient: people with an eGFR below 30"),
    ],
)
def test_an_option_comes_with_the_words_of_its_label(typed: str, option: str, medicines: Library) -> None:
    answer = asked(typed, medicines)
    statement = next(s for s in answer.section("alternatives").statements if option in s.text)
    assert statement.supports and statement.verdict is Verdict.SUPPORTED
    assert {span.record for span in statement.supports} <= {r.record for r in answer.references}


@pytest.mark.parametrize(
    ("typed", "section", "words"),
    [
        ("what helps rheumatoid arthritis pain, I take warfarin", "safety", "daily use in place of weekly use"),
        ("what helps rheumatoid arthritis pain, I take warfarin", "dosing", "once weekly"),
    ],
)
def test_the_answer_is_about_the_only_option_with_its_dangers(
    typed: str, section: str, words: str, medicines: Library
) -> None:
    answer = asked(typed, medicines)
    assert answer.question.intervention == "methotrexate"
    assert words in said(answer, section)


def test_the_only_option_is_not_offered_beside_what_forbids_it(medicines: Library) -> None:
    answer = asked("what helps rheumatoid arthritis pain, I take trimethoprim", medicines)
    assert not answer.question.intervention
    assert "methotrexate" in said(answer, "bottom_line").lower() and "trimethoprim" in said(answer, "bottom_line")
    assert not answer.section("dosing").statements


def test_an_option_without_a_label_is_said_to_have_none(medicines: Library) -> None:
    answer = asked("what helps fever in the common cold", medicines)
    assert "no label in the library" in answer.section("safety").empty


def test_what_a_guideline_offers_and_a_label_forbids_this_patient_is_no_option(medicines: Library) -> None:
    answer = asked("treatment of type 2 diabetes with eGFR 20", medicines)
    first = answer.section("bottom_line").statements[0]
    assert first.text.startswith(
        "Metformin, which a guideline offers (ISP, AU, 2022), is contraindicated for this patient"
    )
    assert len({span.record for span in first.supports}) == 2


def test_a_drug_that_is_taken_is_not_what_is_asked_about(medicines: Library) -> None:
    answer = asked("what helps rheumatoid arthritis pain, I take warfarin", medicines)
    assert "warfarin" not in answer.question.intervention
