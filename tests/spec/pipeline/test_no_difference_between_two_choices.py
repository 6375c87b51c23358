"""That two treatments do not differ speaks against neither, and a risk factor is no treatment."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection


def article(number: int, title: str, *texts: str, types: tuple[str, ...] = ()) -> Record:
    parts = (title, *texts)
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=tuple(
            SourceSection(f"abstract.{n}" if n else "title", SectionKind.ABSTRACT if n else SectionKind.TITLE, text)
            for n, text in enumerate(parts)
        ),
        publication_types=types,
        year=2020,
    )


def answered(place: Path, question: str, *records: Record) -> Answer:
    library = Library.open(place / "library", create=True)
    library.add(records, describe=describe)
    return pipeline.answer(question, library=library, as_of="2026-11-22")


def path(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("algorithm").statements)


def trial(other: str, conclusion: str) -> Record:
    return article(
        99311,
        f"Propranolol versus {other} to prevent migraine: a double-blind randomised trial",
        f"In this double-blind randomised trial, 90 adults with migraine were assigned to propranolol or {other}.",
        conclusion,
        types=("Randomized Controlled Trial",),
    )


ALIKE = (
    "In conclusion, no significant difference between propranolol and {other} was found in the prevention of migraine."
)


def test_no_difference_between_two_that_are_asked_about_speaks_against_neither(tmp_path: Path) -> None:
    said = path(
        answered(
            tmp_path,
            "propranolol or topiramate to prevent migraine?",
            trial("topiramate", ALIKE.format(other="topiramate")),
        )
    )
    assert "speaks against" not in said


def test_no_difference_from_placebo_still_does(tmp_path: Path) -> None:
    said = path(
        answered(tmp_path, "Does propranolol prevent migraine?", trial("placebo", ALIKE.format(other="placebo")))
    )
    assert "speaks against propranolol" in said


def test_what_does_nothing_at_all_is_spoken_against_among_two_as_well(tmp_path: Path) -> None:
    denied = "In conclusion, propranolol and topiramate did not reduce the number of migraine attacks."
    said = path(answered(tmp_path, "propranolol or topiramate to prevent migraine?", trial("topiramate", denied)))
    assert "speaks against" in said


FACTORS = (
    "Logistic regression showed that diabetes mellitus (OR = 5.31, 1.23-10.75) and low albumin (OR = 4.97, "
    "1.37-9.86) were "
    "independent risk factors for delirium."
)
MELATONIN = article(
    99321,
    "Melatonin to prevent postoperative delirium: a randomised trial",
    "In this randomised trial, 200 adults after surgery were given melatonin 5 mg or placebo.",
    "Delirium occurred in 20 of 100 people (20%) with melatonin and in 22 of 100 people (22%) with placebo (p = 0.73).",
    types=("Randomized Controlled Trial",),
)


@pytest.mark.parametrize(
    "design", ["We reviewed the charts of 462 patients.", "This was a cohort study of 462 patients."]
)
def test_a_risk_factor_among_people_under_a_treatment_makes_that_no_alternative(tmp_path: Path, design: str) -> None:
    cohort = article(99322, "Risk factors of postoperative delirium in general anesthesia patients", design, FACTORS)
    answer = answered(tmp_path, "Can melatonin prevent delirium after surgery?", MELATONIN, cohort)
    told = " ".join(s.text for s in answer.section("alternatives").statements)
    assert "5.31" not in told and "eneral anesthesia" not in told
    assert "general anesthesia" not in path(answer)


def test_another_treatment_that_was_tried_stays_an_alternative(tmp_path: Path) -> None:
    other = article(
        99323,
        "Dexmedetomidine to prevent postoperative delirium: a randomised trial",
        "In this randomised trial, 300 adults after surgery were given dexmedetomidine or placebo.",
        "Delirium occurred in 15 of 150 people (10%) with dexmedetomidine and in 30 of 150 people (20%) with "
        "placebo (odds "
        "ratio 0.44, 95% CI 0.23 to 0.86; p = 0.02).",
        types=("Randomized Controlled Trial",),
    )
    answer = answered(tmp_path, "Can melatonin prevent delirium after surgery?", MELATONIN, other)
    assert "Dexmedetomidine" in " ".join(s.text for s in answer.section("alternatives").statements)
