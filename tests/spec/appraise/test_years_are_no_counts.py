"""A year before a noun of people or studies counts none of them."""

from __future__ import annotations

import pytest

from probatum.appraise.counting import OF_PEOPLE, OF_STUDIES, counts
from probatum.model import SectionKind, SourceSection


@pytest.mark.parametrize(
    ("said", "studies", "people"),
    [
        (
            "MEDLINE was searched until November 2020 for randomised trials of zorbinol. Nine trials were pooled.",
            [9],
            [],
        ),
        ("MEDLINE was searched through 2019 studies in print. Four RCTs were found.", [4], []),
        ("Between 2010 patients and 2012 patients were seen.", [], [2012]),
        ("A total of 1995 patients with gravel took part.", [], [1995]),
        ("By 3 June 2021 trials were screened.", [], []),
        ("We enrolled 2040 children.", [], [2040]),
    ],
)
def test_a_year_is_no_count(said: str, studies: list[int], people: list[int]) -> None:
    section = SourceSection("abstract", SectionKind.ABSTRACT, said)
    assert [c.number.value for c in counts([section], OF_STUDIES, 2)] == studies
    assert [c.number.value for c in counts([section], OF_PEOPLE, 2)] == people
