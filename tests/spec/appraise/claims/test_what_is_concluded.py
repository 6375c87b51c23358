"""Which way a sentence points, and what closes an abstract without concluding anything."""

import pytest

from probatum.appraise.claims import conclusions

SAID = [
    ("Home visits did not result in a significantly lower rate of falls.", "no difference"),
    ("Our data do not support giving zelamide at night.", "no difference"),
    ("There were no clinically relevant between-group differences in gait.", "no difference"),
    ("Zelamide was no better than sham.", "no difference"),
    ("Superiority over usual care was not shown.", "no difference"),
    ("Gait speed was unchanged.", "no difference"),
    ("Lack of efficacy led to withdrawal.", "no difference"),
    ("Zelamide reduced falls without serious adverse effects.", "benefit"),
    ("Zelamide improved gait, with no serious adverse effects.", "benefit"),
    ("Zelamide worsened gait.", "harm"),
    ("Evidence on zelamide is insufficient.", "uncertain"),
    ("Forty people took part.", ""),
]


@pytest.mark.parametrize(("text", "direction"), SAID)
def test_direction(text: str, direction: str) -> None:
    assert conclusions.direction(text) == direction


CLOSING = [
    ("ClinicalTrials.gov identifier: NCT00000001.", True),
    ("This trial is registered with ISRCTN 12345.", True),
    ("Funded by the Institute of Invented Medicine.", True),
    ("Copyright 2021, all rights reserved.", True),
    ("Zelamide reduced falls in registered nurses.", False),
    ("Zelamide reduced falls.", False),
    ("Zelamide reduced falls in older people who live at home. " * 6 + "NCT00000001.", False),
]


@pytest.mark.parametrize(("text", "beside"), CLOSING)
def test_what_closes_an_abstract_concludes_nothing(text: str, beside: bool) -> None:
    assert conclusions.beside(text) is beside
