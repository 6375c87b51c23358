"""Values that are dangerous in themselves, with the unit in which they were read, and values that are nobody's."""

from __future__ import annotations

import pytest

from probatum.text import critical, measured


@pytest.mark.parametrize(
    ("typed", "said", "note"),
    [
        ("zorbinol K 6.3", "potassium 6.3", "read in mmol/L"),
        ("potassium 2.6 mmol/L on zorbinol", "potassium 2.6", "in mmol/L"),
        ("Na 118 on zorbinol", "sodium 118", "read in mmol/L"),
        ("INR 9 on zorbinol", "INR 9", ""),
        ("lithium level 2.4", "lithium level 2.4", "read in mmol/L"),
        ("on lithium, her level is 2.4", "lithium level 2.4", "read in mmol/L"),
        ("digoxin level 3.1", "digoxin level 3.1", "read in ng/mL"),
        ("digoxin 3.4 nmol/L", "digoxin level 3.4", "in nmol/L"),
        ("glucose 1.9", "glucose 1.9", "read in mmol/L"),
        ("blood sugar is 540 on zorbinol", "glucose 540", "read in mg/dL"),
        ("glucose 32", "glucose 32", "without a unit: in mmol/L it is dangerously high, in mg/dL dangerously low"),
        ("neutrophils 0.3 on zorbinol", "neutrophils 0.3", "read in 10^9/L"),
        ("ANC 300", "neutrophils 0.3", "read in 10^9/L"),
        ("platelets 12", "platelets 12", "read in 10^9/L"),
        ("Hb 6.1 g/dl", "haemoglobin 6.1", "in g/dL"),
        ("Ca 3.4", "calcium 3.4", "read in mmol/L"),
    ],
)
def test_a_critical_value_is_told_with_its_unit(typed: str, said: str, note: str) -> None:
    (one,) = critical.told(typed, measured.values(typed))
    assert (one.said, one.note) == (said, note)


@pytest.mark.parametrize(
    "typed",
    [
        "zorbinol K 5.7",
        "target INR 9",
        "INR target 2.5",
        "K was 6.3 last year, now 4.2",
        "K 6.3, repeat 4.4",
        "previous potassium 6.6",
        "potassium 3.5-6.3",
        "a trial in people with potassium 6.4",
        "at what potassium, 6.5 say, is it stopped",
        "glucose 7.2",
        "glucose 5% drip",
        "glucose 10 g by mouth",
        "sugar 2 teaspoons",
        "lithium 400 mg, level 0.8",
        "lithium 2 times a day",
        "digoxin 62.5 micrograms",
        "vitamin K 10 mg",
        "HbA1c 62",
        "eGFR 12",
    ],
)
def test_what_is_normal_past_aimed_at_or_of_a_study_is_not(typed: str) -> None:
    assert not critical.told(typed, measured.values(typed))


def test_the_limit_itself_counts_where_laboratories_say_so() -> None:
    assert critical.told("K 6.2", ("potassium 6.2",)) and not critical.told("K 6.1", ("potassium 6.1",))
    assert not critical.told("neutrophils 0.5", ("neutrophils 0.5",))
