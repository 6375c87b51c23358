"""A day's total is worked out only where the sentence itself allows so much; what is told of mothers is for no man."""

from __future__ import annotations

import pytest

from probatum.apply import fitting
from probatum.apply.labels.totals import with_totals
from probatum.model import Patient


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("500 mg by mouth every 6 hours, to a maximum of 1500 mg in 24 hours", ""),
        ("500 mg by mouth every 6 hours, to a maximum of 2000 mg daily", "2000 mg/day"),
        ("400 mg every 4 hours, no more than 1200 mg a day", ""),
        ("250 mg by mouth twice daily", "500 mg/day"),
        ("2 mg under the skin every hour as required, at most 6 doses in 24 hours", ""),
        ("20 mg every hour when needed", ""),
        ("400 mg every 8 hours, at most 3 times a day", ""),
        ("500 mg every 8 hours; as required by the label, kidney function is measured", "1500 mg/day"),
    ],
)
def test_no_total_is_above_the_most_of_its_sentence(text: str, total: str) -> None:
    told, sums = with_totals(text)
    assert (f"({total})" in told and len(sums) == 1) if total else (told == text and not sums)


@pytest.mark.parametrize(
    ("patient", "theirs"),
    [
        (Patient(age="84 years", sex="female"), False),
        (Patient(age="40 years", sex="male"), False),
        (Patient(age="30 years", sex="female"), True),
        (Patient(), True),
    ],
)
def test_what_is_told_of_pregnancy_is_for_those_who_may_be(patient: Patient, theirs: bool) -> None:
    assert fitting.of_others("should be avoided in the third trimester of pregnancy", patient) is not theirs
