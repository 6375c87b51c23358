"""What the question tells of the patient (ancestry, an illness beside, a value) decides what is said first."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def _lines(library: Library, question: str, *sections: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for part in answer.sections if part.id in sections for s in part.statements]


def test_a_gene_that_is_frequent_in_a_people_is_tested_first(starter_library: Library) -> None:
    question = "carbamazepine for trigeminal neuralgia in a Han Chinese woman"
    assert "HLA-B*1502" in _lines(starter_library, question, "bottom_line")[0]
    path = _lines(starter_library, question, "algorithm")
    tested, dosed = (next(n for n, line in enumerate(path) if s in line) for s in ("HLA-B*1502", "Dose as on"))
    assert tested < dosed


def test_the_dose_of_a_people_is_theirs(starter_library: Library) -> None:
    first = _lines(starter_library, "rosuvastatin starting dose in a Thai man with high cholesterol", "bottom_line")[0]
    assert first.startswith("Dose for this patient") and "5 mg once daily" in first


def test_an_illness_beside_is_not_what_a_dose_is_for(starter_library: Library) -> None:
    first = _lines(starter_library, "levothyroxine starting dose in a 78 year old with angina", "bottom_line")
    assert any("lower dose" in line for line in first), first
    assert not any("off-label" in line for line in first), first


def test_a_value_that_is_told_in_a_sentence_is_read(starter_library: Library) -> None:
    for question in ("can enoxaparin be given if the platelets are 60", "enoxaparin, platelets have fallen to 70"):
        first = _lines(starter_library, question, "bottom_line")
        assert first[0].startswith("Enoxaparin is stopped at what was measured"), first
        assert not any("apixaban" in line for line in first), first


def test_of_a_dose_no_medicine_that_is_not_taken_is_told(starter_library: Library) -> None:
    first = _lines(starter_library, "rosuvastatin starting dose for high cholesterol", "bottom_line")
    assert first[0].startswith("Label dose") and not any("gemfibrozil" in line for line in first), first


def test_no_trial_in_men_tells_of_the_pregnant(starter_library: Library) -> None:
    question = "which antibiotic for UTI in a pregnant woman"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(" of 131 men" in s.text for section in answer.sections for s in section.statements)
