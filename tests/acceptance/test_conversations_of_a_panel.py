"""Conversations as a panel held them: what begins anew, whom an answer is for, and pages that agree with themselves."""

from __future__ import annotations

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import FollowUpKind, Turn

AS_OF = "2026-11-29"


def talk(library: Library, first: str, *then: str) -> Turn:
    turn = Turn(first, probatum.answer(first, library=library, as_of=AS_OF))
    for typed in then:
        turn = pipeline.follow(typed, turn, library=library, as_of=AS_OF)
    return turn


def told(turn: Turn, section: str = "bottom_line") -> str:
    return " ".join(s.text for s in turn.answer.section(section).statements)


def test_a_whole_question_in_a_talk_begins_anew(starter_library: Library) -> None:
    fed = "Can ibuprofen be taken when breastfeeding?"
    for first in ("metformin in type 2 diabetes", "sertraline for depression"):
        turn = talk(starter_library, first, "children?", fed)
        assert turn.follow is not None and turn.follow.kind is FollowUpKind.NEW
        assert turn.answer.question.patient.breastfeeding and "breast-feeding" in told(turn)
        assert "children" not in turn.answer.title
    kept = talk(
        starter_library,
        "apixaban in atrial fibrillation",
        "and in renal failure?",
        "and in children?",
        "How do I store insulin glargine?",
    )
    assert not kept.answer.question.patient.kidney and "atrial fibrillation" not in told(kept)


def test_beside_a_third_medicine_both_of_two_are_told_of(starter_library: Library) -> None:
    turn = talk(starter_library, "allopurinol versus febuxostat for gout", "and with azathioprine?")
    assert "azathioprine" in turn.answer.question.patient.drugs
    assert "Febuxostat, the other choice, is contraindicated for this patient" in told(turn)
    assert "the dose of azathioprine or mercaptopurine must be lowered to about one third" in told(turn)


def test_no_dose_of_adults_answers_for_children(starter_library: Library) -> None:
    for then in (("and in renal failure?", "and in children?"), ("and in children?",)):
        turn = talk(starter_library, "apixaban in atrial fibrillation", *then)
        assert told(turn).startswith("No label or guideline that is held gives a dose of apixaban for children")
        assert "yes" not in told(turn).lower() and "5 mg" not in told(turn)
    grown = talk(starter_library, "apixaban in atrial fibrillation", "and in renal failure?")
    assert told(grown).startswith("Yes, at the dose for such a patient"), "adults keep the dose of their label"


def test_a_dose_for_children_that_is_held_is_told(starter_library: Library) -> None:
    for asked in ("amoxicillin dose for otitis media", "ibuprofen dose for fever"):
        turn = talk(starter_library, asked, "and in children?")
        assert "gives a dose of" not in told(turn) and "mg" in told(turn)


def test_what_is_asked_anew_stands_before_what_was_told_a_moment_ago(starter_library: Library) -> None:
    turn = talk(starter_library, "sertraline for depression", "he is on tramadol", "how do I stop it")
    first, *rest = [s.text for s in turn.answer.section("bottom_line").statements]
    assert "stopped step by step" in first and any("tramadol" in text for text in rest)
    barred = talk(starter_library, "colchicine for acute gout", "eGFR 25", "he takes clarithromycin", "what dose?")
    assert "contraindicated for this patient" in told(barred).partition(".")[0], "what bars it stays first"
