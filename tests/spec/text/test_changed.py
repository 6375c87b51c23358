"""Changed: that a test has changed, and how sources name it."""

from __future__ import annotations

import pytest

from probatum.text import changed


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("creatinine up 25% on A", "serum creatinine"),
        ("ALT 3x ULN on A", "transaminases"),
        ("TSH suppressed on A", "TSH"),
        ("raised CK since A", "creatine kinase"),
    ],
)
def test_the_test_is_known_by_its_other_names(question: str, named: str) -> None:
    assert any(names.search(named) for names in changed.told(question))


@pytest.mark.parametrize("question", ["creatinine before A", "A and potassium supplements", "eGFR 28 on A"])
def test_nothing_has_changed(question: str) -> None:
    assert not changed.told(question)


def test_limits() -> None:
    assert changed.limited("Its dose is kept when eGFR falls by less than 25%.")
    assert not changed.limited("Creatinine should be measured.")
