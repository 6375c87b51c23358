"""Who asks to what a value is brought gets the sentence that gives the target for people like these, and no dose."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import targets


def _short(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-12-01")
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("what BP should I aim for in CKD with ACR 90", "130/80 mm Hg"),
        ("target BP over 80", "150/90 mm Hg"),
        ("what LDL to aim for after a heart attack", "2.0 mmol/l"),
        ("target urate in gout", "360 micromol/l"),
        ("sats target in COPD exacerbation", "88% to 92%"),
        ("fasting glucose target in gestational diabetes", "5.3 mmol/l"),
        ("target INR in atrial fibrillation", "2.5 (range 2 to 3)"),
        ("what is the ideal blood pressure in pregnancy", "135/85 mmHg"),
    ],
)
def test_the_target_is_told_with_its_figure(question: str, figure: str, starter_library: Library) -> None:
    assert figure in _short(starter_library, question)


@pytest.mark.parametrize(
    "question",
    [
        "what's the target BP in a diabetic 60 yr old",
        "target INR for a mechanical mitral valve",
    ],
)
def test_a_target_for_others_is_said_to_be_one(question: str, starter_library: Library) -> None:
    assert _short(starter_library, question).startswith("No source that is held gives a target of")


def test_where_none_is_held_nothing_else_is_told(starter_library: Library) -> None:
    short = _short(starter_library, "optimal ferritin in restless legs")
    assert short == "No source that is held gives a target of ferritin for restless legs syndrome."


@pytest.mark.parametrize(
    "question",
    [
        "target dose of finerenone",
        "is a lower blood pressure target better over 80",
        "intensive versus standard blood pressure target",
        "what to do with a urate of 480 on allopurinol, not at target",
        "does metformin lower HbA1c",
        "target organ damage in hypertension",
    ],
)
def test_other_questions_ask_for_no_target(question: str) -> None:
    assert targets.asked(question) is None


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("In gout, the target of serum urate is below 360 micromol/l.", True),
        ("Colchicine is given until the urate target is reached.", False),
        ("The target dose of A is 20 mg; urate is measured after 4 weeks.", False),
    ],
)
def test_a_sentence_tells_a_target_by_its_figure(sentence: str, so: bool) -> None:
    measure = targets.asked("target urate in gout")
    assert measure is not None
    assert targets.told(sentence, measure) is so


def test_how_fast_a_value_is_brought_back_is_told(starter_library: Library) -> None:
    assert "no more than 10 mmol/l in the first 24 hours" in _short(
        starter_library, "how quickly should sodium be corrected in hyponatraemia"
    )
    assert "tells how fast" in _short(starter_library, "how fast to lower BP in hypertensive emergency")


@pytest.mark.parametrize(
    "question", ["how quickly does ramipril lower blood pressure", "how fast does amlodipine reduce blood pressure"]
)
def test_how_soon_a_medicine_works_is_no_target(question: str) -> None:
    assert targets.asked(question) is None
