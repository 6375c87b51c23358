"""Two medicines together: what the label of one says of the other or its class comes first; silence is said."""

from __future__ import annotations

import pytest
from medicines import guideline, label
from reports import report

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
    label(
        "erythromycin",
        uses="Erythromycin is indicated for infections of the skin.",
        **{"with": "Erythromycin raises the level of phenytoin. Erythromycin with verapamil should be avoided."},
    ),
    label(
        "phenytoin",
        uses="Phenytoin is indicated for seizures.",
        care="Phenytoin levels should be monitored when another drug is started or stopped.",
    ),
    report(
        7,
        "Roxithromycin and phenytoin in bronchitis",
        methods="In this randomised trial, 120 adults with bronchitis were given roxithromycin or placebo for 7 days.",
        results="Cure was more frequent with roxithromycin than with placebo (80% versus 60%; p = 0.02).",
        conclusions="Roxithromycin raised cure in bronchitis.",
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
    assert said.startswith("Together only with care (US label of rivaroxaban)")
    assert "raises the risk of bleeding" in said


def test_what_an_answer_rests_on_without_a_study_may_be_a_guideline_too(library: Library) -> None:
    said = _section(pipeline.answer("can i take rivaroxaban with ibuprofen", library=library), "evidence_gaps")
    assert "together was found; what is told rests on labels or guidelines" in said


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


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("Is there an interaction between nirmatrelvir and simvastatin?", "Not to be taken together"),
        ("Is there an interaction between erythromycin and verapamil?", "To be avoided together"),
        ("Is there an interaction between erythromycin and phenytoin?", "Together only with care"),
    ],
)
def test_how_grave_it_is_comes_first(library: Library, typed: str, lead: str) -> None:
    assert _section(pipeline.answer(typed, library=library), "bottom_line").startswith(lead)


def test_what_to_check_is_told(library: Library) -> None:
    answer = pipeline.answer("Is there an interaction between erythromycin and phenytoin?", library=library)
    for section in ("bottom_line", "monitoring", "algorithm"):
        assert "levels should be monitored when another drug is started" in _section(answer, section)


def test_what_one_of_them_does_by_itself_is_no_answer(library: Library) -> None:
    answer = pipeline.answer("Is there an interaction between roxithromycin and phenytoin?", library=library)
    told = " ".join(_section(answer, name) for name in ("bottom_line", "evidence", "dosing", "conclusion", "algorithm"))
    assert "80%" not in told and "bronchitis" not in told
    assert "no label in the library tells of roxithromycin and phenytoin together" in told.lower()


def test_the_label_of_another_of_its_class_is_near(library: Library) -> None:
    answer = pipeline.answer("Is there an interaction between roxithromycin and phenytoin?", library=library)
    said = _section(answer, "bottom_line")
    assert "Nearest is erythromycin, a medicine of the same class" in said
    assert "raises the level of phenytoin" in said
