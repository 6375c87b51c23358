"""Of the members of a class none is picked that nothing chooses; what befell somebody is no use of a medicine."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import scores


def told(library: Library, question: str, section: str, reader: str = "doctor") -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29", reader=reader)
    return "\n".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    "question", ["which DOAC for AF with eGFR 40", "Which anticoagulant for a man of 68 with AF and CAD?"]
)
def test_members_that_nothing_chooses_between_are_told_alike(starter_library: Library, question: str) -> None:
    path = told(starter_library, question, "algorithm")
    choice = next(line for line in path.split("\n") if line.startswith("Choose one whose label"))
    assert all(name in choice for name in ("apixaban", "dabigatran", "edoxaban", "rivaroxaban"))
    assert "warfarin" not in choice and " mg " not in path
    assert "Dose for this patient (US label of dabigatran)" not in told(starter_library, question, "bottom_line")


def test_one_member_of_a_class_in_a_trial_chooses_none(starter_library: Library) -> None:
    question = (
        "Man 68 with AF, eGFR 40, GI bleed last year, stable CAD stented 2 years ago, which anticoagulant and should "
        "aspirin go on"
    )
    path = told(starter_library, question, "algorithm")
    assert "weigh rivaroxaban" not in path and "Start rivaroxaban" not in path and "aspirin alone" not in path
    assert "atrial fibrillation and coronary artery disease are not among" in told(starter_library, question, "safety")


def test_a_score_that_is_not_told_makes_no_advice_nearer(starter_library: Library) -> None:
    short = told(starter_library, "Which anticoagulant for a man of 68 with AF and CAD?", "bottom_line")
    assert "score of 2 or more" in short and "score of 1" not in short
    advice = "It is considered for men with a CHA2DS2-VASc score of 1."
    assert scores.untold("a man of 68 with AF", advice)
    assert not scores.untold("a man with a CHA2DS2-VASc score of 1", advice)


def test_advice_on_another_prevention_outweighs_no_warning(starter_library: Library) -> None:
    path = told(starter_library, "aspirin for stroke prevention in AF", "algorithm")
    assert "Sources disagree" not in path and "Give it as advised" not in path


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("On warfarin, fell and hit his head, now drowsy", "", "off-label"),
        (
            "aspirin for stroke prevention in AF",
            "; stroke prevention in atrial fibrillation is not",
            "preventing stroke",
        ),
        ("aspirin for primary prevention in a diabetic of 55", "primary prevention in diabetes", "preventing diabetes"),
        ("metformin to prevent diabetes", "preventing type 2 diabetes", "prevention in"),
        ("gabapentin for hot flushes", "off-label", "preventing"),
    ],
)
def test_the_use_is_named_as_it_was_asked(starter_library: Library, question: str, said: str, never: str) -> None:
    safety = told(starter_library, question, "safety")
    assert said in safety and never not in safety


def test_what_a_trial_counts_is_not_whom_it_was_made_in(starter_library: Library) -> None:
    harms = told(starter_library, "aspirin for stroke prevention in AF", "adverse_effects")
    assert "in healthy older people, not atrial fibrillation" in harms and "in bleeding" not in harms


def test_the_member_that_was_tried_is_given_as_it_was(starter_library: Library) -> None:
    question = "Bell's palsy since yesterday, steroids, aciclovir or both?"
    path = told(starter_library, question, "algorithm")
    assert "prednisolone (25 mg twice daily)" in path and "weigh" not in path and "no source here tells it" not in path
    assert "anabolic" not in told(starter_library, question, "evidence_gaps")
    assert "No included study compares" not in told(starter_library, question, "bottom_line")


def test_a_class_of_which_several_were_tried_has_no_one_dose(starter_library: Library) -> None:
    path = told(starter_library, "steroids for asthma", "algorithm")
    assert "what was given in studies stands under dosing" in path and " mg" not in path


def test_in_an_illness_of_childhood_the_first_choice_leads(starter_library: Library) -> None:
    assert "first choice is dexamethasone 0.15 mg/kg" in told(starter_library, "steroids for croup", "bottom_line")
    path = told(starter_library, "steroids for croup", "algorithm")
    assert "Dose as advised" in path and "stop it step by step" not in path
    assert "eardrops" not in told(starter_library, "antibiotics for otitis media", "bottom_line")
