"""Two and more arms, each with its result."""

from __future__ import annotations

import pytest

from probatum.appraise import findings
from probatum.model import Design, Record, RecordKind, SectionKind, SectionRole, SourceSection, Study

CASES = [
    (
        "The cure rate was 38% (12 of 32) with combing and 78% (31 of 40) with lotion (p = 0.003).",
        "the cure rate",
        (("combing", "38", "12", "32"), ("lotion", "78", "31", "40")),
        "p = 0.003",
    ),
    (
        "Treatment was stopped by more people; nausea occurred in 32% on 900 mg v 5% on placebo (p = 0.026).",
        "nausea",
        (("900 mg", "32", "", ""), ("placebo", "5", "", "")),
        "p = 0.026",
    ),
]


def record(text: str, title: str = "Combing or lotion for lice") -> Record:
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, text, heading="RESULTS", role=SectionRole.RESULTS),
    )
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title=title, sections=sections)


@pytest.mark.parametrize(("text", "outcome", "arms", "p"), CASES)
def test_two_arms(text: str, outcome: str, arms: tuple[tuple[str, str, str, str], ...], p: str) -> None:
    (found,) = findings.read(record(text), Study(record="pmid:1", design=Design.OTHER))
    assert found.outcome == outcome
    shown = tuple(
        (
            a.arm,
            a.value.text if a.value else "",
            a.events.text if a.events else "",
            a.denominator.text if a.denominator else "",
        )
        for a in found.arms
    )
    assert shown == arms
    assert found.p is not None and found.p.text == p
    for arm in found.arms:
        assert arm.value is not None and arm.value.span.quote == arm.value.text
