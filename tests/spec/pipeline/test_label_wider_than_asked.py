"""A label for an illness covers its kinds: the use is said to be a kind of it, not off-label."""

from __future__ import annotations

import pytest
from medicines import label

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

WIDE = label(
    "dapagliflozin",
    uses="Dapagliflozin is indicated to lower the risk of death in adults with heart failure.",
    dose="For glucose control in type 2 diabetes the dose of dapagliflozin is 5 mg once daily. "
    "In heart failure the dose of dapagliflozin is 10 mg once daily.",
)


@pytest.fixture
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("wide") / "library", create=True)
    made.add([WIDE])
    return made


def _section(answer: Answer, name: str) -> str:
    return " ".join(s.text for section in answer.sections if section.id == name for s in section.statements)


def test_a_kind_of_the_illness_on_the_label_is_not_off_label(library: Library) -> None:
    said = _section(pipeline.answer("dapagliflozin for HFpEF", library=library), "safety")
    assert "is a kind of heart failure" in said
    assert "off-label" not in said


def test_another_illness_is_off_label(library: Library) -> None:
    assert "off-label" in _section(pipeline.answer("dapagliflozin for gout", library=library), "safety")


def test_the_dose_in_the_illness_asked_about_stands_alone(library: Library) -> None:
    said = _section(pipeline.answer("dose of dapagliflozin in heart failure", library=library), "dosing")
    assert "10 mg" in said and "5 mg" not in said


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ("Dapagliflozin is indicated for disorders of the eye, such as uveitis.", False),
        ("Dapagliflozin is indicated for uveitis.", True),
    ],
)
def test_examples_of_a_wide_class_leave_open_what_else_is_meant(
    tmp_path_factory: pytest.TempPathFactory, uses: str, told: bool
) -> None:
    made = Library.open(tmp_path_factory.mktemp("open") / "library", create=True)
    made.add([label("dapagliflozin", uses=uses, dose="The dose of dapagliflozin is 10 mg once daily.")])
    assert ("off-label" in _section(pipeline.answer("dapagliflozin for gout", library=made), "safety")) is told


def test_what_a_drug_is_used_with_is_not_what_it_is_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = Library.open(tmp_path_factory.mktemp("with") / "library", create=True)
    uses = "Dapagliflozin is indicated with diet to lower blood glucose in type 2 diabetes."
    made.add([label("dapagliflozin", uses=uses, dose="The dose of dapagliflozin is 10 mg once daily.")])
    said = _section(pipeline.answer("dapagliflozin for type 2 diabetes", library=made), "safety")
    assert "is for use with diet to lower blood glucose" in said
