"""The index of a record's numbers names every unit in which a number would be found by looking through all."""

from __future__ import annotations

import pytest
from audit_cases import saying

from probatum.assess.audit import steps
from probatum.assess.audit.checks.doses import doses_of
from probatum.assess.audit.figures import claimed
from probatum.assess.audit.source import Source

TEXT = (
    "We gave zerafine 100 mg to 60 adults for 12 weeks. Relief was seen in 42% and 59.8%. Costs were 1,250 or 40 000 "
    "IU. Scores fell by 3.44 and 2.88. The ratio was 0.81."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "42% had relief.", "About 40% had relief.", "Three in five had relief.", "0.1 g was given.", "3 months passed.",
        "60 adults took part.", "It fell by 3.4.", "It was 0.8.", "It was about 0.85.", "7 of 60 dropped out.",
        "40,000 IU were given.", "1,250 were counted.", "It rose by 9.9.",
    ],
)  # fmt: skip
def test_no_unit_that_holds_a_number_is_left_out(sentence: str) -> None:
    held = Source(saying(TEXT, "Outcome\tZerafine (n = 60)\tPlacebo (n = 58)\nCramp\t7\t9"))
    for claim in claimed(sentence):
        places = held.near(claim)
        holding = {at for at, unit in enumerate(held.units) if unit.meeting(claim)}
        assert places is None or holding <= places
        assert held.holds(claim) >= bool(holding)


@pytest.mark.parametrize("sentence", ["42% had relief.", "3 months passed.", "0.1 g was given.", "It rose by 9.9."])
def test_a_unit_says_the_same_for_the_same_steps_whenever_it_is_asked(sentence: str) -> None:
    def asked(held: Source) -> tuple[list[object], int]:
        met: list[object] = [unit.meeting(claim) for claim in claimed(sentence) for unit in held.units]
        return met, steps.left() or 0

    held = Source(saying(TEXT))
    first = steps.within(steps.CHECK, asked, held)
    assert steps.within(steps.CHECK, asked, held) == first == steps.within(steps.CHECK, asked, Source(saying(TEXT)))


@pytest.mark.parametrize("amount", [5, 10, 20])
def test_doses_are_those_of_the_very_source(amount: int) -> None:
    for told in (amount, amount + 1):  # the first is gone when the second is made
        found = doses_of(Source(saying(f"We gave zerafine {told} mg to adults.")))
        assert [dose.amount for _, dose in found] == [told]
