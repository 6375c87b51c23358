"""A study of animals that speaks of patients in its introduction alone is one of animals; one that counts people is
not, whatever it says of mice besides."""

from __future__ import annotations

import pytest

from probatum import appraise
from probatum.model import Design, Identifier, Record, RecordKind, SectionKind, SourceSection


def _design(title: str, abstract: str) -> Design:
    key = Identifier("pmid", "99000977")
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, abstract),
    )
    made = Record.build(
        id=str(key), identifiers=(key,), kind=RecordKind.ARTICLE, title=title, sections=sections, year=2020
    )
    return appraise.read(made).study.design


@pytest.mark.parametrize(
    "abstract",
    [
        "Heart disease is common in patients with kidney disease. Forty mice were divided into four groups and given a "
        "rich diet. Colchicine reduced the plaque area by half.",
        "Some patients gain weight on clozapine. Adult female rats were treated with clozapine and their insulin "
        "resistance rose.",
        "Sepsis kills many people. Survival was better with biapenem in a ligation-induced sepsis mouse model.",
        "Lupus harms the kidneys of many women. Female BALB/c mice received interleukin for four weeks, and antibodies "
        "fell.",
    ],
)
def test_animals_that_were_treated_make_a_study_of_animals(abstract: str) -> None:
    assert _design("Colchicine and the vessel wall", abstract) is Design.ANIMAL


@pytest.mark.parametrize(
    "abstract",
    [
        "We followed 597 octogenarians, participants of a survey. In aged mice treated with a drug they were fewer.",
        "Mice were fed the drug in earlier work. In this cohort study, 120 patients with gout took colchicine.",
        "Knockout mice lack the enzyme. Serum was taken from patients with lupus and compared with healthy controls.",
        "Patients were enrolled at two hospitals. Wild-type mice served for the assay alone.",
    ],
)
def test_people_who_were_studied_make_it_one_of_people(abstract: str) -> None:
    assert _design("Colchicine and the vessel wall", abstract) is not Design.ANIMAL
