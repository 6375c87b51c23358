"""A metal behind a drug's name says which salt it is: the label of such a salt is no label of the metal."""

from __future__ import annotations

import pytest

from probatum.text.salts import is_about


@pytest.mark.parametrize(
    ("title", "name", "about"),
    [
        ("Phenoxymethylpenicillin (penicillin V potassium) tablets", "potassium", False),
        ("Phenoxymethylpenicillin (penicillin V potassium) tablets", "penicillin V", True),
        ("Naproxen sodium capsules", "Sodium", False),
        ("Potassium chloride oral solution", "potassium", True),
        ("Vitamin D and calcium for fractures", "calcium", True),
        ("Intravenous magnesium for asthma", "magnesium", True),
        ("Gaviscon Infant (sodium alginate and magnesium alginate)", "magnesium", False),
        ("Magnesium sulfate injection", "magnesium", True),
        ("Atorvastatin tablets", "statin", False),
        ("Sacubitril/valsartan tablets", "valsartan", True),
    ],
)
def test_what_a_title_is_about(title: str, name: str, about: bool) -> None:
    assert is_about(title, name) is about
