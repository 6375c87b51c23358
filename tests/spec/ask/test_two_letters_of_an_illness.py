"""Two letters typed in haste are an illness where another word of the question belongs to it, and nothing otherwise."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("aspirin or warfarin af elderly", "atrial fibrillation"),
        ("apixaban vs warfarin af over 80", "atrial fibrillation"),
        ("methotrexate ra", "rheumatoid arthritis"),
        ("interferon ms relapse", "multiple sclerosis"),
    ],
)
def test_two_letters_are_an_illness_beside_a_word_of_it(typed: str, illness: str) -> None:
    assert illness in [c.label for c in read(typed).having(Role.POPULATION)]


@pytest.mark.parametrize(
    "typed",
    ["is it af or just stress", "pe lessons and asthma", "mr smith has a stroke", "can I take ms contin for pain"],
)
def test_without_such_a_word_they_stay_as_typed(typed: str) -> None:
    labels = [c.label for c in read(typed).concepts]
    assert not {"atrial fibrillation", "pulmonary embolism", "mitral regurgitation", "multiple sclerosis"} & set(labels)
