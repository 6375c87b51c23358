"""Long lists of the short answer are cut to what the question tells; they stand whole further down."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-12-01"


def asked(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, as_of=AS_OF)


def lines(answer: Answer, *sections: str) -> list[str]:
    return [s.text for name in sections for s in answer.section(name).statements]


@pytest.mark.parametrize(
    ("question", "kept", "cut"),
    [
        (
            "Is metformin safe in heart failure?",
            "include hypoxic states such as acute heart failure",
            "excessive alcohol",
        ),
        ("covid day 3, 71M, takes simvastatin 20. Paxlovid?", "such as simvastatin", "quinidine"),
        (
            "How should I treat acute gout in a 68 year old man with CKD stage 3b on warfarin?",
            "age of 65 years or more and kidney impairment raise the risk",
            "cerebrovascular disease",
        ),
    ],
)
def test_what_is_told_is_left(starter_library: Library, question: str, kept: str, cut: str) -> None:
    answer = asked(starter_library, question)
    short = lines(answer, "bottom_line")
    assert any(kept in line for line in short)
    assert not any(cut in line for line in short)
    assert any(cut in line for line in lines(answer, "safety", "evidence", "dosing", "monitoring"))


def test_a_list_of_which_nothing_is_told_stays_whole(starter_library: Library) -> None:
    short = lines(asked(starter_library, "Is metformin safe?"), "bottom_line", "safety")
    assert any("radiological contrast, surgery, hypoxic states" in line for line in short)


def test_criteria_that_count_together_stay_whole(starter_library: Library) -> None:
    short = lines(
        asked(starter_library, "new AF 84 yr old lady wt 52kg creat 1.3 mg/dl. dose of eliquis?"), "bottom_line"
    )
    assert any("80 years or more, body weight 60 kg or less, serum creatinine 1.5" in line for line in short)


def test_advice_leads_before_what_a_label_says_of_what_is_taken(starter_library: Library) -> None:
    question = "How should I treat acute gout in a 68 year old man with CKD stage 3b on warfarin?"
    short = lines(asked(starter_library, question), "bottom_line")
    assert short[0].startswith("Guideline (NICE")
    assert not any("who take colchicine as prophylaxis" in line for line in short)


def test_what_follows_a_list_is_no_part_of_it(starter_library: Library) -> None:
    short = lines(asked(starter_library, "neuro starting carbamazepine, on apixaban for AF, ok?"), "bottom_line")
    assert any(
        "such as" in line and "carbamazepine" in line and "lower the exposure to apixaban" in line for line in short
    )
