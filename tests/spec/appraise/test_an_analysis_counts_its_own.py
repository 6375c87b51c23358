"""A report on part of a trial counts its own people, and a result pooled with another trial is not its own."""

from __future__ import annotations

import pytest

from probatum.appraise import read
from probatum.appraise.keeping import Reading
from probatum.model import Record, RecordKind, SectionKind, SectionRole, SourceSection

RANDOMISED = "The trial randomised 9202 people with brain injury to cure or placebo"
OWN = (
    "Death within 28 days occurred in 14.0% with cure and in 15.1% with placebo (risk ratio 0.93, 95% CI 0.83 to 1.03)."
)
TOGETHER = (
    "Pooled with the first trial, death within 28 days was lower with cure than with placebo (risk ratio 0.88, 95% CI "
    "0.82 to 0.94)."
)


def _read(title: str, methods: str, *results: str) -> Reading:
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, methods, role=SectionRole.METHODS),
        SourceSection("abstract.2", SectionKind.ABSTRACT, " ".join(results), role=SectionRole.RESULTS),
    )
    made = Record.build(
        id="pmid:1",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=sections,
        publication_types=("Randomized Controlled Trial",),
    )
    return read(made)


@pytest.mark.parametrize(
    ("title", "methods", "people"),
    [
        (
            "Cure in brain injury: an exploratory analysis of a randomised trial",
            f"{RANDOMISED}; this exploratory analysis of 7637 people left out those who were moribund.",
            7637,
        ),
        ("Cure in brain injury: a randomised trial", f"{RANDOMISED}.", 9202),
        (
            "Cure in brain injury: a secondary analysis of a randomised trial",
            f"{RANDOMISED}; this analysis asked who is helped.",
            9202,
        ),
    ],
)
def test_the_people_of_an_analysis_are_its_own(title: str, methods: str, people: int) -> None:
    assert _read(title, methods, OWN).study.n == people


def test_what_is_pooled_with_another_trial_is_no_result_of_this_one() -> None:
    found = _read("Cure in brain injury: a randomised trial", f"{RANDOMISED}.", OWN, TOGETHER).findings
    assert [f.estimate.text for f in found if f.estimate] == ["0.93"]
    assert all("pooled" not in f.outcome.lower() for f in found)


LONG = (
    "In a double-blind study, 94 chronic adult asthmatic patients treated with inhaled steroids (1,000 to 4,000 "
    "micrograms a day), who had a fixed level of symptoms before it, were randomly assigned to receive velorine "
    "(n = {first}) or placebo (n = 45) for six weeks."
)


def test_the_count_that_all_arms_together_hold_is_that_of_the_trial() -> None:
    assert _read("Velorine in asthma", LONG.format(first=49)).study.n == 94


def test_a_count_that_is_not_the_sum_of_the_arms_is_not_taken_for_their_sum() -> None:
    assert _read("Velorine in asthma", LONG.format(first=30)).study.n != 75
