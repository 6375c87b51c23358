"""An emergency told in few words is answered by what is done in it, step by step, though no treatment is asked for."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

TOLD = (
    ("severe hypoglycaemia unconscious no iv", ("glucagon is 1 mg by intramuscular",)),
    ("acute asthma severe adult", ("nebulised salbutamol 5 mg", "prednisolone is 40 mg to 50 mg")),
    ("DKA management", ("intravenous fluid first", "1 litre of sodium chloride 0.9%", "potassium 40 mmol")),
    ("acute heart failure treatment", ("intravenous loop diuretic", "furosemide is 40 mg to 80 mg")),
    ("hyperkalaemia 6.8 with ECG changes", ("calcium gluconate 10% 30 ml", "insulin 10 units with glucose 25 g")),
)


def _path(answer: Answer) -> str:
    return "\n".join(s.text for s in answer.section("algorithm").statements)


@pytest.mark.parametrize(("question", "steps"), TOLD)
def test_the_path_is_what_is_done(starter_library: Library, question: str, steps: tuple[str, ...]) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-30")
    path = _path(answer)
    assert all(step in path for step in steps), path
    assert "Look whether it helps" not in path
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert steps[0] in lead, lead


def test_the_name_of_a_state_with_a_figure_is_a_value(starter_library: Library) -> None:
    answer = probatum.answer("hyponatraemia 118 confused", library=starter_library, as_of="2026-11-30")
    assert "Critical value, sodium 118" in answer.section("bottom_line").statements[0].text


def test_heart_failure_is_no_treatment_that_failed(starter_library: Library) -> None:
    answer = probatum.answer("acute heart failure treatment", library=starter_library, as_of="2026-11-30")
    lead = answer.section("bottom_line").statements
    assert not any("should not be used" in s.text for s in lead)


def test_what_is_barred_is_not_begun_beside_what_is_done(starter_library: Library) -> None:
    answer = probatum.answer("bisoprolol in acute heart failure, start?", library=starter_library, as_of="2026-11-30")
    assert _path(answer).startswith("Do not start bisoprolol")


VALUES = (
    ("insulin in DKA with potassium 3.0", "insulin is held back while potassium is replaced"),
    ("pre-eclampsia BP 170/115", "labetalol is the first choice"),
    ("preeclampsia 32 weeks, BP 170/115, what to give", "labetalol is the first choice"),
    ("bradycardia HR 34 in shock", "atropine is the first choice, 500 micrograms"),
    ("naloxone given, still RR 6, repeat dose?", "the next dose of naloxone is 800 micrograms"),
    ("DKA, K 5.9, potassium in the bag?", "none above 5.5 mmol/l"),
    ("postpartum haemorrhage, what to give", "oxytocin 5 units by slow intravenous injection"),
)


@pytest.mark.parametrize(("question", "first"), VALUES)
def test_what_is_done_at_what_was_measured_leads(starter_library: Library, question: str, first: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-30")
    lead = answer.section("bottom_line").statements[0].text
    assert first in lead, lead


def test_a_pressure_below_the_limit_is_no_emergency(starter_library: Library) -> None:
    answer = probatum.answer("pre-eclampsia BP 145/95", library=starter_library, as_of="2026-11-30")
    assert "magnesium sulfate" not in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_low_oxygen_is_mended(starter_library: Library) -> None:
    answer = probatum.answer("6 year old, acute asthma attack SpO2 90", library=starter_library, as_of="2026-11-30")
    assert "oxygen should be given" in answer.section("bottom_line").statements[1].text
