"""A long question is no title: its title says what was understood of it, else its first words."""

from __future__ import annotations

import pytest

from probatum.apply.titling import MOST_TITLE, title_of
from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Is metformin safe in pregnancy?", "Is metformin safe in pregnancy?"),
        (
            "hello, my mum is 82 with atrial fibrillation, lives alone, should she still be anticoagulated at her age",
            "Anticoagulants in people with atrial fibrillation",
        ),
    ],
)
def test_titles(typed: str, title: str) -> None:
    assert title_of(read(typed)) == title


def test_the_title_of_what_was_not_understood_is_its_first_words() -> None:
    typed = "so the thing is that i was wondering about whether or not all of that is ever going to be worth the bother"
    assert title_of(read(typed)).lower() == typed  # the question stands whole
    longer = title_of(read(f"{typed}, and then again about what else there might ever be in it for all of us here"))
    assert len(longer) <= MOST_TITLE
    assert longer.endswith(" …")
    assert longer.lower().startswith("so the thing is")
