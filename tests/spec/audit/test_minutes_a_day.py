"""A rate told in a unit of time (minutes a day) is no span of time, and stops no audit."""

from probatum.assess.audit import figures


def test_minutes_a_day_are_the_same_rate_only() -> None:
    claim = figures.claimed("The time below the limit shrank by 12 minutes a day.")[0]
    assert figures.as_long(claim, 12.0, claim.unit)
    assert not figures.as_long(claim, 12.0, "weeks")
