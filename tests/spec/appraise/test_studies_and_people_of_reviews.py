"""How many studies and people a review has: never the parts of them, nor what its studies had to have."""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise import study

OPENED = "A systematic review with meta-analysis of zorbinol in gravel. "


@pytest.mark.parametrize(
    ("said", "studies", "people"),
    [
        ("Analysis of 956 patients from seven observational studies showed less pain.", 7, 956),
        ("Case series (more than 20 patients) were sought. 3,073 patients from 6 RCTs met the criteria.", 6, 3073),
        ("Out of 82 full text assessed, seven studies were included in the analysis.", 7, None),
        (
            "The study included 5 case-control studies (including 475 zorbinol users and 1925 non-users) and 11 "
            "cohort studies (including 40659 zorbinol users and 344459 non-users).",
            None,
            None,
        ),
        (
            "We included 18 studies of one test (2810 participants), 46 of another (8197), three of a third (283).",
            18,
            None,
        ),
        ("We included 14 studies (10 RCTs and 4 cohort studies) with 3,000 patients.", 14, 3000),
        ("A total of 6 studies were selected from 4939 screened articles.", 6, None),
        ("Thirteen trials and 1,200 patients were included.", 13, 1200),
    ],
)
def test_the_whole_is_counted_and_no_part(said: str, studies: int | None, people: int | None) -> None:
    read = study.read(make(OPENED + said))
    assert (read.n_studies, read.n) == (studies, people)
