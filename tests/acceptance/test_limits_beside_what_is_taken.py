"""How much a label allows beside a medicine that is taken stands before, and in place of, what is usual."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _lines(library: Library, question: str, *sections: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    return [s.text for part in answer.sections if part.id in sections for s in part.statements]


@pytest.mark.parametrize(
    ("question", "limit", "usual"),
    [
        ("sildenafil dose for a man taking ritonavir", "25 mg in 48 hours", "50 mg"),
        ("rosuvastatin dose for high cholesterol in a woman on ciclosporin", "5 mg once daily", "10 mg to 20 mg"),
        ("how much rosuvastatin for high cholesterol beside febuxostat, which he takes", "20 mg once daily", "40 mg"),
    ],
)
def test_the_usual_dose_gives_way(starter_library: Library, question: str, limit: str, usual: str) -> None:
    for section in ("bottom_line", "dosing", "algorithm"):
        told = " ".join(_lines(starter_library, question, section))
        assert limit in told, (section, told)
    dosed = [line for line in _lines(starter_library, question, "algorithm") if line.startswith("Dose as on")]
    assert not any(usual in line and "within the limit" not in line for line in dosed), dosed


def test_of_a_label_the_very_medicine_goes_before_its_kind(starter_library: Library) -> None:
    told = _lines(starter_library, "sildenafil dose for a man taking ritonavir", "bottom_line", "dosing")
    assert not any("ketoconazole" in line for line in told), told


@pytest.mark.parametrize("reader", ["doctor", "patient"])
def test_a_range_that_ends_above_it_is_told_with_it(starter_library: Library, reader: str) -> None:
    question = "what dose of simvastatin for high cholesterol in someone who takes amlodipine?"
    path = " ".join(_lines(starter_library, question, "algorithm", reader=reader))
    assert "should not exceed 20 mg" in path and "80 mg" not in path, path
    first = _lines(starter_library, question, "dosing", reader=reader)[0]
    assert "amlodipine" in first, first


def test_who_takes_nothing_else_has_the_usual_dose(starter_library: Library) -> None:
    told = " ".join(_lines(starter_library, "rosuvastatin dose for high cholesterol", "dosing"))
    assert "10 mg to 20 mg" in told and "ciclosporin" not in told, told


def test_the_lower_of_two_limits_governs(starter_library: Library) -> None:
    told = _lines(starter_library, "max rosuvastatin dose with febuxostat 80mg and crcl 27 not on dialysis", "dosing")
    assert "maximum of 10 mg" in told[0] and not any("20 mg" in line for line in told), told
