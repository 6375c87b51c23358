"""Follow-ups where labels or guidelines answer and no study does: whose word it is, and which studies there are."""

from __future__ import annotations

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Turn

AS_OF = "2026-11-30"


def talk(library: Library, first: str, *then: str) -> Turn:
    turn = Turn(first, probatum.answer(first, library=library, as_of=AS_OF))
    for typed in then:
        turn = pipeline.follow(typed, turn, library=library, as_of=AS_OF)
    return turn


def told(turn: Turn, section: str) -> str:
    return " ".join(s.text for s in turn.answer.section(section).statements)


def test_it_is_said_whose_word_it_is(starter_library: Library) -> None:
    pneumonia = "clarithromycin for pneumonia in a man of 70"
    said = told(talk(starter_library, pneumonia, "says who"), "reply")
    assert "labels or guidelines, and on no study" in said and "NICE" in said
    paid = told(talk(starter_library, pneumonia, "who paid"), "reply")
    assert "labels or guidelines, and on no study" in paid
    studied = told(talk(starter_library, "colchicine for acute gout", "who says"), "reply")
    assert "Terkeltaub 2010" in studied and "on no study" not in studied


def test_trials_of_the_wanted_kind_are_named(starter_library: Library) -> None:
    left = told(talk(starter_library, "colchicine for acute gout", "only randomised trials"), "reply")
    assert "Terkeltaub 2010" in left
    none = told(talk(starter_library, "clarithromycin for pneumonia", "only RCTs"), "reply")
    assert "No study of this kind answers" in none and "what labels say is told beside it" in none.lower()
    guides = told(talk(starter_library, "colchicine for acute gout", "only guidelines"), "reply")
    assert "NICE" in guides and "No study" not in guides


def test_what_was_vomited_is_given_another_way(starter_library: Library) -> None:
    lines = told(talk(starter_library, "dexamethasone for croup", "he's vomiting now"), "bottom_line")
    assert "nebulised budesonide" in lines and "Nobody should stop" not in lines
    other = told(talk(starter_library, "amoxicillin for otitis media in a child", "he's vomiting now"), "bottom_line")
    assert "budesonide" not in other


def test_no_dose_for_such_kidneys_is_said_in_the_reply(starter_library: Library) -> None:
    asked = talk(starter_library, "apixaban for atrial fibrillation", "what about his kidneys, eGFR 22")
    assert "gives a dose of apixaban for eGFR 22" in told(asked, "reply")
    barred = talk(starter_library, "metformin in type 2 diabetes", "eGFR 22")
    assert not any(s.id == "reply" and "gives a dose" in told(barred, "reply") for s in barred.answer.sections)


def test_a_meal_of_protein_is_told_by_the_label(starter_library: Library) -> None:
    lines = told(talk(starter_library, "levodopa for parkinsons", "high protein diet?"), "bottom_line")
    assert "high in protein" in lines


def test_a_dose_to_a_target_keeps_attacks_away(starter_library: Library) -> None:
    lines = told(talk(starter_library, "allopurinol for gout prevention", "what dose then"), "bottom_line")
    assert "100 mg by mouth once daily" in lines
    other = told(talk(starter_library, "colchicine to prevent gout flares", "what dose then"), "bottom_line")
    assert "0.6 mg once or twice daily" in other


def test_what_follows_where_it_does_not_work(starter_library: Library) -> None:
    stepped = talk(starter_library, "amlodipine for hypertension", "what if it doesn't work")
    assert "Step 2" in told(stepped, "bottom_line")
    ear = talk(starter_library, "amoxicillin for otitis media in a child", "what if it doesn't help")
    assert "co-amoxiclav" in told(ear, "bottom_line")
    asked = talk(starter_library, "amlodipine for hypertension", "any alternatives")
    assert "Step 2" not in told(asked, "bottom_line")
