"""A side of a medicine that no label held tells, and a study of just that does: the study is told. Where a label is
held it is asked first, and a study of something else is no answer."""

from __future__ import annotations

from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library

AFTER = report(
    1,
    "Insulin lispro given after meals in type 1 diabetes: a randomised trial",
    methods="In this randomised crossover trial, 40 adults with type 1 diabetes were given insulin lispro before or "
    "after meals.",
    results="Glucose after meals was no different when insulin lispro was given after meals (p = 0.6).",
    conclusions="In type 1 diabetes insulin lispro after meals was as effective as before meals.",
)
OTHER = report(
    2,
    "Insulin lispro or human insulin in type 1 diabetes: a randomised trial",
    methods="In this randomised trial, 200 adults with type 1 diabetes were given insulin lispro or human insulin.",
    results="HbA1c was lower with insulin lispro than with human insulin (p = 0.01).",
    conclusions="In type 1 diabetes insulin lispro lowered HbA1c more than human insulin.",
)
LABEL = label(
    "insulin lispro",
    uses="Insulin lispro is indicated to improve glycemic control in adults with diabetes mellitus.",
    dose="Administer insulin lispro within 15 minutes before a meal or right after eating a meal.",
)
ASKED = "can insulin lispro be given after meals in type 1 diabetes"


def _led(library: Library) -> str:
    answer = pipeline.answer(ASKED, library=library, as_of="2026-01-01")
    return " ".join(s.text for s in answer.section("bottom_line").statements)


def test_a_study_of_just_that_answers_where_no_label_is_held(library_of: LibraryOf) -> None:
    assert "as effective as before meals" in _led(library_of([AFTER, OTHER]))


def test_a_study_of_something_else_does_not(library_of: LibraryOf) -> None:
    said = _led(library_of([OTHER]))
    assert "lowered HbA1c" not in said
    assert "no label of insulin lispro" in said


def test_a_label_that_is_held_is_asked_first(library_of: LibraryOf) -> None:
    assert "right after eating a meal" in _led(library_of([AFTER, OTHER, LABEL]))
