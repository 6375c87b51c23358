"""Contraindications are said with their conditions, and never with a part of one."""

from __future__ import annotations

import pytest

from probatum.apply.labels import barring


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["cardiogenic shock"], ["contraindicated in cardiogenic shock"]),
        (["cardiogenic shock", "after a stroke"], ["contraindicated in cardiogenic shock and after a stroke"]),
        (["Use is contraindicated in patients with gout"], ["contraindicated in gout"]),
        (["together with ritonavir"], ["contraindicated together with ritonavir"]),
        (["within 3 months of surgery"], ["contraindicated within 3 months of surgery"]),
        (["in asthma"], ["contraindicated in asthma"]),
        (["A with B is contraindicated in gout"], ["a with B is contraindicated in gout"]),
        (["A with B is contraindicated in gout", "asthma"],
         ["contraindicated in asthma", "a with B is contraindicated in gout"]),
        ([], []),
    ],
)  # fmt: skip
def test_a_condition_is_never_cut_from_what_it_needs(texts: list[str], expected: list[str]) -> None:
    assert barring.said(texts) == expected
