"""A test that is asked for before a medicine is started: the label's sentence on it leads, whole, or it is said that no
label that is held has one."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

HELD = (
    ("HLA-B test before carbamazepine?", "should be tested for HLA-B*1502 before they start"),
    ("pregnancy test before methotrexate", "must be ruled out before methotrexate is started"),
    ("potassium before starting finerenone", "should be measured before finerenone is started"),
    ("do I need a blood test before starting metformin", "should be assessed before metformin is started"),
    ("baseline thyroid function before amiodarone", "before and during amiodarone"),
    ("liver tests before febuxostat", "before febuxostat is started"),
    ("what tests before starting clozapine", "must be measured before"),
)
NOT_HELD = (
    ("TPMT before tioguanine", "no label of thioguanine is held", ""),
    ("TPMT before azathioprine", "tells of TPMT before it is started", "low or absent TPMT activity"),
    ("G6PD before dapsone", "no label of dapsone is held", ""),
    ("eye exam before hydroxychloroquine", "tells of an eye examination before it is started", "in long treatment"),
    (
        "baseline LFT before methotrexate",
        "tells of liver tests before it is started",
        "should be monitored every month",
    ),
    ("lipids before starting clozapine", "tells of lipids before it is started", ""),
)


def _short(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(("question", "words"), HELD)
def test_the_sentence_on_the_test_leads(starter_library: Library, question: str, words: str) -> None:
    short = _short(starter_library, question)
    assert short[0].startswith("Before it is started") and words in short[0], short


@pytest.mark.parametrize(("question", "absent", "held"), NOT_HELD)
def test_that_no_label_has_it_done_first_is_said(
    starter_library: Library, question: str, absent: str, held: str
) -> None:
    short = _short(starter_library, question)
    told = [line for line in short if "does not mean that it is not needed" in line]
    assert told and absent.lower() in told[0].lower(), short
    assert held in short[0], short


def test_who_is_tested_for_a_pregnancy_has_none(starter_library: Library) -> None:
    asked = "pregnancy test before methotrexate"
    assert not probatum.answer(asked, library=starter_library, as_of="2026-11-29").question.patient.pregnancy
    short = _short(starter_library, "positive pregnancy test on methotrexate")
    assert "contraindicated for this patient" in short[0], short
