"""What is changed in a true sentence makes it false: the order of a list says nothing."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks._alterations import Around, arm


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "Cure was seen in 20% with fluconazole and 10% with placebo.",
            "Cure was seen in 20% with placebo and 10% with fluconazole.",
        ),
        (
            "Rates with fluconazole and placebo were 20% and 10%, respectively, of all.",
            "Rates with placebo and fluconazole were 20% and 10%, respectively, of all.",
        ),
        ("The index fell (P < 0.01) in the omega-3, probiotic, and combination groups compared with before.", None),
        ("In those given selenium and coenzyme Q10 for 4 years mortality was lower than before.", None),
    ],
)
def test_two_treatments_change_places_where_that_changes_what_is_said(text: str, changed: str | None) -> None:
    assert arm(text, Random(1), Around(())) == changed
