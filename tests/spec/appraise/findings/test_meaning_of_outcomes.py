"""Whether more of an outcome is good or bad for people."""

from __future__ import annotations

import pytest

from probatum.appraise.findings.benefit import meaning


@pytest.mark.parametrize(
    ("outcome", "sign"),
    [
        ("major cardiovascular events", -1),
        ("cerebrovascular event", -1),
        ("venous thromboembolic events", -1),
        ("end-stage kidney disease", -1),
        ("the need for dialysis", -1),
        ("kidney failure, a sustained fall in renal function or renal death", -1),
        ("coronary revascularisation", -1),
        ("incident dementia", -1),
        ("event-free survival", 1),
        ("kidney function", 1),
        ("decline in kidney function", -1),
        ("loss of at least 5% of body weight", 0),
        ("loss of hearing", -1),
        ("serum urate", 0),
        ("the rate of the primary outcome", 0),
    ],
)
def test_words_say_whether_more_is_good(outcome: str, sign: int) -> None:
    assert meaning(outcome) == sign
