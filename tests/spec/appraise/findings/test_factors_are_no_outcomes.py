"""What looks like an outcome before its figure and is a factor, a group, a grade or half of a pair."""

from __future__ import annotations

import pytest
from findings_help import read

NO_OUTCOME = {
    "one of several drugs": "Several drugs were associated with a lower risk of itch, including lotion (RR, 0.82; 95% "
    "CI, 0.68-0.97); oil (RR, 0.75; 95% CI, 0.55-0.98); and soap (RR, 0.61; 95% CI, 0.45-0.79).",
    "one of what follows": "The following were independently associated with itch: higher comb score (OR, 8.73; 95% "
    "CI, 5.81-13.13); prior school visit (OR, 4.55; 95% CI, 1.32-15.72); and long hair (OR, 1.66; 95% CI, 1.39-1.99).",
    "a grade": "One child had Gr 2 itch in the 300 mg group and one child in the 200 mg group had Gr 3 fever.",
    "a group in an aside": "The time to cure was shorter with lotion (LOT was 4 days, whereas OIL was 6 days).",
}


@pytest.mark.parametrize("text", NO_OUTCOME.values(), ids=NO_OUTCOME)
def test_it_gives_no_finding_of_its_own(text: str) -> None:
    wrong = {
        "lotion",
        "oil",
        "soap",
        "higher comb score",
        "prior school visit",
        "long hair",
        "OIL",
        "LOT",
        "the following",
    }
    assert not [
        f for f in read(text) if f.outcome in wrong or {a.arm for a in f.arms} & {"the following", "several drugs"}
    ]


def test_half_of_a_pair_is_not_the_share_of_all() -> None:
    text = "Withdrawals occurred in 64/535 (12%) participants after combing and 53/534 (10%) participants after"
    assert not [f for f in read(f"{text} usual care.") if len(f.arms) == 1]
