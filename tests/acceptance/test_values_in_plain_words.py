"""A value that was measured is held to what labels say in plain words: of potassium 2.9 low potassium."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

TOLD = [
    ("potassium 2.9 and citalopram", "low potassium"),
    ("hypokalaemia and citalopram, ok to start?", "low potassium"),
    ("clarithromycin with potassium 2.7", "uncorrected low potassium"),
    ("sodium 120 on carbamazepine", "low sodium"),
    ("potassium 6.1 trimethoprim", "potassium should be monitored"),
    ("potassium 6.0 on lisinopril", "potassium"),
    ("ondansetron with QTc 520", "prolong the QT interval"),
    ("QTc 505 azithromycin", "should be avoided in QT prolongation"),
    ("hydroxychloroquine with QTc 500", "prolong the QT interval"),
    ("domperidone QTc 500", "with drugs that prolong the QT interval"),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_the_label_speaks_of_it(starter_library: Library, question: str, words: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = [s.text for s in answer.section("bottom_line").statements]
    assert words in " ".join(short[:2]), short
    assert not any("speaks of" in text for text in short)


def test_what_others_do_names_no_state_of_the_patient(starter_library: Library) -> None:
    answer = probatum.answer("QTc 480 fluconazole", library=starter_library, as_of="2026-11-29")
    first = answer.section("bottom_line").statements[0].text
    assert "fluconazole may prolong the QT interval" in first and "cisapride" not in first


AT_THE_VALUE = [
    ("INR 7.2 on warfarin, isn't bleeding, what do I do", "With an INR of 5 to 8", "above 8"),
    ("INR 6 warfarin no bleeding", "With an INR of 5 to 8", "major bleeding"),
    ("INR 9 on warfarin, not bleeding", "With an INR above 8 on warfarin without bleeding", "major bleeding"),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), AT_THE_VALUE)
def test_what_guidelines_do_at_the_value_leads(starter_library: Library, question: str, said: str, unsaid: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = " ".join(s.text for s in answer.section("bottom_line").statements[:2])
    assert said in short
    assert unsaid not in short


def test_a_value_of_sugar_is_no_critical_haemoglobin(starter_library: Library) -> None:
    answer = probatum.answer("HbA1c 62 on metformin, next step?", library=starter_library, as_of="2026-11-29")
    assert not any("Critical value" in w.text for w in answer.warnings)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("sodium 128 on bendroflumethiazide, well", "hypertonic"),
        ("potassium 5.8 on ramipril", "calcium gluconate"),
    ],
)
def test_what_is_for_graver_signs_is_told_nowhere_first(starter_library: Library, question: str, unsaid: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    told = " ".join(s.text for part in ("bottom_line", "algorithm") for s in answer.section(part).statements)
    assert unsaid not in told
