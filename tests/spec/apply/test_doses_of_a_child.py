"""Who is called a child is given the dose of children before that of babies of a few weeks."""

from __future__ import annotations

import probatum


def _lead(typed: str) -> str:
    return probatum.answer(typed).sections[0].statements[0].text


def test_a_child_is_no_baby_of_weeks() -> None:
    told = _lead("amoxicillin dose child sinusitis")
    assert told.index("older than 3 months") < told.index("infants of 3 months or less")


def test_a_child_of_no_told_age_is_told_the_dose_of_every_age_that_of_babies_last() -> None:
    told = _lead("amoxicillin dose child ear infection")
    assert told.index("1 to 4 years") < told.index("from 5 years on") < told.index("1 to 11 months")
    assert "1 to 11 months" not in _lead("amoxicillin dose ear infection 3 year old")


def test_a_baby_of_weeks_is() -> None:
    assert "infants of 3 months or less" in _lead("amoxicillin dose for a 2 month old")


def test_who_is_on_dialysis_is_below_every_figure_of_a_table() -> None:
    told = _lead("shingles on dialysis valaciclovir dose")
    assert "below 10 ml/min" in told
    assert "10 to 29" not in told
