"""Multiples and shares told in words, held to the pair of shares that the source gives: invented trials."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

SOURCE = (
    "We randomly assigned 400 adults with gravel fever to zerafine 40 mg daily or placebo for 12 weeks. Relapse "
    "occurred in 12.5% with zerafine and in 15.5% with placebo (hazard ratio 0.76, 95% CI 0.62 to 0.93). Dizziness "
    "occurred in 39.6% with zerafine and in 12.9% with placebo. Severe bleeding occurred in 2.4% with zerafine and "
    "in 0.2% with placebo (p = 0.008)."
)


def faults(sentence: str) -> set[str]:
    made = report(f"{sentence} [1].", title="Gravel fever", records=(saying(SOURCE), other())).sentences[-1]
    return {c.check for c in made.checks if c.verdict.value not in ("supported", "not checked")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Severe bleeding was about three times as frequent with zerafine as with placebo",
        "Zerafine halved the risk of relapse",
        "Zerafine tripled relapse",
        "Relapse was threefold rarer with zerafine than with placebo",
        "One in four people on zerafine had dizziness",
        "Dizziness was ten times as common with zerafine",
    ],
)
def test_a_multiple_that_the_shares_belie(sentence: str) -> None:
    assert "multiple" in faults(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dizziness was about three times as common with zerafine as with placebo",
        "Dizziness tripled with zerafine",
        "Severe bleeding was some twelve times as frequent with zerafine",
        "About one in eight people on zerafine had a relapse",
        "One more person in four had dizziness with zerafine",
        "Zerafine did not double the risk of relapse",
        "The dose of zerafine was doubled after a relapse",
    ],
)
def test_and_one_that_they_bear_out(sentence: str) -> None:
    assert "multiple" not in faults(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A relapse hit about one in eight on zerafine and about one in six on placebo",
        "In relative terms relapse fell by 24% with zerafine",
    ],
)
def test_a_share_of_one_in_so_many_is_no_count(sentence: str) -> None:
    assert not faults(sentence)
