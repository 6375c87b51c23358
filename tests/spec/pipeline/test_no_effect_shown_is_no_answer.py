"""Where a treatment is weighed, a study that compared none answers by what it judged or counted, and not by how often a
medicine is prescribed or by where a substance goes; and what never names whom two treatments are weighed for answers
nothing of them."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import RecordKind

COHORT = "Cohort Study"
RECORDS = (
    report(
        1,
        "A marker of vitamin deficiency and cell storage in heart failure",
        results="In people with heart failure methylmalonic acid was measured once. Iron and cobalamin are then "
        "held back in the storage bodies of the cell.",
        kind="",
    ),
    report(
        2,
        "Withdrawal of a use of quinolones and antibiotic prescribing in urinary tract infections: a cross-sectional "
        "study",
        methods="In this cross-sectional study claims of 90000 episodes of urinary tract infection were read.",
        results="Treatment of urinary tract infections moved to first-line drugs such as nitrofurantoin, and use of "
        "other drugs also increased from 12.1% to 15.3%.",
        kind="",
    ),
    report(
        3,
        "New drugs for diabetes and the heart: a review",
        results="Three newer groups of drugs for diabetes were reviewed, among them SGLT2 inhibitors and DPP-4 "
        "inhibitors. SGLT2 inhibitors lowered the risk of heart failure and DPP-4 inhibitors did not, "
        "whatever the kidney of the patients, and no transplant was looked at.",
        kind="Review",
    ),
    report(
        4,
        "Rituximab in membranous nephropathy: a cohort study",
        methods="In this cohort study 90 adults with membranous nephropathy received rituximab.",
        results="Complete or partial remission was reached in 52 of 90 patients with rituximab.",
        kind=COHORT,
    ),
    report(
        5,
        "Colchicine in pericarditis: a cohort study",
        methods="In this cohort study 210 adults with pericarditis were followed.",
        results="Pericarditis came back less often under colchicine, which reduced recurrences.",
        kind=COHORT,
    ),
    report(
        6,
        "Tacrolimus or ciclosporin in kidney transplant recipients: a cohort study",
        methods="In this cohort study 400 kidney transplant recipients took tacrolimus or ciclosporin.",
        results="Rejection was less frequent with tacrolimus than with ciclosporin (12% versus 20%, p = 0.02).",
        kind=COHORT,
    ),
)


@pytest.fixture(scope="module")
def held(library_of: LibraryOf) -> Library:
    """A library of these reports."""
    return library_of(RECORDS)


def _led(question: str, held: Library) -> str:
    made = pipeline.answer(question, library=held, as_of="2026-01-01")
    assert all(span.source.kind is not RecordKind.LABEL for s in made.statements for span in s.supports)
    return " ".join(s.text for s in made.section("bottom_line").statements)


def test_where_a_substance_goes_tells_not_whether_it_helps(held: Library) -> None:
    assert "storage bodies" not in _led("is iron good for heart failure", held)


def test_how_often_a_medicine_is_prescribed_tells_not_whether_it_helps(held: Library) -> None:
    assert "moved to first-line" not in _led("nitrofurantoin for urinary tract infections in elderly men", held)


def test_two_treatments_are_not_weighed_by_what_never_names_whom_they_are_for(held: Library) -> None:
    led = _led("SGLT2 inhibitors vs DPP4 inhibitors in kidney transplant patients", held)
    assert "newer groups" not in led and "lowered the risk" not in led


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("rituximab for membranous nephropathy", "52 of 90"),
        ("does colchicine help pericarditis", "less often"),
        ("tacrolimus vs ciclosporin in kidney transplant patients", "12% versus 20%"),
    ],
)
def test_what_a_study_without_a_comparison_counted_or_judged_still_answers(
    question: str, told: str, held: Library
) -> None:
    made = pipeline.answer(question, library=held, as_of="2026-01-01")
    said = made.section("bottom_line").statements
    assert any(told in span.quote for s in said for span in s.supports)
