"""Numbers with their units."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import quantities

Bounded = Callable[[Callable[[str], object], str, float], None]

CASES: list[tuple[str, list[tuple[float, float | None, float | None, str, str]]]] = [
    # text, [(value, high, denominator, unit, kind)]
    ("n = 60", [(60, None, None, "patients", "count")]),
    ("sixty ALS patients", [(60, None, None, "patients", "count")]),
    ("one hundred sixteen women", [(116, None, None, "women", "count")]),
    ("One-hundred and thirty-two patients", [(132, None, None, "patients", "count")]),
    ("1,200 people", [(1200, None, None, "patients", "count")]),
    ("1\u2009200 people", [(1200, None, None, "patients", "count")]),
    ("45 079 people", [(45079, None, None, "patients", "count")]),
    ("5 100 mg tablets", [(5, None, None, "", "number"), (100, None, None, "mg", "dose")]),
    ("18 of 20 patients", [(18, None, 20, "patients", "fraction")]),
    ("eighteen of twenty", [(18, None, 20, "", "fraction")]),
    ("13/20 (65%)", [(13, None, 20, "", "fraction"), (65, None, None, "%", "percent")]),
    ("31 of every 100 people", [(31, None, 100, "patients", "fraction")]),
    ("half of them", [(0.5, None, None, "", "fraction")]),
    ("150 mg twice daily", [(150, None, None, "mg", "dose")]),
    ("5 mg/kg/day", [(5, None, None, "mg/kg/day", "dose")]),
    ("5 mg per kg daily", [(5, None, None, "mg/kg/day", "dose")]),
    ("300 and 900 mg/day", [(300, None, None, "mg/day", "dose"), (900, None, None, "mg/day", "dose")]),
    ("100 mcg", [(100, None, None, "μg", "dose")]),
    ("100 µg", [(100, None, None, "μg", "dose")]),
    ("0·75 mg", [(0.75, None, None, "mg", "dose")]),
    ("1.2 million units", [(1_200_000, None, None, "units", "dose")]),
    ("2½ tablets", [(2.5, None, None, "tablets", "dose")]),
    ("10-20 mg", [(10, 20, None, "mg", "range")]),
    ("2 to 12 weeks", [(2, 12, None, "weeks", "range")]),
    ("between 2 and 12 weeks", [(2, 12, None, "weeks", "range")]),
    ("fell from 5.3 to 3.5 a day", [(5.3, None, None, "/day", "number"), (3.5, None, None, "/day", "number")]),
    ("-20.7 to +6.7", [(-20.7, 6.7, None, "", "range")]),
    ("(−1.8)", [(-1.8, None, None, "", "number")]),
    ("a 12-week trial", [(12, None, None, "weeks", "duration")]),
    ("at week 12", [(12, None, None, "weeks", "duration")]),
    ("39.6 v 6.1 %", [(39.6, None, None, "%", "percent"), (6.1, None, None, "%", "percent")]),
    ("a twofold rise", [(2, None, None, "fold", "number")]),
    ("2.5-fold", [(2.5, None, None, "fold", "number")]),
    ("10.5 ± 2.1 mm", [(10.5, None, None, "mm", "number"), (2.1, None, None, "mm", "spread")]),
    ("p = .04", [(0.04, None, None, "", "p")]),
    ("95% CI 0.6 to 0.9", [(95, None, None, "%", "level"), (0.6, 0.9, None, "", "range")]),
    (
        "OR 0.64; 95% (0.26-1.54)",
        [(0.64, None, None, "", "number"), (95, None, None, "%", "level"), (0.26, 1.54, None, "", "range")],
    ),
    (
        "10 or 95% (38/40)",
        [(10, None, None, "%", "percent"), (95, None, None, "%", "percent"), (38, None, 40, "", "fraction")],
    ),
    ("in 2015", [(2015, None, None, "", "year")]),
    ("2019-2021", [(2019, 2021, None, "", "year")]),
    ("type 2 diabetes", [(2, None, None, "", "label")]),
    ("1:1", [(1, None, None, "", "ratio"), (1, None, None, "", "ratio")]),
    ("120/80 mmHg", [(120, None, None, "mmHg", "number"), (80, None, None, "mmHg", "number")]),
    ("COX-2, CYP2D6, HbA1c and IL-6", []),
    ("PMID 26911633 and NCT01849770", []),
    ("as shown before [12, 13]", []),
    ("in words.¹²", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_quantities(text: str, wanted: list[tuple[float, float | None, float | None, str, str]]) -> None:
    found = [(q.value, q.high, q.denominator, q.unit, q.kind) for q in quantities.read(text)]
    assert found == [(pytest.approx(v), h, d, u, k) for v, h, d, u, k in wanted]


@given(
    st.decimals(min_value=0, max_value=99999, places=2, allow_nan=False),
    st.sampled_from(["mg", "%", "mg/day", "weeks", "mmol/L", "mL"]),
    st.sampled_from(["The value was {} in all.", "({})", "x {}; y", "{}"]),
)
def test_a_rendered_number_is_read_again(number: object, unit: str, frame: str) -> None:
    text = frame.format(f"{number} {unit}")
    (found,) = quantities.read(text)
    assert (found.value, found.unit) == (float(str(number)), unit)
    assert text[found.number_start : found.number_end] == str(number)


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_thousands_are_read(number: int) -> None:
    (found,) = quantities.read(f"in {number:,} patients")
    assert found.value == number and found.kind == "count"


@given(st.text(alphabet="0123456789 .,%-–+/()[]mgxpofn=½~ab\u2009⁹", max_size=120))
def test_offsets_hold_what_was_read(text: str) -> None:
    last = 0
    for found in quantities.read(text):
        assert last <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert text[found.number_start : found.number_end] == found.value_text
        last = found.start


@pytest.mark.parametrize("piece", ["1", "1 ", "1,", "1-", "1 mg ", "[1,", "twenty ", "1 a b c ", "10^", "1/", "-"])
def test_hostile_input_takes_linear_time(bounded: Bounded, piece: str) -> None:
    bounded(quantities.read, piece * (40_000 // len(piece)), 5)


def test_two_points_before_a_number_are_no_number() -> None:
    assert [q.value for q in quantities.read("rose from 0.4 to .0.6 mg")] == [0.4]
