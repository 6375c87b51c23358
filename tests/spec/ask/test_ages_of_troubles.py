"""How old a rash or a wound is tells no age of the patient."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("valaciclovir for shingles, rash 5 days old", ""),
        ("amoxicillin for a bite that is infected, wound 3 days old, he is 7 years old", "7 years"),
        ("amoxicillin for otitis media, 5 days old", "5 days"),
        ("paracetamol in a baby 6 weeks old", "6 weeks"),
    ],
)
def test_the_age_of_a_trouble_is_nobodys(typed: str, age: str) -> None:
    assert read(typed).patient.age == age
