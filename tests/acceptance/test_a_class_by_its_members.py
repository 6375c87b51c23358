"""A class whose dose is asked, a harm told by a level, two medicines by what is said of them: by the very words."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def lines(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).section("bottom_line").statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("low molecular weight heparin dose eGFR 20", "creatinine clearance below 30 ml/min), the dose of enoxaparin"),
        ("PPI dose for reflux", "dose of omeprazole in adults is 20 mg"),
    ],
)
def test_the_dose_of_a_class_is_that_of_a_member_by_name(typed: str, told: str, starter_library: Library) -> None:
    first = lines(typed, starter_library)[0]
    assert first.startswith("Dose of ") and "one of them" in first and told in first


def test_a_dose_that_a_guideline_gives_of_the_class_stands_first(starter_library: Library) -> None:
    assert lines("statin dose in CKD", starter_library)[0].startswith("Guideline dose (NICE")


def test_what_a_label_says_of_a_level_is_the_harm(starter_library: Library) -> None:
    told = lines("does metformin cause B12 deficiency", starter_library)
    assert "may lower vitamin B12" in told[0]
    assert not any("was not found among the harms" in text for text in told)
    other = lines("does lisinopril cause hypokalaemia", starter_library)
    assert any("was not found among the harms" in text for text in other)


def test_of_two_medicines_what_is_said_of_all_medicines_is_not_told(starter_library: Library) -> None:
    told = " ".join(lines("lamotrigine and the combined pill", starter_library))
    assert "when a contraceptive with oestrogen is started or stopped" in told
    assert "rashes" not in told and "aseptic meningitis" not in told


def test_a_way_that_a_name_holds_is_not_told_twice(starter_library: Library) -> None:
    assert not any(
        "infusion infusion" in text for text in lines("iron infusion or tablets in heart failure", starter_library)
    )


def test_at_a_week_of_pregnancy_it_is_asked_whether_it_harms(starter_library: Library) -> None:
    told = lines("is nitrofurantoin ok at 36 weeks pregnant", starter_library)
    assert told[0].startswith("For this patient (US label of nitrofurantoin)")
    assert "is not reached yet" in told[1]
