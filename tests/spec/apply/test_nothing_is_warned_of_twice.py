"""A warning that the short answer tells whole is not told again, a harm that is asked about has no dose, and an answer
that rests on advice says why it has no grade and on whose word it rests."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _texts(typed: str, library: Library, section: str) -> list[str]:
    answer = probatum.answer(typed, library=library)
    return [s.text for p in answer.sections if p.id == section for s in p.statements]


@pytest.mark.parametrize("typed", ["Does montelukast cause nightmares?", "Can ciprofloxacin cause tendon rupture?"])
def test_a_harm_closes_on_no_warning_told_before(typed: str, starter_library: Library) -> None:
    assert not any("main caution" in text for text in _texts(typed, starter_library, "conclusion"))


def test_advice_on_a_wide_class_is_no_word_on_a_harm(starter_library: Library) -> None:
    assert not any(
        "bite" in text for text in _texts("Can ciprofloxacin cause tendon rupture?", starter_library, "bottom_line")
    )


@pytest.mark.parametrize(
    "typed",
    [
        "What helps plantar fasciitis of three months in a runner?",
        "Which drug for overactive bladder in a 70-year-old woman after bladder training has failed?",
    ],
)
def test_advice_alone_is_ungraded_and_named(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    evidence = next(p for p in answer.sections if p.id == "evidence")
    assert "cannot be graded" in " ".join([evidence.empty, *(s.text for s in evidence.statements)])
    assert _texts(typed, starter_library, "conclusion")[0].startswith("This rests on N")
    assert any("none that answers was found" in text for text in _texts(typed, starter_library, "evidence_gaps"))


def test_what_is_waited_for_is_no_remedy(starter_library: Library) -> None:
    typed = "How is giant cell arteritis diagnosed, and should treatment wait for the biopsy?"
    assert not any("other treatments" in text for text in _texts(typed, starter_library, "bottom_line"))
    assert any(
        "copper bracelets" in t for t in _texts("Do copper bracelets help arthritis?", starter_library, "bottom_line")
    )


def test_of_two_advised_alike_the_one_with_a_dose_begins(starter_library: Library) -> None:
    path = _texts("What is the treatment of overactive bladder in a woman?", starter_library, "algorithm")
    assert any("solifenacin is 5 mg" in text for text in path)


def test_what_is_given_in_resistance_to_it_begins_no_path(starter_library: Library) -> None:
    path = _texts("Fusidic acid cream or flucloxacillin for impetigo?", starter_library, "algorithm")
    assert "mupirocin" not in path[0] and "fusidic acid 2%" in path[0]


def test_a_harm_alone_has_no_dose_and_one_at_a_dose_has(starter_library: Library) -> None:
    assert not _texts("Does montelukast cause nightmares?", starter_library, "dosing")
    assert _texts("Does montelukast 10 mg cause nightmares?", starter_library, "dosing")


def test_how_a_dose_is_raised_is_told_by_the_dose(starter_library: Library) -> None:
    typed = "What dose of amitriptyline for neuropathic pain and how is it raised?"
    assert not any("tramadol" in text for text in _texts(typed, starter_library, "part_2"))
