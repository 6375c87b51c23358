"""Two medicines together: what the label of one says of the other or its class comes first; silence is said."""

from __future__ import annotations

import pytest
from medicines import guideline, label

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

RECORDS = (
    label(
        "rivaroxaban",
        uses="Rivaroxaban is indicated for deep-vein thrombosis.",
        **{"with": "Use of rivaroxaban with nonsteroidal anti-inflammatory drugs raises the risk of bleeding."},
    ),
    label(
        "Nirmatrelvir and ritonavir",
        uses="Nirmatrelvir and ritonavir is indicated for COVID-19.",
        never="Nirmatrelvir/ritonavir is contraindicated together with simvastatin.",
    ),
    guideline(
        "throat",
        "Sore throat: antimicrobial prescribing",
        "For adults with acute sore throat who need an antibiotic, ISP recommends phenoxymethylpenicillin 500 mg "
        "4 times daily for 5 days.",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("together") / "library", create=True)
    made.add(RECORDS)
    return made


def _section(answer: Answer, name: str) -> str:
    return " ".join(s.text for section in answer.sections if section.id == name for s in section.statements)


def test_the_class_of_the_other_medicine_counts(library: Library) -> None:
    said = _section(pipeline.answer("can i take rivaroxaban with ibuprofen", library=library), "bottom_line")
    assert said.startswith("Interaction that matters here (US label of rivaroxaban)")
    assert "raises the risk of bleeding" in said


def test_silence_is_said_and_is_no_safety(library: Library) -> None:
    said = _section(pipeline.answer("can i take rivaroxaban with cetirizine", library=library), "bottom_line")
    assert "no label in the library tells of rivaroxaban and cetirizine together" in said.lower()
    assert "no label of cetirizine" in said and "does not mean that it is safe" in said


def test_a_member_of_the_class_counts_by_any_of_its_names(library: Library) -> None:
    said = _section(pipeline.answer("penicillin dose for sore throat", library=library), "dosing")
    assert "500 mg 4 times daily" in said


@pytest.mark.parametrize("typed", ["can i take paxlovid with simvastatin", "can i take nirmatrelvir with simvastatin"])
def test_the_label_of_a_combination_is_that_of_its_parts(library: Library, typed: str) -> None:
    said = _section(pipeline.answer(typed, library=library), "bottom_line")
    assert "together with simvastatin" in said
    assert "no label" not in said
