"""Notes with a value are made by a seed, and what is checked of their answers tells a fault from none."""

from __future__ import annotations

import probatum
from benchmarks import values
from probatum.acquire.library import Library


def test_the_same_seed_makes_the_same_notes() -> None:
    every = list(values.asked())
    assert every == list(values.asked())
    assert {one.band for one in every} == set(values.BANDS)
    assert 0.3 < sum(one.held_back for one in every) / len(every) < 0.7


def _case(drug: str, band: str, figure: float) -> values.Asked:
    return values.Asked(
        f"INR {figure:g} on {drug}", False, "INR", band, figure, "INR", drug, ("INR",), ("excessive INR",), frozenset()
    )


def test_an_answer_at_the_value_has_no_fault(starter_library: Library) -> None:
    case = _case("warfarin", "high", 6.5)
    assert all(values.faults(case, probatum.answer(case.question, library=starter_library)).values())


def test_an_answer_at_another_value_has_one(starter_library: Library) -> None:
    made = probatum.answer("INR 6.5 on warfarin", library=starter_library)
    found = values.faults(_case("warfarin", "target", 2.4), made)
    assert not found["band"] and not found["read"]
    assert not values.faults(_case("warfarin", "critical", 9.5), made)["alarm"]
