"""How long a study lasted: not the time of a first dose, of one arm, or before the trial."""

from __future__ import annotations

import pytest

from probatum import appraise
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


@pytest.mark.parametrize(
    ("methods", "length"),
    [
        ("In this randomised trial, 80 adults got lanreotide or placebo for 16 weeks.", "16 weeks"),
        ("In this randomised trial, 80 adults got lanreotide or placebo for 3, 6 or 12 months.", "3, 6 or 12 months"),
        ("In this randomised trial, 80 adults got lanreotide 60 mg for 2 weeks, then 120 mg daily, or placebo.", ""),
        ("In this randomised trial, 80 adults got lanreotide for 7 days or for 21 days.", ""),
        ("In this 24-week randomised trial, 80 adults got lanreotide or placebo.", "24 weeks"),
    ],
)
def test_length(methods: str, length: str) -> None:
    key = Identifier("pmid", "99000901")
    sections = (
        SourceSection("title", SectionKind.TITLE, "Lanreotide in polycystic liver"),
        SourceSection("a1", SectionKind.ABSTRACT, methods, heading="METHODS", role=SectionRole.METHODS),
    )
    record = Record.build(
        id=str(key), identifiers=(key,), kind=RecordKind.TRIAL_REPORT, title="Lanreotide", sections=sections, year=2020
    )
    found = appraise.read(record).study.duration
    assert (found.value if found else "") == length
