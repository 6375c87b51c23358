"""Pain that is told with its place is that pain, and not any."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("pain in my knees, do exercises help", "Knee pain"),
        ("pain under my heel for months, is an injection worth it?", "Plantar fasciitis"),
        ("pain behind my eye what is it", "Eye pain"),
        ("pain in his left shoulder, physiotherapy or injection", "Shoulder pain"),
    ],
)
def test_it_is_called_by_its_place(typed: str, start: str) -> None:
    assert read(typed).read.startswith(start)


@pytest.mark.parametrize(
    "typed", ["pain in my shoulder and arm", "pain in the first week of treatment with A", "pain in children ibuprofen"]
)
def test_what_is_no_place_stays(typed: str) -> None:
    assert read(typed).read.lower().startswith("pain in")


def test_a_pain_that_cannot_wait_is_one_still() -> None:
    assert read("pain in my chest since this morning").danger == "emergency"
