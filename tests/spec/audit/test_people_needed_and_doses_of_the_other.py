"""What a reader works out of two shares or of both sexes, a dose that the other arm was given, and a gap in time."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.model import Verdict

SHARES = (
    "We randomly assigned smokers (31 women, 7 men) to brief advice or to no advice. At one year 9.1 versus 7.8% had "
    "stopped smoking (P = 0.008)."
)
ARMS = (
    "We randomly assigned 60 adults with night cramps to five daily infusions of topotecan (1.5 mg/m2) or irinotecan "
    "(0.5 mg/m2). Cramp-free survival did not differ between the groups. Median survival was significantly longer with "
    "irinotecan than with topotecan (13.2 versus 8.2 months, P = 0.01)."
)
GOOD = Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("source", "sentence", "good"),
    [
        (SHARES, "About 77 smokers would have to be advised for one more to stop [1].", True),
        (SHARES, "About 45 smokers would have to be advised for one more to stop [1].", False),
        (SHARES, "About 77 smokers stopped [1].", False),
        (SHARES, "In all, 38 smokers took part [1].", True),
        (SHARES, "In all, 48 smokers took part [1].", False),
        (ARMS, "Irinotecan was infused at 0.5 mg/m2 [1].", True),
        (ARMS, "Irinotecan was infused at 1.5 mg/m2 [1].", False),
        (ARMS, "Median survival was five months longer with irinotecan [1].", True),
        (ARMS, "Cramp-free survival was longer with irinotecan [1].", False),
    ],
)
def test_what_is_worked_out_and_what_the_other_arm_got(source: str, sentence: str, good: bool) -> None:
    found = report(sentence, records=(saying(source),)).sentences[-1]
    assert (found.verdict is GOOD) is good, found.checks
