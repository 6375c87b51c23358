"""Which records may speak: not for people with another disease, and of an overdose only what is about one."""

from __future__ import annotations

import pytest

from probatum.apply.selection import select
from probatum.model import (
    About,
    Appraisal,
    Concept,
    Design,
    Directness,
    Fit,
    Identifier,
    Match,
    Question,
    Record,
    RecordKind,
    Role,
    SectionKind,
    SourceSection,
    Study,
)

DRUG = Concept("zerafine", "zerafine", Role.INTERVENTION, "drug", "unii:1")


def appraisal(abstract: str, population: Fit, about: About) -> Appraisal:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title="A trial",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, abstract),),
    )
    direct = Directness(
        population=Match(population), intervention=Match(Fit.DIRECT), covers=1.0, relevant=True, about=about
    )
    return Appraisal(record, Study(record="pmid:1", design=Design.RANDOMISED), direct, score=1.0)


def question(danger: str = "") -> Question:
    return Question(typed="q", read="q", intervention="zerafine", concepts=(DRUG,), terms=("zerafine",), danger=danger)


@pytest.mark.parametrize(
    ("population", "kept"), [(Fit.UNSTATED, 1), (Fit.DIRECT, 1), (Fit.OTHER, 0)], ids=["unstated", "direct", "other"]
)
def test_shared_words_do_not_lift_a_record_on_another_disease(population: Fit, kept: int) -> None:
    chosen, left_out = select(question(), [appraisal("Zerafine helped.", population, About.NONE)])
    assert len(chosen) == kept and len(left_out) == 1 - kept


@pytest.mark.parametrize(
    ("abstract", "danger", "kept"),
    [
        ("Zerafine lowered fever after vaccination.", "", 1),
        ("Zerafine lowered fever after vaccination.", "overdose", 0),
        ("Charcoal after zerafine overdose lowered its level.", "overdose", 1),
    ],
)
def test_of_an_overdose_only_what_is_about_one(abstract: str, danger: str, kept: int) -> None:
    chosen, _ = select(question(danger), [appraisal(abstract, Fit.DIRECT, About.QUESTION)])
    assert len(chosen) == kept
