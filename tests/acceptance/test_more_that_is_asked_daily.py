"""What practices, wards and patients ask daily: the short answer tells it, and gives nobody what is for others."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-12-01"


def first(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of=AS_OF)
    return " ".join(statement.text for statement in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "wanted", "never"),
    [
        ("constipated on morphine, what can I take", "the first choice is a laxative", "naloxegol 25 mg"),
        ("duodenal ulcer with H. pylori, eradication regimen", "amoxicillin 1 g twice daily", "levofloxacin"),
        ("H pylori second line after clarithromycin regimen failed", "metronidazole 400 mg", "clarithromycin 500 mg"),
        ("H pylori still positive after first line treatment, what next", "second choice", ""),
        ("glue ear treatment in a 4 year old", "assessment of their hearing", "amoxicillin"),
        ("glue ear nasal steroid?", "are not recommended", ""),
        ("when are grommets offered for glue ear", "20 dB", ""),
        ("cranberry juice with warfarin", "avoid cranberry juice", ""),
        ("can I drink cranberry juice on warfarin", "no safe amount", ""),
        ("MRSA carrier, knee replacement next week, mupirocin dose", "twice daily for 5 days", "vancomycin"),
        ("noisy breathing in a baby, when to go to A&E", "blue lips", ""),
        ("tick bite with a round red rash, which antibiotic", "doxycycline", "advised against"),
        ("acute urinary retention management", "catheter should be placed at once", ""),
        ("trial without catheter alpha blocker", "at least 2 days", ""),
        ("levonorgestrel emergency contraception BMI 32", "levonorgestrel 3 mg", ""),
        ("UTI in pregnancy which antibiotic", "nitrofurantoin 100 mg modified release", "trimethoprim"),
    ],
)
def test_what_is_asked_is_told(starter_library: Library, question: str, wanted: str, never: str) -> None:
    told = first(starter_library, question)
    assert wanted in told, told
    assert not never or never not in told, told


@pytest.mark.parametrize(
    ("question", "wanted", "never"),
    [
        ("otitis media in a child, antibiotics?", "acute otitis media", "glue ear"),
        ("H. pylori treatment", "the first choice is a proton pump inhibitor", "levofloxacin"),
        ("constipation first line laxative", "constipation", "opioid"),
        ("enlarged prostate tamsulosin", "400 micrograms", "catheter"),
        ("emergency contraception 4 days after sex", "ulipristal 30 mg", "overweight"),
        ("Lyme disease treatment adult", "21 days", "one dose"),
        ("warfarin with ibuprofen", "warfarin", "cranberry"),
    ],
)
def test_their_neighbours_are_told_as_before(starter_library: Library, question: str, wanted: str, never: str) -> None:
    told = first(starter_library, question)
    assert wanted in told, told
    assert never not in told, told
