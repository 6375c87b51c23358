"""The age of a small child, or that it is breast-fed, raises no alarm; what is seen in it does, and is named."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    "message",
    [
        "sertraline and breastfeeding 3 week old baby",
        "breastfeeding baby 3 weeks old",
        "gripe water 3 week old baby",
        "6 week old baby cradle cap",
        "breastfeeding 3 week old baby and alcohol",
        "omeprazole 5 week old baby reflux",
    ],
)
def test_an_age_alone_is_no_alarm(message: str) -> None:
    assert read_danger(message).kind == ""


@pytest.mark.parametrize(
    "message",
    [
        "fever in a 3 week old baby",
        "3 week old baby very drowsy",
        "my 2 week old baby is not right",
        "breastfeeding and 3 week old baby jerking arms",
        "6 week old projectile vomiting",
        "breastfed 10 day old baby grunting with each breath",
    ],
)
def test_what_is_seen_is_and_is_named(message: str) -> None:
    found = read_danger(message)
    assert found.kind == "emergency" and found.sign


def test_an_alarm_of_the_learned_reader_says_what_raised_it() -> None:
    found = read_danger("green vomit in a newborn this is odd")
    assert found.sign
    found = read_danger("he went down in the garden and there's no getting through to him")
    assert found.kind == "emergency" and "garden" in found.sign


@pytest.mark.parametrize(
    "message",
    [
        "im 8 weeks pregnant and just found out, been on sertraline for 2 yrs do i need to stop",
        "just found out my baby is due in may and i take warfarin",
    ],
)
def test_a_pregnancy_beside_a_medicine_is_no_alarm(message: str) -> None:
    assert read_danger(message).kind == ""


@pytest.mark.parametrize(
    "message",
    [
        "im 8 weeks pregnant on sertraline and i have bad pain on one side and feel faint",
        "34 weeks pregnant on labetalol, flashing lights and a terrible headache",
    ],
)
def test_what_is_felt_in_a_pregnancy_still_is(message: str) -> None:
    assert read_danger(message).kind == "emergency"


@pytest.mark.parametrize(
    "message", ["my baby has white patches in his mouth", "my toddler has red patches by her mouth"]
)
def test_a_patch_of_skin_is_no_patch_that_was_swallowed(message: str) -> None:
    assert read_danger(message).kind == ""


def test_a_patch_with_a_medicine_is() -> None:
    assert "medicine" in read_danger("my baby chewed a fentanyl patch").sign
