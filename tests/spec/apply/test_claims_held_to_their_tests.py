"""A quotation that claims an effect says so itself where its own test, or another of its source, showed none."""

from __future__ import annotations

import pytest

from probatum import appraise
from probatum.apply.quoted.misclaims import contradicted, misclaimed
from probatum.model import (
    Appraisal,
    Identifier,
    Question,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Span,
)


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("Gravel was lower with zorbinol (p = 0.08).", " (p = 0.08 is not significant at 0.05)"),
        (
            "Zorbinol improved A and B (HR 0.8, 95% CI 0.7 to 0.9 and HR 0.9, 95% CI 0.7 to 1.1).",
            " (the interval 0.7 to 1.1 includes no difference)",
        ),
        ("There was no significant difference in gravel (p = 0.8).", ""),
        ("Zorbinol did not reduce deaths (HR 0.9, 95% CI 0.7 to 1.2).", ""),
        ("Gravel fell significantly (p = 0.01), but nausea was similar (p = 0.4).", ""),
        ("Age was 45 and 46 years (p = 0.7).", ""),
        ("Gravel fell (p < 0.001), and there was less nausea (p = 0.3).", " (p = 0.3 is not significant at 0.05)"),
    ],
)
def test_a_claim_beside_a_test_that_shows_nothing(said: str, added: str) -> None:
    assert misclaimed(said, None) == added


RESULT = (
    "Overall survival (OS) and recurrence-free survival (RFS) were followed."
    " Zorbinol showed improvements in RFS and OS (hazard ratio 0.8, p = 0.03 and hazard ratio 0.9, p = 0.15)."
)


def concluded(text: str) -> tuple[Span, Appraisal]:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title="Zorbinol for gravel: a randomised trial",
        sections=(
            SourceSection("abstract.1", SectionKind.ABSTRACT, RESULT, role=SectionRole.RESULTS),
            SourceSection("abstract.2", SectionKind.ABSTRACT, text, role=SectionRole.CONCLUSIONS),
        ),
        format="pubmed",
    )
    question = Question(typed="zorbinol for gravel", read="zorbinol for gravel")
    return Span(record, "abstract.2", 0, len(text)), appraise.complete(appraise.glance(question, record))


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Zorbinol improves recurrence-free survival and overall survival.", "OS: p = 0.15"),
        ("Zorbinol improves recurrence-free survival.", ""),
        ("Zorbinol did not improve overall survival.", ""),
    ],
)
def test_a_conclusion_beyond_the_results_of_its_source(text: str, added: str) -> None:
    said = contradicted(*concluded(text))
    assert (added in said) if added else said == ""
