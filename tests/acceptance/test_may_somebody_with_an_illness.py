"""May somebody with an illness have a medicine: the answer stands in the first words, with the label's own limit."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-22"


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of=AS_OF)


def first(answer: Answer) -> str:
    return answer.section("bottom_line").statements[0].text


def whole(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "verdict", "limit"),
    [
        ("can i take sumatriptan if i have had a heart attack", "No: ", "coronary artery disease"),
        ("tranexamic acid in a woman with a previous DVT and heavy periods", "No: ", "earlier thrombosis"),
        ("lisinopril after previous angioedema", "No: ", "angioedema"),
        ("Can people with myasthenia gravis take ciprofloxacin?", "Not as a rule: ", "myasthenia gravis"),
        ("Can dapagliflozin be used at eGFR 20?", "Not as a rule: ", "below 25"),
        ("Can I take bisoprolol if I have asthma?", "That depends: ", "severe bronchial asthma"),
        ("my kidneys are failing, can i still take metformin", "That depends: ", "below 30"),
        ("Is tramadol safe if I have epilepsy?", "Only with care", "seizures"),
        ("may a man with heart failure take ibuprofen", "Not as a rule: ", "severe heart failure"),
        ("may a man with angina take ibuprofen", "Only with care", "heart"),
        ("is amitriptyline ok if i have glaucoma", "Only with care", "angle-closure glaucoma"),
        ("dabigatran with creatinine clearance 20 ml/min", "Yes, at the dose for such a patient", "75 mg"),
    ],
)
def test_the_verdict_leads_with_the_limit(starter_library: Library, question: str, verdict: str, limit: str) -> None:
    answer = ask(starter_library, question)
    assert first(answer).startswith(verdict) and limit in first(answer)
    assert "off-label" not in whole(answer) and "No study of this use" not in whole(answer)
    assert not answer.question.danger


def test_a_limit_of_what_the_illness_bears_says_so(starter_library: Library) -> None:
    assert "a kind or a sign of this" in first(ask(starter_library, "is sumatriptan safe after a heart attack"))


def test_a_label_that_is_silent_is_said_to_be_so_first(starter_library: Library) -> None:
    said = first(ask(starter_library, "is tizanidine safe in glaucoma"))
    assert said.startswith("The label of tizanidine names no limit in glaucoma") and "not mean that it is safe" in said


def test_an_illness_that_the_label_is_for_is_still_what_is_treated(starter_library: Library) -> None:
    said = whole(ask(starter_library, "does colchicine work in gout"))
    assert "names no limit" not in said and not said.startswith(("No: ", "Only with care"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("escitalopram and low sodium in older women", "hyponatraemia can occur"),
        ("is there risk of falls with zolpidem", "higher risk of falls"),
        ("muscle pain with simvastatin", "muscle pain"),
        ("Carbamazepine in an 82-year-old: risk of low sodium?", "low sodium"),
    ],
)
def test_a_named_harm_leads(starter_library: Library, question: str, told: str) -> None:
    answer = ask(starter_library, question)
    assert first(answer).startswith("On the harm asked about") and told in first(answer)
    assert "no source that was found here says anything" not in whole(answer)


def test_how_many_had_the_harm_stands_before_what_the_label_says(starter_library: Library) -> None:
    answer = ask(starter_library, "does aspirin in healthy elderly cause bleeding")
    assert "3.8% with aspirin and 2.8% with placebo" in first(answer)


def test_harms_that_a_review_tells_in_words_are_told(starter_library: Library) -> None:
    assert "water intoxication" in first(ask(starter_library, "What are the harms of desmopressin for bedwetting?"))
