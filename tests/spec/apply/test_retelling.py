"""Sentences that a source wrote for experts, in plain words: same figures, no statistics, no quotation marks."""

from __future__ import annotations

import re

import pytest

from probatum.apply.plainly.retelling import retold

TOLD = [
    (
        "Adrenaline was needed less often with calbrexine (12% fewer, 95% CI 4% to 20%) than with placebo.",
        "Adrenaline was needed less often with calbrexine (12% fewer) than with a dummy treatment (placebo)",
    ),
    (
        "Weight fell more with calbrexine (mean difference -4.28 percentage points, 95% CI -5 to -3).",
        "Weight fell more with calbrexine (a difference of -4.28 percentage points on average, chance alone is "
        "unlikely to explain this)",
    ),
    (
        "Pain fell more with calbrexine than with placebo (hazard ratio 0.70, 95% CI 0.59 to 0.83).",
        "Pain fell more with calbrexine than with a dummy treatment (placebo) (0.70 times as often, chance alone is "
        "unlikely to explain this)",
    ),
    (
        "Deaths were as frequent with calbrexine (risk ratio 0.9, 95% CI 0.7 to 1.1; p = 0.3).",
        "Deaths were as frequent with calbrexine (0.9 times as often; this could be chance)",
    ),
    (
        "Calbrexine lowered fever quickly, but the effect was gone at 2 weeks; rash was rare.",
        "Calbrexine lowered fever quickly. But the effect was gone at 2 weeks. Rash was rare",
    ),
    (
        "Fever (p = 0.01), rash (p = 0.02) and pain (p = 0.03) fell with calbrexine.",
        "Fever, rash and pain fell with calbrexine. Chance alone is unlikely to explain these",
    ),
    (
        "Fever (p = 0.01) and rash (p = 0.4) fell with calbrexine.",
        "Fever (chance alone is unlikely to explain this) and rash (this could be chance) fell with calbrexine",
    ),
    (
        "Although fever fell with calbrexine, rash was more frequent.",
        "Fever fell with calbrexine. Even so, rash was more frequent",
    ),
    (
        "Fever fell with calbrexine, suggesting that it acts on the cause.",
        "Fever fell with calbrexine. This suggests that it acts on the cause",
    ),
    (
        "There was no significant difference in fits between calbrexine and lomenide.",
        "There was no clear difference in fits between calbrexine and lomenide",
    ),
    (
        "The number needed to treat to prevent a fit was 12.",
        "The number of people who must be treated for one of them to gain was 12",
    ),
    ("Adverse events occurred in 12 of 40 patients.", "Unwanted effects occurred in 12 of 40 people"),
]


@pytest.mark.parametrize(("quote", "plain"), TOLD)
def test_it_is_told_in_plain_words(quote: str, plain: str) -> None:
    assert retold(quote) == plain


@pytest.mark.parametrize(
    "quote",
    [
        "Falls occurred in 4.5% with calbrexine and in 9.1% with lomenide (odds ratio 0.47; 3 studies, 273 people).",
        "The median stay was 3.5 days with calbrexine and 5 days with placebo (mean difference -1.5, p < 0.001).",
        "Of 1,204 people 12 (1.0%) had a clot within 90 days, compared with 31 (2.6%).",
    ],
)
def test_no_figure_is_lost_but_those_of_tests(quote: str) -> None:
    figures = re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"p [<=] [\d.]+", "", quote))
    told = re.findall(r"\d+(?:[.,]\d+)*", retold(quote))
    assert figures == told
