"""A review that names a weakness of its evidence where it concludes is taken at its word, once for each reason."""

from __future__ import annotations

import pytest

from probatum.appraise.certainty import doubts
from probatum.model import (
    Certainty,
    CertaintyStep,
    Domain,
    Identifier,
    Level,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Zolvit lowered pain in all trials.", Level.HIGH),
        ("The trials were of poor quality.", Level.MODERATE),
        ("The trials were of variable quality and there was heterogeneity.", Level.LOW),
        ("Trials were small, of low quality and heterogeneous, and there was insufficient evidence.", Level.VERY_LOW),
        ("There was no heterogeneity.", Level.HIGH),
    ],
)
def test_the_words_of_a_conclusion_lower_it(said: str, level: Level) -> None:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.REVIEW,
        title="Zolvit",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, said),),
        format="pubmed",
    )
    graded = Certainty("pain", Level.HIGH, (CertaintyStep(Domain.START, 0, "Trials start at high."),))
    assert doubts.lowered(graded, (Span(record, "abstract", 0, len(said)),)).level is level
