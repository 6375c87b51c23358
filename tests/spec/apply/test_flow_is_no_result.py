"""Sentences that tell who took part, or what people were like at the start, are no result."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.flow import is_flow
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection, Span


def _span(text: str) -> Span:
    section = SourceSection("abstract", SectionKind.ABSTRACT, text)
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title="Zorbinol",
        sections=(section,),
    )
    return Span(record, "abstract", 0, len(text))


@pytest.mark.parametrize(
    ("said", "flow"),
    [
        ("The trial was stopped early after enrolling 1852/4200 children, including 388 with gravel.", True),
        ("Of 153 patients who had zorbinol in this period, 22 (77% male) fulfilled the inclusion criteria.", True),
        ("The mean age was 66 years and 64% were male.", True),
        ("In each group, 20 infants were studied.", True),
        ("The trial ended with the completion of the data.", True),
        ("3,073 patients from 6 RCTs met the inclusion criteria.", True),
        ("There was no significant difference regarding demographic characteristics and duration of surgery.", True),
        ("Subjects were active, mostly female (82.9 %), and older (78.9 years).", True),
        ("Withdrawn consent was seen in 6 of 300 with zorbinol and 5 of 300 with water.", True),
        ("Two people in the zorbinol group were lost to follow-up.", True),
        ("At the baseline, the mean (SD) of monthly attacks was 7.7 (7.2).", True),
        ("Both groups did not differ at baseline regarding their weight (71 kg vs. 70 kg).", True),
        ("At baseline, 7.7 attacks a month were counted, and 4.1 after 12 weeks.", False),
        ("At baseline, a low weight was associated with stones (odds ratio 1.2).", False),
        ("A total of 11 people (five zorbinol and six water) left the trial before receiving the study drug.", True),
        ("The trial was stopped for futility.", False),
        ("Two people were lost to follow-up, and 12 of 60 relapsed with zorbinol.", False),
        ("Of 145 patients, 70 had a complete or partial response.", False),
        ("The mean age was 66 years, and age was associated with gravel (odds ratio 1.2).", False),
        ("Zorbinol lowered the number of stones (p = 0.01).", False),
        ("In the severe stratum, 48-h mortality was 9.3% for zorbinol vs. 13.4% for water.", False),
    ],
)
def test_flow(said: str, flow: bool) -> None:
    assert is_flow(_span(said)) is flow
