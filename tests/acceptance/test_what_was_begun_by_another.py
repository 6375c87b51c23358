"""What another doctor has just begun counts among what is taken, and does not take the place of what is asked."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str) -> list[str]:
    return [
        s.text for s in probatum.answer(question, library=library, as_of="2026-11-29").section("bottom_line").statements
    ]


def test_the_pair_leads_and_the_rest_is_told(starter_library: Library) -> None:
    short = told(
        starter_library,
        "T2DM and CKD eGFR 34, on ramipril + empagliflozin. add finerenone? dose, when to check K, benefit. "
        "gp started clarithromycin today",
    )
    assert "finerenone with clarithromycin, not to be taken together" in short[0].lower()
    rest = " ".join(short[1:])
    assert "kidney failure" in rest and "10 mg" in rest and "potassium should be measured" in rest


def test_a_risk_named_by_its_organ_is_an_outcome(starter_library: Library) -> None:
    assert "cardiovascular death" in told(starter_library, "febuxostat vs allopurinol heart risk")[0].lower()


def test_people_without_an_illness_speak_of_what_befalls_them(starter_library: Library) -> None:
    short = told(starter_library, "im 53 awful flushes. does combined HRT for 5 years raise breast cancer")
    assert "breast cancer" in short[0].lower() and "16,608" in short[0]


def test_what_is_taken_is_told_beside_the_one_thing_asked(starter_library: Library) -> None:
    short = " ".join(told(starter_library, "amiodarone what thyroid tests and how often? also started simvastatin 40"))
    assert "every 3 to 6 months" in short and "simvastatin should not exceed 20 mg" in short
