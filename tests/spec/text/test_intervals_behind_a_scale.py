"""A range of a scale is no interval of the figure behind it."""

from __future__ import annotations

from probatum.text import statistics


def test_the_name_belongs_to_what_follows_it() -> None:
    found = statistics.read_intervals("12 points less on a scale of 0 to 100 (95% CI 9.7 to 14.3)")
    assert [(m.low, m.high) for m in found] == [(9.7, 14.3)]


def test_a_name_behind_its_interval_is_read_as_before() -> None:
    assert [(m.low, m.high) for m in statistics.read_intervals("was 0.6 to 0.9 (95% CI)")] == [(0.6, 0.9)]
