"""Doses with frequency, route and daily total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import doses

CASES = [
    # text, amount, unit, times a day, daily total, route
    ("150 mg twice daily", 150, "mg", 2, 300, ""),
    ("zerafine 150 mg b.i.d. for 2 weeks", 150, "mg", 2, 300, ""),
    ("2 tablets t.i.d.", 2, "tablets", 3, 6, ""),
    ("500 mg every 8 hours", 500, "mg", 3, 1500, ""),
    ("IV 4 g q8h", 4, "g", 3, 12, "intravenous"),
    ("70 mg once weekly", 70, "mg", 1 / 7, 10, ""),
    ("300 mg/day", 300, "mg", 1, 300, ""),
    ("300 mg a day", 300, "mg", 1, 300, ""),
    ("5 mg (oral) three times a day", 5, "mg", 3, 15, "oral"),
    ("twice-daily oral zerafine 150 mg", 150, "mg", 2, 300, "oral"),
    ("100 mg on alternate days", 100, "mg", 0.5, 50, ""),
    ("1000 IU vitamin D daily", 1000, "IU", 1, 1000, ""),
    ("20 mg as a single dose", 20, "mg", None, None, ""),
    ("20 mg", 20, "mg", None, None, ""),
]


@pytest.mark.parametrize(("text", "amount", "unit", "times", "total", "route"), CASES, ids=[c[0] for c in CASES])
def test_doses(text: str, amount: float, unit: str, times: float | None, total: float | None, route: str) -> None:
    (found,) = doses.read(text)
    assert (found.amount, found.unit, found.route) == (amount, unit, route)
    assert found.frequency_per_day == (None if times is None else pytest.approx(times))
    assert found.daily_total == (None if total is None else pytest.approx(total))
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["glucose 120 mg/dL", "5 mmol/L", "80 kg", "12 weeks", "5%"])
def test_no_doses(text: str) -> None:
    assert doses.read(text) == ()


def test_per_kg_and_range() -> None:
    (found,) = doses.read("10 mg/kg/day orally")
    assert found.per_kg and found.daily_total == 10
    (found,) = doses.read("200-300 mg every 12 hours")
    assert (found.amount, found.high, found.frequency_per_day) == (200, 300, 2)


@given(
    st.integers(1, 2000),
    st.sampled_from(["mg", "g", "IU"]),
    st.sampled_from([("once", 1), ("twice", 2), ("three times", 3)]),
)
def test_a_rendered_dose_is_read_again(amount: int, unit: str, times: tuple[str, int]) -> None:
    (found,) = doses.read(f"They took {amount} {unit} {times[0]} daily.")
    assert (found.amount, found.unit, found.frequency_per_day, found.daily_total) == (
        amount,
        unit,
        times[1],
        amount * times[1],
    )
