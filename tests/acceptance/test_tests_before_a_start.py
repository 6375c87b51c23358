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


@pytest.mark.parametrize(
    ("typed", "checked", "reason"),
    [
        ("why do i have to have a blood test on methotrexate", "blood counts", "bone marrow"),
        ("why does mum need her thyroid checked on amiodarone", "thyroid function", "serious harm to"),
        ("why do they keep taking my blood for lithium", "serum lithium", "toxicity"),
        ("why does he need an INR every week on warfarin", "INR should be measured", "bleeding"),
    ],
)
def test_why_something_is_checked_is_told_with_what_is(
    typed: str, checked: str, reason: str, starter_library: Library
) -> None:
    first = probatum.answer(typed, library=starter_library, reader="patient").sections[0].statements[0].text
    assert checked in first and reason in first


def test_a_test_that_is_left_out_is_no_dose_that_was_missed(starter_library: Library) -> None:
    answer = probatum.answer("can i skip my blood test on methotrexate this month", library=starter_library)
    assert "monitored every month" in answer.sections[0].statements[0].text
