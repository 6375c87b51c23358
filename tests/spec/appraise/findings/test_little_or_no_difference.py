"""How reviews tell effects: `results in little to no difference in X (RR ...)`, lists parted by semicolons."""

from __future__ import annotations

import pytest
from findings_help import arms, interval, read

MADE = {
    "little to no difference": (
        "Combing may result in little to no difference in itching (RR 0.98, 95% CI 0.90 to 1.10; 4 studies).",
        [("itching", ("combing",), ("0.90", "1.10"))],
    ),
    "made by one, held to the other": (
        "Compared with placebo, lotion probably makes no difference in sleep loss (RR 1.02, 95% CI 0.95 to 1.09).",
        [("sleep loss", ("lotion", "placebo"), ("0.95", "1.09"))],
    ),
    "a list parted by semicolons": (
        "Lotion probably has little or no effect on itching (nine studies, 597 children; standardised mean difference "
        "(SMD) -0.06, 95% CI -0.35 to 0.23); sleep loss (8 studies; SMD -0.05, 95% CI -0.22 to 0.12); or quality of "
        "life (SMD 0.10, 95% CI -0.13 to 0.32).",
        [
            ("itching", ("lotion",), ("-0.35", "0.23")),
            ("sleep loss", ("lotion",), ("-0.22", "0.12")),
            ("quality of life", ("lotion",), ("-0.13", "0.32")),
        ],
    ),
    "detected between": (
        "No significant difference in cure rates was detected between the lotion and comb groups (odds ratio 1.03, "
        "95% CI 0.56-1.87, P = 0.93).",
        [("cure rates", ("lotion group", "comb group"), ("0.56", "1.87"))],
    ),
    "adjusted ratios, some of them possible": (
        "Hard water was associated with higher hair loss (HRadj = 1.39 [95% CI: 1.21, 1.61]), and possibly dry scalp "
        "(HRadj = 1.15 [95% CI: 0.79, 1.69]).",
        [("hair loss", ("hard water",), ("1.21", "1.61")), ("dry scalp", ("hard water",), ("0.79", "1.69"))],
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_effects_told_by_reviews(name: str) -> None:
    text, expected = MADE[name]
    found = read(text)
    assert [(f.outcome, tuple(a for a, _ in arms(f)), interval(f)) for f in found] == expected


def test_a_clause_behind_a_semicolon_is_no_member() -> None:
    found = read(
        "Lotion lowered itching (RR 0.5, 95% CI 0.4 to 0.7); sleep loss (RR 0.9, 95% CI 0.5 to 1.4) did not differ."
    )
    assert [f.outcome for f in found if "lotion" in dict(arms(f))] == ["itching"]
