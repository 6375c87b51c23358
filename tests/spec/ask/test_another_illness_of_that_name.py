"""Words before a wide illness that make it another: that other is asked about, and the wide one no longer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from probatum.ask import read
from probatum.model import Role


def nothing_held(names: Sequence[str]) -> int:
    return 0


def held(names: Sequence[str]) -> int:
    return 3


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("How do I treat a first episode of G. zorbile infection in an 80 year old?", "G zorbile infection"),
        ("Treatment of gravelline pneumonia", "gravelline pneumonia"),
        ("How should I treat a recurrent mesenteric vein thrombosis?", "mesenteric vein thrombosis"),
    ],
)
def test_a_wide_illness_with_a_word_that_makes_it_another_is_that_other(typed: str, illness: str) -> None:
    found = [c for c in read(typed, library_count=nothing_held).concepts if c.semantic == "condition"]
    assert [c.label for c in found] == [illness]
    assert not found[0].id and not found[0].synonyms and not found[0].broader


@pytest.mark.parametrize(
    "typed",
    [
        "How do I treat acute severe pneumonia?",
        "Treatment of a newly diagnosed infection",
        "What prevents pneumonia in older people?",
        "Is treating hypertension of use?",
    ],
)
def test_words_for_how_an_illness_is_leave_it_what_it_is(typed: str) -> None:
    found = [c for c in read(typed, library_count=nothing_held).concepts if c.semantic == "condition"]
    assert found and all(c.id for c in found)


def test_an_illness_that_a_record_holds_by_that_name_stays_as_it_was_read() -> None:
    found = read("Treatment of gravelline pneumonia", library_count=held).having(Role.POPULATION)
    assert [c.label for c in found] == ["pneumonia"]
