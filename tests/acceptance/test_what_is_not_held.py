"""Illnesses, treatments and uses on which the starter library holds nothing: that is said, and nothing else answers."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-22"
NONE = "no source that answers this question was found"


def bottom_line(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [s.text if reader == "doctor" else s.plain for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    "question",
    [
        "How should I treat Mycoplasma genitalium infection?",
        "Treatment of fungal pneumonia",
        "How should I treat mesenteric vein thrombosis?",
        "Treatment of reactive arthritis",
    ],
)
def test_another_illness_of_a_wide_name_is_not_answered_with_its_kin(starter_library: Library, question: str) -> None:
    said = bottom_line(starter_library, question)
    assert len(said) == 1 and NONE in said[0]


@pytest.mark.parametrize(
    "question",
    ["How do I treat H. pylori infection?", "Should I give steroids for lung infection?", "Treatment of bedwetting"],
)
def test_an_illness_that_is_held_is_answered_under_other_names(starter_library: Library, question: str) -> None:
    assert not any(NONE in said for said in bottom_line(starter_library, question))


@pytest.mark.parametrize("question", ["Treatment of acute kidney injury", "How do I treat a hip fracture?"])
def test_what_trials_only_count_is_not_what_they_treat(starter_library: Library, question: str) -> None:
    said = bottom_line(starter_library, question)
    assert len(said) == 1 and NONE in said[0]


def test_a_complaint_that_is_only_a_side_effect_of_something_is_not_answered_with_it(starter_library: Library) -> None:
    assert not any("quinine" in said for said in bottom_line(starter_library, "What can I do for my tinnitus?"))


def test_a_treatment_that_nobody_knows_is_named_as_not_held(starter_library: Library) -> None:
    said = bottom_line(starter_library, "Does strangvirol help in gout?")
    assert len(said) == 1 and "none that is held tells of strangvirol" in said[0]
    easy = bottom_line(starter_library, "Does strangvirol help in gout?", "patient")
    assert "No text there tells of strangvirol" in easy[0]


def test_a_label_for_another_use_is_said_to_be_one_first(starter_library: Library) -> None:
    said = bottom_line(starter_library, "Is donepezil useful in vascular dementia?")
    assert said[0].startswith("No study of this use was found, and the label does not name it")
    assert "Alzheimer's type" in said[0]


def test_a_member_of_a_class_is_answered_with_trials_of_the_class_and_that_is_said(starter_library: Library) -> None:
    said = bottom_line(starter_library, "Do we still need bisoprolol after STEMI?")
    assert (
        said[0] == "No study of bisoprolol by itself answers this; what follows was studied as a class (beta blocker)."
    )
    assert any("No effect of beta blockers on death" in one for one in said)


def test_a_trial_of_the_class_in_another_illness_is_no_answer_on_a_member(starter_library: Library) -> None:
    said = bottom_line(starter_library, "Is atenolol useful in heart failure?")
    assert not any("studied as a class" in one for one in said)


def test_a_class_of_medicines_is_a_medicine(starter_library: Library) -> None:
    said = " ".join(bottom_line(starter_library, "Are nitrates safe with sildenafil?"))
    assert "Not to be taken together (US label of isosorbide mononitrate): with phosphodiesterase inhibitors" in said
    assert "such as sildenafil" in said and "which its label rules out" in said
    assert "most frequent adverse reactions" not in said


def test_feet_that_hurt_from_diabetes_are_nerve_pain(starter_library: Library) -> None:
    said = bottom_line(starter_library, "My feet hurt from diabetes, which tablet helps?", "patient")
    assert "pregabalin" in said[0]


def test_a_drink_with_a_medicine_is_alcohol(starter_library: Library) -> None:
    said = bottom_line(starter_library, "Can she drink on metronidazole?", "patient")
    assert "must not be taken together" in said[0] and "alcohol" in said[0]


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("FeverPAIN 2 or Centor 3: do I give an antibiotic for sore throat?", "score of 2 or 3", "score of 0 or 1"),
        ("FeverPAIN 0 or 1, or Centor 0, 1 or 2: antibiotic for sore throat?", "score of 0, 1 or 2", "2 or 3"),
        ("CHA2DS2-VASc 0 in atrial fibrillation: anticoagulate?", "score of 0 in men", "score of 2 or more"),
    ],
)
def test_what_a_guideline_says_for_the_score_that_is_told_comes_first(
    starter_library: Library, question: str, said: str, unsaid: str
) -> None:
    first, *rest = bottom_line(starter_library, question)
    assert said in first
    assert not any(unsaid in one for one in (first, *rest))


@pytest.mark.parametrize("question", ["how does semaglutide work", "mechanism of action of metformin"])
def test_how_a_medicine_works_is_not_told_by_what_it_did(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert answer.section("bottom_line").statements[0].text.startswith("No source that is held tells how")
