"""A warning is told with what it warns of, or not at all; a label's use is said in a sentence that stands."""

from __future__ import annotations

import pytest

from probatum.apply.labels import caution
from probatum.apply.labels.barring import said
from probatum.apply.patient import indicated

WARNINGS = [
    ("Zorbinol raises the risk of quarry fever; it should be stopped.", 34, "zorbinol raises the risk of quarry fever"),
    (
        "Zorbinol raises the risk of quarry fever, which may be fatal in the first weeks.",
        8,
        "zorbinol raises the risk of quarry fever",
    ),
    ("Quarry fever", 34, ""),
    ("Zorbinol " + "very " * 40 + "raises it.", 34, ""),
]


@pytest.mark.parametrize(("text", "most", "told"), WARNINGS)
def test_a_warning_is_told_in_a_few_words_or_left_out(text: str, most: int, told: str) -> None:
    assert caution.briefly(text, most) == told


def test_what_follows_a_reason_does_not_read_as_a_part_of_it() -> None:
    texts = ["with slate, because blood pressure may fall", "gravel"]
    assert said(texts) == ["contraindicated with slate, because blood pressure may fall; also in gravel"]
    assert said(texts[::-1]) == ["contraindicated in gravel and with slate, because blood pressure may fall"]


def test_a_label_is_for_something() -> None:
    assert indicated.of_label("lower the risk of stroke") == "for use to lower the risk of stroke"
    assert indicated.of_label("gravel") == "for gravel"
