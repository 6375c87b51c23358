"""What a source on a medicine that is taken says of the one asked about bars the one asked about, not the other."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def _lines(library: Library, question: str, section: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for part in answer.sections if part.id == section for s in part.statements]


CHOICE = "65 yo woman on methotrexate needs antibiotic for cystitis: trimethoprim or nitrofurantoin, eGFR 70?"
BOTH = (
    "A 58-year-old woman on tizanidine for spasticity and weekly methotrexate has a urine infection; the choice is"
    " ciprofloxacin or trimethoprim. Is either safe with her medicines?"
)


def test_of_a_choice_the_one_that_is_barred_is_named(starter_library: Library) -> None:
    first = _lines(starter_library, CHOICE, "bottom_line")
    assert any(line.startswith("Trimethoprim is advised against for this patient") for line in first), first
    assert any("rules out nitrofurantoin" in line for line in first), first


def test_no_dose_is_told_of_it(starter_library: Library) -> None:
    told = _lines(starter_library, CHOICE, "dosing")
    assert told and not any("trimethoprim" in line.lower() for line in told), told


def test_each_of_a_choice_has_its_own_bar(starter_library: Library) -> None:
    first = _lines(starter_library, BOTH, "bottom_line")
    assert any(line.startswith("Ciprofloxacin is contraindicated") and "tizanidine" in line for line in first), first
    assert any(line.startswith("Trimethoprim is advised against") and "methotrexate" in line for line in first), first


def test_the_path_leads_to_neither(starter_library: Library) -> None:
    path = " ".join(_lines(starter_library, BOTH, "algorithm"))
    assert "weigh trimethoprim" not in path and "weigh ciprofloxacin" not in path, path
