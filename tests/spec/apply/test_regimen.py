"""A loading dose is told with the dose that follows it; alone it is called the first dose."""

from __future__ import annotations

import pytest

from probatum.apply.evidence import regimen
from probatum.model import Arm, Identifier, Record, RecordKind, SectionKind, SourceSection, Span

WHOLE = [
    ("zolvit (180 mg at once, then 90 mg twice daily)", "180 mg at once", "180 mg at once, then 90 mg twice daily"),
    ("zolvit 300 mg loading, followed by 75 mg daily", "300 mg loading", "300 mg loading, followed by 75 mg daily"),
    ("zolvit (180 mg at once)", "180 mg at once", "first dose of 180 mg at once"),
    ("zolvit 20 mg daily, then placebo", "20 mg daily", "20 mg daily"),
    ("zolvit (2 g as a bolus, then 1 g over 8 hours into a vein)", "2 g", "2 g as a bolus, then 1 g over 8 hours"),
    (
        "zolvit (5 mg once daily, adjusted over 3 weeks to at most 20 mg once daily, 90 people)",
        "5 mg once daily",
        "5 mg once daily, adjusted over 3 weeks to at most 20 mg once daily",
    ),
]


@pytest.mark.parametrize(("said", "dose", "told"), WHOLE)
def test_the_regimen_of_an_arm(said: str, dose: str, told: str) -> None:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title="Zolvit",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, said),),
        format="pubmed",
    )
    arm = Arm(name="zolvit", span=Span(record, "abstract", 0, len(said)), drug="zolvit", dose=dose)
    assert regimen.whole(arm).dose == told
