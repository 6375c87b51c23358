"""Which band of a score a text is for, set beside the score that a question tells."""

import pytest

from probatum.text import scores

LOW = "With a GravelPAIN score of 0 or 1, or a Zorb score of 0, 1 or 2, no zorbinol is advised."
MID = "With a GravelPAIN score of 2 or 3, a back-up prescription is considered."
HIGH = "Zorbinol is advised with a GRA2DS2-Zorb score of 2 or more."


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("GravelPAIN 0 or 1, or Zorb 0, 1 or 2: zorbinol?", LOW, False),
        ("GravelPAIN 0 or 1, or Zorb 0, 1 or 2: zorbinol?", MID, True),
        ("gravelpain 2 or zorb 3: zorbinol?", LOW, True),
        ("gravelpain 2 or zorb 3: zorbinol?", MID, False),
        ("GravelPAIN score is 2, zorb 1", LOW, False),
        ("zorbinol for a sore throat?", LOW, False),
        ("GRA2DS2-Zorb score of 1, zorbinol?", HIGH, True),
        ("GRA2DS2-Zorb score of 4, zorbinol?", HIGH, False),
        ("GravelPAIN 4-5", MID, True),
    ],
)
def test_a_text_for_another_band_is_told_apart(asked: str, told: str, other: bool) -> None:
    assert scores.another(asked, told) is other


@pytest.mark.parametrize(("asked", "may"), [("GravelPAIN 2: zorbinol?", True), ("a high gravelPAIN: zorbinol?", False)])
def test_a_question_without_a_figure_tells_no_score(asked: str, may: bool) -> None:
    assert scores.may_tell(asked) is may
