"""A question and a sentence meet on a side that neither names alike."""

from __future__ import annotations

import pytest

from probatum.apply.quoted import sides


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("starting clozapine, what bloods and how often", "White cells should be counted weekly at first.", "checks"),
        ("missed my contraceptive injection, how late is too late", "It may be given up to 2 weeks late.", "time"),
        ("how many people does a statin actually help", "Events occurred in 30 of 1000 people.", "how many"),
        ("can I take ibuprofen while breastfeeding", "Ibuprofen is compatible with breast-feeding.", "may"),
        ("trimethoprim failed, what next?", "Nitrofurantoin is preferred when trimethoprim has failed.", "instead"),
        ("does quinine work for leg cramps", "Cramps were fewer with quinine than with placebo.", "help"),
    ],
)
def test_a_side_is_asked_and_told(question: str, sentence: str, side: str) -> None:
    assert side in sides.asked(question) & sides.told(sentence)


def test_what_is_on_another_side_does_not_meet() -> None:
    assert "checks" not in sides.told("Cramps were fewer with quinine than with placebo.")
    assert "dose" not in sides.asked("can I drive after a seizure")
