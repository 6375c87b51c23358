"""One vocabulary for whether a text, a sentence or a source names what is asked about: by a name, a member, a class."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.apply.quoted import of_the_asked
from probatum.model import Role
from probatum.text import words


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("NSAIDs", "Naproxen eased the pain of the knee.", True),
        ("amlodipine", "Norvasc lowered the blood pressure.", True),
        ("amlodipine", "Ramipril lowered the blood pressure.", False),
        ("NSAIDs", "Paracetamol eased the pain of the knee.", False),
    ],
)
def test_a_text_names_it_by_any_name_or_member(asked: str, text: str, named: bool) -> None:
    concept = ask.read(f"{asked} for knee pain").having(Role.INTERVENTION)[0]
    assert of_the_asked.by_text(concept, [text]) is named


@pytest.mark.parametrize(
    ("asked", "kin", "is_one"), [("ramipril", "ace inhibitors", True), ("ramipril", "statins", False)]
)
def test_a_narrow_class_speaks_of_its_members(asked: str, kin: str, is_one: bool) -> None:
    concept = ask.read(f"{asked} for hypertension").having(Role.INTERVENTION)[0]
    names = {" ".join(sorted(own)) for own in of_the_asked.stems_of(concept)}

    assert (" ".join(sorted(words.unjoined(kin))) in names) is is_one
