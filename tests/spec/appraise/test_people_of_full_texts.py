"""How many people took part, where a full text counts parts of them and people of other studies too."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import study
from probatum.model import SectionKind, SectionRole, SourceSection

TRIAL = "In a randomised trial 140 adults with gout were enrolled."
UNCOUNTED = "A randomised trial of drugamine in gout."
CASES = [
    # abstract, role of a body section, its words, people
    (TRIAL, SectionRole.RESULTS, "Fatigue was seen in all four patients, who were randomly taken out.", 140),
    (TRIAL, SectionRole.METHODS, "Of 200 adults who consented, 70 were randomly assigned to drugamine.", 140),
    ("In a randomised trial twenty\u2010four adults were enrolled.", SectionRole.METHODS, "", 24),
    (UNCOUNTED, SectionRole.METHODS, "We enrolled 140 adults with gout.", 140),
    (UNCOUNTED, SectionRole.BACKGROUND, "An earlier trial enrolled 900 adults with gout.", None),
    (UNCOUNTED, SectionRole.CONCLUSIONS, "In a larger trial 900 adults were randomised.", None),
    ("A randomised trial of drugamine (n = 70) or placebo (PLA, n = 72) in gout.", SectionRole.METHODS,
     "We enrolled 142 adults with gout.", 142),
]  # fmt: skip


@pytest.mark.parametrize(("abstract", "role", "words", "people"), CASES)
def test_the_abstract_counts_the_people_and_else_methods_and_results(
    abstract: str, role: SectionRole, words: str, people: int | None
) -> None:
    body = SourceSection(id="body.1", kind=SectionKind.BODY, text=words, role=role)
    assert study.read(make(abstract, sections=(body,))).n == people
