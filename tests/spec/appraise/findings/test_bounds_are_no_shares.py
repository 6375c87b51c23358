"""A bound on a share is never read as the share: `5% or more` is no 5%."""

from __future__ import annotations

import pytest
from findings_help import read


@pytest.mark.parametrize(
    "text",
    [
        "Itch and rash occurred in 5% or more of children.",
        "Itch occurred in at least 10% of children.",
        "Itch occurred in less than 1% of children.",
        "Itch occurred in up to 12% of children.",
        "The most common adverse reactions were itch and rash in head lice (5% or more).",
        "Itch occurred in more than 20% of children.",
    ],
)
def test_a_bound_is_no_share(text: str) -> None:
    assert not any(arm.value for found in read(text) for arm in found.arms)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Itch occurred in 12% of children.", "12"),
        ("Itch was seen in 5% of the children of 3 years or more.", "5"),
    ],
)
def test_what_was_counted_stays(text: str, share: str) -> None:
    assert [arm.value.text for found in read(text) for arm in found.arms if arm.value] == [share]


def test_two_groups_stay() -> None:
    (found,) = read("Rash occurred in 5% with lotion and in 2% with placebo.")
    assert [arm.value.text for arm in found.arms if arm.value] == ["5", "2"]
